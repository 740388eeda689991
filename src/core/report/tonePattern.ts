import type { Status } from '../assessment/status';
import { svg, type SvgNode } from './svg';

/** What is drawn over a tone, beside its colour, so that nobody has to tell colours apart: a path in a tile of 6 by 6. */
const LINES: Readonly<Record<Exclude<Status, 'needs-evidence'>, string>> = {
  unknown: 'M1.5 1.5h.01M4.5 4.5h.01',
  'coverage-needed': 'M-1 1l2-2M0 6l6-6M5 7l2-2',
  'awaiting-approval': 'M3 0v6',
  complete: 'M0 3h6',
  inherited: 'M5-1l2 2M0 0l6 6M-1 5l2 2',
  'not-applicable': 'M0 3h6M3 0v6',
};

const TILE = 6;

/** How wide the lines of a pattern are; dots are lines without length. */
const STROKES: Readonly<Partial<Record<string, number>>> = { unknown: 1.8 };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SwatchOptions {
  readonly width: number;
  readonly height: number;
  /** As of a bar: ids of patterns in a page or file have to differ from one another. */
  readonly idPrefix: string;
}

/** What a legend shows beside a word: the colour and the pattern of a value. Decoration, as the bar is. */
export function drawSwatch(value: string, { width, height, idPrefix }: SwatchOptions): SvgNode {
  const lines = linesOf(value, idPrefix);
  return svg(
    'svg',
    { class: 'swatch', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    ...(lines.length > 0 ? [svg('defs', {}, ...lines)] : []),
    ...swatchOf(value, idPrefix, { x: 0, y: 0, width, height }),
  );
}

/** The pattern of a value, to be defined in the picture; none where it is plain. */
export function linesOf(value: string, idPrefix: string): readonly SvgNode[] {
  if (!hasLines(value)) return [];
  const lines = svg('path', {
    class: `pattern pattern-${value}`,
    d: LINES[value],
    fill: 'none',
    'stroke-width': STROKES[value] ?? 1,
    'stroke-linecap': value === 'unknown' ? 'round' : 'butt',
  });
  const id = `${idPrefix}-${value}`;
  return [svg('pattern', { id, width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' }, lines)];
}

/** A box in the colour of a value, and one with its pattern over it, which the picture defines. */
export function swatchOf(value: string, idPrefix: string, { x, y, width, height }: Box): readonly SvgNode[] {
  const box = { x, y, width, height };
  return [
    svg('rect', { class: `tone-${value}`, ...box }),
    ...(hasLines(value) ? [svg('rect', { fill: `url(#${idPrefix}-${value})`, ...box })] : []),
  ];
}

function hasLines(value: string): value is keyof typeof LINES {
  return Object.hasOwn(LINES, value);
}
