import { type JsonReading, OBJECT, oneOf, optional, readList, TEXT, wholeNumber } from '../assessment/jsonReading';
import { CLOCK_LIMITS, PROJECT_KEYS } from '../assessment/projectKeys';
import { message } from '../message';
import type { Problem } from '../problems';
import type { ChainEnd } from './chain';

/** What a share can be made to say, by the columns that it is recorded in. Who gets it is always asked for. */
export const REQUIRED_FIELDS = [
  'organization',
  'contact',
  'purpose',
  'agreement',
  'consent',
  'limitations',
  'expires',
] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

/** `sharing` of a project file. */
export interface Sharing extends ChainEnd {
  /** A path. */
  readonly register?: string;
  readonly policy?: SharingPolicy;
  /** What pseudonyms are made with, so that nobody who guesses a text can tell its pseudonym: 64 hexadecimal digits. */
  readonly pseudonymKey?: string;
}

export interface SharingPolicy {
  readonly required?: readonly RequiredField[];
  /** For how many days a consent counts. */
  readonly consentValidDays?: number;
}

/** More than anybody shares. */
const MOST_ROWS = 1_000_000;

const SHA256 = /^[0-9a-f]{64}$/;
const { least, most } = CLOCK_LIMITS.days;

export function readSharing(reading: JsonReading): Sharing | undefined {
  const { read, checkKeys } = reading;
  checkKeys(['sharing'], PROJECT_KEYS.sharing);
  if (read(['sharing'], OBJECT) === undefined) return undefined;
  const at = (key: keyof Sharing): string[] => ['sharing', key];
  const hash = (value: unknown): string | undefined =>
    typeof value === 'string' && SHA256.test(value) ? value : undefined;
  return {
    ...optional('register', read(at('register'), { ...TEXT, expected: message('expected-register') })),
    ...optional('rows', read(at('rows'), wholeNumber(0, MOST_ROWS, message('expected-rows', MOST_ROWS)))),
    ...optional('lastHash', read(at('lastHash'), { shape: hash, expected: message('expected-sha256') })),
    ...optional('policy', readPolicy(reading)),
    ...optional('pseudonymKey', read(at('pseudonymKey'), { shape: hash, expected: message('expected-pseudonym-key') })),
  };
}

function readPolicy(reading: JsonReading): SharingPolicy | undefined {
  const { read, checkKeys } = reading;
  const at = ['sharing', 'policy'];
  checkKeys(at, PROJECT_KEYS['sharing.policy']);
  if (read(at, OBJECT) === undefined) return undefined;
  const list = message('expected-required', REQUIRED_FIELDS);
  const days = wholeNumber(least, most, message('expected-days', least, most));
  return {
    ...optional('required', readList(reading, [...at, 'required'], list, oneOf(REQUIRED_FIELDS))),
    ...optional('consentValidDays', read([...at, 'consentValidDays'], days)),
  };
}

/** Problems of a project file that keep it from being told what it knows of the register's end. */
export function sharingSlips(problems: readonly Problem[]): readonly Problem[] {
  const isAboutSharing = (name: unknown): boolean => typeof name === 'string' && /^sharing(?:\.|$)/.test(name);
  return problems.filter(({ code, args: [name] }) => code === 'project-syntax' || isAboutSharing(name));
}
