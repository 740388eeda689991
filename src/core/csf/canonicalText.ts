import { parseControlId } from './controlId';
import { REQUIREMENT_SHAPE } from './requirementId';
import type { Reference } from './scanner';

const REQUIREMENT = new RegExp(`^${REQUIREMENT_SHAPE}`, 'i');
const CONTROL_AT_START = /^\d{1,2}[._][a-z]{1,2}/i;
const CONTROL_AT_END = /\d{1,2}[._][a-z]{1,2}$/i;
const LETTERS_AT_END = /[a-z]{1,2}$/i;

/**
 * What a reference would read like with its ids in canonical form: all else that stands in it, such as the dash of a range
 * or Microsoft's suffix, stays as it is.
 */
export function canonicalText({ kind, text, ids }: Reference): string {
  switch (kind) {
    case 'control':
      return ids[0] ?? text;
    case 'requirement': {
      const [written = ''] = REQUIREMENT.exec(text) ?? [];
      return `${ids[0] ?? written}${withCanonicalEnd(text.slice(written.length))}`;
    }
    case 'range': {
      const [first = ''] = CONTROL_AT_START.exec(text) ?? [];
      const rest = text.slice(first.length);
      const end = CONTROL_AT_END.test(rest)
        ? withCanonicalEnd(rest)
        : rest.replace(LETTERS_AT_END, (letters) => letters.toLowerCase());
      return `${canonicalControl(first)}${end}`;
    }
  }
}

function withCanonicalEnd(text: string): string {
  return text.replace(CONTROL_AT_END, canonicalControl);
}

function canonicalControl(written: string): string {
  return parseControlId(written) ?? written;
}
