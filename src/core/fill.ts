/** A sentence with its `{0}`, `{1}` … filled in; a place that there is nothing for stays as it is. */
export function fill(sentence: string, ...args: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d+)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
}
