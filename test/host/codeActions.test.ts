import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { codeOf, file, problemsOf, read, write } from './workspace';

const FOLDER = 'fixes';
const PATH = `${FOLDER}/scope.md`;
const FIX_ALL = 'source.fixAll.inheritanceScope';

const comment = (words: string): string => `<!-- inheritance-scope-ignore ${words} -->`;

/** Takes the folder away, and waits until its assessment is gone: commands ask which one is meant as long as there are two. */
async function remove(): Promise<void> {
  await write(PATH, '14.a\n');
  await eventually(() => equal(problemsOf(PATH), ['1: unknown-control']));
  await vscode.workspace.fs.delete(file(FOLDER), { recursive: true });
  await eventually(() => equal(problemsOf(PATH), []));
}

describe('the light bulb', () => {
  before(async () => {
    await write(`${FOLDER}/srm.csv`, 'Control,Responsibility\n01.c,Azure\n');
    await write(PATH, '01.c\n');
    await write(`${FOLDER}/inheritance-scope.json`, '{ "matrix": "srm.csv", "documents": "*.md" }\n');
    await vscode.window.showTextDocument(file(PATH));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove();
  });

  const open = (): Thenable<vscode.TextDocument> => vscode.workspace.openTextDocument(file(PATH));

  /** Puts another text into the open editor. */
  const type = async (text: string): Promise<void> => {
    const document = await open();
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(change);
  };

  /** What is offered where a text stands. */
  const actionsAt = async (text: string, kind = 'quickfix'): Promise<readonly vscode.CodeAction[]> => {
    const document = await open();
    const position = document.positionAt(document.getText().indexOf(text));
    const range = new vscode.Range(position, position);
    const command = 'vscode.executeCodeActionProvider';
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range, kind, 10);
    return actions.filter(({ kind: own }) => own && vscode.CodeActionKind.Empty.append(kind).contains(own));
  };

  const titlesAt = async (text: string): Promise<readonly string[]> =>
    (await actionsAt(text)).map(({ title }) => title);

  const apply = async ({ edit }: vscode.CodeAction): Promise<void> => {
    if (!edit) throw new Error('The action changes nothing.');
    equal(await vscode.workspace.applyEdit(edit), true, 'success of the edit');
  };

  it('offers the fix of a problem, and mends it', async () => {
    await type(`14.a ${comment('unknown-contrl: theirs')}\n`);
    await eventually(() => equal(problemsOf(PATH), ['1: unknown-code', '1: unknown-control']));
    const [action, ...others] = await actionsAt('unknown-contrl');
    if (!action) throw new Error('Nothing is offered.');
    equal([action.title, action.isPreferred, others.length], ['Change to unknown-control', true, 0], 'offer');
    await apply(action);
    equal((await open()).getText(), `14.a ${comment('unknown-control: theirs')}\n`);
    await eventually(() => equal(problemsOf(PATH), []));
  });

  it('offers to ignore a problem on its line, which counts once there is a reason', async () => {
    await type('See 14.a.\n');
    await eventually(() => equal(problemsOf(PATH), ['1: unknown-control']));
    const action = (await actionsAt('14.a')).find(({ title }) => title === 'Ignore unknown-control on This Line…');
    if (!action) throw new Error('It is not offered.');
    await apply(action);
    equal((await open()).getText(), `See 14.a. ${comment('unknown-control: ')}\n`);
    await eventually(() => equal(problemsOf(PATH), ['1: ignore-without-reason', '1: unknown-control']));
    // The cursor is where the reason goes.
    await vscode.commands.executeCommand('type', { text: 'theirs' });
    equal((await open()).getText(), `See 14.a. ${comment('unknown-control: theirs')}\n`);
    await eventually(() => equal(problemsOf(PATH), []));
  });

  it('offers nothing for what was mended meanwhile, though it is shown yet', async () => {
    await type(`14.a ${comment('unknown-contrl: theirs')}\n`);
    await eventually(() => includes(problemsOf(PATH).join(), 'unknown-code'));
    await type(`14.a, ${comment('unknown-contrl: theirs')}\n`);
    equal(await titlesAt('unknown-contrl'), []);
    await eventually(async () => equal(await titlesAt('unknown-contrl'), ['Change to unknown-control']));
  });

  it('offers to mend all at once what is safe to mend', async () => {
    const [a, b] = [comment('unknown-contrl: a'), comment('unknown-controll: b')];
    await type(`14.a ${a}\n14.b ${b}\n01.c ${comment('unknown-control: c')}\n`);
    await eventually(() => equal(problemsOf(PATH).length, 5));
    const action = (await actionsAt('unknown-contrl:')).find(({ title }) => title.startsWith('Fix All'));
    if (!action) throw new Error('It is not offered.');
    await apply(action);
    await eventually(() => equal(problemsOf(PATH), ['3: unused-ignore']));
    equal((await actionsAt('inheritance', FIX_ALL)).length, 0, 'number of actions where nothing is left');
  });

  it('offers what else can be done about a problem', async () => {
    await type('### 01.c\n\nEvidence (policy): TBD\n\n| Control | Evidence |\n| - | - |\n| 01.c | TBD |\n');
    await eventually(() => equal(problemsOf(PATH), ['3: evidence-placeholder', '7: evidence-placeholder']));
    const [action] = await actionsAt('| 01.c');
    const assessment = file(`${FOLDER}/inheritance-scope.json`).toString();
    equal(action?.title, 'Add Evidence…');
    equal(action?.command?.arguments, [{ assessment, control: '01.c' }], 'answers');
    equal((await actionsAt('Evidence (policy)'))[0]?.command?.arguments, [{ assessment }], 'answers');
  });

  it('mends on saving what is safe to mend, where a person wants that', async () => {
    const settings = vscode.workspace.getConfiguration('editor', file(PATH));
    await settings.update('codeActionsOnSave', { [FIX_ALL]: 'explicit' }, vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.window.showTextDocument(await open());
      await type(`14.a ${comment('unknown-contrl: theirs')}\n`);
      await eventually(() => includes(problemsOf(PATH).join(), 'unknown-code'));
      await vscode.commands.executeCommand('workbench.action.files.save');
      await eventually(async () => equal(await read(PATH), `14.a ${comment('unknown-control: theirs')}\n`));
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('the severity of a problem', () => {
  before(() => write(`${FOLDER}/inheritance-scope.json`, '{ "documents": "*.md" }\n'));
  after(remove);

  it('is as it is set, and changes with the setting and the project file', async () => {
    await write(PATH, '14.a\n');
    const severities = (): readonly string[] =>
      vscode.languages.getDiagnostics(file(PATH)).map(({ code, severity }) => {
        return `${codeOf(code)}: ${vscode.DiagnosticSeverity[severity]}`;
      });
    const settings = vscode.workspace.getConfiguration('inheritanceScope');
    const set = (severity: string | undefined): Thenable<void> =>
      settings.update(
        'problems.severity',
        severity && { 'unknown-control': severity },
        vscode.ConfigurationTarget.Workspace,
      );
    await eventually(() => equal(severities(), ['unknown-control: Warning']));
    try {
      await set('hint');
      await eventually(() => equal(severities(), ['unknown-control: Hint']));
      await set('off');
      await eventually(() => equal(severities(), []));
      await write(
        `${FOLDER}/inheritance-scope.json`,
        '{ "documents": "*.md", "problems": { "unknown-control": "error" } }\n',
      );
      await eventually(() => equal(severities(), ['unknown-control: Error']));
    } finally {
      await set(undefined);
    }
  });

  it('stands with what it means, where its code leads to', async () => {
    await write(PATH, `01.c ${comment('unknown-control: theirs')}\n`);
    const [found] = await eventually(() => {
      equal(problemsOf(PATH), ['1: unused-ignore']);
      return vscode.languages.getDiagnostics(file(PATH));
    });
    equal(found?.tags, [vscode.DiagnosticTag.Unnecessary], 'tags');
    const code = found?.code;
    if (typeof code !== 'object') throw new Error('The code leads nowhere.');
    const help = await vscode.workspace.openTextDocument(code.target);
    includes(help.getText(), '# unused-ignore');
    includes(help.getText(), '"inheritanceScope.problems.severity": { "unused-ignore": "off" }');
  });
});
