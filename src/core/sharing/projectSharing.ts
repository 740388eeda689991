import {
  type JsonReading,
  type Kind,
  OBJECT,
  oneOf,
  optional,
  readList,
  TEXT,
  wholeNumber,
} from '../assessment/jsonReading';
import { CLOCK_LIMITS, PROJECT_KEYS } from '../assessment/projectKeys';
import { message } from '../message';
import type { Problem } from '../problems';
import type { ChainEnd } from './chain';
import type { PENDING_COLUMNS } from './sharingColumns';

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
  /** A share that was begun: the commands take it away once it is recorded. */
  readonly pending?: PendingShare;
  /** What pseudonyms are made with, so that nobody who guesses a text can tell its pseudonym: 64 hexadecimal digits. */
  readonly pseudonymKey?: string;
}

/** Without which it cannot be told what became of a share that was begun. */
const PENDING_NEEDS = ['id', 'date', 'recipient', 'file', 'sha256'] as const;

/** The row that a share will have, by its columns. */
export type PendingShare = Readonly<Record<(typeof PENDING_NEEDS)[number], string>> &
  Readonly<Partial<Record<(typeof PENDING_COLUMNS)[number], string>>> & {
    /** The SHA-256 of the file whose place the copy takes, where there was one. */
    readonly replaces?: string;
  };

export interface SharingPolicy {
  readonly required?: readonly RequiredField[];
  /** For how many days a consent counts. */
  readonly consentValidDays?: number;
}

/** More than anybody shares. */
const MOST_ROWS = 1_000_000;

const SHA256 = /^[0-9a-f]{64}$/;
const HASH: Kind<string> = {
  shape: (value) => (typeof value === 'string' && SHA256.test(value) ? value : undefined),
  expected: message('expected-sha256'),
};
const { least, most } = CLOCK_LIMITS.days;

export function readSharing(reading: JsonReading): Sharing | undefined {
  const { read, checkKeys } = reading;
  checkKeys(['sharing'], PROJECT_KEYS.sharing);
  if (read(['sharing'], OBJECT) === undefined) return undefined;
  const at = (key: keyof Sharing): string[] => ['sharing', key];
  return {
    ...optional('register', read(at('register'), { ...TEXT, expected: message('expected-register') })),
    ...optional('rows', read(at('rows'), wholeNumber(0, MOST_ROWS, message('expected-rows', MOST_ROWS)))),
    ...optional('lastHash', read(at('lastHash'), HASH)),
    ...optional('policy', readPolicy(reading)),
    ...optional('pending', readPending(reading)),
    ...optional('pseudonymKey', read(at('pseudonymKey'), { ...HASH, expected: message('expected-pseudonym-key') })),
  };
}

function readPending({ read, checkKeys }: JsonReading): PendingShare | undefined {
  const at = ['sharing', 'pending'];
  checkKeys(at, PROJECT_KEYS['sharing.pending']);
  const expected = message('expected-pending', PENDING_NEEDS);
  const written = read(at, { ...OBJECT, expected });
  if (!written) return undefined;
  if (PENDING_NEEDS.some((key) => !(key in written))) read(at, { shape: () => undefined, expected });
  const told = PROJECT_KEYS['sharing.pending'].flatMap((key) => {
    const value = read([...at, key], key === 'sha256' || key === 'replaces' ? HASH : TEXT);
    return value === undefined ? [] : [[key, value] as const];
  });
  const pending = Object.fromEntries(told) as Partial<PendingShare>;
  return isWhole(pending) ? pending : undefined;
}

function isWhole(pending: Partial<PendingShare>): pending is PendingShare {
  return PENDING_NEEDS.every((key) => pending[key] !== undefined);
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
