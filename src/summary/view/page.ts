import type { SummaryContent } from '../content';
import type { RowDetails } from '../details';
import { NEW_PAGE, type PageState, type SavedFilter, type View, withoutFilter } from '../pageState';
import type { Choice, Notice, SelectionMessage, ToHost } from '../protocol';
import { type Arrange, createArrange } from '../rows/arrange';
import { createBanners, createFolds } from './folds';
import { filterWords } from './filterWords';
import { createGlance } from './glance';
import { createGrid } from './grid/grid';
import { renderNotice, renderWaiting } from './notice';
import { createPageHeader } from './pageHeader';
import { createPageActions } from './pageActions';
import type { PageModel, Part } from './pageModel';
import { patchChildren } from './patch';
import { reveal } from './reveal';
import { createDetailsStore } from './rowDetails';
import { focusSearchBySlash } from './search';
import { createTable } from './table';
import { registerFormComponents } from './toolkit';
import { createToolbar } from './toolbar';

/** What VS Code gives a page: the way to its host, and a place for its state. */
export interface PageHost {
  readonly send: (message: ToHost) => void;
  readonly state: () => PageState;
  readonly keep: (state: PageState) => void;
}

export interface PageContent {
  readonly summary: SummaryContent;
  readonly assessment: string;
  readonly assessments: readonly Choice[];
  readonly savedFilters: readonly SavedFilter[];
  readonly revision: number;
}

export interface Page {
  /** Shows a summary in place of the last one. Whoever reads the page keeps their place in it. */
  readonly show: (content: PageContent) => void;
  readonly showDetails: (rows: readonly RowDetails[], revision: number) => void;
  /** Says what there is in place of a summary. */
  readonly showNotice: (notice: Notice) => void;
  /** Brings a control or requirement into view, and clears a filter that hides it. */
  readonly reveal: (row: string) => void;
}

/** What is shown, and the way to find rows in it. */
type Shown = PageContent & { readonly arrange: Arrange; readonly ids: ReadonlySet<string> };

/** Room for things beside each other, as in the style sheet. */
const WIDE = '(min-width: 62.01rem)';

export function createPage(root: HTMLElement, host: PageHost): Page {
  registerFormComponents();
  const { send, state } = host;
  let shown: Shown | undefined;
  let selection: readonly string[] = [];
  const wide = window.matchMedia(WIDE);
  const details = createDetailsStore(send);
  const grid = createGrid({
    onOpen: (row, isOpen) => setOpen(row, isOpen),
    onFold: (group, isFolded) => change({ folded: withOrWithout(state().folded, group, isFolded) }),
    onSort(column) {
      const { view } = state();
      const descending = view.sort.column === column && !view.sort.descending;
      change({ view: { ...view, sort: { column, descending } } });
    },
    onSelect(rows) {
      selection = rows;
      draw();
    },
    onScroll: (tableTop) => host.keep({ ...state(), tableTop: Math.max(0, Math.round(tableTop)) }),
    detailsOf: (row, line) => details.elementOf(row, line),
  });
  const actions = createPageActions(host, { change, rows: rowsToActOn, focusTable: () => grid.focus() });
  const toolbar = createToolbar(actions);
  const header = createPageHeader(actions);
  const above: readonly Part[] = [header, createGlance(actions), createBanners(), createFolds()];
  const below: readonly Part[] = [toolbar, createTable(grid, actions)];

  function change(changed: Partial<PageState>): void {
    host.keep({ ...state(), ...changed });
    draw();
  }

  function setOpen(row: string, isOpen: boolean): void {
    change({ open: withOrWithout(state().open, row, isOpen) });
    if (isOpen) askForDetails([row]);
  }

  /** Rows that are not there any more, and may come back with the next edit, are not asked for. */
  function askForDetails(open: readonly string[]): void {
    const rows = open.filter((row) => shown?.ids.has(row));
    if (shown && rows.length > 0) send({ type: 'details', rows, revision: shown.revision });
  }

  function modelOf(): PageModel | undefined {
    if (!shown) return undefined;
    const { view: kept, open, folded } = state();
    // A saved filter can be of a time when requirements were listed.
    const view: View = shown.summary.counted === 'controls' ? { ...kept, grain: 'controls' } : kept;
    const arrangement = shown.arrange(view, new Set(open), new Set(folded));
    return { ...shown, state: { ...state(), view }, arrangement, selection, isWide: wide.matches };
  }

  function rowsToActOn(): Pick<SelectionMessage, 'rows' | 'filter'> | undefined {
    if (selection.length > 0) return { rows: selection, filter: '' };
    const model = modelOf();
    return model && { rows: model.arrangement.ids, filter: filterWords(model) };
  }

  function draw(): void {
    const model = modelOf();
    if (!model) return;
    const { arrangement, summary } = model;
    const wasThere = grid.element.isConnected;
    // First, so that what moves from the header is not taken away by it.
    for (const part of [...above, ...below]) part.show(model);
    patchChildren(root, [
      ...above.map(({ element }) => element),
      ...(model.isWide ? [] : [header.exports]),
      ...below.map(({ element }) => element),
    ]);
    grid.show({ ...summary, ...arrangement, view: model.state.view });
    // What is put into the page again stands at its beginning.
    if (!wasThere) grid.scrollTo(state().tableTop);
  }

  patchChildren(root, [renderWaiting()]);
  wide.addEventListener('change', draw);
  focusSearchBySlash(toolbar.search, () => shown !== undefined);

  return {
    show(content) {
      const isFirst = !shown;
      if (state().assessment !== content.assessment) host.keep(stateFor(content.assessment, state()));
      const ids = new Set(content.summary.rows.map(({ id }) => id));
      shown = { ...content, arrange: createArrange(content.summary), ids };
      selection = selection.filter((id) => ids.has(id));
      details.retain(new Set(state().open));
      draw();
      if (isFirst) window.scrollTo({ top: state().top });
      askForDetails(state().open);
    },
    showDetails(rows, revision) {
      if (!shown) return;
      const { labels } = shown.summary;
      details.take(rows, labels, revision);
      draw();
    },
    showNotice(notice) {
      shown = undefined;
      patchChildren(root, [renderNotice(notice, actions.run)]);
    },
    reveal(id) {
      const row = shown?.summary.rows.find((other) => other.id === id);
      const open = (control: string): void => setOpen(control, true);
      if (row) reveal(row, { state, change, open, show: (revealed) => grid.reveal(revealed) });
    },
  };
}

/** Another assessment has other rows and values; how it is looked at stays. */
function stateFor(assessment: string, { assessment: last, ...state }: PageState): PageState {
  if (last === '') return { ...state, assessment };
  return { ...NEW_PAGE, assessment, view: withoutFilter(state.view), axis: state.axis };
}

function withOrWithout(all: readonly string[], one: string, isWith: boolean): readonly string[] {
  const others = all.filter((other) => other !== one);
  return isWith ? [...others, one] : others;
}
