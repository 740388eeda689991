import * as vscode from 'vscode';
import { eventually, includes } from './expect';
import { file, lensesOn, read, write } from './workspace';

const PROJECT = 'odd/inheritance-scope.json';
const MATRIX = [
  'Textbox52,Textbox53,Who does it,Textbox54',
  '01.c Privilege Management,a,Us,see 1',
  '01.d,b,Them,see 2',
  '01.e,c,Both,see 3',
].join('\n');

/** The matrix of a project of its own, which names its columns in no way that is known. */
describe('a matrix that does not say how it is to be read', () => {
  before(async () => {
    await write('odd/srm.csv', MATRIX);
    await write('odd/scope.md', '01.c\n\n01.d\n\n01.e\n');
    await write(PROJECT, '{\n  // Ours alone\n  "matrix": "srm.csv",\n  "documents": "*.md"\n}\n');
    await eventually(async () => includes((await lensesOn('odd/scope.md', 1))[0], 'Unknown'), 20_000);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('odd'), { recursive: true });
  });

  const assessment = (): string => file(PROJECT).toString();
  const documentText = (scheme: string): string =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === scheme)?.getText() ?? '';

  it('is read as the person says, who is asked once: the project file keeps it, with its comments', async () => {
    await vscode.commands.executeCommand('inheritanceScope.mapMatrix', {
      assessment: assessment(),
      columns: { id: 'Textbox52', responsibility: 'Who does it' },
      values: { Us: 'customer', Them: 'azure', Both: 'shared' },
      save: true,
    });
    await eventually(async () => includes((await lensesOn('odd/scope.md', 1))[0], 'Customer ·'));
    includes((await lensesOn('odd/scope.md', 3))[0], 'Azure ·');
    includes((await lensesOn('odd/scope.md', 5))[0], 'Shared ·');
    const text = await read(PROJECT);
    includes(text, '// Ours alone');
    includes(text, '"responsibility": "Who does it"');
    includes(text, '"Both": "shared"');
  });

  it('is explained in a document: what each column and each value was taken for, and why', async () => {
    await vscode.commands.executeCommand('inheritanceScope.showMatrixReading', { assessment: assessment() });
    await eventually(() => includes(documentText('inheritance-reading'), '# How odd/srm.csv was read'));
    const text = documentText('inheritance-reading');
    includes(text, 'Who does it | who is responsible | the project file says so');
    includes(text, 'Textbox53 | not used');
    includes(text, 'Us | 1 | Customer');
  });

  it('is explained anew when it changes', async () => {
    await write('odd/srm.csv', `${MATRIX}\n01.f,d,Nobody,see 4\n`);
    await eventually(() => includes(documentText('inheritance-reading'), 'Nobody | 1 | nothing'));
  });
});
