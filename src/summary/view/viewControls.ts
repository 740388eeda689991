import { type Column, COLUMNS, type Grouping, GROUPINGS, type View } from '../pageState';
import { createColumnMenu } from './columnMenu';
import { element, plainButton, setAttribute, setText } from './element';
import { createGrainSwitch } from './grainSwitch';
import { labelOf } from './grid/columns';
import type { PageActions, PageModel, Part } from './pageModel';
import { createKeep, patchChildren } from './patch';
import { createDropdown, type Input, type Option } from './toolkit';

/** How the table is shown: controls or requirements, grouping, order, and columns. */
export function createViewControls(actions: PageActions): Part {
  const keep = createKeep();
  const inputs = new WeakMap<Element, Input<string>>();
  const grains = createGrainSwitch(actions);
  const columns = createColumnMenu(actions);
  const place = element('div', { class: 'view-controls' });
  const sortPlace = element('div', { class: 'sort-by' });
  let view: View | undefined;

  function change(changed: (view: View) => Partial<View>): void {
    if (view) actions.setView({ ...view, ...changed(view) });
  }

  function labelled<T extends string>(
    label: string,
    options: readonly Option<T>[],
    value: T,
    onChange: (value: T) => void,
  ) {
    const made = keep(label, options, () => {
      const input = createDropdown(label, options, onChange);
      // The drop-down has the same name.
      const words = element('span', { 'aria-hidden': 'true' }, label);
      const both = element('div', { class: 'labelled' }, words, input.element);
      inputs.set(both, input);
      return both;
    });
    inputs.get(made)?.show(value);
    return made;
  }

  return {
    element: place,
    show(model) {
      const { labels } = model.summary;
      view = model.state.view;
      const { column, descending } = view.sort;
      const groupings = offeredGroupings(model).map((value) => ({
        value,
        label: value === 'none' ? labels.ungrouped : labels[value],
      }));
      const sorts = COLUMNS.map((value: Column) => ({ value, label: labels[labelOf(value, model.state.view.grain)] }));
      const direction = keep('direction', 0, () =>
        plainButton('direction', () => change(({ sort }) => ({ sort: { ...sort, descending: !sort.descending } }))),
      );
      setText(direction, descending ? labels.descending : labels.ascending);
      setAttribute(direction, 'data-descending', String(descending));
      const group = labelled(labels.groupBy, groupings, view.grouping, (grouping) => change(() => ({ grouping })));
      const sort = labelled(labels.sortBy, sorts, column, (by) =>
        change((last) => ({ sort: { ...last.sort, column: by } })),
      );
      grains.show(model);
      columns.show(model);
      const hasRequirements = model.summary.counted === 'requirements';
      patchChildren(sortPlace, [sort, direction]);
      patchChildren(place, [
        ...(hasRequirements ? [grains.element] : []),
        group,
        // Where there is room, the table has headings to sort by.
        ...(model.isWide ? [] : [sortPlace]),
        columns.element,
      ]);
    },
  };
}

/** Nothing can be grouped by what no row has. */
function offeredGroupings({ summary: { values }, state: { view } }: PageModel): readonly Grouping[] {
  return GROUPINGS.filter(
    (grouping) => grouping === 'none' || grouping === view.grouping || values[grouping].length > 0,
  );
}
