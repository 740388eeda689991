/** What a spreadsheet may take for the beginning of a formula, in its full-width and small forms too. */
export const FORMULA_SIGN = '=+\\-@\u2212\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b';

/**
 * What it may pass over before that: also what cannot be seen and is no control character, such as fillers, joiners and
 * variation selectors. The apostrophe is in here so that what is defused can be told from what was so.
 */
export const PASSED_OVER = String.raw`["'\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*`;

/**
 * Before what an apostrophe goes: at the beginning of a cell, and behind what begins a new cell where a spreadsheet splits
 * at semicolons or tabs instead of commas, as it does in countries with a decimal comma. A tab or CR at the beginning is
 * passed over by some, so that is reason enough.
 */
const DANGER = `^${PASSED_OVER}?[${FORMULA_SIGN}\\t\\r]|(?<=[;\\t\\r\\n])${PASSED_OVER}[${FORMULA_SIGN}]`;

const DANGEROUS = new RegExp(`(?=${DANGER})`, 'gu');

/**
 * A cell of a spreadsheet file as text and no formula: an apostrophe goes before what could begin one, at the beginning of
 * the cell and behind semicolons, tabs and line breaks within, even over white space, what cannot be seen, apostrophes
 * and quotation marks.
 * To undo it, take an apostrophe away at each of those places where white space, what cannot be seen, apostrophes or
 * quotation marks and then `=`, `+`, `-`, `@` or a full-width form of them follows (or, at the beginning of the cell, a
 * tab or CR).
 */
export function defuse(cell: string): string {
  return cell.replace(DANGEROUS, "'");
}

const DEFUSED_AT_START = new RegExp(`^'(?=${PASSED_OVER}[${FORMULA_SIGN}]|${PASSED_OVER}[\\t\\r])`, 'u');
const DEFUSED_WITHIN = new RegExp(`(?<=[;\\t\\r\\n])'(?=${PASSED_OVER}[${FORMULA_SIGN}])`, 'gu');

/** What a cell was before `defuse`. */
export function undoDefuse(cell: string): string {
  return cell.includes("'") ? cell.replace(DEFUSED_WITHIN, '').replace(DEFUSED_AT_START, '') : cell;
}
