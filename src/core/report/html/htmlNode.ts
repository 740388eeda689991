import { codeOf, HIDDEN_CHARACTER, plainlyShown } from '../hiddenCharacters';
import type { Steps } from '../../steps';
import type { SvgNode } from '../svg';
import { escapeXml } from '../svgText';

/** An element of a page. Its texts are texts, wherever they come from: `htmlText` lets none of them mean anything. */
export type HtmlNode = SvgNode;
export type HtmlContent = readonly (HtmlNode | string)[];

export function html(name: string, attributes: HtmlNode['attributes'], ...children: HtmlContent): HtmlNode {
  return { name, attributes, children };
}

/** Elements that have no end. */
const VOID: ReadonlySet<string> = new Set(['br', 'col', 'meta']);

/** Elements behind which a line ends, so that an editor shows the page quickly. White space means nothing there. */
const LINES: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'head',
  'meta',
  'p',
  'style',
  'table',
  'thead',
  'title',
  'tr',
]);

/** A page's elements as text; pictures may be among them. */
export function htmlText(node: HtmlNode): string {
  const { name, children } = node;
  return inTags(node, () =>
    children.map((child) => (typeof child === 'string' ? textIn(name, child) : htmlText(child))).join(''),
  );
}

/** Rows of a table between two steps. */
const ROWS_AT_ONCE = 50;

/** The same, in steps where a table is long. */
export function* htmlTextSteps(node: HtmlNode): Steps<string> {
  if (!PARTS_OF_TABLES.has(node.name)) return htmlText(node);
  const pieces: string[] = [];
  for (const [index, child] of node.children.entries()) {
    pieces.push(typeof child === 'string' ? textIn(node.name, child) : yield* htmlTextSteps(child));
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
  }
  return inTags(node, () => pieces.join(''));
}

const PARTS_OF_TABLES: ReadonlySet<string> = new Set(['table', 'tbody']);

function inTags({ name, attributes }: HtmlNode, inside: () => string): string {
  const said = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escapeXml(String(value))}"`)
    .join('');
  const end = LINES.has(name) ? '\n' : '';
  return VOID.has(name) ? `<${name}${said}>${end}` : `<${name}${said}>${inside()}</${name}>${end}`;
}

function textIn(name: string, text: string): string {
  // A browser reads neither elements in a title nor references to characters in a style, which is this project's own.
  if (name === 'style') return text;
  return name === 'title' ? escapeXml(plainlyShown(text)) : shown(text);
}

/**
 * Text with nothing in it that cannot be seen, or that turns what stands beside it: such a character is shown as `\u{202e}`,
 * and text that may run from right to left is kept apart from the text around it.
 */
function shown(text: string): string {
  const lines = text.replaceAll('\r\n', '\n');
  const parts = lines.split(HIDDEN_CHARACTER);
  if (parts.length === 1 && !TURNING.test(lines)) return escapeXml(lines);
  const hidden = lines.match(HIDDEN_CHARACTER) ?? [];
  const written = parts.map((part, index) => {
    const next = hidden[index];
    return escapeXml(part) + (next === undefined ? '' : `<span class="code">${codeOf(next)}</span>`);
  });
  return `<bdi>${written.join('')}</bdi>`;
}

const TURNING = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
