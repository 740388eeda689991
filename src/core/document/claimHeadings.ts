import { readResponsibility } from '../matrix/responsibility';
import { readClaimWords } from './claimWords';
import type { Claim } from './findings';

/** What will be, could be or was is no claim of what is. */
const NOT_NOW =
  /\b(?:plan\w*|propos\w*|target|expect\w*|intend\w*|draft|options?|previous\w*|former\w*|old|last|next|requests?|could|should|may|assum\w*)\b/i;
const INHERITABILITY = /inheritab|can be inherited/i;
const INHERITED = /\binherit(?:ed|ance)\b/i;
const WHOSE =
  /\bshared responsibility\b|^(?:control |responsible )?(?:responsib(?:le|ility|ilities)|owner|ownership|party)\b|^(?:whose|who|owned by|srm)\b[^a-z]*$|\b(?:whose|who is|party|control) responsib|\bresponsibility$|^responsible\b/i;
/** What a single party does: `Shared` in it is no answer to whose it is. */
const OF_ONE_PARTY = /^(?:the )?(?:customer|csc|azure|microsoft|csp|provider|our|your)(?:[’']s)?\b/i;
/** Whose names can be like those of a party: a team can be called Azure. */
const OF_PEOPLE = /\b(?:team|person|people|contact|department|group|unit|lead|manager|role)s?\b/i;
/** A heading that says nothing of what stands below it. */
const SAYS_NOTHING = /^(?:notes?|comments?|remarks?|coverage|covered by)?$/i;

/** What a table's cell says under its heading, where it holds nothing but a claim. */
export function readClaimCell(cell: string, heading: string): Claim['says'] | undefined {
  const title = heading.replace(/[*_`]/g, '').trim();
  if (NOT_NOW.test(title) || OF_ONE_PARTY.test(title)) return undefined;
  const words = readClaimWords(cell);
  if (INHERITABILITY.test(title)) return readResponsibility(cell.replace(/[*_`]/g, ''), 'inheritability');
  if (INHERITED.test(title)) return inheritedUnder(cell, title) ?? words?.says;
  if (words?.isBare !== true) return words?.says;
  if (OF_PEOPLE.test(title)) return undefined;
  return WHOSE.test(title) || SAYS_NOTHING.test(title) ? words.says : undefined;
}

/** The answers to *Inherited?*, and the names below *Inherited from*. A no says only that nothing was inherited. */
function inheritedUnder(cell: string, title: string): Claim['says'] | undefined {
  const word = cell.replace(/[*_`]/g, '').trim().toLowerCase();
  if (/^(?:full|fully)$/.test(word)) return 'inherited-in-full';
  if (/^(?:partial|partially|partly|in part)$/.test(word)) return 'inherited-in-part';
  if (word === 'yes') return 'inherited';
  return /\bfrom\b/i.test(title) && readResponsibility(word, 'responsibility') === 'azure' ? 'inherited' : undefined;
}
