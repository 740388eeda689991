/** A label with its `{0}`, `{1}` … filled in. */
export function fill(label: string, ...args: readonly (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
}
