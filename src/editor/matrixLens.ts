import * as vscode from 'vscode';
import { createRowHeadlines, referencesTo } from '../core/assessment/matrixRow';
import { message } from '../core/message';
import { createIsInScope, outOfScope } from '../core/assessment/referenceSummary';
import type { Matrix, MatrixEntry } from '../core/matrix/matrix';
import { RowLines } from '../core/matrix/rowLines';
import type { App, Feature } from '../app';
import type { Assessment } from '../workspace/assessment';
import { COMMANDS } from '../commandIds';
import { debounce } from './debounce';
import { withoutIcons } from './plainText';
import { isOn, onDidChangeSetting } from './quietModes';
import { fileShownIn } from './shownUri';
import type { ShowReferencesAnswers } from './showReferences';

/**
 * Up to so many rows have lenses all at once. VS Code lays out every lens of a file, those out of sight too: with 2,724
 * rows no key waited 0.1 s for that, with 8,000 each waited 0.15 s and with 27,240 0.4 s.
 */
const MOST_ROWS = 3_000;

/** Of a larger matrix the rows in sight and around have lenses: those in the blocks of so many lines, and one more. */
const BLOCK_LINES = 400;

/** Lenses on the rows of the matrix: whose each is, and in how many documents it is referenced. */
export const matrixLens: Feature = (app) => {
  const { index, catalog } = app;
  const changed = new vscode.EventEmitter<void>();
  // Who types in a document does not look at the matrix at every key, and mostly it is not even in sight.
  const refresh = debounce(() => {
    const inSight = vscode.window.visibleTextEditors.some(({ document }) => matricesOf(document, app).length > 0);
    if (inSight) changed.fire();
  });
  const rowLines = new WeakMap<vscode.TextDocument, RowLines>();
  /** The blocks for which lenses were given last. */
  const given = new WeakMap<vscode.TextDocument, string>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const found = isOn('codeLens', document) ? matricesOf(document, app) : [];
      if (found.length === 0) return [];
      const rows = rowLines.get(document) ?? new RowLines(catalog);
      rowLines.set(document, rows);
      const blocks = blocksInSight(document);
      given.set(document, blocks.join());
      const lines = {
        count: document.lineCount,
        at: (line: number) => (line <= document.lineCount ? document.lineAt(line - 1).text : ''),
      };
      return found.flatMap(({ matrix, assessment }) => {
        const entries = isLarge(matrix)
          ? matrix.entries.filter(({ line }) => blocks.includes(blockOf(line - 1)))
          : matrix.entries;
        if (!document.isDirty) rows.take(entries, lines);
        const lensesOf = createLenses(document.uri, assessment, found.length > 1, app);
        return entries.flatMap((entry) => {
          const line = document.isDirty ? rows.find(entry, lines) : entry.line;
          return line === undefined ? [] : lensesOf(entry, line);
        });
      });
    },
  };
  return vscode.Disposable.from(
    changed,
    refresh,
    index.onDidChange(refresh.call),
    onDidChangeSetting('codeLens', refresh.call),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor: { document } }) => {
      const hasLarge = matricesOf(document, app).some(({ matrix }) => isLarge(matrix));
      if (hasLarge && given.get(document) !== blocksInSight(document).join()) refresh.call();
    }),
    vscode.languages.registerCodeLensProvider({ pattern: '**/*' }, provider),
  );
};

/** A file can be the matrix of several assessments. */
function matricesOf(
  { uri }: vscode.TextDocument,
  { index }: App,
): readonly { readonly matrix: Matrix; readonly assessment: Assessment }[] {
  const location = fileShownIn(uri);
  return index.assessmentsWith(location).flatMap((assessment) => {
    const matrix = assessment.matrices.find(({ file }) => file === location);
    return matrix ? [{ matrix, assessment }] : [];
  });
}

function isLarge({ entries }: Matrix): boolean {
  return entries.length > MOST_ROWS;
}

function blockOf(line: number): number {
  return Math.floor(line / BLOCK_LINES);
}

/** The blocks of a document's lines that some editor shows, and those beside them. */
function blocksInSight(document: vscode.TextDocument): readonly number[] {
  const ranges = vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) => visibleRanges);
  const blocks = new Set<number>();
  for (const { start, end } of ranges) {
    for (let block = blockOf(start.line) - 1; block <= blockOf(end.line) + 1; block++) blocks.add(block);
  }
  return [...blocks];
}

function createLenses(
  uri: vscode.Uri,
  { summary, id }: Assessment,
  isShared: boolean,
  { translate }: App,
): (entry: MatrixEntry, line: number) => readonly vscode.CodeLens[] {
  const headlineOf = createRowHeadlines(summary.matrix);
  const isInScope = createIsInScope(summary);
  return (entry, line) => {
    const { control, requirement } = entry;
    const range = new vscode.Range(line - 1, 0, line - 1, 0);
    // Without a requirement list the other lens says whether any document brings the row into scope.
    const isOutside = summary.basis === 'requirements' && !isInScope(entry);
    const words = [...headlineOf(entry), ...(isOutside ? [outOfScope(summary)] : [])].map(translate).join(' · ');
    const documents = new Set(referencesTo([entry], summary).map(({ file }) => file)).size;
    // The places are looked up when they are asked for: those of a much-used control would weigh down each of its rows.
    const places: ShowReferencesAnswers = { assessment: id, control, ...(requirement && { requirement }), uri, line };
    return [
      new vscode.CodeLens(range, {
        title: isShared ? translate(message('row-of-assessment', withoutIcons(summary.name), words)) : words,
        command: summary.controlById.has(control) ? COMMANDS.openSummary : '',
        arguments: [{ assessment: id, control }],
      }),
      new vscode.CodeLens(range, {
        title: translate(referencedIn(documents)),
        command: documents > 0 ? COMMANDS.showReferences : '',
        arguments: [places],
      }),
    ];
  };
}

function referencedIn(documents: number): ReturnType<typeof message> {
  if (documents === 0) return message('row-not-referenced');
  return documents === 1 ? message('row-referenced-one') : message('row-referenced', documents);
}
