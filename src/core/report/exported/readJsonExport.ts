import { tellEvent } from '../../assessment/readiness';
import { type Message, message, type Translate } from '../../message';
import { isExport, TOOL } from '../exportMark';
import type { CopyMark } from '../report';
import type { Value } from './cells';
import { countProblems, fieldProblem } from './checkRows';
import type { ExportedSummary, ExportedTables, TableName } from './exportedSummary';
import { emptyTables } from './exportSteps';
import {
  eachStatus,
  type Figure,
  type Manifest,
  type ManifestMatrix,
  type ManifestProfile,
  profileOf,
} from './manifest';
import type { ExportReading } from './readExport';
import { ofManifest, shownFields } from './shownRows';
import { type Field, TABLE_NAMES, TABLES } from './tables';

type Json = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, Value>>;

/**
 * Reads the JSON of an exported summary back. Undefined where it is none; of one that somebody changed since, what cannot
 * be read is left out, and said.
 */
export function readJsonExport(text: string, translate: Translate): ExportReading | undefined {
  const parsed = parse(text);
  if (parsed === undefined) return isExport(text) ? { failure: 'export-not-whole' } : undefined;
  const file = record(parsed);
  const head = record(file['head']);
  const { tool } = head;
  if (typeof tool !== 'string' || !tool.startsWith(`${TOOL} `)) return undefined;
  const tables = emptyTables() as Record<TableName, Row[]>;
  for (const control of records(file['controls'])) takeControl(control, tables, translate);
  const take = (name: TableName, key: string, pick: (item: Json) => Row): void => {
    tables[name] = records(file[key]).map(pick);
  };
  take('gaps', 'gaps', (gap) => values(gap));
  take('project', 'project', (item) => values(item, 'message', 'why'));
  take('calendar', 'calendar', (event) => eventRow(event, translate));
  take('unresolved', 'unresolved', (item) => values(item, 'text', 'reason', 'file', 'line', 'column'));
  take('problems', 'problems', (item) => values(item, 'message', 'file', 'line', 'column'));
  for (const name of TABLE_NAMES) tables[name] = tables[name].map((row) => withoutBlank(row, TABLES[name].fields));
  // The rows have the fields of the tables' types: the schema of the export says so.
  const summary: ExportedSummary = { manifest: manifest(head), ...(tables as unknown as ExportedTables) };
  return { summary, problems: [...rowProblems(tables, summary.manifest), ...countProblems(summary.manifest, summary)] };
}

/** A row is told by its table and its number in it. */
function rowProblems(tables: Readonly<Record<TableName, readonly Row[]>>, manifest: Manifest): readonly Message[] {
  return TABLE_NAMES.flatMap((name) => {
    const { record: kind } = TABLES[name];
    const fields = shownFields(name, ofManifest(manifest));
    return tables[name].flatMap((row, index) =>
      fields.flatMap((field) => {
        const value = row[field.name];
        const problem =
          value === undefined && field.type === 'text' && !field.isOptional
            ? message('export-blank', message(`column-${field.heading ?? field.column}`))
            : fieldProblem(field, value, textOf(value));
        return problem ? [message('export-at-record', message(kind), index + 1, problem)] : [];
      }),
    );
  });
}

function textOf(value: Value | undefined): string {
  return value === undefined ? '' : String(value);
}

function takeControl(control: Json, tables: Record<TableName, Row[]>, translate: Translate): void {
  const id = words(control['id']);
  const { responsibility, allRequirements } = control;
  const requirementList = records(control['requirements']);
  // A copy that leaves the controls out names them only for what it tells of them.
  if (control['status'] !== null)
    tables.controls.push({
      ...values(control, 'id', 'title', 'status'),
      responsibility: whose(responsibility),
      ...(typeof allRequirements === 'number' && {
        part: translate(message('report-part-of-control', requirementList.length, allRequirements)),
      }),
      ...(allRequirements === null && { part: translate(message('report-some-of-control')) }),
    });
  const take = (name: TableName, key: string, ...names: readonly string[]): void => {
    for (const item of records(control[key])) tables[name].push({ control: id, ...values(item, ...names) });
  };
  take('openItems', 'openItemRows', 'message', 'maturity', 'requirements', 'why');
  take('evidence', 'evidenceRows', ...EVIDENCE);
  take('notYetMapped', 'notYetMappedRows', ...EVIDENCE);
  take('requests', 'requestRows');
  take('references', 'places', 'text', 'file', 'line', 'column');
  take('notices', 'noticeRows', 'requirements', 'message', 'why');
  take('policy', 'policyRows');
  const requirements = new Map(requirementList.map((each) => [each['id'], each]));
  for (const unit of records(control['units'])) {
    const requirement = requirements.get(unit['id']);
    if (requirement) tables.requirements.push(requirementRow(id, requirement, record(unit['listed'])));
  }
}

const EVIDENCE = [
  'requirement',
  'maturity',
  'title',
  'location',
  'state',
  'file',
  'line',
  'approved_on',
  'effective_from',
  'reviewed_on',
  'captured_on',
];

function requirementRow(control: string, requirement: Json, listed: Json): Row {
  return {
    control,
    ...values(requirement, 'id', 'cvid', 'domain', 'inheritability', 'status'),
    responsibility: whose(requirement['responsibility']),
    ...values(listed),
  };
}

function whose(responsibility: unknown): string {
  return typeof responsibility === 'string' ? responsibility : 'unknown';
}

function eventRow(event: Json, translate: Translate): Row {
  const { date, message: said, controls, requirements } = event;
  const told = tellEvent({
    message: words(said),
    controls: amount(controls),
    requirements: amount(requirements),
  });
  return { date: words(date), message: translate(told) };
}

function manifest(head: Json): Manifest {
  const { tool, copy, profile, name, date, basis, filter, counts, unresolved } = head;
  const { controls, requirements, byStatus } = record(counts);
  return {
    tool: words(tool),
    ...(copy !== undefined && { copy: values(record(copy)) as unknown as CopyMark }),
    ...(profile !== undefined && { profile: readProfile(record(profile)) }),
    name: typeof name === 'string' ? name : null,
    date: words(date),
    basis: basis === 'requirements' ? 'requirements' : 'documents',
    ...(filter !== undefined && { filter: readFilter(record(filter)) }),
    assumptions: list(head['assumptions']).map(words),
    matrices: records(head['matrices']).map((matrix) => ({
      ...(values(matrix, 'file', 'entries', 'version', 'preamble') as unknown as ManifestMatrix),
      sha256: typeof matrix['sha256'] === 'string' ? matrix['sha256'] : null,
    })),
    counts: {
      controls: figure(controls),
      requirements: figure(requirements),
      byStatus: eachStatus((status) => figure(record(byStatus)[status])),
    },
    unresolved: figure(unresolved),
  };
}

function readProfile({ id, title, fields }: Json): ManifestProfile {
  return profileOf(new Set(list(fields).map(words)), { id: words(id), title: words(title) });
}

function readFilter({ words: filter, message: said, ...figures }: Json): NonNullable<Manifest['filter']> {
  return {
    words: words(filter),
    controls: figure(figures['controls']),
    allControls: figure(figures['allControls']),
    requirements: figure(figures['requirements']),
    allRequirements: figure(figures['allRequirements']),
    message: words(said),
  };
}

function figure(value: unknown): Figure {
  return value === null ? null : amount(value ?? 0);
}

/** A value as text; nothing of what no text is made of, such as an object that says it can be none. */
function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function amount(value: unknown): number {
  return typeof value === 'object' ? NaN : Number(value);
}

/** An empty text where there need not be any is none. */
function withoutBlank(row: Row, fields: readonly Field[]): Row {
  const blank = new Set(
    fields.filter(({ name, isOptional }) => isOptional && row[name] === '').map(({ name }) => name),
  );
  return blank.size === 0 ? row : Object.fromEntries(Object.entries(row).filter(([name]) => !blank.has(name)));
}

/** What an object has under some names, or under all, as far as a row can hold it. */
function values(from: Json, ...names: readonly string[]): Row {
  const all: Record<string, Value> = {};
  for (const name of names.length > 0 ? names : Object.keys(from)) {
    const value = from[name];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') all[name] = value;
    else if (Array.isArray(value)) all[name] = value.map(words);
  }
  return all;
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function records(value: unknown): readonly Json[] {
  return list(value).map(record);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
