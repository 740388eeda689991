import * as vscode from 'vscode';
import { equal, includes } from './expect';
import { file, read } from './workspace';

function exportSummary(answers: object): Thenable<vscode.Uri | undefined> {
  // Told which, for the copies of the sample that other tests make are assessments too as long as they are there.
  const assessment = file('inheritance-scope.json').toString();
  return vscode.commands.executeCommand('inheritanceScope.exportSummary', { assessment, ...answers });
}

async function sha256Of(path: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(await vscode.workspace.fs.readFile(file(path))));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('Export Summary…', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('out'), { recursive: true });
  });

  for (const [format, beginning] of [
    ['md', '<!-- Exported by Azure Inheritance Scope -->'],
    ['html', '<!doctype html>\n<!-- Exported by Azure Inheritance Scope -->\n<html lang="en">'],
    ['csv', 'Exported by,Azure Inheritance Scope '],
    ['json', '{\n  "head": {\n    "tool": "Azure Inheritance Scope '],
  ] as const) {
    it(`writes ${format} with the matrix's SHA-256, all controls and what could not be resolved, and opens it`, async () => {
      const target = file(`out/scoping-summary.${format}`);
      const written = await exportSummary({ format, target });
      equal(written?.toString(), target.toString());
      const text = await read(`out/scoping-summary.${format}`);
      equal(text.slice(0, beginning.length), beginning);
      for (const part of ['azure-srm-illustrative.csv', '12.c', 'HITRUST CSF has no control 14.a.'])
        includes(text, part);
      includes(text, await sha256Of('azure-srm-illustrative.csv'));
      equal(vscode.window.activeTextEditor?.document.uri.toString(), target.toString(), 'active editor');
    });
  }

  it('takes the format from the name of the file, where nobody picks one', async () => {
    await exportSummary({ target: file('out/mine.json') });
    includes(await read('out/mine.json'), '"head"');
  });

  it('writes only the rows that it is given, and says so', async () => {
    const target = file('out/part.json');
    await exportSummary({ target, rows: ['01.c'], filter: 'Category: 01' });
    const { head, controls } = JSON.parse(await read('out/part.json')) as {
      readonly head: {
        readonly filter: { readonly words: string; readonly controls: number; readonly allControls: number };
      };
      readonly controls: readonly { readonly id: string }[];
    };
    equal(controls.map(({ id }) => id).join(), '01.c');
    equal(head.filter.words, 'Category: 01');
    equal(head.filter.controls, 1);
    equal(head.filter.allControls > 1, true);
  });

  it('writes no file where nothing of the rows is in scope', async () => {
    await vscode.workspace.fs.createDirectory(file('out'));
    equal(await exportSummary({ target: file('out/none.json'), rows: ['99.z'], filter: '' }), undefined);
    equal((await vscode.workspace.fs.readDirectory(file('out'))).length, 0);
  });

  it('leaves a file alone that the summary is made from', async () => {
    await vscode.workspace.fs.createDirectory(file('out'));
    const before = await read('evidence.csv');
    equal(await exportSummary({ target: file('evidence.csv') }), undefined);
    equal(await read('evidence.csv'), before);
  });
});

describe('Export Bars…', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('out'), { recursive: true });
  });

  for (const [axis, part] of [
    ['category', '01 Access Control'],
    ['domain', '11 Access Control'],
  ] as const) {
    it(`writes a picture of everything and of each ${axis}, and opens it`, async () => {
      const target = file(`out/bars-${axis}.svg`);
      const assessment = file('inheritance-scope.json').toString();
      const written = await vscode.commands.executeCommand<vscode.Uri | undefined>('inheritanceScope.exportBars', {
        assessment,
        axis,
        target,
      });
      equal(written?.toString(), target.toString());
      const text = await read(`out/bars-${axis}.svg`);
      for (const expected of ['<svg xmlns="http://www.w3.org/2000/svg"', '<title ', part]) includes(text, expected);
      equal(vscode.window.activeTextEditor?.document.uri.toString(), target.toString(), 'active editor');
    });
  }
});
