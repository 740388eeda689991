import { Parser } from 'saxen';
import { corrupt, WorkbookError } from './limits';

/** What is done with the elements of a document. Names are without their prefix, for programs choose that freely. */
export interface XmlHandler {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  /** Text as it is meant: entities are characters. It can come in several pieces. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Lets other work of the host go on, and resolves when it is the reading's turn again. */
export type Pause = () => Promise<void>;

/** A workbook's elements are at most a dozen deep, and each level takes memory until it closes. */
const MAX_DEPTH = 64;

/**
 * The longest text, tag or comment: saxen looks through an unfinished one anew with every piece. A cell has at most 32,767
 * characters (Excel's limit), ten times that where each is written as an entity.
 */
const MAX_TOKEN = 1024 ** 2;

/**
 * Reads a document that comes in pieces of bytes, so that it is never in memory whole. Entities that a document declares
 * are not known: the format forbids such declarations (ECMA-376 part 2, 6.2.5), and a document with one is refused.
 *
 * @throws {WorkbookError} where it is no well-formed XML in UTF-8, and what the handler throws
 */
export async function readXml(pieces: Iterable<Uint8Array>, handler: XmlHandler, pause?: Pause): Promise<void> {
  const parser = new Parser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  let unfinished = 0;
  /** Something ended: what comes next begins anew. */
  const token = (): void => {
    unfinished = 0;
  };
  parser
    .on('openTag', (name, attributes) => {
      token();
      depth++;
      if (depth > MAX_DEPTH) throw corrupt('too deep');
      handler.open?.(localName(name), (wanted) => attributeOf(attributes(), wanted));
    })
    .on('closeTag', (name) => {
      token();
      depth--;
      handler.close?.(localName(name));
    })
    .on('text', (text) => {
      token();
      handler.text?.(decodeEntities(text));
    })
    .on('cdata', (text) => {
      token();
      handler.text?.(withLineFeeds(text));
    })
    .on('comment', token)
    .on('question', token)
    .on('attention', (declaration) => {
      throw corrupt(declaration.slice(0, 20));
    })
    .on('error', (error) => {
      throw corrupt(error);
    });
  const take = (text: string): void => {
    unfinished += text.length;
    parser.write(text);
    if (unfinished > MAX_TOKEN) throw new WorkbookError('workbook-too-large');
  };
  for (const piece of pieces) {
    take(decode(decoder, piece));
    await pause?.();
  }
  take(decode(decoder));
  parser.end();
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (error) {
    throw corrupt(error);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The attribute of that name; with `*:` before it, of that name under whatever prefix. */
function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const value = name.startsWith('*:')
    ? Object.entries(attributes).find(([key]) => key.endsWith(name.slice(1)))?.[1]
    : attributes[name];
  return value === undefined ? undefined : decodeEntities(value);
}

const ENTITY = /&(?:#([0-9]{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Not saxen's own, which makes two characters of an emoji. An entity that means nothing stays as it is written. */
function decodeEntities(text: string): string {
  const lines = withLineFeeds(text);
  if (!lines.includes('&')) return lines;
  return lines.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return CHARACTERS[name] ?? entity;
    const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

/** A line break in the file is a line feed (XML 1.0, 2.11); a carriage return that is meant is an entity. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
