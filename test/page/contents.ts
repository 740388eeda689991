// Summaries of any size for the page, the same at each run.
import { RESPONSIBILITY_ORDER, STATUSES, type Status } from '../../src/core/assessment/status';
import { catalog } from '../../src/core/csf/catalog';
import { groupBy } from '../../src/core/groupBy';
import { english, message } from '../../src/core/message';
import type { Bar, Facet, Row, SummaryContent, Valued } from '../../src/summary/content';
import type { EvidenceDocument, Place, RowDetails } from '../../src/summary/details';
import { type Label, LABELS, type Labels } from '../../src/summary/labels';
import type { SummaryMessage } from './harness';

export interface Size {
  readonly controls: number;
  /** None: without a requirement list. */
  readonly requirements: number;
}

/** That of the sample assessment, of everything that the framework and its requirements are, and of far more than there is. */
export const SAMPLE: Size = { controls: 44, requirements: 241 };
export const FULL: Size = { controls: 156, requirements: 2_568 };
export const HUGE: Size = { controls: 156, requirements: 29_844 };

export const EMPTY: Size = { controls: 0, requirements: 0 };

export function summaryMessage(size: Size, changes: Partial<SummaryMessage> = {}): SummaryMessage {
  return {
    type: 'summary',
    assessment: 'portal',
    assessments: [{ id: 'portal', name: 'Portal' }],
    summary: createContents(size),
    savedFilters: [],
    revision: 1,
    ...changes,
  };
}

export function createContents({ controls, requirements }: Size): SummaryContent {
  const hasList = requirements > 0;
  const rows = createRows(controls, requirements);
  const counted = rows.filter(({ control }) => hasList === (control !== ''));
  const open = counted.filter(({ status }) => status === 'needs-evidence').length;
  return {
    title: 'Portal',
    counted: hasList ? 'requirements' : 'controls',
    headline: {
      text: `${open} of ${counted.length} ${hasList ? 'requirements' : 'controls'} still need evidence`,
      parts: [`${counted.filter(({ status }) => status === 'coverage-needed').length} need coverage`],
      note: hasList ? '' : 'Without a requirement list no percentage is shown.',
    },
    facts: [
      { label: 'Submission', text: 'in 173 days, 2027-05-14' },
      { label: 'Stale next', text: 'Access control policy, in 12 days' },
    ],
    bars: {
      all: barOf('', 'Everything in scope', counted),
      category: barsOf('category', counted, ({ category }) => category),
      domain: hasList ? barsOf('domain', counted, ({ domain }) => domain[0] ?? '') : [],
    },
    notes: ['Matrix: azure-srm-illustrative.csv, 613 entries', `Requirements in scope: ${requirements}`],
    hasMatrix: true,
    project: {
      title: 'Open on the whole assessment',
      items: [{ text: 'Azure Key Vault is in use, and not in the audit scope', why: 'Rule 6: what is out of scope' }],
    },
    ahead: [{ title: 'Comes due', rows: [{ name: '2027-05-14', text: 'submission' }] }],
    rows,
    values: valuesOf(rows),
    problems: { title: 'What keeps this summary from being whole', texts: [] },
    labels: labels(),
  };
}

/** What unfolds below a row; for every third one there is much to tell, for some there is nothing. */
export function detailsOf({ id, evidence, references, requests }: Row): RowDetails {
  const several = (count: number, kind: string): readonly Place[] =>
    Array.from({ length: count }, (_, index) => {
      const text = `${kind} ${index + 1}`;
      return { index, text, label: `${text}, of ${id}` };
    });
  const documents = several(evidence, 'Access control policy').map((place): EvidenceDocument => ({
    ...place,
    isLink: place.index % 2 === 1,
    dated: place.index % 3 === 2 ? '' : '2026-11-02',
    rows: several(2, 'policy, evidence.csv, line'),
  }));
  return {
    id,
    open: [{ text: 'needs implemented evidence', why: 'Rule 3: a part of it is the customer’s' }],
    notices: [{ text: 'can be tested from 2027-01-01 on', why: 'Rule 5: 60 days in place' }],
    matrix: several(2, 'azure-srm-illustrative.csv, line').map((place) => ({
      ...place,
      customer: 'The customer decides who has access, reviews it each quarter, and keeps the record of it. '.repeat(3),
      provider: place.index === 0 ? 'Azure operates the directory.' : '',
    })),
    rollUp: ['2 of 5 elements are the customer’s'],
    evidence: documents,
    notYetMapped: documents.slice(0, 1),
    requests: several(requests, 'submitted 10 days ago, inheritance-requests.csv, line'),
    policy: references % 2 === 0 ? [] : ['2027-03-20: 1 non-compliant of 4 resources, a partial view'],
    documents: references === 0 ? [] : [{ name: 'a.md', path: 'docs/a.md', places: several(references, 'line') }],
    steps: [
      { text: 'The matrix says Shared', why: 'azure-srm-illustrative.csv, line 11' },
      { text: 'Needs evidence', why: 'Rule 8: the first status that fits' },
    ],
  };
}

/** `detailsOf` by id, for a page that asks. */
export function answerDetails({ summary }: SummaryMessage): (id: string) => RowDetails | undefined {
  const byId = new Map(summary.rows.map((row) => [row.id, row]));
  return (id) => {
    const row = byId.get(id);
    return row && detailsOf(row);
  };
}

/** The page's words in English, as a host translates them. */
export function labels(): Labels {
  const words = Object.entries(LABELS).map(([label, code]) => [label, english(message(code, '{0}', '{1}'))]);
  return Object.fromEntries(words) as Record<Label, string>;
}

const OPEN: readonly string[] = ['policy', 'procedure', 'implemented', 'coverage'];
const OWNERS: readonly string[] = ['Ines', 'Jörg', 'Platform team'];
const DOCUMENTS: readonly string[] = ['scoping/access-control.md', 'scoping/network.md', 'README.adoc'];

function createRows(controls: number, requirements: number): readonly Row[] {
  const known = [...catalog.controls.values()];
  const domains = [...catalog.domains.keys()];
  return Array.from({ length: controls }, (_, number) => {
    const { id, title } = known[number] ?? { id: `own.${number}`, title: 'A control of one’s own' };
    const category = id.split('.')[0] ?? '';
    const from = Math.ceil((requirements * number) / controls);
    const to = Math.ceil((requirements * (number + 1)) / controls);
    const own = Array.from({ length: to - from }, (_, index) => {
      const requirement = `${1_000 + from + index}.${id.replace('.', '')}1System.${from + index}`;
      const base = createRow(requirement, title, category, from + index);
      return { ...base, control: id, domain: [at(domains, from + index)] };
    });
    const domain = [...new Set(own.flatMap((row) => row.domain))].sort();
    return [{ ...createRow(id, title, category, number), domain }, ...own];
  }).flat();
}

function createRow(id: string, title: string, category: string, number: number): Row {
  const status = at<Status>(STATUSES, number * number);
  return {
    id,
    control: '',
    title,
    responsibility: at(RESPONSIBILITY_ORDER, number),
    status,
    open: status === 'needs-evidence' ? OPEN.slice(number % 3) : status === 'coverage-needed' ? ['coverage'] : [],
    category,
    domain: [],
    document: number % 5 === 0 ? [] : DOCUMENTS.slice(number % DOCUMENTS.length),
    owner: number % 4 === 0 ? [] : [at(OWNERS, number)],
    due: number % 3 === 0 ? `2027-0${(number % 9) + 1}-14` : '',
    evidence: number % 4,
    requests: number % 3,
    references: number % 7,
  };
}

function valuesOf(rows: readonly Row[]): SummaryContent['values'] {
  const own = (found: readonly string[]): readonly Valued[] =>
    [...new Set(found)].sort().map((value) => ({ value, label: value }));
  return {
    status: STATUSES.map((value) => ({ value, label: english(message(`status-${value}`)) })),
    responsibility: RESPONSIBILITY_ORDER.map((value) => ({ value, label: english(message(value)) })),
    open: OPEN.map((value) => ({ value, label: value })),
    category: titled('category', new Set(rows.map(({ category }) => category))),
    domain: titled('domain', new Set(rows.flatMap(({ domain }) => domain))),
    document: own(rows.flatMap(({ document }) => document)),
    owner: own(rows.flatMap(({ owner }) => owner)),
  } satisfies Readonly<Record<Facet, readonly Valued[]>>;
}

function titled(axis: 'category' | 'domain', ids: ReadonlySet<string>): readonly Valued[] {
  const titles = axis === 'category' ? catalog.categories : catalog.domains;
  return [...ids].sort().map((id) => ({ value: id, label: `${id} ${titles.get(id)?.title ?? ''}`.trim() }));
}

function barsOf(axis: 'category' | 'domain', rows: readonly Row[], partOf: (row: Row) => string): readonly Bar[] {
  const parts = groupBy(rows, partOf);
  return titled(axis, new Set(parts.keys())).map(({ value, label }) => barOf(value, label, parts.get(value) ?? []));
}

function barOf(value: string, label: string, rows: readonly Row[]): Bar {
  const segments = STATUSES.map((status) => ({
    value: status,
    label: english(message(`status-${status}`)),
    count: rows.filter((row) => row.status === status).length,
  }));
  return { value, label, segments: segments.filter(({ count }) => count > 0) };
}

function at<T>(values: readonly T[], index: number): T {
  return values[index % values.length] as T;
}
