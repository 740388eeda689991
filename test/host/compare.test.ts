import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { codeOf, file, lineOf, problemsOf, read, write } from './workspace';

const DOCUMENT = 'scoping/access-control.md';
const NEXT = 'azure-srm-illustrative-next.csv';

function compare(answers: object = {}): Thenable<unknown> {
  // Told which, for the copies of the sample that other tests make are assessments too as long as they are there.
  const assessment = file('inheritance-scope.json').toString();
  return vscode.commands.executeCommand('inheritanceScope.compareMatrix', {
    assessment,
    matrix: file(NEXT),
    ...answers,
  });
}

function save(answers: object): Thenable<vscode.Uri | undefined> {
  return vscode.commands.executeCommand('inheritanceScope.saveComparison', answers);
}

function tabs(): number {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ label }) => label === 'Matrix Comparison')
    .length;
}

/** The lines of a file with a problem of the comparison. */
function changed(path: string): readonly string[] {
  return problemsOf(path).filter((problem) => problem.endsWith('matrix-change'));
}

describe('Compare with Another Matrix…', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => equal(changed(DOCUMENT), []));
  });

  it('opens one page, and tells of each place that a change touches as long as it is open', async () => {
    await compare();
    await compare();
    await eventually(() => equal(tabs(), 1, 'number of pages'));
    await eventually(async () => {
      const heading = await lineOf(DOCUMENT, '### 01.c - ');
      equal(changed(DOCUMENT).includes(`${heading}: matrix-change`), true, 'problem on 01.c');
    });
    const [found] = vscode.languages
      .getDiagnostics(file(DOCUMENT))
      .filter(({ code }) => codeOf(code) === 'matrix-change');
    equal(found?.severity, vscode.DiagnosticSeverity.Information);
    includes(found?.message, `In the newer matrix, ${NEXT}: `);
    equal(changed('inheritance-requests.csv').length > 0, true, 'problems on requests');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => equal([changed(DOCUMENT), changed('inheritance-requests.csv')], [[], []]));
  });

  it('follows what is typed in a document', async () => {
    await compare();
    const heading = await lineOf(DOCUMENT, '### 01.c - ');
    await eventually(() => equal(changed(DOCUMENT).includes(`${heading}: matrix-change`), true));
    const document = await vscode.workspace.openTextDocument(file(DOCUMENT));
    const edit = async (range: vscode.Range, text: string): Promise<void> => {
      const change = new vscode.WorkspaceEdit();
      change.replace(document.uri, range, text);
      await vscode.workspace.applyEdit(change);
    };
    await edit(new vscode.Range(0, 0, 0, 0), '\n');
    await eventually(() => equal(changed(DOCUMENT).includes(`${heading + 1}: matrix-change`), true));
    await edit(new vscode.Range(0, 0, 1, 0), '');
    await eventually(() => equal(changed(DOCUMENT).includes(`${heading}: matrix-change`), true));
    await document.save();
  });

  for (const [format, beginning] of [
    ['md', '<!-- Exported by Azure Inheritance Scope -->\n\n# What the newer matrix changes: Quillmere Home, r2 2027'],
    ['csv', '\ufeffExported by,Azure Inheritance Scope '],
    ['json', '{\n  "head": {\n    "tool": "Azure Inheritance Scope '],
  ] as const) {
    it(`can be saved as ${format}, and is opened then`, async () => {
      await compare();
      const target = file(`out/comparison.${format}`);
      const written = await save({ target });
      equal(written?.toString(), target.toString());
      const text = await read(`out/comparison.${format}`);
      equal(text.startsWith(beginning) || `\ufeff${text}`.startsWith(beginning), true, 'beginning');
      for (const part of [NEXT, '0850.01o1Organizational.12', 'needs policy']) includes(text, part);
      equal(vscode.window.activeTextEditor?.document.uri.toString(), target.toString(), 'active editor');
      await vscode.workspace.fs.delete(file('out'), { recursive: true });
    });
  }

  it('links from the saved document to the lines, where they lie below its folder', async () => {
    await compare();
    await save({ target: file('comparison.md') });
    const text = await read('comparison.md');
    await vscode.workspace.fs.delete(file('comparison.md'));
    includes(text, `](scoping/access-control.md#L${await lineOf(DOCUMENT, '### 01.c - ')})`);
  });

  it('leaves the files alone that it is made from, the other matrix too', async () => {
    await compare();
    for (const path of [NEXT, 'azure-srm-illustrative.csv', 'evidence.csv']) {
      const before = await read(path);
      equal(await save({ target: file(path), format: 'csv' }), undefined);
      equal(await read(path), before);
    }
  });

  it('opens nothing for a file that is no matrix, or the assessment’s own', async () => {
    await write('none.csv', 'Name,Remark\nx,y\n');
    await compare({ matrix: file('none.csv') });
    await compare({ matrix: file('azure-srm-illustrative.csv') });
    await vscode.workspace.fs.delete(file('none.csv'));
    equal(tabs(), 0, 'number of pages');
  });

  it('has nothing to save while no comparison is open', async () => {
    equal(await save({ target: file('out/comparison.md') }), undefined);
  });
});
