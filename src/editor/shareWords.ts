import { type Message, message } from '../core/message';
import {
  type Profile,
  PROFILE_FIELDS,
  type ProfileField,
  TEXT_KINDS,
  type TextKind,
  type Treatment,
} from '../core/sharing/profile';
import type { SentenceCode } from '../core/sentences';

/** What is told of a profile's fields in a line, with the words for it. */
const TOLD: readonly (readonly [ProfileField, SentenceCode])[] = [
  ['totals', 'share-gives-totals'],
  ['controls', 'share-gives-controls'],
  ['requirements', 'share-gives-requirements'],
  ['openItems', 'share-gives-open-items'],
  ['evidence', 'share-gives-evidence'],
  ['requests', 'share-gives-requests'],
  ['gaps', 'share-gives-gaps'],
  ['policy', 'share-gives-policy'],
  ['places', 'share-gives-places'],
];

const KINDS: Readonly<Record<TextKind, SentenceCode>> = {
  names: 'share-text-names',
  locations: 'share-text-locations',
  notes: 'share-text-notes',
  resources: 'share-text-resources',
  providerText: 'share-text-provider',
  requirementText: 'share-text-requirement',
};

/** What of an assessment a profile tells. */
export function tablesOf({ fields, wantsPart }: Profile): Message {
  const isAll = PROFILE_FIELDS.every((field) => fields.has(field));
  const told = TOLD.filter(([field]) => fields.has(field)).map(([, code]) => message(code));
  const tables = isAll ? message('share-gives-everything') : message('list', told);
  return wantsPart === true ? message('share-gives-part', tables) : tables;
}

/** Which texts it leaves out or replaces; nothing where it keeps them all. */
export function textsOf({ treatments }: Profile): readonly Message[] {
  if (TEXT_KINDS.every((kind) => treatments[kind] === 'remove')) return [message('share-without-texts')];
  const removed = kindsOf(treatments, 'remove');
  const replaced = kindsOf(treatments, 'pseudonym');
  return [
    ...(removed.length > 0 ? [message('share-without', removed)] : []),
    ...(replaced.length > 0 ? [message('share-replaced', replaced)] : []),
  ];
}

/** The kinds of text that are treated so; the two that are licensed as one, where they are treated alike. */
function kindsOf(treatments: Profile['treatments'], treatment: Treatment): readonly Message[] {
  const kinds = TEXT_KINDS.filter((kind) => treatments[kind] === treatment);
  const isLicensed = (kind: TextKind): boolean => kind === 'providerText' || kind === 'requirementText';
  const others = kinds.filter((kind) => !isLicensed(kind));
  const areBoth = kinds.filter(isLicensed).length === 2;
  return [
    ...(areBoth ? others : kinds).map((kind) => message(KINDS[kind])),
    ...(areBoth ? [message('share-text-licensed')] : []),
  ];
}
