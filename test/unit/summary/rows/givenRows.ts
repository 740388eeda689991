import * as fc from 'fast-check';
import { ofEach, type Row, type SummaryContent } from '../../../../src/summary/content';
import { LABELS, type Labels } from '../../../../src/summary/labels';
import { ALL, COLUMNS, GROUPINGS, type View } from '../../../../src/summary/pageState';
import { type Arrange, createArrange } from '../../../../src/summary/rows/arrange';
import type { Arrangement } from '../../../../src/summary/rows/lines';

type Rows = Pick<SummaryContent, 'rows' | 'values' | 'labels'>;

export const LABELLED = {
  ...ofEach(Object.keys(LABELS) as (keyof Labels)[], ''),
  none: 'None',
  inNoDomain: 'In no domain',
  inNoDocument: 'In no document',
  noOwner: 'No owner',
} as Labels;

export const VALUES: SummaryContent['values'] = {
  status: [
    { value: 'needs-evidence', label: 'Needs evidence' },
    { value: 'coverage-needed', label: 'Coverage needed' },
    { value: 'complete', label: 'Complete' },
  ],
  responsibility: [
    { value: 'customer', label: 'Customer' },
    { value: 'shared', label: 'Shared' },
    { value: 'azure', label: 'Azure' },
  ],
  open: [
    { value: 'policy', label: 'policy' },
    { value: 'procedure', label: 'procedure' },
    { value: 'request', label: 'request' },
  ],
  category: [
    { value: '01', label: '01 Access Control' },
    { value: '10', label: '10 Information Systems' },
  ],
  domain: [
    { value: '11', label: '11 Access Control' },
    { value: '19', label: '19 Data Protection & Privacy' },
  ],
  document: [
    { value: 'file:///docs/a.md', label: 'a.md' },
    { value: 'file:///docs/b.md', label: 'b.md' },
  ],
  owner: [
    { value: 'ann', label: 'Ann' },
    { value: 'bob', label: 'Bob' },
  ],
};

/** A row; what is not given is nothing. */
export function row(id: string, given: Partial<Row> = {}): Row {
  return {
    id,
    control: '',
    title: '',
    responsibility: 'customer',
    status: 'needs-evidence',
    open: [],
    category: id.slice(0, 2),
    domain: [],
    document: [],
    owner: [],
    due: '',
    evidence: 0,
    requests: 0,
    references: 0,
    ...given,
  };
}

/** Three controls, the first with three requirements, the second with one; the third with none. */
export const ROWS: readonly Row[] = [
  row('01.a', { title: 'Access Control Policy', document: ['file:///docs/a.md'], evidence: 2 }),
  row('1101.01a1System.1', {
    control: '01.a',
    title: 'Access Control Policy',
    category: '01',
    domain: ['11'],
    owner: ['bob'],
    due: '2027-02-01',
    open: ['policy'],
  }),
  row('1102.01a2System.2', {
    control: '01.a',
    title: 'Access Control Policy',
    category: '01',
    status: 'complete',
    responsibility: 'azure',
    domain: ['11'],
    owner: ['ann', 'bob'],
    due: '2027-01-01',
    evidence: 2,
  }),
  row('1903.01a3System.3', {
    control: '01.a',
    title: 'Access Control Policy',
    category: '01',
    status: 'coverage-needed',
    responsibility: 'shared',
    domain: ['19'],
    open: ['request'],
    requests: 1,
  }),
  row('01.c', {
    title: 'Privilege Management',
    status: 'complete',
    document: ['file:///docs/a.md', 'file:///docs/b.md'],
    references: 3,
  }),
  row('1143.01c1System.123', {
    control: '01.c',
    title: 'Privilege Management',
    category: '01',
    status: 'complete',
    domain: ['11'],
    document: ['file:///docs/b.md'],
    references: 1,
  }),
  row('10.b', { title: 'Input Data Validation', status: 'coverage-needed', responsibility: 'shared', references: 1 }),
];

export function given(rows: readonly Row[] = ROWS): Rows {
  return { rows, values: VALUES, labels: LABELLED };
}

const NONE: ReadonlySet<string> = new Set();

/** What is in the table with a view that differs so from one that shows all. */
export function arranged(
  view: Partial<View>,
  {
    open = [],
    folded = [],
    arrange = createArrange(given()),
  }: {
    readonly open?: readonly string[];
    readonly folded?: readonly string[];
    readonly arrange?: Arrange;
  } = {},
): Arrangement {
  return arrange({ ...ALL, ...view }, open.length > 0 ? new Set(open) : NONE, new Set(folded));
}

export function facets(given: Partial<View['facets']>): Pick<View, 'facets'> {
  return { facets: { ...ALL.facets, ...given } };
}

/** A line a text: a row's id, further in at level 2, and a group's label and count. */
export function told({ lines }: Arrangement): readonly string[] {
  return lines.map((line) =>
    line.kind === 'group' ? `${line.label} (${line.count})` : line.level === 2 ? `  ${line.row.id}` : line.row.id,
  );
}

const some = <T extends string>(...values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });

const anyOwn = fc.record({
  responsibility: fc.constantFrom('customer', 'shared', 'azure', 'strange'),
  status: fc.constantFrom('needs-evidence', 'coverage-needed', 'complete'),
  open: some('policy', 'procedure', 'request', 'strange'),
  domain: some('11', '19'),
  document: some('file:///docs/a.md', 'file:///docs/b.md', 'file:///docs/strange.md'),
  owner: some('ann', 'bob', 'Çelik\n01.a'),
  due: fc.constantFrom('', '2027-01-01', '2027-02-01'),
  evidence: fc.nat(2),
  requests: fc.nat(2),
  references: fc.nat(2),
});

const anyTitle = fc.constantFrom('Access Control Policy', 'Privilege Management', 'Passwörter İstanbul', '');

/** Rows as a summary has them: controls in order, each followed by its requirements, if any. */
export const anyRows: fc.Arbitrary<readonly Row[]> = fc
  .array(fc.record({ title: anyTitle, own: anyOwn, requirements: fc.array(anyOwn, { maxLength: 3 }) }), {
    maxLength: 6,
  })
  .map((controls) =>
    controls.flatMap(({ title, own, requirements }, index) => {
      const letter = String.fromCharCode(97 + index);
      const control = row(`01.${letter}`, { ...own, title });
      const below = requirements.map((requirement, at) =>
        row(`11${at}0.01${letter}1System.${at}`, { ...requirement, title, category: '01', control: control.id }),
      );
      return [control, ...below];
    }),
  );

export const anyView: fc.Arbitrary<View> = fc.record({
  text: fc.constantFrom(
    '',
    'access',
    'acess',
    'privleg',
    'polic ann',
    '01.b',
    '1b',
    'a.md',
    '1100',
    'zzzz',
    '01 bob',
    'istanbul',
  ),
  facets: fc.record({
    status: some('needs-evidence', 'complete'),
    responsibility: some('customer', 'azure'),
    open: some('policy', 'request'),
    category: some('01', '10'),
    domain: some('11', '19'),
    document: some('file:///docs/a.md', 'file:///docs/b.md'),
    owner: some('ann', 'bob'),
  }),
  grain: fc.constantFrom('controls', 'requirements'),
  grouping: fc.constantFrom(...GROUPINGS),
  sort: fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() }),
  columns: fc.constant(COLUMNS),
});
