import { drawBar, type PictureSegment } from '../../core/report/barPicture';
import { element } from './element';
import { createSvg } from './svg';

export interface BarPicture {
  readonly element: HTMLElement;
  readonly show: (segments: readonly PictureSegment[]) => void;
}

/** What is drawn for before there is room for it. */
const LEAST_WIDTH = 40;

/**
 * A bar as wide as its place. It is drawn anew for another width, so that patterns and the narrowest segments keep their size.
 *
 * @param idPrefix no other bar of the page has it
 */
export function createBarPicture(idPrefix: string, height: number, radius: number): BarPicture {
  const place = element('span', { class: 'bar-place' });
  place.style.height = `${height}px`;
  let segments: readonly PictureSegment[] = [];
  let drawn = '';
  const draw = (): void => {
    const width = Math.max(LEAST_WIDTH, Math.round(place.clientWidth));
    const picture = drawBar(segments, { width, height, idPrefix, radius });
    const next = JSON.stringify(picture);
    if (next !== drawn) place.replaceChildren(createSvg(picture));
    drawn = next;
  };
  new ResizeObserver(draw).observe(place);
  return {
    element: place,
    show(shown) {
      if (shown === segments) return;
      segments = shown;
      draw();
    },
  };
}
