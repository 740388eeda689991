import type { Summary } from '../assessment/summary';
import type { Catalog } from '../csf/catalog';
import type { Message } from '../message';
import type { Problem } from '../problems';
import type { Span } from '../span';

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
