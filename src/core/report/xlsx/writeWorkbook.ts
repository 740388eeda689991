import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { CalendarDate } from '../../calendarDate';
import type { Steps } from '../../steps';
import type { TellProgress } from '../exporter';
import {
  contentTypes,
  coreProperties,
  MAIN,
  packageRelationships,
  sheetPart,
  stylesPart,
  workbookPart,
  workbookRelationships,
  type WrittenSheet,
  XML,
} from './packageParts';
import { rowXml, type Sheet, sheetHead, sheetTail, STYLE } from './sheet';
import { xmlText } from './xmlText';

// The format (ECMA-376) written by hand: no maintained library has frozen headings, filters, widths, dates and the same
// bytes each time. write-excel-file has no filters and takes the clock's time; exceljs is not maintained and wants Node.

/** Rows, and texts, between two steps. */
const AT_ONCE = 200;

/** The earliest that an archive can name: in the computer's own time, which it is told in. */
function modified(): Date {
  return new Date(1980, 0, 1);
}

export interface AboutWorkbook {
  /** The day that it was made on. */
  readonly today: CalendarDate;
  /** What stands at the foot of each page that is printed. */
  readonly footer?: string;
}

/**
 * Writes a workbook: the same sheets give the same bytes.
 *
 * @param about what it says of itself
 * @param rows how many there are in all, to tell progress
 */
export function* writeWorkbook(
  sheets: readonly Sheet[],
  { today, footer }: AboutWorkbook,
  rows: number,
  tell?: TellProgress,
): Steps<Uint8Array> {
  const archive = createArchive();
  archive.put('[Content_Types].xml', contentTypes(sheets.length), 'stored');
  archive.put('_rels/.rels', packageRelationships());
  archive.put('docProps/core.xml', coreProperties(today));
  archive.put('xl/_rels/workbook.xml.rels', workbookRelationships(sheets.length));
  archive.put('xl/styles.xml', stylesPart());
  const texts = new Map<string, number>();
  const share = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    if (known === texts.size) texts.set(text, known);
    return known;
  };
  const written: WrittenSheet[] = [];
  let done = 0;
  for (const [index, sheet] of sheets.entries()) {
    const part = archive.open(sheetPart(index));
    part.write(`${XML}<worksheet ${MAIN}>${sheetHead(sheet)}`);
    const headings = sheet.columns.map(({ heading }) => heading);
    part.write(rowXml(headings, 1, share, STYLE.heading).xml);
    let lines = 1;
    for (const cells of sheet.rows) {
      const row = rowXml(cells, lines + 1, share);
      part.write(row.xml);
      lines += row.lines;
      if (++done % AT_ONCE !== 0) continue;
      part.flush();
      tell?.(done, rows);
      yield;
    }
    part.write(`${sheetTail(sheet, lines, footer)}</worksheet>`);
    part.close();
    written.push(Object.assign({}, sheet, { lines }));
  }
  yield* writeTexts(archive.open('xl/sharedStrings.xml'), texts.keys());
  archive.put('xl/workbook.xml', workbookPart(written));
  return archive.finish();
}

function* writeTexts(part: Part, texts: Iterable<string>): Steps<void> {
  part.write(`${XML}<sst ${MAIN}>`);
  let done = 0;
  for (const text of texts) {
    part.write(`<si><t xml:space="preserve">${xmlText(text)}</t></si>`);
    if (++done % AT_ONCE !== 0) continue;
    part.flush();
    yield;
  }
  part.write('</sst>');
  part.close();
}

/** A part that is being written. */
interface Part {
  readonly write: (text: string) => void;
  /** Packs what was written so far. */
  readonly flush: () => void;
  readonly close: () => void;
}

interface Archive {
  readonly open: (name: string, how?: 'stored') => Part;
  readonly put: (name: string, text: string, how?: 'stored') => void;
  readonly finish: () => Uint8Array;
}

function createArchive(): Archive {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const open: Archive['open'] = (name, how) => {
    const file = how === 'stored' ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = modified();
    zip.add(file);
    let waiting: string[] = [];
    const push = (isLast: boolean): void => {
      file.push(encoder.encode(waiting.join('')), isLast);
      waiting = [];
    };
    return {
      write: (text) => waiting.push(text),
      flush: () => {
        push(false);
      },
      close: () => {
        push(true);
      },
    };
  };
  return {
    open,
    put: (name, text, how) => {
      const part = open(name, how);
      part.write(text);
      part.close();
    },
    finish: () => {
      zip.end();
      return join(chunks);
    },
  };
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
