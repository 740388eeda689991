import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { textOn } from './hovers';
import { allLenses, file, lensesOn, problemsOf, write } from './workspace';

const FOLDER = 'other-languages';
const TEXT = 'See 01.c here.\n\nAnd 14.a there.\n';

describe('documents of other languages', () => {
  const names = ['scope.tex', 'scope.yaml', 'scope.html', 'scope.rst', 'scope'];

  before(async () => {
    const project = { matrix: 'srm.csv', documents: ['scope*'] };
    await write(`${FOLDER}/srm.csv`, 'Control,Responsibility\n01.c,Shared\n');
    for (const name of names) await write(`${FOLDER}/${name}`, TEXT);
    await write(`${FOLDER}/scope.ipynb`, JSON.stringify({ cells: [{ cell_type: 'markdown', source: ['01.c 14.a'] }] }));
    await write(`${FOLDER}/inheritance-scope.json`, JSON.stringify(project));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file(FOLDER), { recursive: true });
  });

  for (const name of names) {
    it(`have lenses, hovers and problems, as ${name}`, async () => {
      const path = `${FOLDER}/${name}`;
      await eventually(async () => includes((await lensesOn(path, 1))[0], 'Shared · '));
      await eventually(() => equal(problemsOf(path), ['3: unknown-control']));
      includes(await textOn(path, '01.c'), 'Privilege Management');
    });
  }

  it('are read in the language that a person says', async () => {
    const path = `${FOLDER}/scope.tex`;
    const document = await vscode.workspace.openTextDocument(file(path));
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await eventually(async () => includes((await lensesOn(path, 1))[0], 'Shared · '));
  });

  it('are no notebooks, and that is said', async () => {
    await eventually(() => equal(problemsOf(`${FOLDER}/scope.ipynb`), ['1: notebook-not-read']));
    equal(await allLenses(`${FOLDER}/scope.ipynb`), []);
  });

  it('are no texts that were never saved', async () => {
    const { uri } = await vscode.workspace.openTextDocument({ language: 'markdown', content: TEXT });
    equal(await vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri), []);
  });
});
