import { patchChildren } from '../patch';

/** Has of an element's children only those in the DOM that are in view; padding stands for the others. */
export interface Clip {
  /** All of them, in the DOM or not. */
  readonly blocks: () => readonly Element[];
  /** How tall those above one of them are together, as far as is known. */
  readonly topOf: (block: Element) => number;
  /** Has those in the DOM that lie between, in pixels from the first one's top. True where others were in it before. */
  readonly show: (from: number, to: number) => boolean;
  /** Learns how tall those in the DOM are, which makes the browser do its layout. */
  readonly measure: () => void;
  /** How tall they were is not how tall they are: the page is wider or narrower. */
  readonly forget: () => void;
}

/** @param guess how tall a child is that was never seen */
export function createClip(of: HTMLElement, guess: number): Clip {
  let above: readonly Element[] = [];
  let below: readonly Element[] = [];
  let heights = new WeakMap<Element, number>();
  // Whoever made the element may put in others: what is in the DOM is asked, not remembered.
  const blocks = (): readonly Element[] => [...above, ...of.children, ...below];
  const sum = (some: readonly Element[]): number =>
    some.reduce((total, block) => total + (heights.get(block) ?? guess), 0);

  return {
    blocks,
    topOf(block) {
      const all = blocks();
      return sum(all.slice(0, all.indexOf(block)));
    },
    show(from, to) {
      const all = blocks();
      let bottom = 0;
      const inView = all.map((block) => {
        const top = bottom;
        bottom += heights.get(block) ?? guess;
        return bottom > from && top < to;
      });
      const first = inView.includes(true) ? inView.indexOf(true) : all.length;
      const shown = all.slice(first, inView.lastIndexOf(true) + 1);
      const isOther = shown.length !== of.children.length || shown[0] !== of.firstElementChild;
      above = all.slice(0, first);
      below = all.slice(first + shown.length);
      if (isOther) patchChildren(of, shown);
      of.style.paddingTop = `${sum(above)}px`;
      of.style.paddingBottom = `${sum(below)}px`;
      return isOther;
    },
    measure() {
      for (const block of of.children) heights.set(block, block.getBoundingClientRect().height);
    },
    forget() {
      heights = new WeakMap();
    },
  };
}
