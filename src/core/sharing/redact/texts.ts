import { type Argument, type Message, message, type Reasoned, type Translate } from '../../message';
import {
  LICENSED_TEXTS,
  type Profile,
  type ProfileField,
  TEXT_KINDS,
  type TextKind,
  type Treatments,
  treatmentsBy,
} from '../profile';
import { ARGUMENT_SOURCES } from './argumentSources';
import type { KnownTexts, Source } from './knownTexts';
import { isIsoDate, isLikeLocation, isOwnWord, isVersion, kindOfId } from './ownWords';
import { createReplaceTexts } from './replaceTexts';
import { replaceResourceIds } from './resourceIds';

export type PseudonymOf = (kind: TextKind, text: string) => string;

/** What became of a text, to be told of. */
export type TellText = (kind: TextKind, treatment: 'remove' | 'pseudonym', text: string) => void;

/** What texts become for a reader. */
export interface Texts {
  readonly shows: (field: ProfileField) => boolean;
  /** What stands where a text was removed that cannot be missing. */
  readonly mark: string;
  /** A text as its reader gets it; undefined where it is removed. */
  readonly optional: (text: string | undefined, source: Source) => string | undefined;
  /** The same, with the mark where it is removed. */
  readonly required: (text: string, source: Source) => string;
  /** An id of a control or requirement; undefined where its reader does not get that. */
  readonly id: (id: string) => string | undefined;
  readonly message: (told: Message, hint?: Source) => Message;
  readonly reasoned: (told: Reasoned) => Reasoned;
}

export interface TextContext {
  readonly profile: Pick<Profile, 'treatments' | 'isOutside'>;
  readonly fields: ReadonlySet<ProfileField>;
  readonly known: KnownTexts;
  /** The ids of the controls and requirements that are told. */
  readonly ids: ReadonlySet<string>;
  /** Whether they are a part of the whole: then no others are named. */
  readonly isPart: boolean;
  readonly translate: Translate;
  readonly pseudonymOf: PseudonymOf;
  readonly tell: TellText;
}

/** Goes by an allow-list: what is not known to tell nothing is treated as what it is, and removed where that is not known. */
export function createTexts(context: TextContext): Texts {
  const { fields, known, ids, isPart, translate, pseudonymOf, tell } = context;
  const treatments = treatmentsFor(context.profile);
  const mark = translate(REMOVED);
  const keepsAll = TEXT_KINDS.every((kind) => treatments[kind] === 'keep');
  const shows = (field: ProfileField): boolean => fields.has(field);

  const fateOf = (text: string, source: Source): Fate => {
    const sources = [source, ...(known.get(text) ?? [])];
    if (sources.some(({ field }) => field !== undefined && !shows(field))) return {};
    const kinds = sources.flatMap(({ kind }) => kind ?? []);
    if (kinds.includes('names') && isLikeLocation(text)) kinds.push('locations');
    const removed = kinds.find((kind) => treatments[kind] === 'remove');
    if (removed) return { kind: removed };
    const replaced = kinds.find((kind) => treatments[kind] === 'pseudonym');
    return replaced ? { kind: replaced, is: pseudonymOf(replaced, text) } : { is: text };
  };
  const replaceTexts = createReplaceTexts(replacements(known, fateOf, mark));
  const resource = (id: string): string => {
    const { resources } = treatments;
    if (resources === 'keep') return id;
    tell('resources', resources, id);
    return resources === 'pseudonym' ? pseudonymOf('resources', id) : mark;
  };
  const optional = (text: string | undefined, source: Source): string | undefined => {
    if (text === undefined || text === '') return text;
    const { kind, is } = fateOf(text, source);
    if (kind) tell(kind, is === undefined ? 'remove' : 'pseudonym', text);
    return is === text ? replaceTexts(replaceResourceIds(text, resource)) : is;
  };
  const required = (text: string, source: Source): string => optional(text, source) ?? mark;

  const id = (text: string): string | undefined => {
    const isAllowed = shows(kindOfId(text) === 'requirement' ? 'requirements' : 'controls');
    return isAllowed && (!isPart || ids.has(text)) ? text : undefined;
  };
  const word = (text: string, hint: Source | undefined): string => {
    if (kindOfId(text) || ids.has(text)) return id(text) ?? mark;
    if (isOwnWord(text)) return text;
    const [first] = known.get(text) ?? [];
    const source = hint ?? first;
    if (source) return required(text, source);
    if (isIsoDate(text) || isVersion(text)) return text;
    if (!keepsAll) tell('notes', 'remove', text);
    return keepsAll ? replaceTexts(text) : mark;
  };
  const argument = (told: Argument, hint: Source | undefined): Argument => {
    if (typeof told === 'number') return told;
    if (typeof told === 'string') return word(told, hint);
    return 'code' in told ? tellAnew(told, hint) : told.map((each) => argument(each, hint));
  };
  const tellAnew = ({ code, args }: Message, hint?: Source): Message => ({
    code,
    args: args.map((each, index) =>
      argument(each, ARGUMENT_SOURCES.get(code)?.[index] ?? (code === 'text' ? hint : undefined)),
    ),
  });
  return {
    shows,
    mark,
    optional,
    required,
    id,
    message: tellAnew,
    reasoned: ({ message: told, why }) => ({ message: tellAnew(told), why: tellAnew(why) }),
  };
}

/** A sentence that was removed. */
export const REMOVED = message('text-removed');

/** What a text becomes: nothing where `is` is undefined. The kind is that by which it was not kept. */
interface Fate {
  readonly kind?: TextKind;
  readonly is?: string;
}

function treatmentsFor({ treatments, isOutside }: TextContext['profile']): Treatments {
  return treatmentsBy((kind) => (isOutside && LICENSED_TEXTS.includes(kind) ? 'remove' : treatments[kind]));
}

/** What the known texts become that are not kept, for where they stand in others. Words and days say nothing there. */
function replacements(
  known: KnownTexts,
  fateOf: (text: string, source: Source) => Fate,
  mark: string,
): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  for (const text of known.keys()) {
    if (isOwnWord(text) || isIsoDate(text) || isVersion(text) || kindOfId(text)) continue;
    const { is = mark } = fateOf(text, {});
    if (is !== text) made.set(text, is);
  }
  return made;
}
