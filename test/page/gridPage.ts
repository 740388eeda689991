// The table by itself in a page, for tests to work with: bundled for the browser, with all that a page would do for it.
import { groupBy } from '../../src/core/groupBy';
import type { Row } from '../../src/summary/content';
import type { RowDetails } from '../../src/summary/details';
import { ALL, type View } from '../../src/summary/pageState';
import type { Line, RowLine } from '../../src/summary/rows/lines';
import { renderDetails } from '../../src/summary/view/grid/details';
import { createGrid, type Grid } from '../../src/summary/view/grid/grid';
import { createContents, detailsOf, FULL, type Size } from './contents';

/** What a test drives the table by. */
export interface GridDriver {
  readonly grid: Grid;
  /** What the table has told its page. */
  readonly told: unknown[];
  /** Shows so many rows. */
  readonly start: (size: Size) => void;
  /** Shows the same with something changed. */
  readonly change: (changes: Partial<Shown>) => void;
  /** Sends the same summary again, as after an edit of something else. */
  readonly sendAgain: () => void;
}

interface Shown {
  readonly columns: View['columns'];
  readonly sort: View['sort'];
  readonly isGrouped: boolean;
  readonly open: readonly string[];
  readonly folded: readonly string[];
  /** Rows that are not there. */
  readonly without: readonly string[];
  /** What is searched for in titles. */
  readonly text: string;
  readonly changeRow: (row: Row) => Row;
  readonly changeDetails: (details: RowDetails) => RowDetails;
}

let shown: Shown = {
  columns: ALL.columns,
  sort: ALL.sort,
  isGrouped: false,
  open: [],
  folded: [],
  without: [],
  text: '',
  changeRow: (row) => row,
  changeDetails: (details) => details,
};
let summary = createContents(FULL);
const details = new Map<string, { readonly of: string; readonly element: HTMLElement }>();
const told: unknown[] = [];

const grid = createGrid({
  onOpen(row, isOpen) {
    told.push({ open: row, isOpen });
    change({ open: isOpen ? [...shown.open, row] : shown.open.filter((other) => other !== row) });
  },
  onFold(group, isFolded) {
    told.push({ fold: group, isFolded });
    change({ folded: isFolded ? [...shown.folded, group] : shown.folded.filter((other) => other !== group) });
  },
  onSort(column) {
    told.push({ sort: column });
    change({ sort: { column, descending: shown.sort.column === column && !shown.sort.descending } });
  },
  onSelect: (rows) => told.push({ selected: rows }),
  onScroll: (top) => told.push({ scrolled: top }),
  detailsOf(id, line) {
    const row = summary.rows.find((one) => one.id === id);
    if (!row) return undefined;
    const content = shown.changeDetails(detailsOf(row));
    const of = JSON.stringify(content);
    const known = details.get(line);
    if (known?.of === of) return known.element;
    const parts = {
      labels: summary.labels,
      open: (...opened: readonly unknown[]) => told.push({ opened }),
      act: (action: string, acted: string) => told.push({ action, row: acted }),
    };
    const element = renderDetails(content, parts, known?.element);
    details.set(line, { of, element });
    return element;
  },
});

function lines(): readonly Line[] {
  const isOpen = new Set(shown.open);
  const without = new Set(shown.without);
  const rows = summary.rows.filter(({ id }) => !without.has(id)).map((row) => shown.changeRow(row));
  const byControl = groupBy(rows, ({ control }) => control);
  const controls = [...(byControl.get('') ?? [])].sort(compare).filter(({ title }) => title.includes(shown.text));
  const lineOf = (row: Row, level: 1 | 2, group: string): RowLine => {
    const start = shown.text === '' ? -1 : row.title.indexOf(shown.text);
    return {
      kind: 'row',
      key: `${group}/${row.id}`,
      row,
      level,
      isOpen: isOpen.has(row.id),
      found: start < 0 ? {} : { title: [{ start, end: start + shown.text.length }] },
    };
  };
  const rowLines = (group: string, some: readonly Row[]): readonly Line[] =>
    some.flatMap((row) => {
      const own = isOpen.has(row.id) ? (byControl.get(row.id) ?? []) : [];
      return [lineOf(row, 1, group), ...own.map((requirement) => lineOf(requirement, 2, group))];
    });
  if (!shown.isGrouped) return rowLines('', controls);
  return summary.values.document.flatMap(({ value, label }): readonly Line[] => {
    const some = controls.filter((row) => row.document.includes(value));
    const isFolded = shown.folded.includes(value);
    return [
      { kind: 'group', key: value, label, count: some.length, isFolded },
      ...(isFolded ? [] : rowLines(value, some)),
    ];
  });
}

function compare(one: Row, other: Row): number {
  const { column, descending } = shown.sort;
  const [a, b] = [String(one[column]), String(other[column])];
  return (a < b ? -1 : a > b ? 1 : 0) * (descending ? -1 : 1);
}

function change(changes: Partial<Shown>): void {
  shown = { ...shown, ...changes };
  const { columns, sort } = shown;
  const grain = 'controls';
  const ids = summary.rows.map(({ id }) => id).filter((id) => !shown.without.includes(id));
  grid.show({ lines: lines(), ids, view: { columns, grain, sort }, values: summary.values, labels: summary.labels });
}

const driver: GridDriver = {
  grid,
  told,
  start(size) {
    summary = createContents(size);
    change({});
  },
  change,
  sendAgain() {
    summary = structuredClone(summary);
    change({});
  },
};
Object.assign(globalThis, { driver });

const root = document.getElementById('summary') ?? document.body;
const before = document.createElement('button');
before.textContent = 'Before';
const after = document.createElement('button');
after.textContent = 'After';
const heading = document.createElement('h1');
heading.textContent = 'Portal';
root.append(heading, before, grid.element, after);
change({});
