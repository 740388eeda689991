import type { Labels } from '../../labels';
import { element } from '../element';
import { shorten } from './shorten';

/** So much of a text is shown at first, and so much more each time. */
const MOST = 2_000;

/** An element with a text, be it a megabyte long: the rest comes when it is asked for. */
export function longText(
  name: 'div' | 'p' | 'span',
  className: string,
  text: string,
  labels: Labels,
  ...before: readonly HTMLElement[]
): HTMLElement {
  const shown = document.createTextNode(shorten(text, MOST));
  const made = element(
    name,
    className === '' ? {} : { class: className },
    ...before,
    ...(before.length > 0 ? [' '] : []),
    shown,
  );
  if (shown.length === text.length) return made;
  const more = element('button', { type: 'button', class: 'link' }, labels.showMoreText);
  more.addEventListener('click', () => {
    shown.data += shorten(text.slice(shown.length), MOST);
    if (shown.length === text.length) more.remove();
  });
  made.append('… ', more);
  return made;
}
