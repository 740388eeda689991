import { patchChildren } from '../patch';

/** Has of an element's children only those in the DOM that are in view, and the one that has the focus. */
export interface Clip {
  /** All of them, in the DOM or not. */
  readonly blocks: () => readonly HTMLElement[];
  /** How tall those above one of them are together, as far as is known. */
  readonly topOf: (block: HTMLElement) => number;
  /** Has those in the DOM that lie between, in pixels from the first one's top. True where others were in it before. */
  readonly show: (from: number, to: number) => boolean;
  /** Learns how tall those in the DOM are, which makes the browser do its layout. */
  readonly measure: () => void;
  /** How tall they were is not how tall they are: the page is wider or narrower. */
  readonly forget: () => void;
}

/** @param guess how tall a child is that was never seen */
export function createClip(of: HTMLElement, guess: number): Clip {
  let known = childrenOf(of);
  let inDom: ReadonlySet<HTMLElement> = new Set(known);
  let heights = new WeakMap<HTMLElement, number>();
  const heightOf = (block: HTMLElement): number => heights.get(block) ?? guess;
  const sum = (some: readonly HTMLElement[]): number => some.reduce((total, block) => total + heightOf(block), 0);

  /** Whoever made the element may have put in others, or taken some out: what is in the DOM is asked. */
  const blocks = (): readonly HTMLElement[] => {
    const now = childrenOf(of);
    const nowInDom = new Set(now);
    const all = known.filter((block) => nowInDom.has(block) || !inDom.has(block));
    for (const [index, block] of [...now.entries()].reverse()) {
      if (inDom.has(block)) continue;
      const next = now[index + 1];
      all.splice(next ? all.indexOf(next) : all.length, 0, block);
    }
    known = all;
    inDom = nowInDom;
    return all;
  };

  return {
    blocks,
    topOf(block) {
      const all = blocks();
      return sum(all.slice(0, all.indexOf(block)));
    },
    show(from, to) {
      const all = blocks();
      let bottom = 0;
      const shown = all.filter((block) => {
        const top = bottom;
        bottom += heightOf(block);
        return (bottom > from && top < to) || block.contains(document.activeElement);
      });
      const isOther = shown.length !== inDom.size || shown.some((block) => !inDom.has(block));
      if (isOther) patchChildren(of, shown);
      inDom = new Set(shown);
      // What is left out leaves its room above the next one, and below the last one.
      let after = 0;
      for (const block of shown) {
        const at = all.indexOf(block);
        block.style.marginTop = `${sum(all.slice(after, at))}px`;
        after = at + 1;
      }
      of.style.paddingBottom = `${sum(all.slice(after))}px`;
      return isOther;
    },
    measure() {
      for (const block of childrenOf(of)) heights.set(block, block.getBoundingClientRect().height);
    },
    forget() {
      heights = new WeakMap();
    },
  };
}

function childrenOf(of: HTMLElement): HTMLElement[] {
  return [...of.children].filter((child) => child instanceof HTMLElement);
}
