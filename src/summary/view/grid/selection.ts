/** The rows that are selected, by their ids: a row that stands in several groups is selected in all of them. */
export interface Selection {
  readonly has: (row: string) => boolean;
  readonly all: () => ReadonlySet<string>;
  /** Takes a row in, or out where it was in. The next range begins there. */
  readonly toggle: (row: string) => void;
  /**
   * Selects what lies from where the last range began to a row, in place of what that range had taken in.
   *
   * @param from where a range begins if there was none
   * @param between the rows from one to another, both included
   */
  readonly extend: (from: string, to: string, between: (one: string, other: string) => readonly string[]) => void;
  readonly replace: (rows: Iterable<string>) => void;
  /** Drops the rows that are not there any more. True where there were any. */
  readonly keepOnly: (isThere: (row: string) => boolean) => boolean;
}

export function createSelection(): Selection {
  let selected: ReadonlySet<string> = new Set();
  let range: { readonly from: string; readonly base: ReadonlySet<string> } | undefined;
  return {
    has: (row) => selected.has(row),
    all: () => selected,
    toggle(row) {
      const others = [...selected].filter((other) => other !== row);
      selected = new Set(selected.has(row) ? others : [...others, row]);
      range = { from: row, base: selected };
    },
    extend(from, to, between) {
      range ??= { from, base: selected };
      selected = new Set([...range.base, ...between(range.from, to)]);
    },
    replace(rows) {
      selected = new Set(rows);
      range = undefined;
    },
    keepOnly(isThere) {
      if (range && !isThere(range.from)) range = undefined;
      const kept = new Set([...selected].filter(isThere));
      const isLess = kept.size < selected.size;
      selected = kept;
      return isLess;
    },
  };
}
