import * as vscode from 'vscode';
import { equal, eventually } from './expect';
import { allLenses, file, lineOf } from './workspace';

const DOCUMENT = 'scoping/access-control.md';
const MATRIX = 'azure-srm-illustrative.csv';

type Mode = 'codeLens' | 'inlayHints' | 'marks';

/** Sets a mode for Markdown alone. */
async function setForMarkdown(mode: Mode, isOn: boolean | undefined): Promise<void> {
  const markdown = { uri: file(DOCUMENT), languageId: 'markdown' };
  const settings = vscode.workspace.getConfiguration('inheritanceScope', markdown);
  await settings.update(`${mode}.enabled`, isOn, vscode.ConfigurationTarget.Workspace, true);
}

async function hints(from = 0, to = 10_000): Promise<readonly vscode.InlayHint[]> {
  const range = new vscode.Range(from, 0, to, 0);
  return vscode.commands.executeCommand('vscode.executeInlayHintProvider', file(DOCUMENT), range);
}

describe('quiet modes', () => {
  before(async () => {
    await vscode.window.showTextDocument(file(DOCUMENT));
    await eventually(async () => equal((await allLenses(DOCUMENT)).length > 20, true, 'presence of lenses'));
  });

  after(async () => {
    for (const mode of ['codeLens', 'inlayHints', 'marks'] as const) await setForMarkdown(mode, undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('leave lenses out for a language, at once and without a word elsewhere', async () => {
    await setForMarkdown('codeLens', false);
    await eventually(async () => equal(await allLenses(DOCUMENT), []));
    equal((await allLenses(MATRIX)).length > 20, true, 'presence of lenses in the matrix');
    await setForMarkdown('codeLens', undefined);
    await eventually(async () => equal((await allLenses(DOCUMENT)).length > 20, true, 'presence of lenses'));
  });

  it('show no inlay hints unless they are asked for', async () => {
    equal(await hints(), []);
  });

  it('put a few words after each id, and more into the tooltip', async () => {
    await setForMarkdown('inlayHints', true);
    const line = (await lineOf(DOCUMENT, '### 01.c - ')) - 1;
    await eventually(async () => {
      const found = (await hints()).filter(({ position }) => position.line === line);
      equal(
        found.map(({ label, position, tooltip }) => [label, position.character, tooltip]),
        [
          [
            'Varies · coverage needed',
            '### 01.c'.length,
            '01.c: Varies by requirement · 2 shared, 2 customer · coverage needed for 2 of 4 requirements',
          ],
        ],
      );
    });
  });

  it('give inlay hints only for the range that is asked for', async () => {
    const line = (await lineOf(DOCUMENT, '### 01.c - ')) - 1;
    const lines = (await hints(line, line + 2)).map(({ position }) => position.line);
    equal(lines.length > 0 && lines.every((each) => each >= line && each <= line + 2), true, 'all in the range');
    equal((await hints()).length > lines.length, true, 'number of all');
  });

  it('follow what is typed', async () => {
    const editor = await vscode.window.showTextDocument(file(DOCUMENT));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'New: 01.d and 14.a\n'));
    const [first, ...others] = await hints(0, 1);
    equal([first?.label, others.length], ['Customer · complete', 0]);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await editor.document.save();
  });
});
