const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

/** What a spreadsheet may take for something else than a text, and write otherwise when it saves the file. */
const REWRITTEN = [
  // Formulas, amounts of money, numbers in parentheses
  /^[^\p{L}\p{N}]/u,
  // Numbers, days, hours
  /^[\d\s.,:/%+\-()€$£e]+(?:am|pm)?$/i,
  new RegExp(String.raw`^(?:\d{1,4}[-\s./]*${MONTHS}\b|${MONTHS}[-\s./]*\d)`, 'i'),
  /^(?:true|false)$/i,
];

/** A text as it stands in a cell, so that a spreadsheet leaves it as it is: an apostrophe keeps it a text. */
export function keptAsText(text: string): string {
  return REWRITTEN.some((pattern) => pattern.test(text)) ? `'${text}` : text;
}

/** What a cell says: without the apostrophe, which some spreadsheets take away. */
export function fromKeptText(cell: string): string {
  return cell.replace(/^['\s]+/, '');
}
