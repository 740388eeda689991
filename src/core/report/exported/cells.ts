import { MATURITY_LEVELS } from '../../assessment/maturity';
import { RESPONSIBILITY_ORDER, STATUSES, statusWord } from '../../assessment/status';
import type { Summary } from '../../assessment/summary';
import { message, type Translate } from '../../message';
import type { SentenceCode } from '../../sentences';
import { domainName, type Report } from '../report';
import type { Field, FieldType } from './tables';

/** What a field of an exported row can hold. */
export type Value = string | number | boolean | readonly string[];
export type Row = Readonly<Record<string, Value | undefined>>;

/** What a cell is, for a format that tells numbers and dates from text. */
export type Cell = string | number | { readonly date: string };

type Coded = Extract<FieldType, 'responsibility' | 'maturity' | 'status'>;

const SEPARATOR = ', ';

/** Makes the function that gives a field of a row as a person reads it: blank where it is missing. */
export function cellWriter({
  summary,
  translate,
  catalog,
}: Pick<Report, 'summary' | 'translate' | 'catalog'>): (row: Row, field: Field) => Cell {
  const words = codeWords(summary.basis, translate);
  return (row, { name, type }) => {
    const value = row[name];
    if (value === undefined) return '';
    if (typeof value === 'number') return value;
    if (typeof value === 'boolean') return translate(yesOrNo(value));
    if (typeof value !== 'string') return value.join(SEPARATOR);
    switch (type) {
      case 'date':
        return { date: value };
      case 'domain':
        return domainName(value, { catalog });
      case 'whose': {
        const { inheritableElements, elements } = row;
        return typeof inheritableElements === 'number' && typeof elements === 'number'
          ? translate(message('shared-elements', inheritableElements, elements))
          : (words.responsibility.get(value) ?? value);
      }
      case 'responsibility':
      case 'maturity':
      case 'status':
        return words[type].get(value) ?? value;
      default:
        return value;
    }
  };
}

/**
 * Makes the function that reads a field back from the text of its cell, into a row. What cannot be read is taken as it
 * stands: it was written by somebody else since.
 */
export function cellReader(
  basis: Summary['basis'],
  translate: Translate,
): (text: string, field: Field, into: Record<string, Value>) => void {
  const words = codeWords(basis, translate);
  const codes = {
    responsibility: inverse(words.responsibility),
    maturity: inverse(words.maturity),
    status: inverse(words.status),
  };
  const [yes, no] = [true, false].map((value) => translate(yesOrNo(value)));
  const elements = patternOf(translate);
  return (text, field, into) => {
    const { name, type, isOptional, blank } = field;
    if (text === '' && blank !== undefined) into[name] = blank;
    else if (text === '' && isOptional) return;
    else if (type === 'number') into[name] = text.trim() === '' ? NaN : Number(text);
    else if (type === 'yes-no') into[name] = text === yes || (text === no ? false : text);
    else if (type === 'ids') into[name] = text === '' ? [] : text.split(SEPARATOR);
    // `11 Access Control`
    else if (type === 'domain') into[name] = text.split(' ', 1)[0] ?? '';
    else if (type === 'whose') Object.assign(into, readWhose(text, codes.responsibility, elements));
    else if (isCoded(type)) into[name] = codes[type].get(text) ?? text;
    else into[name] = text;
  };
}

function readWhose(
  text: string,
  codes: ReadonlyMap<string, string>,
  elements: RegExp,
): Readonly<Record<string, Value>> {
  const [, inheritable, total] = elements.exec(text) ?? [];
  return inheritable === undefined || total === undefined
    ? { responsibility: codes.get(text) ?? text }
    : { responsibility: 'shared', inheritableElements: Number(inheritable), elements: Number(total) };
}

/** What `shared-elements` reads like, in any language. */
function patternOf(translate: Translate): RegExp {
  const [inheritable, total] = [1234567, 7654321];
  const pattern = translate(message('shared-elements', inheritable, total))
    .replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
    .replace(String(inheritable), String.raw`(\d+)`)
    .replace(String(total), String.raw`(\d+)`);
  return new RegExp(`^${pattern}$`, 'u');
}

function codeWords(
  basis: Summary['basis'],
  translate: Translate,
): Readonly<Record<Coded, ReadonlyMap<string, string>>> {
  const map = (codes: readonly SentenceCode[]): ReadonlyMap<string, string> =>
    new Map(codes.map((code) => [code, translate(message(code))]));
  return {
    responsibility: map(RESPONSIBILITY_ORDER),
    maturity: map(MATURITY_LEVELS),
    status: new Map(STATUSES.map((status) => [status, translate(statusWord(status, { basis }))])),
  };
}

function inverse(map: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...map].map(([code, word]) => [word, code]));
}

function isCoded(type: FieldType): type is Coded {
  return type === 'responsibility' || type === 'maturity' || type === 'status';
}

function yesOrNo(value: boolean): ReturnType<typeof message> {
  return message(value ? 'cell-yes' : 'cell-no');
}
