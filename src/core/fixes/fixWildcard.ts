import { idsFor } from '../csf/titleIndex';
import { message } from '../message';
import type { Fixer } from './fix';

/** Names the controls of the category that was meant. */
export const fixWildcard: Fixer = ({ at, args: [written, category] }, { text, catalog }) => {
  if (!at || !('start' in at) || typeof category !== 'string' || text.slice(at.start, at.end) !== written) return [];
  const ids = idsFor({ kind: 'category', id: category }, catalog);
  if (ids === undefined) return [];
  return [{ title: message('fix-expand', category, ids), replacements: [{ start: at.start, end: at.end, text: ids }] }];
};
