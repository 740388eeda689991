import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { allLenses, file, lensesOn, lineOf, withContent } from './workspace';

const DOCUMENT = 'scoping/access-control.md';

describe('code lenses', () => {
  before(async () => {
    await vscode.window.showTextDocument(file(DOCUMENT));
    await eventually(async () => equal((await allLenses(DOCUMENT)).length > 20, true, 'presence of lenses'));
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('say who is responsible for a control and what is open', async () => {
    const line = await lineOf(DOCUMENT, '### 01.c - ');
    equal(await lensesOn(DOCUMENT, line), [
      'Varies by requirement · 2 shared, 2 customer · coverage needed for 2 of 4 requirements',
    ]);
  });

  it('say that a control is not in the requirement list', async () => {
    equal(await lensesOn(DOCUMENT, await lineOf(DOCUMENT, '### 01.a - ')), ['Unknown · not in the requirement list']);
  });

  it('say that a requirement is not in the matrix', async () => {
    const path = 'scoping/resilience-and-facilities.md';
    equal((await lensesOn(path, await lineOf(path, '1706.03b1Organizational.3'))).at(-1), 'Not in the matrix');
  });

  it('name their ids where several stand on one line', async () => {
    const [first, second] = await lensesOn(DOCUMENT, await lineOf(DOCUMENT, 'Yearly review: 04.b'));
    includes(first, '04.b: Customer');
    includes(second, '0114.04b1Organizational.1: Customer');
  });

  it('open the summary at their control', async () => {
    const line = await lineOf(DOCUMENT, '### 01.c - ');
    const lens = (await allLenses(DOCUMENT)).find(({ range }) => range.start.line === line - 1);
    equal(lens?.command?.command, 'inheritanceScope.openSummary', 'command');
    includes(JSON.stringify(lens?.command?.arguments), '"control":"01.c"');
  });

  it('follow what is typed before it is saved', async () => {
    const document = await vscode.workspace.openTextDocument(file(DOCUMENT));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'New: 01.d and 14.a\n'));
    equal(await lensesOn(DOCUMENT, 1), ['Customer · complete']);
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 5, 0, 9), '01.m'));
    equal(await lensesOn(DOCUMENT, 1), ['Shared · complete']);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await document.save();
  });

  it('follow a change of the evidence on disk', async () => {
    const line = await lineOf(DOCUMENT, '### 01.d - ');
    const rows = 'requirement,maturity,location\n1002.01d1System.1,policy,https://example.org/policy\n';
    await withContent('evidence.csv', rows, () =>
      eventually(async () =>
        equal(await lensesOn(DOCUMENT, line), ['Customer · needs procedure, implemented evidence']),
      ),
    );
    await eventually(async () => equal(await lensesOn(DOCUMENT, line), ['Customer · complete']));
  });

  it('stand on no file that is neither a scoping document nor the matrix', async () => {
    equal(await allLenses('evidence.csv'), []);
    equal(await allLenses('evidence/access-control-policy.md'), []);
  });
});
