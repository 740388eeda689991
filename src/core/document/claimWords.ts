import { readResponsibility } from '../matrix/responsibility';
import type { Claim } from './findings';

/** What some words say of whose something is. */
export interface ClaimWords {
  readonly says: Claim['says'];
  /** Whether it is a party's name and no more, such as `Azure` or `shared`, which elsewhere says something else. */
  readonly isBare: boolean;
}

const AZURE = String.raw`(?:the )?(?:(?:microsoft |ms )?azure|microsoft|csp|cloud (?:service )?provider|provider)`;
const CUSTOMER = String.raw`(?:(?:the|our) )?(?:customer|csc)`;
const FULLY = String.raw`(?:fully|wholly|entirely|completely|100 ?%|in full)`;
const PARTLY = String.raw`(?:partially|partly|in part)`;
const INHERITED = String.raw`inherited(?: (?:from )?${AZURE})?`;

/** The phrases that say it by themselves, each with what it says. */
const PHRASES = [
  [`(?:${FULLY} ${INHERITED}|${INHERITED},? ${FULLY})`, 'inherited-in-full'],
  [`(?:${PARTLY} ${INHERITED}|${INHERITED},? ${PARTLY})`, 'inherited-in-part'],
  [INHERITED, 'inherited'],
  [
    String.raw`(?:${AZURE}(?:[’']s)? responsibility|the responsibility of ${AZURE}|${AZURE} is (?:fully |solely )?responsible|${AZURE} (?:has|owns|covers|handles) (?:it|this)|(?:fully |wholly )?(?:owned|covered|handled) by ${AZURE}|(?:azure|microsoft)[’']s)`,
    'azure',
  ],
  [
    String.raw`(?:(?:${CUSTOMER}(?:[’']s)?|our(?: own)?) responsibility|the responsibility of ${CUSTOMER}|${CUSTOMER} is (?:fully |solely )?responsible|owned by ${CUSTOMER})`,
    'customer',
  ],
  [
    String.raw`(?:(?:a )?shared responsibility|shared (?:with ${AZURE}|between (?:us|customer|the customer) and ${AZURE}|between ${AZURE} and (?:us|(?:the )?customer)))`,
    'shared',
  ],
] as const satisfies readonly (readonly [string, Claim['says']])[];

const WHOLE = PHRASES.map(([words, says]) => ({ pattern: new RegExp(`^${words}$`, 'i'), says }));
const AT_START = PHRASES.map(([words, says]) => ({ pattern: new RegExp(`^${words}(?![\\w’'-])`, 'i'), says }));

/** What a text says that holds nothing but a claim; undefined for every other one. */
export function readClaimWords(text: string): ClaimWords | undefined {
  const words = tidied(text);
  const phrase = WHOLE.find(({ pattern }) => pattern.test(words));
  if (phrase) return { says: phrase.says, isBare: false };
  const whose = readResponsibility(words, 'responsibility');
  return whose && { says: whose, isBare: !/inheritable/i.test(words) };
}

/** The phrase that a text begins with, and how long it is. A mere name is none. */
export function claimAtStart(text: string): { readonly says: Claim['says']; readonly length: number } | undefined {
  const found = AT_START.flatMap(({ pattern, says }) => {
    const length = pattern.exec(text)?.[0].length;
    return length === undefined ? [] : [{ says, length }];
  });
  // The longest says most: `inherited from Azure in full`.
  return found.toSorted((a, b) => b.length - a.length)[0];
}

/** Without emphasis, brackets around a word, and a point at the end. */
function tidied(text: string): string {
  return text
    .replace(/[*_`()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s?[.;,!]$/, '');
}
