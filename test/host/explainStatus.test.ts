import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { file, lineOf, read, withContent } from './workspace';

const DOCUMENT = 'scoping/access-control.md';
const PROJECT = 'inheritance-scope.json';

describe('the explanation of a status', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const assessment = (): string => file(PROJECT).toString();
  const explain = (answers: object): Thenable<unknown> =>
    vscode.commands.executeCommand('inheritanceScope.explainStatus', { assessment: assessment(), ...answers });
  const textAbout = (id: string): string =>
    vscode.workspace.textDocuments
      .find(({ uri }) => uri.scheme === 'inheritance-explanation' && uri.path.includes(id))
      ?.getText() ?? '';

  it('is a document with the rule and the line behind each step', async () => {
    await explain({ control: '01.t' });
    await eventually(() => includes(textAbout('01.t'), '# Why 01.t Session Time-out has this status'));
    const text = textAbout('01.t');
    includes(text, '## Rule 1: scope');
    includes(text, '## Rule 8: status');
    const line = await lineOf('azure-srm-illustrative.csv', '01t1');
    const link = `/azure-srm-illustrative.csv#L${line}`;
    includes(text, `](${link})`);
    // A preview follows what it renders so, from the first folder of the workspace.
    includes(await vscode.commands.executeCommand<string>('markdown.api.render', text), `data-href="${link}"`);
  });

  it('is about the id under the cursor, where nothing else is asked for', async () => {
    const editor = await vscode.window.showTextDocument(file(DOCUMENT));
    const position = editor.document.positionAt(editor.document.getText().indexOf('01.b - ') + 1);
    editor.selection = new vscode.Selection(position, position);
    await explain({});
    await eventually(() => includes(textAbout('01.b'), 'Why 01.b '));
  });

  it('follows the evidence while it is open', async () => {
    await explain({ control: '01.d' });
    await eventually(() => includes(textAbout('01.d'), 'this is there'));
    const evidence = await read('evidence.csv');
    await withContent('evidence.csv', evidence.split('\n').slice(0, 1).join('\n'), () =>
      eventually(() => includes(textAbout('01.d'), 'Open: needs policy evidence')),
    );
    await eventually(() => equal(textAbout('01.d').includes('Open: needs policy evidence'), false, 'open evidence'));
  });

  it('says of what is not in scope that it is not', async () => {
    await explain({ control: '13.a' });
    await eventually(() => includes(textAbout('13.a'), '**Not in scope**'));
  });

  it('is linked from a hover, with ids of the catalog', async () => {
    const document = await vscode.workspace.openTextDocument(file(DOCUMENT));
    const position = document.positionAt(document.getText().indexOf('01.t - ') + 1);
    const answers = JSON.stringify([{ assessment: assessment(), control: '01.t' }]);
    await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        file(DOCUMENT),
        position,
      );
      const values = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]).map(({ value }) => value);
      includes(
        values.find((value) => value.includes('Explain status')),
        `command:inheritanceScope.explainStatus?${encodeURIComponent(answers)}`,
      );
    });
  });
});
