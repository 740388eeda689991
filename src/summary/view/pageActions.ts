import { type PageState, toggle, type View, withoutFilter } from '../pageState';
import type { SelectionMessage } from '../protocol';
import type { PageHost } from './page';
import type { PageActions } from './pageModel';

/** What the actions need of the page. */
export interface ActedOn {
  /** Keeps another state, and shows it. */
  readonly change: (changed: Partial<PageState>) => void;
  /** Those that are selected, else all that the filter leaves, and the filter; nothing before there is a summary. */
  readonly rows: () => Pick<SelectionMessage, 'rows' | 'filter'> | undefined;
  readonly focusTable: () => void;
}

export function createPageActions({ send, state }: PageHost, { change, rows, focusTable }: ActedOn): PageActions {
  const setView = (view: View): void => change({ view });
  return {
    setView,
    toggleValue: (facet, value) => setView(toggle(state().view, facet, value)),
    clearFilter: () => setView(withoutFilter(state().view)),
    setAxis: (axis) => change({ axis }),
    run: (run) => send({ type: 'run', run }),
    choose: (assessment) => send({ type: 'choose', assessment }),
    actOnRows(action) {
      const actedOn = rows();
      if (actedOn) send({ type: 'selection', action, ...actedOn });
    },
    saveFilter: (name) => send({ type: 'saveFilter', name, view: state().view }),
    deleteFilter: (name) => send({ type: 'deleteFilter', name }),
    focusTable,
  };
}
