import type { RowLine } from '../../rows/lines';
import { element } from '../element';
import { MIN_BLOCK_HEIGHT } from './budget';
import { type Clip, createClip } from './clip';

/** What unfolds below the rows that are open, each in a row of the table by itself. */
export interface DetailsRows {
  /** How tall those below a line are, or are going to be. */
  readonly heightOf: (key: string) => number;
  /** Those below a line, with only that in the DOM which lies between, in pixels from their top. */
  readonly show: (line: RowLine, from: number, to: number) => HTMLElement;
  /** All that can have the focus in them, in the DOM or not. */
  readonly stopsOf: (line: RowLine) => readonly HTMLElement[];
  /** How far below their top something in them is. */
  readonly topIn: (line: RowLine, stop: HTMLElement) => number;
  /** Learns how tall those are that were shown since. True where one is taller or shorter than was known. */
  readonly measure: () => boolean;
  /** Other lines are shown: details may be others. */
  readonly keepOnly: (isOpen: (key: string) => boolean) => void;
  /** The table is wider or narrower. */
  readonly forget: () => void;
}

interface Unfolded {
  readonly row: HTMLElement;
  height: number;
}

/** How tall details are taken to be until they are seen. */
const GUESS = 240;

const PADDING = 8;

/**
 * @param contentOf what unfolds below a line
 * @param onResize they are taller or shorter than when they were measured
 */
export function createDetailsRows(contentOf: (line: RowLine) => HTMLElement, onResize: () => void): DetailsRows {
  const unfolded = new Map<string, Unfolded>();
  const clips = new WeakMap<HTMLElement, Clip>();
  const unmeasured = new Set<Unfolded>();
  const resized = new ResizeObserver((entries) => {
    const changed = new Set(entries.map(({ target }) => target));
    for (const one of unfolded.values())
      if (changed.has(one.row) && one.row.isConnected && !isTall(one.row, one.height)) unmeasured.add(one);
    if (unmeasured.size > 0) onResize();
  });

  const unfoldedOf = (key: string): Unfolded => {
    const known = unfolded.get(key);
    if (known) return known;
    const row = element('div', { role: 'row', class: 'details-row' });
    const made = { row, height: GUESS };
    unfolded.set(key, made);
    resized.observe(row);
    return made;
  };
  const clipOf = (content: HTMLElement, { height }: Unfolded): Clip => {
    const known = clips.get(content);
    if (known) return known;
    const guess = Math.max(MIN_BLOCK_HEIGHT, (height - 2 * PADDING) / Math.max(1, content.childElementCount));
    const clip = createClip(content, guess);
    clips.set(content, clip);
    return clip;
  };

  return {
    heightOf: (key) => unfolded.get(key)?.height ?? GUESS,
    show(line, from, to) {
      const one = unfoldedOf(line.key);
      const content = contentOf(line);
      if (content.parentElement !== one.row) {
        one.row.replaceChildren(content);
        unmeasured.add(one);
      }
      if (clipOf(content, one).show(from - PADDING, to - PADDING) || !one.row.isConnected) unmeasured.add(one);
      return one.row;
    },
    stopsOf(line) {
      const content = contentOf(line);
      const blocks = clipOf(content, unfoldedOf(line.key)).blocks();
      return blocks.flatMap((block) => [...block.querySelectorAll('button')]);
    },
    topIn(line, stop) {
      const content = contentOf(line);
      const clip = clipOf(content, unfoldedOf(line.key));
      const block = clip.blocks().find((one) => one.contains(stop));
      return PADDING + (block ? clip.topOf(block) : 0);
    },
    measure() {
      let isOther = false;
      for (const one of unmeasured) {
        const content = one.row.firstElementChild;
        if (!one.row.isConnected || !(content instanceof HTMLElement)) continue;
        clips.get(content)?.measure();
        if (isTall(one.row, one.height)) continue;
        one.height = one.row.getBoundingClientRect().height;
        isOther = true;
      }
      unmeasured.clear();
      return isOther;
    },
    keepOnly(isOpen) {
      for (const [key, { row }] of unfolded) {
        if (isOpen(key)) continue;
        unfolded.delete(key);
        resized.unobserve(row);
      }
    },
    forget() {
      for (const one of unfolded.values()) {
        const content = one.row.firstElementChild;
        if (content instanceof HTMLElement) clips.get(content)?.forget();
        unmeasured.add(one);
      }
    },
  };
}

/** Whether it is that tall, but for what browsers round. */
function isTall(row: HTMLElement, height: number): boolean {
  return Math.abs(row.getBoundingClientRect().height - height) < 0.5;
}
