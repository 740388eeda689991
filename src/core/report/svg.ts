/** An element of a picture, before it is in a page or a file: text in it is text, nothing parses it. */
export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export function svg(name: string, attributes: SvgNode['attributes'], ...children: SvgNode['children']): SvgNode {
  return { name, attributes, children };
}
