import { svg, type SvgNode } from './svg';

/** A stretch of a bar: what it is (`value` decides colour and pattern, by the class `tone-VALUE`), and how much. */
export interface PictureSegment {
  readonly value: string;
  readonly count: number;
}

export interface BarPictureOptions {
  /** In pixels of the picture; it can be shown larger. */
  readonly width: number;
  readonly height: number;
  /** How much the whole width stands for: the sum of the segments, or that of the longest of several bars. */
  readonly total: number;
  /** Ids of patterns in a page or file have to differ from one another. */
  readonly idPrefix: string;
}

/**
 * A bar of segments, told apart by colour and pattern, each at least wide enough to be seen. It is decoration (`aria-hidden`): a
 * table or text beside it tells the figures.
 */
export function drawBar(segments: readonly PictureSegment[], { width, height }: BarPictureOptions): SvgNode {
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, String(segments.length));
}
