// Runs in the browser: the same rows with the same cells in our table and in @lit-labs/virtualizer, from nothing to paint.
// That makes rows 1,000 pixels beyond the view too, as it does unless it is changed.
import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import type { Row } from '../../src/summary/content';
import { ALL } from '../../src/summary/pageState';
import type { RowLine } from '../../src/summary/rows/lines';
import { createGrid } from '../../src/summary/view/grid/grid';
import { createWords } from '../../src/summary/view/grid/words';
import { createContents, FULL } from './contents';

const summary = createContents(FULL);
const words = createWords(summary.labels, summary.values);
const root = document.getElementById('summary') ?? document.body;
const HEIGHT = 700;
const lines = summary.rows.map((row): RowLine => ({
  kind: 'row',
  key: row.id,
  row,
  level: 1,
  isOpen: false,
  found: {},
}));

function showOurs(): HTMLElement {
  const grid = createGrid({
    onOpen() {},
    onFold() {},
    onSort() {},
    onSelect() {},
    onScroll() {},
    detailsOf: () => undefined,
  });
  grid.element.style.setProperty('--grid-room', `${HEIGHT}px`);
  root.append(grid.element);
  grid.show({ lines, view: ALL, values: summary.values, labels: summary.labels });
  return grid.element;
}

function showTheirs(): HTMLElement {
  const grid = document.createElement('div');
  grid.className = 'grid';
  grid.setAttribute('role', 'treegrid');
  const styles = {
    '--line-height': '34px',
    '--header-height': '34px',
    '--grid-room': `${HEIGHT}px`,
    '--grid-most': `${HEIGHT}px`,
    '--id-length': '19',
    '--tracks': TRACKS,
    '--tracks-least': '0',
    height: `${HEIGHT}px`,
  };
  for (const [name, value] of Object.entries(styles)) grid.style.setProperty(name, value);
  root.append(grid);
  render(
    html`<div role="row" class="header">
        <div role="columnheader" class="cell select"><button class="select-all" role="checkbox"></button></div>
        ${ALL.columns.map((column) => html`<div role="columnheader" class="cell"><button class="sort">${column}</button></div>`)}
      </div>
      ${virtualize({ items: lines, scroller: true, renderItem: ({ row }) => rowTemplate(row), keyFunction: ({ key }) => key })}`,
    grid,
  );
  return grid;
}

const TRACKS =
  '36px 200px minmax(9rem, 3fr) minmax(8rem, 11rem) minmax(9rem, 12.5rem) minmax(11rem, 2fr) 5.5rem 5.5rem 7rem';

function rowTemplate(row: Row): TemplateResult {
  const count = (value: number): TemplateResult =>
    html`<div role="gridcell" class="cell cell-count ${value === 0 ? 'none' : ''}">${value}</div>`;
  const left = row.open.length - 3;
  return html`<div
    role="row"
    class="line level-1"
    tabindex="-1"
    aria-level="1"
    aria-expanded="false"
    aria-selected="false"
  >
    <div role="gridcell" class="cell select" aria-label=${words.fill('selectRow', row.id)}></div>
    <div role="rowheader" class="cell cell-id first">${row.id}</div>
    <div role="gridcell" class="cell cell-title">${row.title}</div>
    <div role="gridcell" class="cell cell-responsibility tone-${row.responsibility}">
      ${words.valueOf('responsibility', row.responsibility)}
    </div>
    <div role="gridcell" class="cell cell-status tone-${row.status}">${words.valueOf('status', row.status)}</div>
    <div role="gridcell" class="cell cell-open">
      ${row.open.slice(0, 3).map((value) => html`<span class="chip">${words.valueOf('open', value)}</span> `)}
      ${left > 0 ? html`<span class="chip more">+${left}</span>` : nothing}
    </div>
    ${count(row.evidence)} ${count(row.requests)} ${count(row.references)}
  </div>`;
}

/** The time until the rows that fill the table are painted. */
async function paintTime(show: () => HTMLElement): Promise<number> {
  const start = performance.now();
  const grid = show();
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const last = document.elementFromPoint(200, grid.getBoundingClientRect().bottom - 20);
    if (last?.closest('.line')) break;
  }
  // After the frame in which they stand.
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  const time = performance.now() - start;
  grid.remove();
  await new Promise((resolve) => setTimeout(resolve, 30));
  return time;
}

/** Medians of so many runs of each, one after the other in turn. */
async function compare(
  runs: number,
): Promise<{ readonly ours: number; readonly theirs: number; readonly rows: number }> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run++) {
    ours.push(await paintTime(showOurs));
    theirs.push(await paintTime(showTheirs));
  }
  const median = (times: number[]): number => times.sort((one, other) => one - other)[times.length >> 1] ?? 0;
  return { ours: median(ours), theirs: median(theirs), rows: lines.length };
}

Object.assign(globalThis, { compare });
