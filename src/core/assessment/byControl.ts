/** What one file holds for a control. */
interface Part<T> {
  /** The file's place among the others. */
  readonly order: string;
  readonly items: readonly T[];
}

/** What all files hold for one control, as it was at one time. */
export class Gathered<T> {
  #items: readonly T[] | undefined;

  /** @param parts sorted by `order` */
  constructor(readonly parts: readonly Part<T>[] = []) {}

  /** In the order of the files. Put together when it is asked for. */
  get items(): readonly T[] {
    this.#items ??= this.parts.flatMap(({ items }) => items);
    return this.#items;
  }

  /** The same with what a file holds now: itself, where that is what it held. */
  with(order: string, items: readonly T[]): Gathered<T> {
    const { parts } = this;
    let at = 0;
    for (let end = parts.length; at < end;) {
      const middle = (at + end) >> 1;
      if ((parts[middle]?.order ?? '') < order) at = middle + 1;
      else end = middle;
    }
    const held = parts[at]?.order === order ? parts[at] : undefined;
    if (held ? areSame(held.items, items) : items.length === 0) return this;
    return new Gathered(parts.toSpliced(at, held ? 1 : 0, ...(items.length > 0 ? [{ order, items }] : [])));
  }
}

const NOTHING = new Gathered<never>();

/** What several files hold for each control. A change of one file costs that file, however many others there are. */
export class ByControl<T> {
  readonly #gathered = new Map<string, Gathered<T>>();
  readonly #controlsOf = new Map<string, Iterable<string>>();

  /** @param orderOf a text for each file, another for every one, that sorts as the files shall stand */
  constructor(private readonly orderOf: (file: string) => string = (file) => file) {}

  /** Takes what a file holds, in place of what it held. */
  set(file: string, groups: ReadonlyMap<string, readonly T[]>): void {
    const order = this.orderOf(file);
    for (const control of new Set([...(this.#controlsOf.get(file) ?? []), ...groups.keys()])) {
      const gathered = this.of(control).with(order, groups.get(control) ?? []);
      if (gathered.parts.length > 0) this.#gathered.set(control, gathered);
      else this.#gathered.delete(control);
    }
    if (groups.size > 0) this.#controlsOf.set(file, [...groups.keys()]);
    else this.#controlsOf.delete(file);
  }

  /** In no particular order. */
  get controls(): readonly string[] {
    return [...this.#gathered.keys()];
  }

  /** The same object until one of the files holds something else for the control. */
  of(control: string): Gathered<T> {
    return this.#gathered.get(control) ?? NOTHING;
  }
}

/** Whether lists hold the same values, or objects with the same values. */
export function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => isSame(one, others[index]));
}

type Values = Readonly<Record<string, unknown>>;

/** Whether values are the same: texts and figures, or objects with the same of them, such as the dates of evidence. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const [some, others] = [one as Values, other as Values];
  // Loops over keys without a list of them, for there are thousands of rows.
  for (const key in some) if (!isSame(some[key], others[key])) return false;
  for (const key in others) if (!(key in some)) return false;
  return true;
}
