import { MAX_CELLS, WorkbookError } from './limits';
import { type Pause, readXml, type XmlHandler } from './xml';

/** Gathers the text of a string item (ECMA-376 part 1, 18.4): one text or several runs, without phonetic hints. */
export interface StringItem extends Required<XmlHandler> {
  /** The text so far, and begins the next item. */
  readonly take: () => string;
}

export function stringItem(): StringItem {
  let text = '';
  let isText = false;
  let isPhonetic = false;
  return {
    open: (name) => {
      if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      if (name === 'rPh') isPhonetic = false;
      else if (name === 't') isText = false;
    },
    take: () => {
      const taken = unescapeString(text);
      text = '';
      return taken;
    },
  };
}

/** Reads the texts that cells share. @throws {WorkbookError} */
export async function readSharedStrings(pieces: Iterable<Uint8Array>, pause?: Pause): Promise<readonly string[]> {
  const strings: string[] = [];
  const item = stringItem();
  await readXml(
    pieces,
    {
      ...item,
      close: (name) => {
        item.close(name);
        if (name !== 'si') return;
        strings.push(item.take());
        // More texts than cells serve no one.
        if (strings.length > MAX_CELLS) throw new WorkbookError('workbook-too-large');
      },
    },
    pause,
  );
  return strings;
}

/** Characters that XML cannot hold stand as `_x000D_`, and `_x005F_` for an underscore before what looks so (22.9.2.19). */
export function unescapeString(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
