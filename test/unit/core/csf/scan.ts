import { catalog } from '../../../../src/core/csf/catalog';
import { type Scan, scan as scanWith } from '../../../../src/core/csf/scanner';

/** What the scanner finds with the real catalog. */
export function scan(text: string): Scan {
  return scanWith(text, catalog);
}

/** The canonical ids of all references, in the order of the text. */
export function idsIn(text: string): readonly string[] {
  return scan(text).references.flatMap(({ ids }) => ids);
}

/** The problems, as `code: ids`. */
export function problemsIn(text: string): readonly string[] {
  return scan(text).unresolved.map(({ code, ids }) => `${code}: ${ids.join(' ')}`);
}
