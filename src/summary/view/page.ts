import type { Action, Section, SummaryContent, Total } from '../content';
import { type Filter, isFiltering, isMatch, NO_FILTER, type PageState, toggle } from '../pageState';
import type { TargetKind, ToHost } from '../protocol';
import { element } from './element';
import { fill } from '../../core/fill';
import { createFilterBar } from './filterBar';
import { createKeep, patchChildren } from './patch';
import { renderAhead, renderHeader, renderProblems, renderProject } from './renderHeader';
import { renderRequirements } from './renderRequirements';
import { renderRow, type RowParts } from './renderRow';
import { renderTotal } from './renderTotals';

/** What VS Code gives a page: the way to its host, and a place for its state. */
export interface PageHost {
  readonly send: (message: ToHost) => void;
  readonly state: () => PageState;
  readonly keep: (state: PageState) => void;
}

export interface Page {
  /** Shows a summary in place of the last one. Whoever reads the page keeps their place in it. */
  readonly show: (summary: SummaryContent, revision: number) => void;
  /** Brings a control into view, and clears a filter that hides it. */
  readonly reveal: (control: string) => void;
}

export function createPage(root: HTMLElement, { send, state, keep: keepState }: PageHost): Page {
  let current: { readonly summary: SummaryContent; readonly revision: number } | undefined;
  const keep = createKeep();
  const totals = element('div', { class: 'totals' });
  const sections = element('div', {});
  const setFilter = (filter: Filter): void => {
    keepState({ ...state(), filter });
    draw();
  };
  const bar = createFilterBar(
    (text) => setFilter({ ...state().filter, text }),
    () => setFilter(NO_FILTER),
  );
  const onToggle = (facet: Total['facet'], value: string): void => setFilter(toggle(state().filter, facet, value));

  function draw(): void {
    if (!current) return;
    const { summary } = current;
    const { filter } = state();
    const { labels, problems, project, ahead, title, notes, hasMatrix } = summary;
    const rows = summary.sections.map((section) => section.rows.filter((row) => isMatch(row, section.status, filter)));
    const shown = rows.flat().length;
    const all = summary.sections.flatMap((section) => section.rows).length;
    const focus = document.hasFocus() ? (document.activeElement?.id ?? '') : '';
    const header = { title, notes, hasMatrix, labels };
    patchChildren(root, [
      keep('header', header, () => renderHeader(header, send)),
      ...(project.items.length > 0 ? [keep('project', project, () => renderProject(project))] : []),
      ...(problems.texts.length > 0 ? [keep('problems', problems, () => renderProblems(problems))] : []),
      totals,
      ...ahead.map((fold, index) => {
        const id = `ahead-${index}`;
        return keep(id, fold, () => renderAhead(fold, id, state().unfolded.includes(id)));
      }),
      bar.element,
      sections,
    ]);
    patchChildren(
      totals,
      summary.totals.map((total) =>
        keep(`total-${total.facet}`, [total, filter[total.facet]], () => renderTotal(total, filter, onToggle)),
      ),
    );
    bar.show(labels, filter, shown, all);
    patchChildren(sections, [
      ...summary.sections.flatMap((section, index) => drawSection(section, rows[index] ?? [], summary, filter)),
      ...(shown === 0 && isFiltering(filter)
        ? [keep('nothing', labels.filterNothing, () => element('p', {}, labels.filterNothing))]
        : []),
    ]);
    if (focus !== '' && document.activeElement?.id !== focus) {
      document.getElementById(focus)?.focus({ preventScroll: true });
    }
  }

  /** One that the filter leaves nothing of is not shown. */
  function drawSection(
    { status, title, rows: all }: Section,
    rows: Section['rows'],
    { labels, actions }: SummaryContent,
    filter: Filter,
  ): readonly Element[] {
    if (rows.length === 0 && isFiltering(filter)) return [];
    const id = `section-${status}`;
    const columns = [labels.control, labels.responsibility, labels.open, labels.evidence, labels.references];
    const section = keep(id, [columns, labels.none, all.length === 0], () =>
      element(
        'section',
        { 'aria-labelledby': id },
        element('h2', { id }),
        all.length === 0
          ? element('p', {}, labels.none)
          : element(
              'table',
              { 'aria-labelledby': id },
              element('thead', {}, element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)))),
              element('tbody', {}),
            ),
      ),
    );
    const [heading, body] = [section.querySelector('h2'), section.querySelector('tbody')];
    const text =
      rows.length === all.length
        ? fill(labels.sectionCount, title, all.length)
        : fill(labels.sectionCountOf, title, rows.length, all.length);
    if (heading && heading.textContent !== text) heading.textContent = text;
    const isUnfolded = (fold: string): boolean => state().unfolded.includes(fold);
    const parts: RowParts = { labels, actions, open, act, isUnfolded };
    if (body) {
      patchChildren(
        body,
        rows.flatMap((row) => {
          const { requirements, ...own } = row;
          return [
            keep(row.id, [own, actions, labels], () => renderRow(row, parts)),
            ...(requirements.length > 0
              ? [
                  keep(`requirements-${row.id}`, [requirements, actions, labels], () =>
                    renderRequirements(row, columns.length, parts),
                  ),
                ]
              : []),
          ];
        }),
      );
    }
    return [section];
  }

  /** The revision is that of the click: a row that an update has left as it was is not made anew. */
  function open(kind: TargetKind, control: string, index: number): void {
    if (current) send({ type: 'open', kind, control, index, revision: current.revision });
  }

  function act(action: Action['action'], control: string, requirement = ''): void {
    send({ type: 'act', action, control, requirement });
  }

  return {
    show(summary, revision) {
      const isFirst = !current;
      current = { summary, revision };
      draw();
      if (isFirst) window.scrollTo({ top: state().top });
    },
    reveal(control) {
      const id = `control-${control}`;
      if (!document.getElementById(id)) setFilter(NO_FILTER);
      const row = document.getElementById(id);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    },
  };
}
