import type { SvgNode } from '../../core/report/svg';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of a picture. Nothing is parsed: text in it is text. */
export function createSvg({ name, attributes, children }: SvgNode): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  made.append(...children.map((child) => (typeof child === 'string' ? child : createSvg(child))));
  return made;
}
