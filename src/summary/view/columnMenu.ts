import { type Column, COLUMNS } from '../pageState';
import { labelOf } from './grid/columns';
import { createMenu } from './menu';
import type { PageActions, PageModel, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';
import { createCheckbox, type Input } from './toolkit';

/** Which columns the table has. Its first, the id, stays: without it a row could not be told from the others. */
export function createColumnMenu({ setView }: PageActions): Part {
  const keep = createKeep();
  const boxes = new WeakMap<Element, Input<boolean>>();
  let model: PageModel | undefined;
  const menu = createMenu(draw);

  function setShown(column: Column, isShown: boolean): void {
    if (!model) return;
    const { view } = model.state;
    const others = view.columns.filter((other) => other !== column);
    setView({ ...view, columns: isShown ? [...others, column] : others });
  }

  function draw(): void {
    if (!model || !menu.isOpen()) return;
    const { columns, grain } = model.state.view;
    const { labels } = model.summary;
    const shown = COLUMNS.filter((column) => column !== 'id').map((column) => {
      const label = labels[labelOf(column, grain)];
      const box = keep(column, label, () => {
        const input = createCheckbox(label, (isShown) => setShown(column, isShown));
        boxes.set(input.element, input);
        return input.element;
      });
      boxes.get(box)?.show(columns.includes(column));
      return box;
    });
    patchChildren(menu.panel, shown);
  }

  return {
    element: menu.element,
    show(next) {
      model = next;
      menu.setLabel(next.summary.labels.columns);
      draw();
    },
  };
}
