/** Tells whether a value that came from elsewhere is a T. Never throws. */
export type Check<T> = (value: unknown) => value is T;

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** A whole number from 0. */
export function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isOneOf<T extends string>(...texts: readonly T[]): Check<T> {
  return (value): value is T => texts.some((text) => text === value);
}

export function isListOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => {
    if (!Array.isArray(value)) return false;
    // `every` would pass over a hole.
    for (const item of value as readonly unknown[]) if (!check(item)) return false;
    return true;
  };
}

/** An object with these keys, each of its kind, and no others: a key without a check does not compile. */
export function isShape<T extends object>(checks: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const entries = Object.entries<Check<unknown>>(checks);
  return (value): value is T => {
    if (typeof value !== 'object' || value === null) return false;
    const own = value as Readonly<Record<string, unknown>>;
    // A summary has thousands of rows: nothing is made of each.
    return (
      Object.keys(own).length === entries.length &&
      entries.every(([key, check]) => Object.hasOwn(own, key) && check(own[key]))
    );
  };
}
