import type { Catalog } from '../csf/catalog';
import { readSubject, type Subject } from '../csf/subject';
import { shortened } from '../csv';
import { createLineIndex } from '../lineIndex';
import { problem, type Problem } from '../problems';
import { finish, type Steps } from '../steps';
import { decodeText } from '../text';
import { findJsonFault } from './jsonFault';
import { asArray, asObject, type JsonObject, textOf, valueOf } from './looseJson';
import type { PolicyResult } from './policyResults';
import {
  type FoundGroups,
  type GroupReader,
  readInitiative,
  readMetadata,
  readSummary,
  stateSteps,
} from './policyRecords';

export interface PolicyReading {
  readonly results: readonly PolicyResult[];
  readonly problems: readonly Problem[];
}

/** So many examples say what kind of thing a problem is about. */
const EXAMPLES = 3;

/**
 * Reads a file of Azure Policy, as `az` and REST print it: states (`az policy state list`), counts (`az policy state
 * summarize`), an initiative (`az policy set-definition show`) or metadata (`az policy metadata`). Which it is, is told by
 * what stands in it; one file may hold several. Groups that are no requirement of HITRUST CSF are counted, and said.
 *
 * @param name how the file is called in messages
 */
export function* policySteps(bytes: Uint8Array, file: string, name: string, catalog: Catalog): Steps<PolicyReading> {
  const fail = (failure: Problem): PolicyReading => ({ results: [], problems: [failure] });
  const decoded = decodeText(bytes);
  if (!decoded) return fail(problem('file-not-text', file, undefined, name));
  const text = decoded.text.replace(/^\ufeff/, '');
  if (text.trim() === '') return fail(problem('file-empty', file, undefined, name));
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    const at = findJsonFault(text);
    const line = at === undefined ? undefined : createLineIndex(text).positionAt(at).line + 1;
    return fail(problem('policy-syntax', file, line === undefined ? undefined : { line }, name));
  }
  yield;
  return yield* recordSteps(root, file, name, catalog);
}

/** All of `policySteps` at once. */
export function readPolicyFile(bytes: Uint8Array, file: string, name: string, catalog: Catalog): PolicyReading {
  return finish(policySteps(bytes, file, name, catalog));
}

function* recordSteps(root: unknown, file: string, name: string, catalog: Catalog): Steps<PolicyReading> {
  const list = listIn(root);
  const tally = createTally();
  const found: FoundGroups = {
    groups: createGroupReader(catalog, tally),
    file,
    unread: 0,
    ungrouped: 0,
    unknownStates: new Map(),
  };
  const records = { states: [] as JsonObject[], others: [] as (readonly PolicyResult[])[] };
  for (const item of list) {
    const record = asObject(item);
    const kind = record && kindOf(record);
    if (!record || !kind) found.unread++;
    else if (kind === 'states') records.states.push(record);
    else records.others.push(READERS[kind](record, found));
  }
  const results = [...(yield* stateSteps(records.states, found)), ...records.others.flat()];
  return { results, problems: [...problemsOf(root, list, found, tally, records.states.length, name)] };
}

const READERS = { summary: readSummary, initiative: readInitiative, metadata: readMetadata };

/** An array, REST's `value`, or the one thing that the file is. */
function listIn(root: unknown): readonly unknown[] {
  const object = asObject(root);
  return asArray(root) ?? (object && asArray(valueOf(object, 'value'))) ?? [root];
}

function kindOf(record: JsonObject): PolicyResult['source'] | undefined {
  if (valueOf(record, 'complianceState') !== undefined) return 'states';
  if (asArray(valueOf(record, 'policyAssignments'))) return 'summary';
  const properties = asObject(valueOf(record, 'properties')) ?? record;
  if (asArray(valueOf(properties, 'policyDefinitions'))) return 'initiative';
  const type = `${textOf(record, 'type') ?? ''} ${textOf(record, 'id') ?? ''}`.toLowerCase();
  const isMetadata = type.includes('policymetadata') || textOf(properties, 'metadataId') !== undefined;
  return isMetadata || textOf(properties, 'owner') !== undefined ? 'metadata' : undefined;
}

/** The groups of a file that are no requirement, by what they are instead. */
interface Tally {
  readonly controls: Set<string>;
  readonly others: Set<string>;
}

function createTally(): Tally {
  return { controls: new Set(), others: new Set() };
}

/** Reads the names of groups, each once: a file repeats a few hundred of them a few hundred thousand times. */
function createGroupReader(catalog: Catalog, { controls, others }: Tally): GroupReader {
  const known = new Map<string, Required<Subject> | undefined>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    const subject = readSubject(name, catalog);
    const isRequirement = typeof subject !== 'string' && subject.requirement !== undefined;
    const read = isRequirement ? { control: subject.control, requirement: subject.requirement } : undefined;
    if (!read) (typeof subject === 'string' ? others : controls).add(name);
    known.set(name, read);
    return read;
  };
}

function* problemsOf(
  root: unknown,
  list: readonly unknown[],
  { file, unread, ungrouped, unknownStates }: FoundGroups,
  { controls, others }: Tally,
  states: number,
  name: string,
): Iterable<Problem> {
  if (list.length === 0) yield problem('policy-empty', file, undefined, name);
  else if (unread === list.length) yield problem('policy-not-recognised', file, undefined, name);
  else if (unread > 0) yield problem('policy-unread', file, undefined, name, unread);
  if (hasNextPage(root)) yield problem('policy-next-page', file, undefined, name);
  else if (states > 0 && states % PAGE === 0) yield problem('policy-cut-off', file, undefined, name, states);
  for (const [state, count] of unknownStates) {
    yield problem('policy-unknown-state', file, undefined, shortened(state), count);
  }
  if (ungrouped > 0) yield problem('policy-without-group', file, undefined, ungrouped);
  if (controls.size > 0) yield problem('policy-control-group', file, undefined, controls.size, examples(controls));
  if (others.size > 0) yield problem('policy-other-group', file, undefined, others.size, examples(others));
}

/** Azure gives so many states at a time, and people ask for round numbers. */
const PAGE = 1000;

function hasNextPage(root: unknown): boolean {
  const object = asObject(root);
  return ['@odata.nextLink', 'nextLink', 'odatanextlink'].some((key) => object && textOf(object, key) !== undefined);
}

function examples(names: ReadonlySet<string>): readonly string[] {
  return [...names].slice(0, EXAMPLES).map((name) => shortened(name));
}
