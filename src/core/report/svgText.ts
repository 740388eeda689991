import type { SvgNode } from './svg';

/** A picture as text, for an HTML page or, where its outermost element says `xmlns`, for a file of its own. */
export function svgText({ name, attributes, children }: SvgNode): string {
  const inside = children.map((child) => (typeof child === 'string' ? escapeXml(child) : svgText(child))).join('');
  const said = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escapeXml(String(value)).replace(/[\t\n]/g, inNumbers)}"`)
    .join('');
  return children.length > 0 ? `<${name}${said}>${inside}</${name}>` : `<${name}${said}/>`;
}

/** Text as text of XML or HTML, between tags and in quotation marks. What no XML file may hold is left out. */
export function escapeXml(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"'\r]/g, inNumbers);
}

/** As no parser reads it but as the character itself, not even where it would make spaces of other white space. */
function inNumbers(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** Every character that XML 1.0 does not allow, halves of characters among them. */
const NOT_XML = /(?![\t\n\r])[\0-\x1f]|[\p{Cs}\ufffe\uffff]/gu;
