/** The table never has more elements in it than this, however large the window is. */
export const MAX_ELEMENTS = 400;

/** Chips of one row; what is left over is a number in one more. */
export const MAX_CHIPS = 3;

/** Details are cut where they are not in view, between blocks of so many elements. */
export const MAX_BLOCK = 8;

/** The least that a block is tall. */
export const MIN_BLOCK_HEIGHT = 20;

/** What the table's height is bounded by. */
export interface Density {
  /** Of the table itself: its header, its body. */
  readonly frame: number;
  /** Of a row, at most. */
  readonly row: number;
  readonly rowHeight: number;
}

/**
 * How tall what is in view of the rows may be, in pixels: rows and blocks of details have so many elements a pixel. Kept
 * for what lies across an edge: a row and a block, above and below; and for the row and the block that have the focus.
 */
export function maxHeight({ frame, row, rowHeight }: Density): number {
  const atEdges = 2 * (row + MAX_BLOCK + DETAILS);
  return Math.floor(
    (MAX_ELEMENTS - frame - row - MAX_BLOCK - atEdges) / Math.max(row / rowHeight, MAX_BLOCK / MIN_BLOCK_HEIGHT),
  );
}

/** Around the blocks of details: their row, and its cell. */
const DETAILS = 2;
