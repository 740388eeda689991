import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { file, folder, lensesOn, lineOf, read, withContent, write } from './workspace';

const DOCUMENT = 'scoping/access-control.md';
const PROJECT = 'inheritance-scope.json';

function run<T>(command: string, answers?: object): Thenable<T> {
  return vscode.commands.executeCommand<T>(`inheritanceScope.${command}`, answers);
}

describe('commands', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are all there, under the titles of the manifest', async () => {
    const manifest = vscode.extensions.getExtension('inheritance-scope.azure-inheritance-scope')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = await vscode.commands.getCommands(true);
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.includes(command));
    equal(missing, []);
  });

  it('Export Summary… writes the summary to the file that was named, and opens it', async () => {
    const target = file('out/summary.md');
    const written = await run<vscode.Uri>('exportSummary', { target });
    equal(written.toString(), target.toString());
    const text = await read('out/summary.md');
    includes(text, '# Scoping summary: Quillmere Home, r2 2027');
    includes(text, 'not HITRUST');
    includes(text, '| 01.c Privilege Management | Varies by requirement |');
    includes(text, 'HITRUST CSF has no control 14.a.');
    equal(vscode.window.activeTextEditor?.document.uri.toString(), target.toString(), 'active editor');
    await vscode.workspace.fs.delete(file('out'), { recursive: true });
  });

  it('Load Matrix… names the file in the project file, keeps its comments, and takes it at once', async () => {
    const before = await read(PROJECT);
    await write('other.csv', 'Control,Responsibility\n01.d,Azure\n');
    try {
      await run('loadMatrix', { matrix: file('other.csv') });
      equal(await read(PROJECT), before.replace('"azure-srm-illustrative.csv"', '"other.csv"'));
      const line = await lineOf(DOCUMENT, '### 01.d - ');
      equal(await lensesOn(DOCUMENT, line), ['Azure · coverage needed: no inheritance request']);
    } finally {
      await write(PROJECT, before);
      await vscode.workspace.fs.delete(file('other.csv'));
    }
  });

  it('Load Matrix… works with the settings alone, without a project file', async () => {
    const before = await read(PROJECT);
    await vscode.workspace.fs.delete(file(PROJECT));
    const settings = vscode.workspace.getConfiguration('inheritanceScope', folder());
    try {
      const line = await lineOf(DOCUMENT, '### 01.d - ');
      await eventually(async () => equal(await lensesOn(DOCUMENT, line), []));
      await run('loadMatrix', { matrix: file('azure-srm-illustrative.csv') });
      equal(
        vscode.workspace.getConfiguration('inheritanceScope', folder()).get('matrix'),
        'azure-srm-illustrative.csv',
      );
      // The evidence is found under its usual name; the documents that it refers to are named by a project file only.
      const rows = '01.d,policy,https://x.y/1\n01.d,procedure,https://x.y/2\n01.d,implemented,https://x.y/3\n';
      await withContent('evidence.csv', `requirement,maturity,location\n${rows}`, () =>
        eventually(async () => equal(await lensesOn(DOCUMENT, line), ['Customer · nothing recorded as open'])),
      );
    } finally {
      await settings.update('matrix', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
      await write(PROJECT, before);
    }
    const line = await lineOf(DOCUMENT, '### 01.d - ');
    await eventually(async () => equal(await lensesOn(DOCUMENT, line), ['Customer · complete']));
  });

  it('Open Sample Assessment copies the sample, and leaves a copy that is there as it is', async () => {
    const parent = file('samples');
    const sample = await run<vscode.Uri>('openSample', { parent, open: false });
    equal(sample.toString(), file('samples/inheritance-scope-sample').toString());
    const project = 'samples/inheritance-scope-sample/inheritance-scope.json';
    equal(await read(project), await read(PROJECT));
    equal(
      await read('samples/inheritance-scope-sample/evidence/backup-policy.md'),
      await read('evidence/backup-policy.md'),
    );
    await write(project, '{ "name": "mine" }');
    await run('openSample', { parent, open: false });
    equal(await read(project), '{ "name": "mine" }');
    await vscode.workspace.fs.delete(parent, { recursive: true });
  });

  it('Open Summary opens one panel, however often it is asked for', async () => {
    const panels = (): number =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === 'Inheritance Summary')
        .length;
    // The sample's copy was just deleted, and its assessment may still be there.
    const assessment = file(PROJECT).toString();
    await run('openSummary', { assessment });
    await eventually(() => equal(panels(), 1, 'number of panels'));
    await run('openSummary', { assessment, control: '01.c' });
    equal(panels(), 1, 'number of panels');
  });
});
