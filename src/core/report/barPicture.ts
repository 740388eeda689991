import { svg, type SvgNode } from './svg';
import { linesOf, swatchOf } from './tonePattern';

/** A stretch of a bar: what it is (`value` decides colour and pattern, by the class `tone-VALUE`), and how much. */
export interface PictureSegment {
  readonly value: string;
  readonly count: number;
}

export interface BarPictureOptions {
  /** In pixels of the picture; it can be shown larger. */
  readonly width: number;
  readonly height: number;
  /** How much the whole width stands for, as that of the longest of several bars; the sum of the segments where it is not given. */
  readonly total?: number;
  /** Ids of patterns in a page or file have to differ from one another. */
  readonly idPrefix: string;
  /** The radius of the bar's corners; square where it is not given. */
  readonly radius?: number;
}

/** Where a segment lies in a bar. */
export interface PlacedSegment extends PictureSegment {
  readonly x: number;
  readonly width: number;
}

const NARROWEST = 3;
const GAP = 1;

/**
 * A bar of segments, told apart by colour and pattern, each at least wide enough to be seen. It is decoration (`aria-hidden`): a
 * table or text beside it tells the figures.
 *
 * A page or file colours it by classes: `track` is what is left of the width, `tone-VALUE` a segment, and `pattern` the lines
 * over it (a stroke).
 */
export function drawBar(segments: readonly PictureSegment[], options: BarPictureOptions): SvgNode {
  const { width, height, idPrefix, radius = 0 } = options;
  const placed = placeSegments(segments, options);
  const clip = `${idPrefix}-clip`;
  const values = [...new Set(placed.map(({ value }) => value))];
  const defs = [
    ...values.flatMap((value) => linesOf(value, idPrefix)),
    ...(radius > 0 ? [svg('clipPath', { id: clip }, svg('rect', { width, height, rx: radius }))] : []),
  ];
  return svg(
    'svg',
    { class: 'bar', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    ...(defs.length > 0 ? [svg('defs', {}, ...defs)] : []),
    svg(
      'g',
      radius > 0 ? { 'clip-path': `url(#${clip})` } : {},
      svg('rect', { class: 'track', width, height }),
      ...placed.flatMap(({ value, x, width: wide }) => swatchOf(value, idPrefix, { x, y: 0, width: wide, height })),
    ),
  );
}

/**
 * Where the segments of a bar lie, in their order, those that count nothing left out: in whole units with a gap between two,
 * and to the last unit as long together as their sum is of the total.
 */
export function placeSegments(
  segments: readonly PictureSegment[],
  { width, total = 0 }: Pick<BarPictureOptions, 'width' | 'total'>,
): readonly PlacedSegment[] {
  const shown = segments.filter(({ count }) => Number.isFinite(count) && count > 0);
  const sum = shown.reduce((all, { count }) => all + count, 0);
  if (sum === 0) return [];
  const gaps = GAP * (shown.length - 1);
  const share = total > sum ? sum / total : 1;
  // A picture too narrow for all of them shares out what there is.
  const narrowest = Math.min(NARROWEST, Math.max(0, width - gaps) / shown.length);
  const long =
    share === 1 ? width : Math.min(width, Math.max(Math.round(width * share), narrowest * shown.length + gaps));
  const widths = shareOut(
    shown.map(({ count }) => count),
    Math.max(0, long - gaps),
    narrowest,
  );
  let x = 0;
  return shown.map(({ value, count }, index) => {
    const wide = widths[index] ?? 0;
    const placed = { value, count, x, width: wide };
    x += wide + GAP;
    return placed;
  });
}

/** Widths in proportion to counts, none below the narrowest, in whole units: what rounding leaves the largest have, one each. */
function shareOut(counts: readonly number[], width: number, narrowest: number): readonly number[] {
  const isWide = counts.map(() => true);
  let free = width;
  let sum = counts.reduce((all, count) => all + count, 0);
  // Those that would be too narrow are made as wide as they must be, at the cost of the others, which may make more so.
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    const perCount = free / sum;
    for (const [index, count] of counts.entries()) {
      if (!isWide[index] || count * perCount >= narrowest) continue;
      isWide[index] = false;
      free -= narrowest;
      sum -= count;
      isSettled = false;
    }
  }
  const widths = counts.map((count, index) =>
    isWide[index] ? Math.max(narrowest, Math.floor((count / sum) * free)) : narrowest,
  );
  let left = widths.reduce((rest, wide) => rest - wide, width);
  const largestFirst = [...counts.entries()].toSorted(([, a], [, b]) => b - a);
  const rounded = new Map<number, number>();
  for (const [index] of largestFirst) {
    const unit = Math.min(1, left);
    rounded.set(index, unit);
    left -= unit;
  }
  return widths.map((wide, index) => wide + (rounded.get(index) ?? 0));
}
