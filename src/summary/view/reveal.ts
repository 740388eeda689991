import type { Row } from '../content';
import { type PageState, withoutFilter } from '../pageState';

/** What revealing needs of the page. */
export interface Revealing {
  readonly state: () => PageState;
  readonly change: (changed: Partial<PageState>) => void;
  readonly open: (row: string) => void;
  /** Brings a row into view, and tells whether it is there. */
  readonly show: (row: string) => boolean;
}

/**
 * Brings a row into view: a requirement below its control, which opens. What hides it is taken away, first folded groups,
 * then the filter.
 */
export function reveal({ id, control }: Row, { state, change, open, show }: Revealing): void {
  const { view, open: rows } = state();
  if (control === '' && view.grain === 'requirements') change({ view: { ...view, grain: 'controls' } });
  else if (control !== '' && view.grain === 'controls' && !rows.includes(control)) open(control);
  if (show(id)) return;
  change({ folded: [] });
  if (show(id)) return;
  change({ view: withoutFilter(state().view) });
  show(id);
}
