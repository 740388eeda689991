import * as vscode from 'vscode';
import type { Assessment } from '../workspace/assessment';
import { readSheetQuery } from '../core/workbook/sheetText';
import { SHEET_SCHEME, sheetUri } from './workbookView';

/** The document in which the lines of a file are shown: of a workbook that is a matrix, its sheet. */
export function shownUri(location: string, { matrices }: Pick<Assessment, 'matrices'>): vscode.Uri {
  const sheet = matrices.find(({ file }) => file === location)?.sheet;
  return sheet === undefined ? vscode.Uri.parse(location, true) : sheetUri(location, sheet);
}

/** The other way round: the location of the file that a document shows. */
export function fileShownIn(uri: vscode.Uri): string {
  const sheet = uri.scheme === SHEET_SCHEME ? readSheetQuery(uri.query) : undefined;
  return sheet?.location ?? uri.toString();
}
