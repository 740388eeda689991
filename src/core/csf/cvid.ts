/**
 * What number a CVID stands for: `873` for `0873.0`, which a spreadsheet writes so. Undefined where it is none. `12.1`
 * and `12.10` may be two CVIDs or one, and stay apart.
 */
export function cvidNumber(cvid: string): string | undefined {
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(cvid)) return undefined;
  return cvid.replace(/^0+(?=\d)/, '').replace(/\.0+$/, '');
}

/** Whether two CVIDs are one, as text or as the number they stand for. */
export function isSameCvid(one: string, other: string): boolean {
  return one === other || (cvidNumber(one) ?? one) === (cvidNumber(other) ?? other);
}
