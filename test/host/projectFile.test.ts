import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { file, problemsOf, read, write } from './workspace';

const FOLDER = 'planned';
const PATH = `${FOLDER}/inheritance-scope.json`;
const TEXT = `{
  // Of our own
  "name": "Planned",
  "assessment": { "type": "r2", "submissionDate": "2027-05-14" },
  "matrix": "srm.csv",
  "documents": "*.md"
}
`;

/** Needs VS Code's own JSON support, which not every host has. */
const hasJson = (): boolean => vscode.extensions.getExtension('vscode.json-language-features') !== undefined;

describe('a project file in the editor', () => {
  before(async () => {
    await write(`${FOLDER}/srm.csv`, 'Control,Responsibility\n01.c,Azure\n');
    await write(`${FOLDER}/scope.md`, '01.c\n');
    await write(PATH, TEXT);
    await vscode.window.showTextDocument(file(PATH));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file(FOLDER), { recursive: true });
  });

  const positionOf = async (text: string, behind = 0): Promise<vscode.Position> => {
    const document = await vscode.workspace.openTextDocument(file(PATH));
    return document.positionAt(document.getText().indexOf(text) + behind);
  };

  const completionsAt = async (position: vscode.Position): Promise<readonly vscode.CompletionItem[]> => {
    const command = 'vscode.executeCompletionItemProvider';
    return (await vscode.commands.executeCommand<vscode.CompletionList>(command, file(PATH), position)).items;
  };

  /** The problems that VS Code's JSON has with the file. */
  const jsonProblems = (): readonly string[] =>
    vscode.languages
      .getDiagnostics(file(PATH))
      .filter(({ source }) => source !== 'Inheritance Scope')
      .map(({ message, range }) => `${range.start.line + 1}: ${message}`);

  /** Writes another text into the open editor, saves it, and puts the old one back whatever happens. */
  const withText = async (text: string, test: () => Promise<void>): Promise<void> => {
    const document = await vscode.workspace.openTextDocument(file(PATH));
    const replace = async (by: string): Promise<void> => {
      const change = new vscode.WorkspaceEdit();
      change.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), by);
      await vscode.workspace.applyEdit(change);
      await document.save();
    };
    await replace(text);
    try {
      await test();
    } finally {
      await replace(TEXT);
    }
  };

  it('completes its keys, and says what each is', async function () {
    if (!hasJson()) this.skip();
    await eventually(async () => {
      const items = await completionsAt(await positionOf('"assessment"'));
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      for (const key of ['requirements', 'azure', 'clocks', 'carveOuts']) includes(labels.join(), key);
      equal(labels.includes('documents'), false, 'offer of a key that is there');
    });
  });

  it('completes its words', async function () {
    if (!hasJson()) this.skip();
    await eventually(async () => {
      const items = await completionsAt(await positionOf('"r2"', 1));
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label)).join();
      for (const type of ['"e1"', '"i1"', '"r2"']) includes(labels, type);
    });
  });

  it('tells in a hover what a key is', async function () {
    if (!hasJson()) this.skip();
    await eventually(async () => {
      const command = 'vscode.executeHoverProvider';
      const position = await positionOf('"submissionDate"', 3);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, file(PATH), position);
      const text = hovers
        .flatMap(({ contents }) => contents)
        .map((one) => (one instanceof vscode.MarkdownString ? one.value : ''));
      includes(text.join(), 'The day the assessment is submitted');
    });
  });

  it('has no problem with comments and what is right', async () => {
    await eventually(() => equal(problemsOf(PATH), []));
    equal(jsonProblems(), []);
  });

  it('has a wrong value as a problem at its place, said once', async () => {
    await withText(TEXT.replace('2027-05-14', '14.05.2027').replace('"name"', '"nme"'), () =>
      eventually(() => {
        const ours = problemsOf(PATH);
        // VS Code's JSON may run in another host than the extension, where it cannot be asked but tells all the same.
        if (jsonProblems().length === 0 && !hasJson()) {
          equal(ours, ['3: unknown-key', '4: project-value']);
          return;
        }
        includes(jsonProblems().join(), '4: Write a day that exists as YYYY-MM-DD');
        includes(jsonProblems().join(), '3: ');
        equal(jsonProblems().length, 2);
        equal(ours, []);
      }),
    );
    await eventually(() => equal([...problemsOf(PATH), ...jsonProblems()], []));
  });

  it('has what only the whole of it shows as a problem too', () =>
    withText(TEXT.replace('"type": "r2"', '"type": "r2", "fieldworkStart": "2027-05-15"'), () =>
      eventually(() => equal(problemsOf(PATH), ['4: contradicting-dates'])),
    ));
});

describe('Create Project File…', () => {
  const FRESH = 'fresh';
  const target = `${FRESH}/inheritance-scope.json`;
  const create = (answers: object): Thenable<vscode.Uri | undefined> =>
    vscode.commands.executeCommand('inheritanceScope.createProject', { folder: file(FRESH), ...answers });

  before(() => vscode.workspace.fs.createDirectory(file(FRESH)));
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file(FRESH), { recursive: true });
  });

  it('writes what was answered, and opens it', async () => {
    await create({ name: 'Fresh', type: 'i1', submissionDate: '2027-05-14', matrix: '../azure-srm-illustrative.csv' });
    const text = await read(target);
    for (const part of ['"name": "Fresh"', '"type": "i1"', '"submissionDate": "2027-05-14"', '// "gaps": "gaps.csv"'])
      includes(text, part);
    equal(vscode.window.activeTextEditor?.document.uri.toString(), file(target).toString());
  });

  it('leaves a file that is there as it is, and opens it', async () => {
    await write(target, '{ "name": "Mine" }\n');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await create({ name: 'Other', type: null, submissionDate: null, matrix: null });
    equal(await read(target), '{ "name": "Mine" }\n');
    equal(vscode.window.activeTextEditor?.document.uri.toString(), file(target).toString());
  });
});
