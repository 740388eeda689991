import { FORMULA_SIGN, PASSED_OVER } from '../report/defuse';

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

/**
 * What follows a semicolon where a formula would begin behind it: a spreadsheet splits there instead of at commas in
 * countries with a decimal comma.
 */
const FORMULA_BEHIND = `(${PASSED_OVER})(?=[${FORMULA_SIGN}])`;
const BEFORE_FORMULA = new RegExp(`(?<=;)(?=${FORMULA_BEHIND})`, 'gu');
const KEPT_BEFORE_FORMULA = new RegExp(`(?<=;)${FORMULA_BEHIND}`, 'gu');

/**
 * A text as it stands in a cell, so that a spreadsheet leaves it as it is: an apostrophe keeps it a text, and what stands
 * behind a semicolon in it.
 */
export function keptAsText(text: string): string {
  const kept = text.replace(BEFORE_FORMULA, "'");
  return REWRITTEN.some((pattern) => pattern.test(text)) ? `'${kept}` : kept;
}

/** What a cell says: without these apostrophes, of which some spreadsheets take the first away. */
export function fromKeptText(cell: string): string {
  const told = cell.replace(/^['\s]+/, '');
  return told.includes(';') ? told.replace(KEPT_BEFORE_FORMULA, (between) => between.replaceAll("'", '')) : told;
}
