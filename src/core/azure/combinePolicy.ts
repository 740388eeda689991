import { groupBy } from '../groupBy';
import type { PolicyCounts } from './builtInPolicies';
import {
  countResources,
  newestOf,
  NO_RESOURCES,
  type PolicyKind,
  type PolicyResult,
  type ResourceCounts,
} from './policyResults';

/** What all files together say of one requirement. */
export interface CombinedPolicy extends ResourceCounts {
  readonly requirement: string;
  readonly control: string;
  /** What the counts rest on; undefined where no file has results for the requirement. */
  readonly basis?: 'states' | 'summary';
  readonly newest?: string;
  /** The files with its results, and the summaries that do not count, for a newer file goes before them. */
  readonly files: readonly string[];
  readonly passedOver: readonly string[];
  readonly nonCompliantOnly?: true;
  readonly assignments?: number;
  readonly automatic?: number;
  readonly manual?: number;
  /** Policies of the initiative of which no file tells whether they are automatic. */
  readonly untold?: number;
  /** Where `automatic` and `manual` are from. */
  readonly countedIn?: 'initiative' | 'built-in' | 'states';
  /** What the metadata says; more than one where files differ. */
  readonly owners: readonly string[];
}

/** Azure evaluates everything anew once a day: a list is out of date only against a summary that is more than that newer. */
const EVALUATION_CYCLE = 24 * 60 * 60 * 1000;

/**
 * Puts the results of several files together, by requirement. Lists are joined by resource and policy, the newest state
 * counting. Summaries name no resources: of several the newest counts, of equally new or undated ones the last, and only
 * where there is no list, or an older one.
 *
 * @param builtIn the built-in initiative's figures, for requirements whose policies no file tells the kind of
 */
export function combinePolicy(
  results: readonly PolicyResult[],
  builtIn?: ReadonlyMap<string, PolicyCounts>,
): ReadonlyMap<string, CombinedPolicy> {
  const kinds = kindsOf(results);
  const groups = groupBy(results, ({ requirement }) => requirement);
  return new Map(
    [...groups].map(([requirement, group]) => {
      const owners = new Set(group.flatMap(({ owner }) => owner ?? []));
      const combined: CombinedPolicy = {
        ...resourcesOf(group),
        ...policiesOf(group, kinds, isOther(group) ? undefined : builtIn?.get(requirement)),
        requirement,
        control: group[0].control,
        owners: [...owners].toSorted(),
      };
      return [requirement, combined];
    }),
  );
}

type Resources = ResourceCounts &
  Pick<CombinedPolicy, 'basis' | 'newest' | 'files' | 'passedOver' | 'nonCompliantOnly' | 'assignments'>;

function resourcesOf(group: readonly PolicyResult[]): Resources {
  const lists = group.filter(({ source }) => source === 'states');
  const states = lists.flatMap((result) => result.states ?? []);
  const summaries = group.filter(({ source }) => source === 'summary');
  const summary = summaries.toSorted((a, b) => timeOf(a.newest) - timeOf(b.newest) || 0).at(-1);
  const newest = newestOf(states);
  const summaryCounts = summary && (lists.length === 0 || timeOf(summary.newest) - timeOf(newest) > EVALUATION_CYCLE);
  if (summaryCounts) {
    const { compliant, nonCompliant, exempt, unknown, nonCompliantOnly, assignments } = summary;
    return {
      ...{ compliant, nonCompliant, exempt, unknown, basis: 'summary' },
      ...(summary.newest !== undefined && { newest: summary.newest }),
      ...(nonCompliantOnly && { nonCompliantOnly }),
      ...(assignments !== undefined && { assignments }),
      files: [summary.file],
      passedOver: filesOf([...lists, ...summaries].filter((result) => result !== summary)),
    };
  }
  if (lists.length === 0) return { ...NO_RESOURCES, files: [], passedOver: [] };
  return {
    ...countResources(states),
    basis: 'states',
    ...(newest !== undefined && { newest }),
    files: filesOf(lists),
    passedOver: filesOf(summaries),
  };
}

function filesOf(results: readonly PolicyResult[]): readonly string[] {
  return [...new Set(results.map(({ file }) => file))];
}

function timeOf(newest: string | undefined): number {
  return newest === undefined ? Number.MIN_SAFE_INTEGER : Date.parse(newest);
}

/** The kind of each policy that any file tells. What it did goes before what an initiative makes it by default. */
function kindsOf(results: readonly PolicyResult[]): ReadonlyMap<string, PolicyKind> {
  const kinds = new Map<string, PolicyKind>();
  for (const source of ['initiative', 'summary', 'states'] as const) {
    for (const result of results) {
      if (result.source !== source) continue;
      for (const [policy, kind] of result.policies ?? []) if (kind) kinds.set(policy, kind);
    }
  }
  return kinds;
}

/** Whether the results are of another initiative than the built-in one, whose figures say nothing of it. */
function isOther(group: readonly PolicyResult[]): boolean {
  const told = group.flatMap(({ initiative }) => initiative ?? []);
  return told.length > 0 && !told.includes('built-in');
}

type Policies = Pick<CombinedPolicy, 'automatic' | 'manual' | 'untold' | 'countedIn'>;

/** By the initiative's definition where every policy's kind is told, else by the built-in figures, else by what is told. */
function policiesOf(
  group: readonly PolicyResult[],
  kinds: ReadonlyMap<string, PolicyKind>,
  builtIn: PolicyCounts | undefined,
): Policies {
  const idsOf = (wanted: PolicyResult['source']): readonly string[] => [
    ...new Set(
      group.filter(({ source }) => source === wanted).flatMap(({ policies }) => [...(policies?.keys() ?? [])]),
    ),
  ];
  const defined = countKinds(idsOf('initiative'), kinds);
  const isDefined = group.some(({ source }) => source === 'initiative');
  if (isDefined && (defined.untold === 0 || !builtIn)) return { ...defined, countedIn: 'initiative' };
  if (builtIn) return { ...builtIn, countedIn: 'built-in' };
  const met = countKinds(idsOf('states'), kinds);
  return met.automatic + met.manual > 0 ? { automatic: met.automatic, manual: met.manual, countedIn: 'states' } : {};
}

function countKinds(
  ids: readonly string[],
  kinds: ReadonlyMap<string, PolicyKind>,
): { readonly automatic: number; readonly manual: number; readonly untold: number } {
  const count = (kind: PolicyKind | undefined): number => ids.filter((id) => kinds.get(id) === kind).length;
  return { automatic: count('automatic'), manual: count('manual'), untold: count(undefined) };
}
