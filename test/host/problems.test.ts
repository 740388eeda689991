import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { file, lensesOn, lineOf, problemsOf, read, withContent } from './workspace';

const MATRIX = 'azure-srm-illustrative.csv';
const DOCUMENT = 'scoping/access-control.md';
const OTHER = 'scoping/operations-and-network.md';
const LIST = 'requirements.csv';

describe('problems', () => {
  it('are none in the project file of the sample, whose comments are allowed', async () => {
    const document = await vscode.workspace.openTextDocument(file('inheritance-scope.json'));
    equal(document.languageId, 'jsonc');
    equal(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('stand on ids that HITRUST CSF does not have', () =>
    eventually(async () => {
      includes(problemsOf(DOCUMENT).join(), `${await lineOf(DOCUMENT, '04.a–04.f')}: unknown-control`);
      includes(problemsOf(OTHER).join(), `${await lineOf(OTHER, '14.a')}: unknown-control`);
    }));

  it('stand on evidence in a document that is none yet, or is not mapped to a requirement', () =>
    eventually(async () => {
      const [tbd, row] = [await lineOf(OTHER, 'TBD'), await lineOf(OTHER, '| 01.m |')];
      for (const problem of [
        `${tbd}: evidence-placeholder`,
        `${tbd + 1}: evidence-placeholder`,
        `${row}: not-yet-mapped`,
      ])
        includes(problemsOf(OTHER).join(), problem);
    }));

  it('stand where the requirement list and the documents do not agree', () =>
    eventually(async () => {
      includes(problemsOf(DOCUMENT).join(), `${await lineOf(DOCUMENT, '### 01.a - ')}: mentioned-not-listed`);
      includes(problemsOf(LIST).join(), `${await lineOf(LIST, ',03.c,')}: listed-not-mentioned`);
    }));

  it('stand on what is not applicable in error', () =>
    eventually(async () => {
      includes(problemsOf(LIST).join(), `${await lineOf(LIST, '11126.01t1')}: na-because-provider`);
    }));

  it('stand on the rows of the matrix that are unclear', () =>
    eventually(() => equal(problemsOf(MATRIX), ['63: duplicate-row', '66: unmapped-value', '74: disputed-row'])));

  it('stand on evidence that cannot be found', () =>
    eventually(async () =>
      equal(
        problemsOf('evidence.csv').filter((problem) => !/not-yet-mapped|stale-evidence/.test(problem)),
        [`${await lineOf('evidence.csv', 'RST-2027')}: missing-evidence-file`],
      ),
    ));

  it('stand on evidence that is not in time', () =>
    eventually(async () => {
      const row = await lineOf('evidence.csv', '1202.09aa1System.1,,policy');
      includes(problemsOf('evidence.csv').join(), `${row}: stale-evidence`);
    }));

  it('stand on what documents claim and the matrix, the requests or they themselves speak against', () =>
    eventually(async () => {
      const place = async (name: string, text: string, code: string): Promise<void> =>
        includes(problemsOf(name).join(), `${await lineOf(name, text)}: ${code}`);
      await place(DOCUMENT, '1143.01C1SYSTEM.123', 'case');
      await place(DOCUMENT, 'We take 01.t', 'responsibility-claim');
      await place('scoping/resilience-and-facilities.md', '1820.08j2Organizational.1 is', 'inherited-without-request');
      equal(problemsOf(OTHER).filter((problem) => problem.endsWith('duplicate-section')).length, 1);
    }));

  it('go when they are mended, before the document is saved', async () => {
    const document = await vscode.workspace.openTextDocument(file(DOCUMENT));
    const place = document.getText().indexOf('04.a–04.f');
    const last = new vscode.Range(document.positionAt(place + 8), document.positionAt(place + 9));
    const edit = async (text: string): Promise<void> => {
      const change = new vscode.WorkspaceEdit();
      change.replace(document.uri, last, text);
      await vscode.workspace.applyEdit(change);
    };
    const before = problemsOf(DOCUMENT);
    const left = before.filter((problem) => !problem.endsWith('unknown-control'));
    equal(left.length, before.length - 1);
    await edit('b');
    await eventually(() => equal(problemsOf(DOCUMENT), left));
    await edit('f');
    await eventually(() => equal(problemsOf(DOCUMENT), before));
    await document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Those of the document that rest on no matrix. */
  const withoutClaims = (): readonly string[] =>
    problemsOf(DOCUMENT).filter((problem) => !problem.endsWith('responsibility-claim'));

  for (const [name, content, code] of [
    ['empty', '', 'file-empty'],
    ['binary', 'PK\u0003\u0004\0\0\0\0', 'workbook-corrupt'],
    ['without an id column', 'Name,Responsibility\nAccess,Azure\n', 'missing-id-column'],
    ['without a column of responsibilities', 'Control,Remark\n01.c,fine\n', 'missing-responsibility-column'],
  ] as const) {
    it(`a matrix that is ${name} is one problem, and the rest goes on working`, async () => {
      const before = withoutClaims();
      await withContent(MATRIX, content, () =>
        eventually(async () => {
          equal(problemsOf(MATRIX).filter((problem) => problem.endsWith(code)).length, 1, 'number of problems');
          equal(withoutClaims(), before);
          equal((await lensesOn(DOCUMENT, await lineOf(DOCUMENT, '### 01.d - '))).length, 1, 'number of lenses');
        }),
      );
      await eventually(() => equal(problemsOf(MATRIX).length, 3));
    });
  }

  it('a matrix that is gone is one problem, and comes back with it', async () => {
    const content = await read(MATRIX);
    await vscode.workspace.fs.delete(file(MATRIX));
    try {
      // Told where it is named: a problem on a file that is not there leads nowhere.
      const line = await lineOf('inheritance-scope.json', MATRIX);
      await eventually(() => equal(problemsOf('inheritance-scope.json'), [`${line}: file-not-found`]));
    } finally {
      await vscode.workspace.fs.writeFile(file(MATRIX), new TextEncoder().encode(content));
    }
    await eventually(() => equal(problemsOf(MATRIX).length, 3));
  });

  it('a project file that is no JSON is a problem at its place', async () => {
    await withContent('inheritance-scope.json', '{ "matrix": "azure-srm-illustrative.csv", }}\n', () =>
      eventually(() => equal(problemsOf('inheritance-scope.json'), ['1: project-syntax'])),
    );
    await eventually(() => equal(problemsOf('inheritance-scope.json'), []));
  });
});
