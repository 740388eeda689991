import { comparable, delimiterOf, ID_COLUMNS } from '../assessment/register';
import { readCsv, tidy } from '../csv';
import type { Catalog } from '../csf/catalog';
import { type Reference, scan } from '../csf/scanner';
import { idOf, readSubject, type Subject } from '../csf/subject';
import type { Replacement } from '../fixes/fix';
import { type WrittenRow, writtenRows } from '../writtenRows';
import type { IdChange, LeftPlace, TextChange } from './idChange';
import { withId } from './withId';

/**
 * Puts one id in the place of another in the rows of a register that are about it: in the cell by which a row is about
 * something, and where a requirement's row names its control beside it there too. Every other byte stays, and what other
 * cells mention. Undefined where the rows cannot be told apart, for a quotation mark is not closed.
 */
export function replaceInRegister(text: string, change: IdChange, catalog: Catalog): TextChange | undefined {
  const delimiter = delimiterOf(text);
  const { rows, strayQuoteLines, unclosedQuoteLine } = readCsv(text, delimiter);
  const [header] = rows;
  if (!header || strayQuoteLines.length > 0 || unclosedQuoteLine !== undefined) return undefined;
  const names = header.cells.map(comparable);
  const columns = ID_COLUMNS.map((column) => names.indexOf(column)).filter((index) => index >= 0);
  const cvidColumn = names.indexOf('cvid');
  const replacements: Replacement[] = [];
  const left: LeftPlace[] = [];
  for (const row of writtenRows(text, delimiter)) {
    if (row.line <= header.line) continue;
    const ids = idCells(row, columns, catalog);
    const [first] = ids;
    if (!first) continue;
    const { from } = change;
    if (idOf(first.subject) === idOf(from)) {
      replacements.push(...ids.flatMap((cell) => replacementIn(cell, change)));
      const cvid = row.cells[cvidColumn] ?? '';
      const start = startOfCell(row, cvidColumn);
      if (tidy(contentOf(cvid)) !== '') left.push({ start, end: start + cvid.length, text: cvid, why: 'cvid' });
    } else if (from.requirement === undefined && first.subject.control === from.control)
      left.push({ start: first.start, end: first.end, text: first.reference.text, why: 'requirement' });
  }
  return { replacements: replacements.toSorted((a, b) => a.start - b.start), left };
}

/** A cell that says what a row is about, and where in the text its id stands. */
interface IdCell {
  readonly subject: Subject;
  readonly reference: Reference;
  readonly start: number;
  readonly end: number;
}

/** The id cells of a row, the one that counts first; none where that one holds no single id. */
function idCells(row: WrittenRow, columns: readonly number[], catalog: Catalog): readonly IdCell[] {
  const { cells } = row;
  const filled = columns.filter((column) => tidy(contentOf(cells[column] ?? '')) !== '');
  const read = filled.map((column): IdCell | undefined => {
    const written = cells[column] ?? '';
    const subject = readSubject(tidy(contentOf(written)), catalog);
    const [reference] = scan(written, catalog, 'plain').references;
    if (typeof subject === 'string' || reference?.ids[0] !== idOf(subject)) return undefined;
    const offset = startOfCell(row, column);
    return { subject, reference, start: offset + reference.start, end: offset + reference.end };
  });
  return read[0] ? read.filter((cell) => cell !== undefined) : [];
}

function startOfCell({ start, cells }: WrittenRow, column: number): number {
  return start + cells.slice(0, column).reduce((length, cell) => length + cell.length + 1, 0);
}

/** A cell without the quotation marks around it. */
function contentOf(written: string): string {
  return /^"(.*)"$/s.exec(written)?.[1] ?? written;
}

/** What is replaced in a cell of a row that is about the old id: that id, or the control beside its requirement. */
function replacementIn({ subject, reference, start, end }: IdCell, change: IdChange): readonly Replacement[] {
  const { from, to } = change;
  if (idOf(subject) === idOf(from)) return [{ start, end, text: withId(reference.text, change) }];
  const isItsControl = subject.requirement === undefined && subject.control === from.control;
  return isItsControl && to.control !== from.control ? [{ start, end, text: to.control }] : [];
}
