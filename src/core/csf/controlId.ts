import type { Catalog } from './catalog';

/** The separators an id is written with: `01.c`, and `01_c` where a point is not allowed. */
const CONTROL = /^(\d{1,2})[._]([a-z]{1,2})$/i;

/**
 * The canonical form, `01.c`, of a control id in any accepted spelling (`01.C`, `01_c`; `0.a` for `00.a`), or undefined
 * where the text is none. Whether the control exists is the catalog's to say.
 *
 * A single digit is read for category 0 only: `1.a` and `2.b` number the paragraphs of ordinary documents.
 */
export function parseControlId(text: string): string | undefined {
  const match = CONTROL.exec(text);
  if (!match) return undefined;
  const [, digits = '', letters = ''] = match;
  if (digits.length === 1 && digits !== '0') return undefined;
  return `${digits.padStart(2, '0')}.${letters.toLowerCase()}`;
}

/** The category, `01`, of a canonical control id. */
export function categoryOf(control: string): string {
  return control.slice(0, 2);
}

/** The order of the framework for canonical control ids: `01.z` before `01.aa`, `01.c` before `02.a`. */
export function compareControls(a: string, b: string): number {
  return compareText(categoryOf(a), categoryOf(b)) || a.length - b.length || compareText(a, b);
}

/**
 * The controls from `first` to `last`, both included and both canonical: those that exist, and the ids in between
 * that do not. Undefined where the two are not of one category or stand in the wrong order.
 */
export function controlsBetween(
  first: string,
  last: string,
  catalog: Catalog,
): { readonly existing: readonly string[]; readonly missing: readonly string[] } | undefined {
  if (categoryOf(first) !== categoryOf(last) || compareControls(first, last) > 0) return undefined;
  const existing: string[] = [];
  const missing: string[] = [];
  for (let ordinal = ordinalOf(first); ordinal <= ordinalOf(last); ordinal++) {
    const id = `${categoryOf(first)}.${lettersAt(ordinal)}`;
    (catalog.controls.has(id) ? existing : missing).push(id);
  }
  return { existing, missing };
}

/** a → 1, z → 26, aa → 27: the way spreadsheets count columns, which is how the framework's letters run. */
function ordinalOf(control: string): number {
  let ordinal = 0;
  for (const letter of control.slice(3)) ordinal = ordinal * 26 + (letter.charCodeAt(0) - 96);
  return ordinal;
}

function lettersAt(ordinal: number): string {
  const last = String.fromCharCode(97 + ((ordinal - 1) % 26));
  return ordinal > 26 ? lettersAt(Math.floor((ordinal - 1) / 26)) + last : last;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
