import { maxHeight } from './budget';
import { idLength, tracksOf } from './columns';
import type { GridContent } from './grid';
import { sizeOfHeader } from './header';
import { type Look, sizeOfRow } from './lineElement';

/** How tall things are, in pixels. */
export interface Layout {
  readonly lineHeight: number;
  /** 0 where the header is not seen. */
  readonly headerHeight: number;
  /** What is seen of the lines is no taller. */
  readonly most: number;
}

/** A row is one line, two, or three. */
export type Width = 'wide' | 'narrow' | 'slim';

/** Lines are so many times as tall as their letters are large. */
const LINE = { wide: 2.6, narrow: 4.2, slim: 5.8 };

/** How large letters are as long as no style sheet has told. */
const LETTERS = 13;

/** Reads the size of letters, computes from it what is shared with the style sheet, and gives it that. */
export function layOut(grid: HTMLElement, content: GridContent, { columns }: Look, width: Width): Layout {
  const isNarrow = width !== 'wide';
  const letters = Number.parseFloat(getComputedStyle(grid).fontSize) || LETTERS;
  const lineHeight = Math.round(letters * LINE[width]);
  const headerHeight = isNarrow ? 0 : Math.round(letters * LINE.wide);
  const most = maxHeight({ frame: 2 + sizeOfHeader(columns), row: sizeOfRow(columns), rowHeight: lineHeight });
  const { tracks, least } = tracksOf(columns);
  const properties = {
    '--line-height': `${lineHeight}px`,
    '--header-height': `${headerHeight}px`,
    '--grid-most': `${most + headerHeight}px`,
    '--id-length': String(idLength(content)),
    '--tracks': tracks,
    '--tracks-least': isNarrow ? '0' : least,
  };
  for (const [property, value] of Object.entries(properties)) grid.style.setProperty(property, value);
  grid.classList.toggle('narrow', isNarrow);
  grid.classList.toggle('slim', width === 'slim');
  return { lineHeight, headerHeight, most };
}
