import type { Problem, ProblemCode } from '../problems';
import type { Fix, FixContext, Fixer } from './fix';
import { fixTitle } from './fixTitle';
import { fixUnknownControl } from './fixUnknownControl';
import { fixWildcard } from './fixWildcard';
import { fixUnknownCode, fixUnusedIgnore } from './ignoreFixes';
import { fixRangeAcrossCategories, fixReversedRange } from './ranges';
import { fixResponsibilityClaim } from './responsibilityClaim';
import { fixSpelling } from './spelling';

const FIXERS: Partial<Record<ProblemCode, Fixer>> = {
  case: fixSpelling,
  'spelling-variant': fixSpelling,
  'reversed-range': fixReversedRange,
  'range-across-categories': fixRangeAcrossCategories,
  'responsibility-claim': fixResponsibilityClaim,
  'unknown-code': fixUnknownCode,
  'unused-ignore': fixUnusedIgnore,
  'title-mismatch': fixTitle,
  'unknown-control': fixUnknownControl,
  'wildcard-control': fixWildcard,
};

/** The ways to mend a problem of a document, the best first; none where only a person can tell. */
export function fixesOf(problem: Problem, context: FixContext): readonly Fix[] {
  return FIXERS[problem.code]?.(problem, context) ?? [];
}
