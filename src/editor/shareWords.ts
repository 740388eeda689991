import { type Message, message } from '../core/message';
import { type Profile, PROFILE_FIELDS, type ProfileField, TEXT_KINDS, type TextKind } from '../core/sharing/profile';
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

/** What a profile gives, in a line. */
export function profileGives({ fields, treatments }: Profile): readonly Message[] {
  const removed = TEXT_KINDS.filter((kind) => treatments[kind] === 'remove');
  const replaced = TEXT_KINDS.filter((kind) => treatments[kind] === 'pseudonym');
  const isAll = PROFILE_FIELDS.every((field) => fields.has(field));
  const told = TOLD.filter(([field]) => fields.has(field)).map(([, code]) => message(code));
  return [
    ...(isAll ? [message('share-gives-everything')] : told.length > 0 ? [message('list', told)] : []),
    ...(removed.length > 0 ? [message('share-without', removed.map(words))] : []),
    ...(replaced.length > 0 ? [message('share-replaced', replaced.map(words))] : []),
  ];
}

function words(kind: TextKind): Message {
  return message(KINDS[kind]);
}
