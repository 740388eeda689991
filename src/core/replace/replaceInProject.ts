import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Catalog } from '../csf/catalog';
import { scan } from '../csf/scanner';
import { idOf, readSubject } from '../csf/subject';
import type { IdChange, TextChange } from './idChange';
import { withId } from './withId';

/** Puts one id in the place of another under `carveOuts` of a project file; comments and all else stay. */
export function replaceInProject(text: string, change: IdChange, catalog: Catalog): TextChange {
  const replacements = carvedOutIn(text).flatMap(({ value, offset, length }) => {
    const subject = readSubject(String(value), catalog);
    const written = text.slice(offset, offset + length);
    const [reference] = scan(written, catalog, 'plain').references;
    if (typeof subject === 'string' || idOf(subject) !== idOf(change.from)) return [];
    if (reference?.ids[0] !== idOf(subject)) return [];
    return [{ start: offset + reference.start, end: offset + reference.end, text: withId(reference.text, change) }];
  });
  return { replacements, left: [] };
}

/** The texts in which carve-outs name what they leave out: one, or a list of them. */
function carvedOutIn(text: string): readonly Node[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const carveOuts = (root && findNodeAtLocation(root, ['carveOuts'])?.children) ?? [];
  return carveOuts.flatMap((carveOut) => {
    const requirements = carveOut.type === 'object' ? findNodeAtLocation(carveOut, ['requirements']) : undefined;
    const items = requirements?.type === 'array' ? (requirements.children ?? []) : requirements ? [requirements] : [];
    return items.filter(({ type }) => type === 'string');
  });
}
