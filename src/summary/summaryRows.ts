import { MATURITY_LEVELS } from '../core/assessment/maturity';
import type { OpenItem } from '../core/assessment/openItems';
import { type RowFacts, rowsOfControl } from '../core/assessment/rowFacts';
import { RESPONSIBILITY_ORDER, STATUSES, statusWord } from '../core/assessment/status';
import type { ControlSummary, Summary } from '../core/assessment/summary';
import type { Catalog } from '../core/csf/catalog';
import { type Message, message, type Translate } from '../core/message';
import type { Files } from '../workspace/files';
import type { Facet, Row, SummaryContent, Valued } from './content';

/** What can be open beside a maturity level that wants evidence, in the order in which it is shown. */
const OPEN_KINDS = ['unknown', 'coverage-needed', 'service-out-of-scope', 'awaiting-approval'] as const;
const OPEN_VALUES = [...MATURITY_LEVELS, ...OPEN_KINDS];

/** In the framework's order, each control followed by its listed requirements. */
export function createRows(summary: Summary, files: Pick<Files, 'label'>): readonly Row[] {
  const labels = new Map<string, string>();
  const labelOf = (file: string): string => {
    const label = labels.get(file) ?? files.label(file);
    labels.set(file, label);
    return label;
  };
  return summary.controls.flatMap((control) =>
    rowsOfControl(control, summary).map((facts) => createRow(facts, control, labelOf)),
  );
}

function createRow(facts: RowFacts, control: ControlSummary, labelOf: (file: string) => string): Row {
  const { id, isRequirement, units, evidence, requests, references } = facts;
  const [unit] = units;
  const own = isRequirement && unit ? unit : undefined;
  const listed = units.flatMap((each) => each.listed ?? []);
  return {
    id,
    control: own ? control.id : '',
    title: control.title,
    responsibility: (own ? own.verdict.responsibility : control.responsibility) ?? 'unknown',
    status: own ? own.status : control.status,
    open: openOf(own ? own.openItems : control.openItems),
    category: control.category,
    domain: distinct(listed.map(({ domain }) => domain)),
    document: distinct(references.map(({ file }) => file)).map(labelOf),
    owner: distinct(listed.flatMap(({ owner }) => owner ?? [])),
    due: distinct(listed.flatMap(({ due }) => due ?? []))[0] ?? '',
    evidence: evidence.length,
    requests: requests.length,
    references: references.length,
  };
}

/** Each once, sorted. Most rows are requirements, and have one of each at most. */
function distinct(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)].toSorted();
}

function openOf(items: readonly OpenItem[]): readonly string[] {
  const values = items.map(openValueOf);
  return values.length < 2 ? values : OPEN_VALUES.filter((value) => values.includes(value));
}

/** Evidence that is missing and evidence that is not in time are wanted alike. */
function openValueOf({ kind, maturity }: OpenItem): string {
  return (kind === 'needs-evidence' || kind === 'late-evidence' ? maturity : undefined) ?? kind;
}

/** The values that rows have, with their words, in the order in which they are shown. */
export function createValues(
  rows: readonly Row[],
  summary: Pick<Summary, 'basis'>,
  { categories, domains }: Pick<Catalog, 'categories' | 'domains'>,
  translate: Translate,
): SummaryContent['values'] {
  const foundIn = (facet: Facet): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const { [facet]: values } of rows) {
      if (typeof values === 'string') found.add(values);
      else for (const value of values) found.add(value);
    }
    return found;
  };
  const inOrder = <T extends string>(facet: Facet, order: readonly T[], word: (value: T) => Message) => {
    const found = foundIn(facet);
    return order.filter((value) => found.has(value)).map((value) => ({ value, label: translate(word(value)) }));
  };
  const sorted = (facet: Facet, labelOf: (value: string) => string): readonly Valued[] =>
    [...foundIn(facet)].toSorted().map((value) => ({ value, label: labelOf(value) }));
  return {
    status: inOrder('status', STATUSES, (status) => statusWord(status, summary)),
    responsibility: inOrder('responsibility', RESPONSIBILITY_ORDER, (value) => message(value)),
    open: inOrder('open', OPEN_VALUES, (value) => message(isKind(value) ? `headline-${value}` : value)),
    category: sorted('category', (id) => partLabel(id, categories.get(id)?.title)),
    domain: sorted('domain', (id) => partLabel(id, domains.get(id)?.title)),
    document: namesOf([...foundIn('document')].toSorted()),
    owner: sorted('owner', (owner) => owner),
  };
}

/** `01 Access Control` */
export function partLabel(id: string, title = ''): string {
  return `${id} ${title}`.trim();
}

function isKind(value: string): value is (typeof OPEN_KINDS)[number] {
  return OPEN_KINDS.some((kind) => kind === value);
}

/** Documents by their names; those that share one by what tells them apart. */
function namesOf(labels: readonly string[]): readonly Valued[] {
  const names = labels.map((label) => label.slice(label.lastIndexOf('/') + 1));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return labels.map((value, index) => {
    const name = names[index] ?? value;
    return { value, label: counts.get(name) === 1 ? name : value };
  });
}
