import * as vscode from 'vscode';
import { sheetUri } from '../../src/editor/workbookView';
import { workbookFile } from '../unit/core/workbook/workbookFile';
import { equal, eventually, includes } from './expect';
import { file, lensesOn, write as writeText } from './workspace';

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

  it('opens as a document that has a line for each', async () => {
    const editor = await vscode.window.showTextDocument(sheetUri(workbook.toString(), sheet));
    equal(editor.document.getText(), 'Title\n\nBUID | Responsibility\n1149.01c2System.9 | Shared⏎by both');
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

describe('a matrix that is a workbook', () => {
  before(async () => {
    const rows = [
      ['Illustrative', ''],
      ['BUID', 'Inheritability'],
      ['1149.01c2System.9', 'Partially Inheritable'],
    ];
    const bytes = workbookFile({
      sheets: [
        { name: 'Read me', data: [['About 01.c']] },
        { name: 'SRM', data: rows },
      ],
    });
    await vscode.workspace.fs.writeFile(file('book/srm.xlsx'), bytes);
    await writeText('book/scope.md', '01.c\n');
    await writeText('book/inheritance-scope.json', '{ "matrix": "srm.xlsx", "documents": "*.md" }');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('book'), { recursive: true });
  });

  it('is read from the sheet that looks like one', async () => {
    await eventually(async () => includes((await lensesOn('book/scope.md', 1))[0], 'Shared · needs'));
  });

  it('is led to by Go to Definition: the line of its sheet is the row', async () => {
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      file('book/scope.md'),
      new vscode.Position(0, 1),
    );
    equal([link?.targetUri.scheme, link?.targetRange.start.line], ['inheritance-matrix', 2]);
    const document = await vscode.workspace.openTextDocument(link?.targetUri ?? file('book/scope.md'));
    equal(document.lineAt(2).text, '1149.01c2System.9 | Partially Inheritable');
  });
});
