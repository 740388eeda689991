import * as vscode from 'vscode';
import { sheetUri, showSheetRow } from '../../src/editor/workbookView';
import { workbookFile } from '../unit/core/workbook/workbookFile';
import { equal, eventually } from './expect';
import { file } from './workspace';

describe('a sheet of a workbook', () => {
  const workbook = file('matrix/view.xlsx');
  const write = (rows: readonly (readonly string[])[]): Thenable<void> =>
    vscode.workspace.fs.writeFile(workbook, workbookFile({ sheets: [{ name: 'Azure SRM, 1/2 (100%)', data: rows }] }));
  const sheet = 'Azure SRM, 1/2 (100%)';

  before(() => write([['Title'], [], ['BUID', 'Responsibility'], ['1149.01c2System.9', 'Shared\nby both']]));
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(workbook);
  });

  it('opens at a row, as a document that has a line for each', async () => {
    const editor = await showSheetRow(workbook.toString(), sheet, 4);
    equal(editor.document.getText(), 'Title\n\nBUID | Responsibility\n1149.01c2System.9 | Shared⏎by both');
    equal(editor.selection.active.line, 3);
    equal(editor.document.languageId, 'plaintext');
  });

  it('follows the workbook', async () => {
    const document = await vscode.workspace.openTextDocument(sheetUri(workbook.toString(), sheet));
    await write([['ID'], ['01.c']]);
    await eventually(() => equal(document.getText(), 'ID\n01.c'));
  });

  it('that is not there says which there are', async () => {
    const document = await vscode.workspace.openTextDocument(sheetUri(workbook.toString(), 'Other'));
    equal(document.getText(), `matrix/view.xlsx has no sheet "Other". Found: ${sheet}.`);
  });

  it('of a file that is none, or not there, says so', async () => {
    const text = async (path: string): Promise<string> =>
      (await vscode.workspace.openTextDocument(sheetUri(file(path).toString(), 'A'))).getText();
    equal((await text('matrix/none.xlsx')).startsWith('There is no file matrix/none.xlsx.'), true);
    equal((await text('evidence.csv')).startsWith('evidence.csv is no Excel workbook'), true);
  });
});
