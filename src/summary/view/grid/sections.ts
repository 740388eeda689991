import type { Labels } from '../../labels';
import { element } from '../element';
import { fill } from '../../../core/fill';

/** Something told of a row, in blocks. */
export interface Section {
  readonly key: string;
  readonly label: string;
  readonly blocks: readonly (() => HTMLElement)[];
  /** Whether nothing of it is shown at first. */
  readonly isFolded?: boolean;
}

/** So many blocks of a section are shown at first, and so many more each time. */
const FIRST = 4;
const MORE = 20;

/**
 * Sections one below the other, as blocks that are all children of one element; those without blocks are left out. Tells
 * of other blocks by the event `details-changed`.
 *
 * @param previous what stood there before: so much of each section is shown again
 */
export function createSections(
  head: HTMLElement,
  sections: readonly Section[],
  labels: Labels,
  previous: HTMLElement | undefined,
): HTMLElement {
  const made = element('div', {}, head);
  for (const section of sections) {
    if (section.blocks.length === 0) continue;
    const before = Number(previous?.getAttribute(countName(section)) ?? 0);
    appendSection(made, section, Math.max(before, section.isFolded ? 0 : FIRST), labels);
  }
  return made;
}

function appendSection(details: HTMLElement, section: Section, count: number, labels: Labels): void {
  const { key, blocks, label } = section;
  const more = element('button', { type: 'button', class: 'link', 'data-stop': `more-${key}` });
  const moreBlock = element('div', { class: 'block' }, more);
  let shown = 0;
  const make = (until: number): readonly HTMLElement[] => {
    const added = blocks.slice(shown, until).map((block, index) => labelled(block(), shown + index === 0 ? label : ''));
    shown += added.length;
    details.setAttribute(countName(section), String(shown));
    more.textContent =
      section.isFolded && shown === 0
        ? fill(labels.showSteps, blocks.length)
        : fill(labels.showMore, blocks.length - shown);
    return added;
  };
  details.append(...make(count));
  if (shown === 0) labelled(moreBlock, label);
  if (shown < blocks.length) details.append(moreBlock);
  more.addEventListener('click', () => {
    moreBlock.querySelector('.label')?.remove();
    const added = make(shown + MORE);
    moreBlock.before(...added);
    if (shown === blocks.length) {
      // The focus goes on to what it has brought, or back to the row.
      added
        .find((block) => block.querySelector('button'))
        ?.querySelector('button')
        ?.focus();
      moreBlock.remove();
    }
    details.dispatchEvent(new Event('details-changed', { bubbles: true }));
  });
}

/** The first block of a section bears its name. */
function labelled(block: HTMLElement, label: string): HTMLElement {
  if (label === '') return block;
  block.classList.add('begins');
  block.prepend(element('strong', { class: 'label' }, label), ' ');
  return block;
}

function countName({ key }: Section): string {
  return `data-shown-${key.toLowerCase()}`;
}
