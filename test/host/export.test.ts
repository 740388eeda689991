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

  it('leaves a file alone that the summary is made from', async () => {
    await vscode.workspace.fs.createDirectory(file('out'));
    const before = await read('evidence.csv');
    equal(await exportSummary({ target: file('evidence.csv') }), undefined);
    equal(await read('evidence.csv'), before);
  });
});
