/** The kinds of files that are read: states by resource, Azure's own counts, an initiative, and its metadata. */
export type PolicySource = 'states' | 'summary' | 'initiative' | 'metadata';

/** What a resource is by a policy. `unknown` stands for conflicts, errors and what has not been evaluated, too. */
export const RESOURCE_STATES = ['nonCompliant', 'unknown', 'exempt', 'compliant'] as const;
export type ResourceState = (typeof RESOURCE_STATES)[number];

/** Resources by their state. */
export type ResourceCounts = Readonly<Record<ResourceState, number>>;

/** What one policy found of one resource. Ids are in lower case, for Azure itself writes them in any. */
export interface PolicyState {
  readonly resource: string;
  /** The resource, the assignment, and the policy's place in it: what a newer state of replaces an older one. */
  readonly evaluation: string;
  readonly state: ResourceState;
  /** In milliseconds; undefined where the file does not tell it. */
  readonly time?: number;
}

/** Who finds out whether a policy is met: Azure by itself, or a person. A policy that is switched off does neither. */
export type PolicyKind = 'automatic' | 'manual' | 'disabled';

/** What one file of Azure Policy results says of one requirement. A partial view, and never a responsibility (README, rule 9). */
export interface PolicyResult extends ResourceCounts {
  readonly file: string;
  readonly source: PolicySource;
  /** Canonical. */
  readonly requirement: string;
  readonly control: string;
  /** Whether it is of the built-in initiative HITRUST/HIPAA; undefined where the file does not tell. */
  readonly initiative?: 'built-in' | 'other';
  /** The newest state's time, or when a summary was asked for: ISO 8601, UTC. */
  readonly newest?: string;
  /** Of a list: what the counts are made of, so that files can be put together by resource. */
  readonly states?: readonly PolicyState[];
  /** Of a summary that tells non-compliant resources only: the other counts are not known. */
  readonly nonCompliantOnly?: true;
  /** Of a summary: how many assignments were added up. A resource under two of them is counted twice. */
  readonly assignments?: number;
  /** The policies of the requirement by their definition's id; undefined where the file does not tell its kind. */
  readonly policies?: ReadonlyMap<string, PolicyKind | undefined>;
  /** Policies of the group, where the file tells their kind. */
  readonly automatic?: number;
  readonly manual?: number;
  /** Who the metadata calls the owner: Customer, Microsoft or Shared. This is not inheritability. */
  readonly owner?: string;
}

export const NO_RESOURCES: ResourceCounts = { compliant: 0, nonCompliant: 0, exempt: 0, unknown: 0 };

/**
 * Counts each resource once, by all states of one requirement: non-compliant if any policy says so, else unknown if any
 * could not tell, else exempt if it is exempt from all, else compliant. Of several states of one resource by one policy
 * the newest counts; of equally new ones that which stands first in `RESOURCE_STATES`.
 */
export function countResources(states: Iterable<PolicyState>): ResourceCounts {
  const newest = new Map<string, PolicyState>();
  for (const state of states) {
    const known = newest.get(state.evaluation);
    if (!known || isPreferred(state, known)) newest.set(state.evaluation, state);
  }
  const resources = new Map<string, ResourceState>();
  for (const { resource, state } of newest.values()) {
    const known = resources.get(resource);
    resources.set(resource, known === undefined ? state : together(known, state));
  }
  const counts = { ...NO_RESOURCES };
  for (const state of resources.values()) counts[state]++;
  return counts;
}

function isPreferred(state: PolicyState, known: PolicyState): boolean {
  const [time, knownTime] = [state.time ?? -Infinity, known.time ?? -Infinity];
  if (time !== knownTime) return time > knownTime;
  return RESOURCE_STATES.indexOf(state.state) < RESOURCE_STATES.indexOf(known.state);
}

function together(a: ResourceState, b: ResourceState): ResourceState {
  if (a === b) return a;
  return (['nonCompliant', 'unknown'] as const).find((worst) => a === worst || b === worst) ?? 'compliant';
}

/** The newest of some times as ISO 8601; undefined where none is known. */
export function newestOf(states: Iterable<PolicyState>): string | undefined {
  let newest = -Infinity;
  for (const { time } of states) if (time !== undefined && time > newest) newest = time;
  return newest === -Infinity ? undefined : new Date(newest).toISOString();
}
