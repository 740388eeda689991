import { isSameCvid } from '../csf/cvid';
import { excerpt, type Excerpt } from './excerpt';
import { cvidOf, type Pair } from './joinUnits';
import type { MatrixEntry } from './matrix';
import { type Inheritability, RESPONSIBILITIES } from './responsibility';
import type { Verdict } from './rollUp';

/** What became of a unit that both matrices hold. */
export type PairKind = 'raised' | 'lowered' | 'clarified' | 'unclear' | 'reworded' | 'renamed';

/** A column whose words are compared. */
export type ComparedColumn = 'customerText' | 'providerText' | 'element' | 'cvid';
export const COMPARED_COLUMNS: readonly ComparedColumn[] = ['customerText', 'providerText', 'element', 'cvid'];

/** What a column says otherwise; of `element` the ones that went and came. */
export interface WordChange extends Excerpt {
  readonly column: ComparedColumn;
}

export interface PairChange {
  readonly kind: PairKind;
  readonly words: readonly WordChange[];
}

/**
 * What changed of a unit that both matrices hold; undefined where nothing did.
 *
 * @param columns what both files have: of what only one has there is nothing to compare
 */
export function compareUnits({ old, now }: Pair, columns: ReadonlySet<ComparedColumn>): PairChange | undefined {
  const words = compareWords(old.verdict.entries, now.verdict.entries, columns);
  const [oldCvid, cvid] = [cvidOf(old), cvidOf(now)];
  const isOtherCvid = oldCvid !== undefined && cvid !== undefined && !isSameCvid(oldCvid, cvid);
  const kind =
    moveOf(old.verdict, now.verdict) ??
    (words.length > 0 || haveOtherValues(old.verdict, now.verdict, columns) ? 'reworded' : undefined) ??
    (old.id !== now.id || isOtherCvid ? 'renamed' : undefined);
  if (kind === undefined) return undefined;
  return {
    kind,
    words: isOtherCvid ? [...words, { column: 'cvid', before: '', old: oldCvid, new: cvid, after: '' }] : words,
  };
}

const INHERITABILITIES: readonly Inheritability[] = ['none', 'partial', 'full'];

/**
 * Whether a unit moved toward Azure or away from it, became known or stopped being so. Inheritability goes before
 * responsibility (README, "The matrix"), and where both stay, its elements tell, if they do not contradict each other.
 */
function moveOf(old: Verdict, now: Verdict): PairKind | undefined {
  if (old.responsibility === null || now.responsibility === null) return becameKnown(old, now, 'responsibility');
  const step =
    (old.inheritability && now.inheritability && inheritabilityOf(now) - inheritabilityOf(old)) ||
    RESPONSIBILITIES.indexOf(now.responsibility) - RESPONSIBILITIES.indexOf(old.responsibility);
  return upOrDown(step) ?? becameKnown(old, now, 'inheritability') ?? upOrDown(elementStep(old, now));
}

function upOrDown(step: number): PairKind | undefined {
  return step > 0 ? 'raised' : step < 0 ? 'lowered' : undefined;
}

function becameKnown(old: Verdict, now: Verdict, what: 'responsibility' | 'inheritability'): PairKind | undefined {
  if ((old[what] === null) === (now[what] === null)) return undefined;
  return now[what] === null ? 'unclear' : 'clarified';
}

function inheritabilityOf({ inheritability }: Pick<MatrixEntry, 'inheritability'>): number {
  return inheritability ? INHERITABILITIES.indexOf(inheritability) : -1;
}

/** Above 0 where elements that both hold moved toward Azure and none moved away, below 0 the other way, else 0. */
function elementStep(old: Verdict, now: Verdict): number {
  if (!old.elements && !now.elements) return 0;
  const before = new Map(old.entries.map((entry) => [keyOf(entry), inheritabilityOf(entry)]));
  const steps = now.entries.map(
    (entry) => inheritabilityOf(entry) - (before.get(keyOf(entry)) ?? inheritabilityOf(entry)),
  );
  const [up, down] = [steps.some((step) => step > 0), steps.some((step) => step < 0)];
  return up === down ? 0 : up ? 1 : -1;
}

function keyOf({ element, csfVersion }: MatrixEntry): string {
  return JSON.stringify([element, csfVersion]);
}

function compareWords(
  old: readonly MatrixEntry[],
  now: readonly MatrixEntry[],
  columns: ReadonlySet<ComparedColumn>,
): readonly WordChange[] {
  const isByElement = [...old, ...now].some(({ element }) => element !== undefined);
  // Texts of elements beside one of the whole requirement would differ in all, and tell nothing.
  if (isByElement && !columns.has('element')) return [];
  const words: WordChange[] = [];
  for (const column of ['customerText', 'providerText'] as const) {
    if (!columns.has(column)) continue;
    const [older, newer] = [textOf(old, column), textOf(now, column)];
    if (older !== newer) words.push({ column, ...excerpt(older, newer) });
  }
  if (isByElement) {
    const [older, newer] = [distinct(old, 'element'), distinct(now, 'element')];
    const went = older.filter((element) => !newer.includes(element)).join(', ');
    const came = newer.filter((element) => !older.includes(element)).join(', ');
    if (went !== came) words.push({ column: 'element', before: '', old: went, new: came, after: '' });
  }
  return words;
}

/** What a unit's rows say in a column, in an order that does not hang on the file's. A further CSF version that says the same adds nothing. */
function textOf(entries: readonly MatrixEntry[], column: 'customerText' | 'providerText'): string {
  const [only] = entries;
  return entries.length === 1 ? (only?.[column] ?? '') : distinct(entries, column).join(' ');
}

function distinct(
  entries: readonly MatrixEntry[],
  column: 'customerText' | 'providerText' | 'element',
): readonly string[] {
  return [...new Set(entries.toSorted(byElement).flatMap((entry) => entry[column] ?? []))];
}

function byElement(a: MatrixEntry, b: MatrixEntry): number {
  return compareText(a.element ?? '', b.element ?? '') || compareText(contentOf(a), contentOf(b));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function contentOf({ customerText, providerText, responsibility, inheritability }: MatrixEntry): string {
  return JSON.stringify([customerText, providerText, responsibility, inheritability]);
}

/** Whether single rows of a unit changed sides although the unit as a whole did not, or are unknown for another reason. */
function haveOtherValues(old: Verdict, now: Verdict, columns: ReadonlySet<ComparedColumn>): boolean {
  if (old.unknown !== now.unknown) return true;
  if (!columns.has('element') || (old.entries.length === 1 && now.entries.length === 1)) return false;
  return valuesOf(old) !== valuesOf(now);
}

function valuesOf({ entries }: Verdict): string {
  const values = entries.map((entry) => JSON.stringify([entry.element, entry.responsibility, entry.inheritability]));
  return [...new Set(values)].toSorted().join();
}
