import type { SearchControls } from '../csf/searchControls';
import type { ControlSummary } from './summary';

/**
 * Tells which controls a person means: those with the text in their id or title, or at the beginning of the id of a requirement; where
 * there is none, those whose title is like it.
 *
 * @param controls all there are
 */
export function matchControls(
  text: string,
  controls: Iterable<ControlSummary>,
  search: SearchControls,
): (control: ControlSummary) => boolean {
  const wanted = text.trim().toLowerCase();
  const contains = ({ id, title, units }: ControlSummary): boolean =>
    `${id} ${title}`.toLowerCase().includes(wanted) || units.some((unit) => unit.id.toLowerCase().startsWith(wanted));
  for (const control of controls) if (contains(control)) return contains;
  const found = new Set(search(wanted).map(({ id }) => id));
  return ({ id }) => found.has(id);
}
