import { type Argument, message } from '../message';
import type { Catalog } from './catalog';
import { categoryOf } from './controlId';

/** Why there is no control of an id: the category ends before it, or its number is a domain's. */
export function whyUnknown(id: string, catalog: Catalog): Argument {
  const number = categoryOf(id);
  const category = catalog.categories.get(number);
  const domain = catalog.domains.get(number);
  const isNamed = domain !== undefined && domain.confidence !== 'recalled';
  if (!category) {
    return isNamed ? message('number-of-domain', number, domain.title) : message('number-of-domain-only', number);
  }
  const ids = [...catalog.controls.keys()].filter((control) => categoryOf(control) === number);
  const last = ids.at(-1) ?? '';
  if (ids.length === 1) return message('category-is-one', number, category.title, last);
  return isNamed
    ? message('category-or-domain-ends', number, category.title, last, domain.title)
    : message('category-ends', number, category.title, last);
}
