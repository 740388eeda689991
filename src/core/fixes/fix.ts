import type { Summary } from '../assessment/summary';
import type { Catalog } from '../csf/catalog';
import type { Message } from '../message';
import type { Problem, ProblemCode } from '../problems';
import type { Span } from '../span';
import { fixRangeAcrossCategories, fixReversedRange } from './ranges';
import { fixResponsibilityClaim } from './responsibilityClaim';
import { fixSpelling } from './spelling';
import { fixUnknownCode, fixUnusedIgnore } from './ignoreFixes';

/** A text that takes the place of a span of a document. */
export interface Replacement extends Span {
  readonly text: string;
}

/** A way to mend a problem. */
export interface Fix {
  readonly title: Message;
  /** In the problem's file, sorted, not overlapping. */
  readonly replacements: readonly Replacement[];
  /** Whether nothing but the spelling changes, so that it may be done everywhere at once and on saving. */
  readonly isSafe?: boolean;
}

/** What a fix is found by. */
export interface FixContext {
  /** Of the problem's file, as it stands in the editor. */
  readonly text: string;
  readonly catalog: Catalog;
  readonly summary: Summary;
}

/** Finds the ways to mend a problem, the best first. */
export type Fixer = (problem: Problem, context: FixContext) => readonly Fix[];

const FIXERS: Partial<Record<ProblemCode, Fixer>> = {
  case: fixSpelling,
  'spelling-variant': fixSpelling,
  'reversed-range': fixReversedRange,
  'range-across-categories': fixRangeAcrossCategories,
  'responsibility-claim': fixResponsibilityClaim,
  'unknown-code': fixUnknownCode,
  'unused-ignore': fixUnusedIgnore,
};

/** The ways to mend a problem of a document, the best first; none where only a person can tell. */
export function fixesOf(problem: Problem, context: FixContext): readonly Fix[] {
  return FIXERS[problem.code]?.(problem, context) ?? [];
}
