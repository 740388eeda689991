import type { Catalog } from '../csf/catalog';
import { compareControls } from '../csf/controlId';
import { compareRequirements } from '../csf/requirementId';
import { requirementSubjects, type Subject } from '../csf/subject';
import type { Summary } from '../assessment/summary';
import type { Query, Tail } from './query';
import { distanceToTitle, wordsOf } from './titleWords';

/** What ids are completed from. */
export interface CompletionScope {
  readonly catalog: Catalog;
  readonly summary: Pick<Summary, 'controlById' | 'matrix'>;
}

/** A control or requirement that may be meant. */
export interface Proposal {
  readonly subject: Subject;
  /** Where what was typed of it begins. */
  readonly start: number;
}

/** A list of more is not read: the next key makes it shorter. */
export const MOST_PROPOSALS = 200;

/**
 * The controls and requirements that fit what was typed: the closest match first, of equal ones what is in scope, then
 * what the matrix holds, then the framework's order. Requirements are those of a control that is typed in full, or those
 * that a typed number begins.
 */
export function completions(query: Query, scope: CompletionScope): readonly Proposal[] {
  switch (query.kind) {
    case 'nothing':
      return proposals(ranked([...scope.catalog.controls.keys()], scope), query.start);
    case 'control':
      return controlsById(query.typed, query.start, scope);
    case 'requirement': {
      const { typed, start } = query;
      const found = allRequirements(scope).filter(({ requirement }) => requirement.toLowerCase().startsWith(typed));
      return found.slice(0, MOST_PROPOSALS).map((subject) => ({ subject, start }));
    }
    case 'words':
      return controlsByTitle(query.tails, scope);
  }
}

function controlsById(typed: string, start: number, scope: CompletionScope): readonly Proposal[] {
  const fitting = [...scope.catalog.controls.keys()].filter((id) => id.startsWith(typed));
  const isWhole = scope.catalog.controls.has(typed);
  const others = ranked(
    fitting.filter((id) => id !== typed),
    scope,
  );
  if (!isWhole) return proposals(others, start);
  const requirements = requirementsOf(typed, scope).map((subject) => ({ subject, start }));
  return [...proposals([typed], start), ...requirements, ...proposals(others, start)];
}

/** The longest tail that fits a title is what was typed of it; words with slips are taken only where it fits none without. */
function controlsByTitle(tails: readonly Tail[], scope: CompletionScope): readonly Proposal[] {
  const titles = [...scope.catalog.controls.values()].map(({ id, title }) => ({ id, words: wordsOf(title) }));
  for (const { start, words: typed } of tails) {
    for (const mayBeMisspelt of [false, true]) {
      const distances = new Map(
        titles.flatMap(({ id, words }) => {
          const distance = distanceToTitle(typed, words, mayBeMisspelt);
          return distance === undefined ? [] : [[id, distance] as const];
        }),
      );
      const ids = ranked([...distances.keys()], scope, (id) => distances.get(id) ?? 0);
      if (ids.length > 0) return proposals(ids, start);
    }
  }
  return [];
}

function proposals(controls: readonly string[], start: number): readonly Proposal[] {
  return controls.map((control) => ({ subject: { control }, start }));
}

function ranked(
  controls: readonly string[],
  scope: CompletionScope,
  distanceOf: (control: string) => number = () => 0,
): readonly string[] {
  const ranks = new Map(controls.map((id) => [id, rankOf(id, scope)]));
  const rank = (id: string): number => ranks.get(id) ?? 0;
  return controls.toSorted((a, b) => distanceOf(a) - distanceOf(b) || rank(a) - rank(b) || compareControls(a, b));
}

/** In scope, in the matrix, neither. */
function rankOf(control: string, { summary: { controlById, matrix } }: CompletionScope): number {
  if (controlById.has(control)) return 0;
  return matrix.control(control).units.some(({ verdict }) => verdict.entries.length > 0) ? 1 : 2;
}

/** The requirements of a control that are listed, else those that the matrix holds; canonical ids, those in scope first. */
export function requirementsOf(control: string, { catalog, summary }: CompletionScope): readonly Required<Subject>[] {
  const inScope = summary.controlById.get(control)?.units.map(({ id }) => id) ?? [];
  const held = summary.matrix.control(control).units.map(({ id }) => id);
  return requirementSubjects([...new Set([...inScope.toSorted(compareRequirements), ...held])], catalog);
}

/** Every requirement that is listed or that the matrix holds, those in scope first. */
export function allRequirements({ catalog, summary }: CompletionScope): readonly Required<Subject>[] {
  const inScope = [...summary.controlById.values()].flatMap(({ units }) => units.map(({ id }) => id));
  const held = summary.matrix.units.map(({ id }) => id);
  const order = (ids: readonly string[]): readonly string[] => ids.toSorted(compareRequirements);
  return requirementSubjects([...new Set([...order(inScope), ...order(held)])], catalog);
}
