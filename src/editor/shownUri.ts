import * as vscode from 'vscode';
import type { Assessment } from '../workspace/assessment';
import { sheetUri } from './workbookView';

/** The document in which the lines of a file are shown: of a workbook that is a matrix, its sheet. */
export function shownUri(location: string, { matrices }: Pick<Assessment, 'matrices'>): vscode.Uri {
  const sheet = matrices.find(({ file }) => file === location)?.sheet;
  return sheet === undefined ? vscode.Uri.parse(location, true) : sheetUri(location, sheet);
}
