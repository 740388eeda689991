import type { Subject } from '../csf/subject';
import type { Steps } from '../steps';
import { asCount, asObject, asText, itemsOf, type JsonObject, textOf, timeOf, valueOf } from './looseJson';
import {
  countResources,
  newestOf,
  NO_RESOURCES,
  type PolicyKind,
  type PolicyResult,
  type PolicyState,
  type ResourceCounts,
  type ResourceState,
} from './policyResults';

/** The requirement that a group is for; undefined for any other group. */
export type GroupReader = (name: string) => Required<Subject> | undefined;

/** What the records of a file have in common, and what is counted while they are read. */
export interface FoundGroups {
  readonly groups: GroupReader;
  readonly file: string;
  /** Records, and parts of them, that lack what they cannot do without. */
  unread: number;
  /** States of policies that are in no group. */
  ungrouped: number;
  /** States that are none of Azure's, and how often. They count as unknown. */
  readonly unknownStates: Map<string, number>;
}

/** The id of the initiative whose policies are counted in `builtInPolicies`. */
export const BUILT_IN_INITIATIVE = 'a169a624-5599-4385-a696-c8d643089fab';

const STATES: ReadonlyMap<string, ResourceState> = new Map([
  ['compliant', 'compliant'],
  ['noncompliant', 'nonCompliant'],
  ['exempt', 'exempt'],
  ...['unknown', 'conflict', 'error', 'notstarted', 'notregistered', 'protected'].map(
    (state) => [state, 'unknown'] as const,
  ),
]);

function stateOf(text: string, { unknownStates }: FoundGroups): ResourceState {
  const state = STATES.get(text.toLowerCase().replace(/[\s_-]/g, ''));
  if (!state) unknownStates.set(text, (unknownStates.get(text) ?? 0) + 1);
  return state ?? 'unknown';
}

interface StatesOfRequirement extends Required<Subject> {
  readonly states: PolicyState[];
  readonly policies: Map<string, PolicyKind | undefined>;
  readonly initiatives: Set<string>;
}

/** The states of resources, by requirement. A state can be of many requirements; one without a resource is not read. */
export function* stateSteps(records: readonly JsonObject[], found: FoundGroups): Steps<readonly PolicyResult[]> {
  const byRequirement = new Map<string, StatesOfRequirement>();
  const once = createInterner();
  for (const [index, record] of records.entries()) {
    if (index % RECORDS_PER_STEP === 0) yield;
    const resource = textOf(record, 'resourceId')?.toLowerCase();
    const complianceState = textOf(record, 'complianceState');
    if (resource === undefined || complianceState === undefined) {
      found.unread++;
      continue;
    }
    const definition = textOf(record, 'policyDefinitionId')?.toLowerCase() ?? '';
    const policy = ['policyAssignmentId', 'policyDefinitionReferenceId'].map((key) => textOf(record, key) ?? '');
    const time = timeOf(textOf(record, 'timestamp'));
    const state: PolicyState = {
      resource: once(resource),
      evaluation: [resource, ...policy, definition].join('\n').toLowerCase(),
      state: stateOf(complianceState, found),
      ...(time !== undefined && { time }),
    };
    const kind = kindOf(textOf(record, 'policyDefinitionAction'));
    const initiative = textOf(record, 'policySetDefinitionName') ?? textOf(record, 'policySetDefinitionId');
    const groups = itemsOf(record, 'policyDefinitionGroupNames');
    if (groups.length === 0) found.ungrouped++;
    for (const subject of subjectsOf(groups, found)) {
      const group = byRequirement.get(subject.requirement) ?? newGroup(subject);
      byRequirement.set(subject.requirement, group);
      group.states.push(state);
      if (definition !== '') group.policies.set(definition, kind ?? group.policies.get(definition));
      if (initiative !== undefined) group.initiatives.add(initiative);
    }
  }
  const results: PolicyResult[] = [];
  for (const group of byRequirement.values()) {
    results.push(resultOf(group, found));
    yield;
  }
  return results;
}

/** Some milliseconds' worth. */
const RECORDS_PER_STEP = 1000;

function resultOf(
  { states, policies, initiatives, ...subject }: StatesOfRequirement,
  found: FoundGroups,
): PolicyResult {
  const newest = newestOf(states);
  return {
    ...{ file: found.file, source: 'states' },
    ...subject,
    ...countResources(states),
    ...initiativeOf([...initiatives]),
    ...(newest !== undefined && { newest }),
    states,
    policies,
  };
}

/** Gives one and the same text for equal ones: the maps that they are keys of are several times as fast then. */
function createInterner(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const first = known.get(text);
    if (first === undefined) known.set(text, text);
    return first ?? text;
  };
}

function newGroup(subject: Required<Subject>): StatesOfRequirement {
  return { ...subject, states: [], policies: new Map(), initiatives: new Set() };
}

/** The requirements among the names of groups, each once. */
function subjectsOf(names: readonly unknown[], { groups }: FoundGroups): readonly Required<Subject>[] {
  const subjects = names.flatMap((name) => {
    const text = asText(name);
    return text === undefined ? [] : (groups(text) ?? []);
  });
  return subjects.filter((subject, index) => subjects.indexOf(subject) === index);
}

function initiativeOf(names: readonly string[]): Pick<PolicyResult, 'initiative'> {
  if (names.length === 0) return {};
  return { initiative: names.some((name) => name.toLowerCase().endsWith(BUILT_IN_INITIATIVE)) ? 'built-in' : 'other' };
}

/** The kind of a policy by its effect; undefined where that is not told. */
function kindOf(effect: string | undefined): PolicyKind | undefined {
  if (effect === undefined || effect.startsWith('[')) return undefined;
  const known = effect.toLowerCase();
  return known === 'manual' || known === 'disabled' ? known : 'automatic';
}

/** Azure's own counts, by requirement. Where several assignments have the requirement, their counts are added up. */
export function readSummary(record: JsonObject, found: FoundGroups): readonly PolicyResult[] {
  const newest = timeOfSummary(record);
  const byRequirement = new Map<string, PolicyResult>();
  for (const item of itemsOf(record, 'policyAssignments')) {
    const assignment = asObject(item) ?? {};
    const initiative = initiativeOf([textOf(assignment, 'policySetDefinitionId') ?? []].flat());
    for (const entry of itemsOf(assignment, 'policyGroups')) {
      const group = asObject(entry) ?? {};
      const counts = countsOf(asObject(valueOf(group, 'results')), found);
      const [subject] = subjectsOf([valueOf(group, 'policyGroupName')], found);
      if (!counts) found.unread++;
      if (!counts || !subject) continue;
      const { assignments = 0, ...known } = byRequirement.get(subject.requirement) ?? {};
      byRequirement.set(subject.requirement, {
        ...{ file: found.file, source: 'summary' },
        ...subject,
        ...(newest !== undefined && { newest: new Date(newest).toISOString() }),
        ...('initiative' in known && known.initiative === 'built-in' ? { initiative: known.initiative } : initiative),
        ...sum('compliant' in known ? known : NO_RESOURCES, counts),
        assignments: assignments + 1,
      });
    }
  }
  return [...byRequirement.values()];
}

type SummaryCounts = ResourceCounts & Pick<PolicyResult, 'nonCompliantOnly'>;

function sum(a: SummaryCounts, b: SummaryCounts): SummaryCounts {
  return {
    compliant: a.compliant + b.compliant,
    nonCompliant: a.nonCompliant + b.nonCompliant,
    exempt: a.exempt + b.exempt,
    unknown: a.unknown + b.unknown,
    ...((a.nonCompliantOnly ?? b.nonCompliantOnly) && { nonCompliantOnly: true }),
  };
}

/** The counts by state; older answers of Azure tell how many are not compliant, and nothing else. */
function countsOf(results: JsonObject | undefined, found: FoundGroups): SummaryCounts | undefined {
  if (!results) return undefined;
  const details = itemsOf(results, 'resourceDetails').flatMap((item) => {
    const state = textOf(asObject(item) ?? {}, 'complianceState');
    const count = asCount(valueOf(asObject(item) ?? {}, 'count'));
    return state === undefined || count === undefined ? [] : [{ state: stateOf(state, found), count }];
  });
  if (details.length === 0) {
    const nonCompliant = asCount(valueOf(results, 'nonCompliantResources'));
    return nonCompliant === undefined ? undefined : { ...NO_RESOURCES, nonCompliant, nonCompliantOnly: true };
  }
  const counts = { ...NO_RESOURCES };
  for (const { state, count } of details) counts[state] += count;
  return counts;
}

/** A summary has no time of its own; the query that Azure gives with it ends when it was asked for. */
function timeOfSummary(record: JsonObject): number | undefined {
  const uris = [record, ...itemsOf(record, 'policyAssignments')].map((part) => {
    const results = asObject(valueOf(asObject(part) ?? {}, 'results'));
    return results && textOf(results, 'queryResultsUri');
  });
  const times = uris.flatMap((uri) => {
    const [, to] = /(?:\$|%24)to=([^&]{1,60})/i.exec(uri ?? '') ?? [];
    return (
      timeOf(
        to
          ?.replaceAll('%3A', ':')
          .replaceAll('%3a', ':')
          .replace(/\+|%20/g, ' '),
      ) ?? []
    );
  });
  return times.length === 0 ? undefined : Math.max(...times);
}

/** The policies of an initiative by requirement, with their kind where a parameter of the initiative tells it. */
export function readInitiative(record: JsonObject, found: FoundGroups): readonly PolicyResult[] {
  const properties = asObject(valueOf(record, 'properties')) ?? record;
  const parameters = asObject(valueOf(properties, 'parameters')) ?? {};
  const names = [textOf(record, 'name'), textOf(record, 'id')].flatMap((name) => name ?? []);
  const initiative = initiativeOf(names);
  const byRequirement = new Map<
    string,
    Required<Subject> & { readonly policies: Map<string, PolicyKind | undefined> }
  >();
  const policiesOf = (subject: Required<Subject>): Map<string, PolicyKind | undefined> => {
    const group = byRequirement.get(subject.requirement) ?? { ...subject, policies: new Map() };
    byRequirement.set(subject.requirement, group);
    return group.policies;
  };
  // A group without a policy is told, too: nothing of it is looked at.
  const groups = itemsOf(properties, 'policyDefinitionGroups').map((group) => valueOf(asObject(group) ?? {}, 'name'));
  for (const subject of subjectsOf(groups, found)) policiesOf(subject);
  for (const item of itemsOf(properties, 'policyDefinitions')) {
    const policy = asObject(item);
    const id = policy && textOf(policy, 'policyDefinitionId')?.toLowerCase();
    if (!policy || id === undefined) {
      found.unread++;
      continue;
    }
    const kind = kindOf(effectOf(policy, parameters));
    for (const subject of subjectsOf(itemsOf(policy, 'groupNames'), found)) {
      const policies = policiesOf(subject);
      policies.set(id, kind ?? policies.get(id));
    }
  }
  return [...byRequirement.values()].map(({ policies, ...subject }): PolicyResult => ({
    ...{ file: found.file, source: 'initiative' },
    ...subject,
    ...NO_RESOURCES,
    ...initiative,
    ...countKinds([...policies.values()]),
    policies,
  }));
}

function countKinds(kinds: readonly (PolicyKind | undefined)[]): Pick<PolicyResult, 'automatic' | 'manual'> {
  const count = (wanted: PolicyKind): number => kinds.filter((kind) => kind === wanted).length;
  return { automatic: count('automatic'), manual: count('manual') };
}

/** The effect that an initiative gives a policy: itself, or as the default of a parameter. */
function effectOf(policy: JsonObject, parameters: JsonObject): string | undefined {
  const effect = asObject(valueOf(asObject(valueOf(policy, 'parameters')) ?? {}, 'effect'));
  const value = effect && textOf(effect, 'value');
  const [, name] = /^\[\s*parameters\(\s*'([^']{1,200})'\s*\)\s*\]$/i.exec(value ?? '') ?? [];
  if (name === undefined) return value;
  return textOf(asObject(valueOf(parameters, name)) ?? {}, 'defaultValue');
}

/** Who owns a requirement by Azure Policy's metadata. What is of another framework is counted among the other groups. */
export function readMetadata(record: JsonObject, found: FoundGroups): readonly PolicyResult[] {
  const properties = asObject(valueOf(record, 'properties')) ?? record;
  const owner = textOf(properties, 'owner');
  const name = textOf(record, 'name') ?? textOf(record, 'id')?.split('/').at(-1) ?? textOf(properties, 'metadataId');
  if (owner === undefined || name === undefined) {
    found.unread++;
    return [];
  }
  const [subject] = subjectsOf([name], found);
  return subject ? [{ file: found.file, source: 'metadata', ...subject, ...NO_RESOURCES, owner }] : [];
}
