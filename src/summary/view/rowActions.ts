import { fill } from '../../core/fill';
import type { Label } from '../labels';
import { SELECTION_ACTIONS, type SelectionAction } from '../protocol';
import { element, plainButton, setAttribute, setText } from './element';
import { createMenu } from './menu';
import type { PageActions, PageModel, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';
import { createButton } from './toolkit';

const SELECTED_LABELS: Readonly<Record<SelectionAction, Label>> = {
  prepareRequests: 'prepareRequests',
  linkEvidence: 'linkEvidence',
  copyMarkdown: 'copyMarkdown',
  copyCsv: 'copyCsv',
  export: 'exportRows',
  share: 'shareRows',
};

const SHOWN_LABELS: Readonly<Record<SelectionAction, Label>> = {
  prepareRequests: 'prepareRequestsShown',
  linkEvidence: 'linkEvidenceShown',
  copyMarkdown: 'copyMarkdownShown',
  copyCsv: 'copyCsvShown',
  export: 'exportShown',
  share: 'shareShown',
};

/** How many rows are left of how many, and what can be done with those that are selected, or else with all that are shown. */
export function createRowActions({ actOnRows }: PageActions): Part {
  const keep = createKeep();
  const count = element('span', { class: 'shown', role: 'status' });
  const selected = element('span', { class: 'selected-count' });
  const selection = element('div', { class: 'selection', role: 'group' });
  const place = element('div', { class: 'row-actions' });
  let model: PageModel | undefined;
  const menu = createMenu(drawMenu);

  function run(action: SelectionAction): void {
    if (menu.isOpen()) menu.close();
    actOnRows(action);
  }

  function drawMenu(): void {
    if (!model || !menu.isOpen()) return;
    const { labels } = model.summary;
    const { length } = model.arrangement.ids;
    const items = SELECTION_ACTIONS.map((action) => {
      const item = keep(`shown-${action}`, 0, () => plainButton('menu-item', () => run(action)));
      setText(item, fill(labels[SHOWN_LABELS[action]], length));
      return item;
    });
    patchChildren(menu.panel, items);
  }

  function drawSelection({ summary: { labels }, selection: { length } }: PageModel): void {
    setText(selected, fill(labels.selected, length));
    setAttribute(selection, 'aria-label', selected.textContent);
    const buttons = SELECTION_ACTIONS.map((action) => {
      const label = labels[SELECTED_LABELS[action]];
      return keep(action, label, () => createButton(label, 'secondary', () => run(action)));
    });
    patchChildren(selection, [selected, ...buttons]);
  }

  return {
    element: place,
    show(next) {
      model = next;
      const { arrangement, summary } = next;
      setText(count, countWords(next));
      menu.setLabel(summary.labels.withShown);
      drawMenu();
      drawSelection(next);
      const hasRows = arrangement.ids.length > 0;
      const isSelecting = next.selection.length > 0;
      // How many there are gives its room to how many are selected.
      count.classList.toggle('heard', isSelecting);
      const actions = isSelecting ? [selection] : hasRows ? [menu.element] : [];
      patchChildren(place, [count, ...actions]);
    },
  };
}

/** `12 of 44 controls` */
function countWords({
  summary: { labels, counted },
  arrangement: { count, total },
  state: { view },
}: PageModel): string {
  const isRequirements = counted === 'requirements' && view.grain === 'requirements';
  if (count === total) return fill(isRequirements ? labels.countRequirements : labels.count, total);
  return fill(isRequirements ? labels.countOfRequirements : labels.countOf, count, total);
}
