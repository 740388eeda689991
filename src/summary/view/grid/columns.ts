import type { Label } from '../../labels';
import { type Column, COLUMNS, type View } from '../../pageState';
import type { GridContent } from './grid';

interface Layout {
  readonly label: Label;
  /** The track of the grid; `least` as a length for how narrow the table may become. */
  readonly least: string;
  readonly most: string;
}

const layouts: Readonly<Record<Column, Layout>> = {
  id: { label: 'control', least: 'min(var(--id-width), 13rem)', most: 'var(--id-width)' },
  title: { label: 'title', least: '9rem', most: '4fr' },
  responsibility: { label: 'responsibility', least: '8rem', most: '11rem' },
  status: { label: 'status', least: '9rem', most: '13.5rem' },
  open: { label: 'open', least: '9.5rem', most: '3fr' },
  evidence: { label: 'evidence', least: '5rem', most: '5rem' },
  requests: { label: 'requests', least: '5.25rem', most: '5.25rem' },
  references: { label: 'references', least: '7rem', most: '7rem' },
  domain: { label: 'domain', least: '8rem', most: '2fr' },
  owner: { label: 'owner', least: '6rem', most: '1.5fr' },
  due: { label: 'due', least: '6rem', most: '6rem' },
};

/** What a narrow page has room for, in the order in which it stands in the two or three short lines of a row. */
const NARROW: readonly Column[] = ['id', 'title', 'status', 'responsibility', 'open'];

const SELECTION_WIDTH = '2.25rem';

/** The columns that are shown, in their order. There is always one. */
export function columnsOf({ view }: Pick<GridContent, 'view'>, isNarrow: boolean): readonly Column[] {
  const shown = (isNarrow ? NARROW : COLUMNS).filter((column) => view.columns.includes(column));
  return shown.length > 0 ? shown : ['id'];
}

export function labelOf(column: Column, grain: View['grain']): Label {
  return column === 'id' && grain === 'requirements' ? 'requirement' : layouts[column].label;
}

/** The tracks that header and rows share, and how narrow they can be together. */
export function tracksOf(columns: readonly Column[]): { readonly tracks: string; readonly least: string } {
  const tracks = columns.map((column) => layouts[column]);
  return {
    tracks: [SELECTION_WIDTH, ...tracks.map(({ least, most }) => `minmax(${least}, ${most})`)].join(' '),
    least: `calc(${[SELECTION_WIDTH, ...tracks.map(({ least }) => least)].join(' + ')})`,
  };
}

/** How wide ids are, in characters. A requirement below its control reaches into the title, which is its control's. */
export function idLength({ lines }: Pick<GridContent, 'lines'>): number {
  const LEAST = 7;
  const MOST = 32;
  let longest = LEAST;
  for (const line of lines)
    if (line.kind === 'row' && line.level === 1) longest = Math.max(longest, Math.min(line.row.id.length, MOST));
  return longest;
}
