import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import type { Matrix } from '../core/matrix/matrix';
import { problem } from '../core/problems';
import { readSheetQuery, sheetQuery, sheetText } from '../core/workbook/sheetText';
import { workbookProblem } from '../core/workbook/workbook';
import { fileProblem } from '../workspace/fileProblem';
import { FileError } from '../workspace/files';
import { createPause } from '../workspace/pause';

/** Of the documents that show a sheet. */
export const SHEET_SCHEME = 'inheritance-matrix';

/**
 * Shows a sheet of a workbook as a document that cannot be edited, a line a row, so that a row can be opened in every VS
 * Code: none comes with an editor for workbooks. It follows the workbook when that is saved.
 */
export const workbookView: Feature = (app) => {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refresh = (workbook: vscode.Uri): void => {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === SHEET_SCHEME && readSheetQuery(uri.query)?.location === workbook.toString()) changed.fire(uri);
    }
  };
  const shown = new WeakSet<Matrix>();
  const refreshMatrices = (): void => {
    for (const matrix of app.index.assessments.flatMap(({ matrices }) => matrices)) {
      // Outside the workspace, only the index hears of a change.
      if (matrix.sheet !== undefined && !shown.has(matrix)) refresh(vscode.Uri.parse(matrix.file));
      shown.add(matrix);
    }
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  return vscode.Disposable.from(
    changed,
    app.index.onDidChange(refreshMatrices),
    watcher,
    watcher.onDidChange(refresh),
    watcher.onDidCreate(refresh),
    watcher.onDidDelete(refresh),
    vscode.workspace.registerTextDocumentContentProvider(SHEET_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => textOf(uri, app),
    }),
  );
};

/** The document of a sheet: its tab is called like the sheet, and stands under the name of the workbook. */
export function sheetUri(location: string, sheet: string): vscode.Uri {
  const workbook = vscode.Uri.parse(location, true).path.split('/').at(-1) ?? '';
  // The names are for people; a slash in one would begin a folder.
  const path = [workbook, sheet].map((name) => `/${name.replaceAll('/', '_')}`).join('');
  return vscode.Uri.from({ scheme: SHEET_SCHEME, path, query: sheetQuery({ location, sheet }) });
}

/** The sheet's text, or the reason why there is none: a document that stays empty says nothing. */
async function textOf(uri: vscode.Uri, { files, loadPart, translate }: App): Promise<string> {
  const address = readSheetQuery(uri.query);
  if (!address) throw new Error(`No sheet is meant by ${uri.toString()}.`);
  const { location, sheet } = address;
  const name = files.label(location);
  try {
    const bytes = await files.read(location);
    const { readWorkbook } = await loadPart('workbook');
    const reading = await readWorkbook(bytes, createPause());
    if ('failure' in reading) return translate(workbookProblem(reading.failure, location, name));
    const found = reading.sheets.find((candidate) => candidate.name === sheet);
    if (found) return sheetText(found.rows);
    const names = reading.sheets.map((candidate) => candidate.name);
    return translate(problem('missing-sheet', location, undefined, name, sheet, names));
  } catch (error) {
    if (error instanceof FileError) return translate(fileProblem(error, files));
    throw error;
  }
}
