import type { Block, FileLine, Piece } from '../core/report/comparison/comparisonDocument';
import type { PageBlock, PagePiece } from './protocol';

/** The document as the page is sent it, and the places that its links go to, in the order of their numbers. */
export function pageBlocks(blocks: readonly Block[]): {
  readonly blocks: readonly PageBlock[];
  readonly places: readonly FileLine[];
} {
  const places: FileLine[] = [];
  const piece = ({ text, mark, place }: Piece): PagePiece => ({
    text,
    mark: mark ?? 'none',
    place: place ? places.push(place) : 0,
  });
  return {
    blocks: blocks.map((block) =>
      block.kind === 'table'
        ? { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map((line) => line.map(piece)))) }
        : block,
    ),
    places,
  };
}
