import type { Catalog } from './catalog';

/** A requirement statement's Baseline Unique ID, taken apart. */
export interface RequirementId {
  /** Two digits of the assessment domain and, in all but the newest ids, a running number: `1149`, `068`, `19`. */
  readonly prefix: string;
  /** The canonical control id, `01.c`. */
  readonly control: string;
  /** The implementation level `1` to `3`, or an overlay such as `CSP`. */
  readonly level: string;
  readonly scope: 'System' | 'Organizational';
  /** The digits behind the last point: `9`, `1234567`. */
  readonly items: string;
}

/** The shape of a BUID in every spelling met; `parseRequirementId` decides what its middle means. Case-insensitive. */
export const REQUIREMENT_SHAPE = String.raw`\d{2,6}[._]\d{2}[._]?(?:[a-z]{1,2}\d|[a-z]{2,14}?)(?:system|organizational)[._]\d{1,12}`;

const PARTS = /^(\d{2,6})[._](\d{2})[._]?([a-z]{1,2}\d|[a-z]{2,14}?)(system|organizational)[._](\d{1,12})$/i;

/** Overlays whose own spelling is known. Any other one is printed in capitals, so that it too has one form. */
const OVERLAYS: ReadonlyMap<string, string> = new Map([
  ['csp', 'CSP'],
  ['aisec', 'AISec'],
]);

/**
 * Reads a BUID in any case, with `.` or `_`, with or without a running number, with an extra point before the letters.
 * Undefined where the text is none, or names a control or level that does not exist.
 *
 * The catalog settles where the control's letters end: `13jAISec` is 13.j with the overlay AISec, for there is no 13.ja.
 */
export function parseRequirementId(text: string, catalog: Catalog): RequirementId | undefined {
  const match = PARTS.exec(text);
  if (!match) return undefined;
  const [, prefix = '', category = '', middle = '', scope = '', items = ''] = match;
  const split = splitMiddle(category, middle, catalog);
  if (!split) return undefined;
  const { control, level } = split;
  return { prefix, control, level, scope: /^s/i.test(scope) ? 'System' : 'Organizational', items };
}

/** The canonical form, `1149.01c2System.9`: what `parseRequirementId` reads back unchanged. */
export function printRequirementId(id: RequirementId): string {
  return `${id.prefix}.${id.control.replace('.', '')}${id.level}${id.scope}.${id.items}`;
}

/** The assessment domain, `11`, of a canonical requirement id. */
export function domainOf(requirement: string): string {
  return requirement.slice(0, 2);
}

/** An order for canonical requirement ids: numbers inside them count as numbers, so that `.9` comes before `.12`. */
export function compareRequirements(a: string, b: string): number {
  return naturalOrder.compare(a, b);
}

// The locale is fixed: the same files give the same order on every machine.
const naturalOrder = new Intl.Collator('en', { numeric: true });

function splitMiddle(
  category: string,
  middle: string,
  catalog: Catalog,
): { readonly control: string; readonly level: string } | undefined {
  const cuts = [2, 1].flatMap((length) => {
    const letters = middle.slice(0, length);
    const control = `${category}.${letters.toLowerCase()}`;
    const level = levelOf(middle.slice(length));
    return level !== undefined && catalog.controls.has(control) ? [{ control, level, letters }] : [];
  });
  // Written as it should be, case tells where the letters end (`aaCSP`, `aAISec`). In capitals `09AAISEC` can be cut
  // twice: then the cut that leaves a known level or overlay is the one that was meant.
  return (
    cuts.find(({ letters }) => /^[a-z]+$/.test(letters) && /^[A-Z]/.test(middle.slice(letters.length))) ??
    cuts.find(({ level }) => isKnownLevel(level)) ??
    cuts[0]
  );
}

function levelOf(text: string): string | undefined {
  if (/^[1-3]$/.test(text)) return text;
  if (/^[a-z]{2,}$/i.test(text)) return OVERLAYS.get(text.toLowerCase()) ?? text.toUpperCase();
  return undefined;
}

function isKnownLevel(level: string): boolean {
  return level.length === 1 || OVERLAYS.has(level.toLowerCase());
}
