/**
 * What the comparison's page and its host say to each other: two unions, in one file that imports neither side. The
 * document is always sent whole. What comes in is checked before it is used, on both sides.
 */
import { type Check, isIndex, isListOf, isOneOf, isShape, isText } from '../summary/check';

/** From the host to the page. */
export interface ToPage {
  readonly type: 'comparison';
  /** The words of the buttons. */
  readonly save: string;
  readonly swap: string;
  readonly blocks: readonly PageBlock[];
  /** Goes back with a click, so that nothing older is meant. */
  readonly revision: number;
}

/** A part of the document; a table's cells are lines of pieces. */
export type PageBlock = HeadingBlock | ParagraphBlock | ListBlock | TableBlock;

interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: number;
  readonly text: string;
}

interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly string[];
}

interface TableBlock {
  readonly kind: 'table';
  readonly header: readonly string[];
  readonly rows: readonly (readonly (readonly (readonly PagePiece[])[])[])[];
}

export interface PagePiece {
  readonly text: string;
  readonly mark: 'none' | 'old' | 'new';
  /** Which place a click goes to, from 1; 0 for none. The page names no file: the host looks up what it has sent. */
  readonly place: number;
}

/** From the page to the host. */
export type ToHost = { readonly type: 'ready' | 'save' | 'swap' } | OpenMessage;

export interface OpenMessage {
  readonly type: 'open';
  readonly place: number;
  readonly revision: number;
}

const isPiece = isShape<PagePiece>({ text: isText, mark: isOneOf('none', 'old', 'new'), place: isIndex });
const blocks: readonly Check<PageBlock>[] = [
  isShape<HeadingBlock>({ kind: isOneOf('heading'), level: isIndex, text: isText }),
  isShape<ParagraphBlock>({ kind: isOneOf('paragraph'), text: isText }),
  isShape<ListBlock>({ kind: isOneOf('list'), items: isListOf(isText) }),
  isShape<TableBlock>({
    kind: isOneOf('table'),
    header: isListOf(isText),
    rows: isListOf(isListOf(isListOf(isListOf(isPiece)))),
  }),
];
const isBlock: Check<PageBlock> = (value): value is PageBlock => blocks.some((check) => check(value));

const isToPage = isShape<ToPage>({
  type: isOneOf('comparison'),
  save: isText,
  swap: isText,
  blocks: isListOf(isBlock),
  revision: isIndex,
});

const toHost: readonly Check<ToHost>[] = [
  isShape<Exclude<ToHost, OpenMessage>>({ type: isOneOf('ready', 'save', 'swap') }),
  isShape<OpenMessage>({ type: isOneOf('open'), place: isIndex, revision: isIndex }),
];

/** The message, if it is one of the host's. */
export function parseToPage(value: unknown): ToPage | undefined {
  return isToPage(value) ? value : undefined;
}

/** The message, if it is one that the page may send; anything else a page was made to send is dropped. */
export function parseToHost(value: unknown): ToHost | undefined {
  return toHost.some((check) => check(value)) ? (value as ToHost) : undefined;
}
