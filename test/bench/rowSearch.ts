import Fuse from 'fuse.js';
import { catalog } from '../../src/core/csf/catalog';
import { FACETS, ofEach, type Row, type SummaryContent } from '../../src/summary/content';
import { LABELS, type Labels } from '../../src/summary/labels';
import { ALL } from '../../src/summary/pageState';
import { createArrange } from '../../src/summary/rows/arrange';
import { createRowTree } from '../../src/summary/rows/rowTree';
import { createSearch } from '../../src/summary/rows/search';
import { best, report, RUNS } from './measure';

type Content = Pick<SummaryContent, 'rows' | 'values' | 'labels'>;

const OWNERS = ['Ann Example', 'Bob Example', 'Security Office', 'Platform Team'];

/** A summary with so many rows: the controls, each with its share of requirements. */
function createContent(count: number): Content {
  const controls = [...catalog.controls.values()];
  const share = Math.ceil(count / controls.length) - 1;
  const rows = controls.flatMap(({ id, title }, at): readonly Row[] => {
    const shared = { title, category: id.slice(0, 2), document: [`file:///docs/system-${at % 12}.md`], due: '' };
    const own = { responsibility: 'customer', status: 'needs-evidence', open: ['policy'] };
    const figures = { evidence: at % 3, requests: at % 2, references: at % 5 };
    const requirements = Array.from({ length: share }, (_, index): Row => ({
      id: `${1000 + index}.${id.replace('.', '')}1System.${at * share + index}`,
      control: id,
      domain: ['11'],
      owner: [OWNERS[index % OWNERS.length] ?? ''],
      ...shared,
      ...own,
      ...figures,
    }));
    return [{ id, control: '', domain: ['11'], owner: OWNERS, ...shared, ...own, ...figures }, ...requirements];
  });
  const valued = (value: string, label = value) => ({ value, label });
  return {
    rows: rows.slice(0, count),
    values: {
      ...ofEach(FACETS, []),
      category: [...catalog.categories].map(([id, { title }]) => valued(id, `${id} ${title}`)),
      domain: [...catalog.domains].map(([id, { title }]) => valued(id, `${id} ${title}`)),
      document: Array.from({ length: 12 }, (_, at) => valued(`file:///docs/system-${at}.md`, `system-${at}.md`)),
      owner: OWNERS.map((owner) => valued(owner)),
    },
    labels: ofEach(Object.keys(LABELS) as (keyof Labels)[], ''),
  };
}

/** All that a row of the table says and that is searched. */
function textsOf({ rows, values }: Content) {
  const label = new Map(Object.values(values).flatMap((all) => all.map((one) => [one.value, one.label])));
  const words = (found: readonly string[]): string => found.map((value) => label.get(value) ?? value).join(' ');
  return rows.map(({ id, title, category, domain, document, owner }) => ({
    id,
    title,
    others: words([category, ...domain, ...document, ...owner]),
  }));
}

/** Whole texts, and one letter by letter. */
const TYPED = [
  'access',
  'acess control',
  'privilege management',
  '01.c',
  'platform',
  'system-7.md',
  'nothing here',
  ...lettersOf('privilege mangement'),
];

/** What a keystroke in the search of the summary's table takes, beside fuse.js over the same texts. */
export function reportRowSearch(): void {
  for (const count of [2_724, 27_240]) {
    const content = createContent(count);
    const fuse = new Fuse(textsOf(content), { keys: ['id', 'title', 'others'], threshold: 0.35, ignoreLocation: true });
    const runs = count > 10_000 ? 1 : RUNS;
    const peer = keystrokeTimes(runs, () => (text) => fuse.search(text));
    const searching = keystrokeTimes(RUNS, () => createSearch(createRowTree(content.rows), content.values));
    const arranging = keystrokeTimes(RUNS, () => {
      const arrange = createArrange(content);
      // The table is seen before anybody types.
      const [view, none] = [{ ...ALL, grain: 'requirements', grouping: 'owner' }, new Set<string>()] as const;
      arrange(view, none, none);
      return (text) => arrange({ ...view, text }, none, none);
    });
    const worst = Math.max(...arranging.map((time, at) => time / (peer[at] ?? 0)));
    report(`a keystroke in ${count} rows, searched`, mean(searching), 'fuse.js', mean(peer));
    report('  with lines, groups and marks', mean(arranging), 'fuse.js', mean(peer));
    console.log(`${'  the one that is slowest beside fuse.js'.padEnd(58)} ${worst.toFixed(2).padStart(6)} x fuse.js`);
    report(
      '  preparing that, once a summary',
      best(() => createArrange(content)),
      'a keystroke in fuse.js',
      mean(peer),
    );
  }
}

function lettersOf(text: string): readonly string[] {
  return Array.from(text, (_, at) => text.slice(0, at + 1));
}

/**
 * The best time of each keystroke, in milliseconds.
 *
 * @param prepare makes a search that remembers nothing
 */
function keystrokeTimes(runs: number, prepare: () => (text: string) => unknown): readonly number[] {
  const times = Array.from({ length: runs }, () => {
    const search = prepare();
    return TYPED.map((text) => best(() => search(text), 1));
  });
  return TYPED.map((_, at) => Math.min(...times.map((run) => run[at] ?? Infinity)));
}

function mean(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}
