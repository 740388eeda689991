import { claimedUnits } from '../assessment/claimProblems';
import { readSubject } from '../csf/subject';
import { controlVerdict } from '../matrix/rollUp';
import { kindOfValue, RESPONSIBILITIES, type Responsibility } from '../matrix/responsibility';
import type { Fixer } from './fix';
import { writeInstead, writtenAt } from './replace';

const WORDS: Readonly<Record<Responsibility, string>> = { customer: 'customer', shared: 'shared', azure: 'Azure' };

/** The matrix's word, in a table's cell that holds one word for one control or requirement, and nothing else. */
export const fixResponsibilityClaim: Fixer = (problem, context) => {
  const { text, catalog, summary } = context;
  const found = writtenAt(problem, context);
  const [, ids = [], , , says] = problem.args;
  const [id, ...others] = [ids].flat();
  if (!found || typeof id !== 'string' || others.length > 0) return [];
  const isCell = /\|\s*$/.test(lineBefore(text, found.start)) && /^\s*(?:\||\r?\n|$)/.test(text.slice(found.end));
  const subject = readSubject(id, catalog);
  // `Azure` below *Inherited from*, and `Not inheritable`, are no words for whose it is.
  const isOfWhose = RESPONSIBILITIES.some((known) => known === says) && kindOfValue(found.text) === 'responsibility';
  if (!isCell || typeof subject === 'string' || !isOfWhose) return [];
  const { responsibility } = controlVerdict(claimedUnits(subject, summary));
  if (responsibility === null || responsibility === 'mixed') return [];
  return [writeInstead(found, asCapitalised(WORDS[responsibility], found.text))];
};

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function asCapitalised(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
