// What `az`, REST and the tools in between print differs in the case of names, and can be anything at any level.

/** An object of a JSON file. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

export function asArray(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A text that says something. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A number of things: anything but a whole number from 0 is none. */
export function asCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** The value of an object's own key, which is looked for as written first, then in any case. */
export function valueOf(of: JsonObject, name: string): unknown {
  if (Object.hasOwn(of, name)) return of[name];
  const wanted = name.toLowerCase();
  for (const key of Object.keys(of)) if (key.length === name.length && key.toLowerCase() === wanted) return of[key];
  return undefined;
}

export function textOf(of: JsonObject, name: string): string | undefined {
  return asText(valueOf(of, name));
}

export function itemsOf(of: JsonObject, name: string): readonly unknown[] {
  return asArray(valueOf(of, name)) ?? [];
}

/** A time as ISO 8601 writes it, with its zone, in milliseconds. Any other text is none: an order of figures is not guessed. */
export function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, day, clock, fraction = '', zone = 'Z'] = TIME.exec(text) ?? [];
  if (day === undefined || clock === undefined) return undefined;
  const time = Date.parse(`${day}T${clock}${fraction.slice(0, 4)}${zone.toUpperCase()}`);
  return Number.isNaN(time) ? undefined : time;
}

const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)? ?(Z|[+-]\d\d:\d\d)?$/i;
