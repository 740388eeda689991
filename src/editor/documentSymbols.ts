import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { subjectHeadline } from '../core/assessment/referenceSummary';
import { idOf, type Subject } from '../core/csf/subject';
import type { LineIndex } from '../core/lineIndex';
import { type OutlineEntry, outlineOfRows, outlineOfText, type RowGroup } from '../core/navigation/textOutline';
import type { Assessment } from '../workspace/assessment';
import { registerForAssessments } from './assessmentFiles';
import { rangeOf } from './ranges';
import { fileShownIn } from './shownUri';
import { SHEET_SCHEME } from './workbookView';

/** Languages that have an outline of their own, in VS Code or with the extension that anybody writes them with. */
const WITH_OUTLINE: ReadonlySet<string> = new Set([
  ...[
    'markdown',
    'asciidoc',
    'restructuredtext',
    'latex',
    'tex',
    'org',
    'typst',
    'html',
    'xml',
    'json',
    'jsonc',
    'yaml',
  ],
]);

/** Of a table with more rows the controls alone are in the outline: VS Code asks for it with each file that is opened. */
const MOST_ROWS = 3_000;

/** The outline of documents whose language has none, and of the matrix and the registers: by control, with what is open. */
export const documentSymbols: Feature = (app) => {
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols: (document) => {
      if (WITH_OUTLINE.has(document.languageId)) return undefined;
      const [assessment] = app.index.assessmentsOf(fileShownIn(document.uri));
      return assessment && symbolsOf(document, assessment, app);
    },
  };
  const label = vscode.l10n.t('Controls');
  return vscode.Disposable.from(
    registerForAssessments(app, (filters) =>
      vscode.languages.registerDocumentSymbolProvider(filters, provider, { label }),
    ),
    // The sheet of a workbook stands in no folder.
    vscode.languages.registerDocumentSymbolProvider({ scheme: SHEET_SCHEME }, provider, { label }),
  );
};

function symbolsOf(document: vscode.TextDocument, assessment: Assessment, app: App): vscode.DocumentSymbol[] {
  const location = fileShownIn(document.uri);
  const createSymbol = createSymbols(assessment, app);
  const scoping = assessment.document(location);
  if (scoping) {
    // Not the editor's text: where lines end in several ways, VS Code evens that out, and offsets differ.
    const { text, scan, lines } = scoping;
    const entries = outlineOfText(text, scan.references, lines, assessment.catalog);
    return entries.map((entry) => symbolOfEntry(entry, lines, createSymbol));
  }
  const rows = assessment.rowsIn(location);
  return outlineOfRows(rows, document.lineCount).map((group) => {
    const symbol = symbolOfGroup(group, document, createSymbol);
    if (rows.length <= MOST_ROWS) symbol.children = symbolsOfRows(group, document, createSymbol);
    return symbol;
  });
}

/** Makes a symbol of something, for all of a range, selected at another one inside it. */
type CreateSymbol = (subject: Subject, range: vscode.Range, selection: vscode.Range) => vscode.DocumentSymbol;

/** What is open on each thing is put into words once: a document names a control many times. */
function createSymbols({ summary, catalog }: Assessment, { translate }: App): CreateSymbol {
  const details = new Map<string, string>();
  return (subject, range, selection) => {
    const { control, requirement } = subject;
    const id = idOf(subject);
    const detail = details.get(id) ?? subjectHeadline(subject, summary).map(translate).join(' · ');
    details.set(id, detail);
    const name = requirement ?? `${control} ${catalog.controls.get(control)?.title ?? ''}`.trim();
    const kind = requirement === undefined ? vscode.SymbolKind.Class : vscode.SymbolKind.Property;
    return new vscode.DocumentSymbol(name, detail, kind, range, selection);
  };
}

function symbolOfEntry(entry: OutlineEntry, lines: LineIndex, createSymbol: CreateSymbol): vscode.DocumentSymbol {
  const symbol = createSymbol(entry.subject, rangeOf(entry, lines), rangeOf(entry.id, lines));
  symbol.children = entry.children.map((child) => symbolOfEntry(child, lines, createSymbol));
  return symbol;
}

function symbolOfGroup(
  { control, rows, lastLine }: RowGroup,
  document: vscode.TextDocument,
  createSymbol: CreateSymbol,
): vscode.DocumentSymbol {
  const first = rows[0]?.line ?? lastLine;
  return createSymbol({ control }, linesOf(document, first, lastLine), linesOf(document, first, first));
}

/** Those of a group's rows that are for a requirement. */
function symbolsOfRows(
  { rows, lastLine }: RowGroup,
  document: vscode.TextDocument,
  createSymbol: CreateSymbol,
): vscode.DocumentSymbol[] {
  return rows.flatMap((row, index) => {
    if (row.requirement === undefined) return [];
    const last = (rows[index + 1]?.line ?? lastLine + 1) - 1;
    return createSymbol(row, linesOf(document, row.line, last), linesOf(document, row.line, row.line));
  });
}

/** All of some lines, 1-based, the last one included. */
function linesOf(document: vscode.TextDocument, first: number, last: number): vscode.Range {
  return new vscode.Range(first - 1, 0, last - 1, document.lineAt(last - 1).text.length);
}
