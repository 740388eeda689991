import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { file, read, write } from './workspace';

const PROJECT = 'listed/inheritance-scope.json';
const LIST = 'listed/requirements.csv';
const A = '1149.01c2System.9';
const B = '0201.09j1Organizational.124';
const C = '1105.01e1System.1';
const HEADER = 'requirement,cvid,control,domain,csf_version,core,applicability,rationale,maturity,owner,due,note';

describe('Import Requirement List…', () => {
  before(async () => {
    await write('listed/scope.md', '01.c\n');
    await write(
      'listed/export.csv',
      `Statements\nBUID,CVID,Requirement Statement\n${A},0873.0,zebra\n${B},2368.0,zebra\n`,
    );
    await write('listed/evidence.csv', `requirement,maturity,location\n${B},policy,https://example.com/b\n`);
    await write(PROJECT, '{\n  // Ours alone\n  "documents": "*.md"\n}\n');
    // Until the new project is found there is no such assessment.
    await eventually(async () => {
      await run({ write: false });
      includes(pages(), 'Nothing was written yet');
    }, 20_000);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('listed'), { recursive: true });
  });

  function run(answers: { readonly write: boolean }): Thenable<unknown> {
    const [assessment, exported] = [file(PROJECT).toString(), file('listed/export.csv')];
    return vscode.commands.executeCommand('inheritanceScope.importRequirements', {
      assessment,
      file: exported,
      ...answers,
    });
  }

  const pages = (): string =>
    vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === 'inheritance-import')
      .map((document) => document.getText())
      .join('\n');

  it('shows what it would do, and writes nothing before it is told to', async () => {
    await run({ write: false });
    await eventually(() => includes(pages(), '2 requirements added, 0 removed'));
    let isThere = true;
    await vscode.workspace.fs.stat(file(LIST)).then(undefined, () => (isThere = false));
    equal(isThere, false);
  });

  it('writes the list, and names it in the project file, which keeps its comments', async () => {
    await run({ write: true });
    equal(await read(LIST), `${HEADER}\n${A},0873.0,01.c,11,,,in-scope,,,,,\n${B},2368.0,09.j,02,,,in-scope,,,,,\n`);
    const project = await read(PROJECT);
    includes(project, '// Ours alone');
    includes(project, '"requirements": "requirements.csv"');
  });

  it('changes no byte with the same export once more', async () => {
    const [list, project] = [await read(LIST), await read(PROJECT)];
    await run({ write: true });
    equal([await read(LIST), await read(PROJECT)], [list, project]);
  });

  it('keeps what a person wrote, and names the evidence that is left without a requirement', async () => {
    await write(LIST, (await read(LIST)).replace(`in-scope,,,,,\n${B}`, `n/a,none here,,Ada,,\n${B}`));
    await write('listed/export.csv', `BUID,CVID\n${C},873\n`);
    await run({ write: true });
    await eventually(() => includes(pages(), 'listed/evidence.csv, line 2'));
    equal(
      await read(LIST),
      `${HEADER}\n${C},0873.0,01.e,11,,,n/a,none here,,Ada,,\n${B},2368.0,09.j,02,,,removed,,,,,\n`,
    );
  });
});
