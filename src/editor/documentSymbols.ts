import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { subjectHeadline } from '../core/assessment/referenceSummary';
import type { Subject } from '../core/csf/subject';
import { createLineIndex } from '../core/lineIndex';
import { type OutlineEntry, outlineOfRows, outlineOfText, type RowGroup } from '../core/navigation/textOutline';
import type { Assessment } from '../workspace/assessment';
import { fileShownIn } from './shownUri';

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

/** The outline of documents whose language has none, and of the matrix and the registers: by control, with what is open. */
export const documentSymbols: Feature = (app) =>
  vscode.languages.registerDocumentSymbolProvider(
    { pattern: '**/*' },
    {
      provideDocumentSymbols(document) {
        if (WITH_OUTLINE.has(document.languageId)) return undefined;
        const location = fileShownIn(document.uri);
        const [assessment] = app.index.assessmentsOf(location);
        if (!assessment) return undefined;
        const scoping = assessment.document(location);
        if (scoping) {
          const text = document.getText();
          const entries = outlineOfText(text, scoping.scan.references, createLineIndex(text), assessment.catalog);
          return entries.map((entry) => symbolOfEntry(entry, document, assessment, app));
        }
        const rows = assessment.rowsIn(location);
        return outlineOfRows(rows, document.lineCount).map((group) => symbolOfGroup(group, document, assessment, app));
      },
    },
    { label: vscode.l10n.t('Controls') },
  );

function symbolOfEntry(
  { subject, id, start, end, children }: OutlineEntry,
  document: vscode.TextDocument,
  assessment: Assessment,
  app: App,
): vscode.DocumentSymbol {
  const range = (from: number, to: number): vscode.Range =>
    new vscode.Range(document.positionAt(from), document.positionAt(to));
  const symbol = createSymbol(subject, range(start, end), range(id.start, id.end), assessment, app);
  symbol.children = children.map((child) => symbolOfEntry(child, document, assessment, app));
  return symbol;
}

function symbolOfGroup(
  { control, rows, lastLine }: RowGroup,
  document: vscode.TextDocument,
  assessment: Assessment,
  app: App,
): vscode.DocumentSymbol {
  const linesFrom = (first: number, last: number): vscode.Range =>
    new vscode.Range(first - 1, 0, last - 1, document.lineAt(last - 1).text.length);
  const first = rows[0]?.line ?? lastLine;
  const symbol = createSymbol({ control }, linesFrom(first, lastLine), linesFrom(first, first), assessment, app);
  symbol.children = rows.flatMap((row, index) => {
    if (row.requirement === undefined) return [];
    const range = linesFrom(row.line, (rows[index + 1]?.line ?? lastLine + 1) - 1);
    return createSymbol(row, range, linesFrom(row.line, row.line), assessment, app);
  });
  return symbol;
}

function createSymbol(
  subject: Subject,
  range: vscode.Range,
  selection: vscode.Range,
  { summary, catalog }: Assessment,
  { translate }: App,
): vscode.DocumentSymbol {
  const { control, requirement } = subject;
  const name = requirement ?? `${control} ${catalog.controls.get(control)?.title ?? ''}`.trim();
  const detail = subjectHeadline(subject, summary).map(translate).join(' · ');
  const kind = requirement === undefined ? vscode.SymbolKind.Class : vscode.SymbolKind.Property;
  return new vscode.DocumentSymbol(name, detail, kind, range, selection);
}
