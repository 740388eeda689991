import type { RowDetails } from '../../details';
import type { Labels } from '../../labels';
import type { Action, TargetKind } from '../../protocol';
import { element } from '../element';

export interface DetailsParts {
  readonly labels: Labels;
  readonly open: (kind: TargetKind, row: string, index: number) => void;
  readonly act: (action: Action, row: string) => void;
}

/** What unfolds below a row. */
export function renderDetails(details: RowDetails, _parts: DetailsParts): HTMLElement {
  return element('div', {}, details.id);
}
