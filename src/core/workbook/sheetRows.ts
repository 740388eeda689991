import type { CsvRow } from '../csv';
import { type Budget, corrupt, LAST_COLUMN, LAST_ROW, spend } from './limits';
import { fillMerged, type MergedRange } from './mergedRanges';
import { stringItem, unescapeString } from './strings';
import type { Styles } from './styles';
import { type Pause, readXml } from './xml';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly budget: Budget;
  readonly pause?: Pause | undefined;
}

/** A cell while it is read. */
interface Cell {
  /** 0-based. */
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/**
 * Reads the rows of a worksheet (ECMA-376 part 1, 18.3): what is in cells, and nothing of what the sheet says about its
 * size. Hidden rows and columns are read like others. A formula is the value that was last worked out.
 *
 * @throws {WorkbookError}
 */
export async function readSheetRows(pieces: Iterable<Uint8Array>, context: SheetContext): Promise<readonly CsvRow[]> {
  const rows: { line: number; cells: string[] }[] = [];
  const merged: MergedRange[] = [];
  const inline = stringItem();
  let isData = false;
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let cell: Cell | undefined;
  let isValue = false;
  let isInline = false;

  const openRow = (given: string | undefined): void => {
    const next = given === undefined ? line + 1 : Number(given);
    // Rows stand in order. Anything else is not Excel's, and which of two rows counts would be a guess.
    if (!Number.isInteger(next) || next <= line || next > LAST_ROW) throw corrupt(`row ${given ?? ''}`);
    line = next;
    cells = [];
    column = -1;
  };
  const closeCell = ({ column: at, type, style, value }: Cell): void => {
    // Taken in any case, so that it is not the next cell's.
    const own = inline.take();
    const text = type === 'inlineStr' ? own : cellText(type, style, value, context);
    if (text === '') return;
    spend(context.budget, 'characters', text.length);
    spend(context.budget, 'cells', Math.max(0, at + 1 - cells.length));
    while (cells.length < at) cells.push('');
    cells[at] = text;
  };

  await readXml(
    pieces,
    {
      open: (name, attribute) => {
        if (name === 'mergeCell') {
          spend(context.budget, 'cells', 1);
          merged.push(readRange(attribute('ref') ?? ''));
        } else if (name === 'sheetData') isData = true;
        else if (!isData) return;
        else if (name === 'row') openRow(attribute('r'));
        else if (name === 'c') {
          const ref = attribute('r');
          column = ref === undefined ? column + 1 : readReference(ref).column;
          if (column >= LAST_COLUMN) throw corrupt('column');
          cell = { column, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' };
        } else if (name === 'v') isValue = true;
        else if (name === 'is') isInline = true;
        else if (isInline) inline.open(name, attribute);
      },
      text: (text) => {
        if (isValue && cell) cell.value += text;
        else if (isInline) inline.text(text);
      },
      close: (name) => {
        if (!isData) return;
        if (name === 'sheetData') isData = false;
        else if (name === 'v') isValue = false;
        else if (name === 'is') isInline = false;
        else if (isInline) inline.close(name);
        else if (name === 'c' && cell) {
          closeCell(cell);
          cell = undefined;
        } else if (name === 'row' && cells.some((text) => text.trim() !== '')) rows.push({ line, cells });
      },
    },
    context.pause,
  );
  fillMerged(rows, merged, context.budget);
  return rows;
}

/** @throws {WorkbookError} for a shared text that the workbook does not have */
function cellText(type: string, style: number, value: string, { strings, styles }: SheetContext): string {
  switch (type) {
    case 's': {
      if (value === '') return '';
      const text = strings[Number(value)];
      if (text === undefined) throw corrupt(`text ${value}`);
      return text;
    }
    case 'b':
      return value === '' ? '' : value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'n': {
      const number = Number(value);
      // A number that is none shall be seen, not dropped.
      return value.trim() === '' || !Number.isFinite(number) ? value : styles(style)(number);
    }
    case 'd':
      // A date in words of ISO 8601, in a strict workbook.
      return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '').replace('T', ' ');
    // What a formula made a text of, and an error, such as `#N/A`.
    default:
      return unescapeString(value);
  }
}

/** `B7`, with a 0-based column. @throws {WorkbookError} */
function readReference(text: string): { readonly line: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text) ?? [];
  if (letters === '') throw corrupt(`reference ${text}`);
  // Digits of base 26, of which none is a zero.
  const number = Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { line: Number(digits), column: number - 1 };
}

/** `B7:C9`, or `B7`. @throws {WorkbookError} */
function readRange(text: string): MergedRange {
  const [first = '', last = first] = text.split(':');
  const [start, end] = [readReference(first), readReference(last)];
  return { firstLine: start.line, lastLine: end.line, column: start.column };
}
