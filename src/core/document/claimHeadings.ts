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
/** Beside it, who is responsible is who does the work: one of the four of a RACI. */
const ACCOUNTABLE = /^accountable\b/i;

/**
 * What a table's cell says under its heading, where it holds nothing but a claim.
 *
 * @param headings of all columns: a name in a remark says nothing beside a column that says whose it is
 */
export function readClaimCell(cell: string, heading: string, headings: readonly string[]): Claim['says'] | undefined {
  const title = plain(heading);
  if (NOT_NOW.test(title) || OF_ONE_PARTY.test(title)) return undefined;
  const words = readClaimWords(cell);
  if (INHERITABILITY.test(title)) return inheritableAs(plain(cell));
  if (INHERITED.test(title)) return inheritedUnder(cell, title) ?? words?.says;
  if (words?.isBare !== true) return words?.says;
  if (OF_PEOPLE.test(title)) return undefined;
  const others = headings.map(plain);
  const isAnswer = WHOSE.test(title)
    ? !others.some((other) => ACCOUNTABLE.test(other))
    : SAYS_NOTHING.test(title) && !others.some((other) => WHOSE.test(other));
  return isAnswer ? words.says : undefined;
}

function plain(text: string): string {
  return text.replace(/[*_`]/g, '').trim();
}

/** The answers to *Inheritable?*: a yes says that something is, and not how much of it. */
function inheritableAs(cell: string): Claim['says'] | undefined {
  return /^yes$/i.test(cell) ? 'inheritable' : readResponsibility(cell, 'inheritability');
}

/** The answers to *Inherited?*, and the names below *Inherited from*. A no says only that nothing was inherited. */
function inheritedUnder(cell: string, title: string): Claim['says'] | undefined {
  const word = plain(cell).toLowerCase();
  if (/^(?:full|fully)$/.test(word)) return 'inherited-in-full';
  if (/^(?:partial|partially|partly|in part)$/.test(word)) return 'inherited-in-part';
  if (word === 'yes') return 'inherited';
  return /\bfrom\b/i.test(title) && readResponsibility(word, 'responsibility') === 'azure' ? 'inherited' : undefined;
}
