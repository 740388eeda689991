import type { Axis } from '../../core/assessment/statusBars';
import type { Bar, Segment, SummaryContent } from '../content';
import { element, setText } from './element';
import { shownAxis } from './glanceParts';
import type { Part } from './pageModel';
import { createKeep, patchChildren } from './patch';

/** The figures behind the bars, for whoever would rather read or hear them. */
export function createGlanceTable(): Part {
  const keep = createKeep();
  const summary = element('summary', {});
  const fold = element('details', { id: 'figures', class: 'figures' }, summary);
  return {
    element: fold,
    show(model) {
      const { bars, labels } = model.summary;
      const axis = shownAxis(model);
      setText(summary, labels.asTable);
      fold.hidden = bars.all.segments.length === 0;
      fold.open = model.state.unfolded.includes(fold.id);
      patchChildren(fold, [summary, keep('table', [bars.all, bars[axis]], () => renderTable(model.summary, axis))]);
    },
  };
}

/** A column for each status that something has, and a row for each part. */
function renderTable({ bars, labels }: SummaryContent, axis: Axis): HTMLElement {
  const statuses = bars.all.segments;
  const head = [labels[axis], ...statuses.map(({ label }) => label), labels.total];
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, ...[...bars[axis], bars.all].map((bar) => renderBar(bar, statuses))),
  );
  // It can be wider than its place, and has to be scrolled with the keyboard too.
  return element('div', { class: 'figures-table', role: 'region', tabindex: '0', 'aria-label': labels.asTable }, table);
}

function renderBar({ label, segments }: Bar, statuses: readonly Segment[]): HTMLElement {
  const countOf = new Map(segments.map(({ value, count }) => [value, count]));
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, label),
    ...[...statuses.map(({ value }) => countOf.get(value) ?? 0), total].map((count) =>
      element('td', {}, String(count)),
    ),
  );
}
