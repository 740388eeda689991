import * as vscode from 'vscode';
import { setPendingShare } from '../../src/core/assessment/editProject';
import { appendShare, type NewShareRow } from '../../src/core/sharing/appendShare';
import { sha256 } from '../../src/workspace/sha256';
import { equal, eventually, includes } from './expect';
import { file, problemsOf, read, withContent, write } from './workspace';

const PROJECT = 'inheritance-scope.json';
const REGISTER = 'sharing.csv';

const SHARES: readonly NewShareRow[] = [
  { event: 'shared', date: '2027-03-01', recipient: 'Jo Reyes', contact: 'jo@n.example', purpose: 'assessor' },
  { event: 'shared', date: '2027-03-02', recipient: 'Al Kay', organization: 'Contoso', purpose: 'client' },
];

function run<T>(command: string, answers: object = {}): Thenable<T> {
  const assessment = file(PROJECT).toString();
  return vscode.commands.executeCommand(`inheritanceScope.${command}`, { assessment, ...answers });
}

const codesFound = async (answers: object = {}): Promise<readonly string[]> =>
  (await run<readonly { readonly code: string }[]>('verifySharing', answers)).map(({ code }) => code);

/** Of the register alone: the sample has problems of its own elsewhere. */
const told = (): readonly string[] => problemsOf(REGISTER);

describe('the sharing register', () => {
  let project: string;
  let register: string;

  before(async () => {
    await vscode.extensions.getExtension('inheritance-scope.azure-inheritance-scope')?.activate();
    project = await read(PROJECT);
  });

  beforeEach(async () => {
    let text = project;
    let bytes: Uint8Array | undefined;
    for (const row of SHARES) {
      const appended = await appendShare(
        { bytes, file: REGISTER, name: REGISTER },
        { file: PROJECT, text },
        row,
        sha256,
      );
      if ('failure' in appended) throw new Error(appended.failure.code);
      ({ bytes, text } = appended);
    }
    register = new TextDecoder().decode(bytes);
    await write(REGISTER, register);
    await write(PROJECT, text);
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  after(async () => {
    await vscode.workspace.fs.delete(file(REGISTER));
    await write(PROJECT, project);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('is verified by the command, and all the time in the Problems panel', async () => {
    equal(await codesFound(), []);
    await withContent(REGISTER, register.replace('Jo Reyes', 'Eve'), async () => {
      await eventually(() => equal(told(), ['2: sharing-row-changed']));
      equal(await codesFound(), ['sharing-row-changed']);
    });
    await eventually(() => equal(told(), []));
    await withContent(REGISTER, `${register.split('\n').slice(0, 2).join('\n')}\n`, async () => {
      await eventually(() => equal(told(), ['2: sharing-end-cut']));
    });
    await eventually(() => equal(told(), []));
  });

  it('Record Return… appends a row, and the project file knows it', async () => {
    await eventually(() => equal(told(), []));
    await eventually(async () => {
      // Where the register came just now.
      await run('recordReturn', { share: 'S-0002', date: '2027-03-20', by: 'Kim' });
      includes(await read(REGISTER), 'S-0002,returned,2027-03-20,Al Kay,Contoso,');
    });
    equal((await read(REGISTER)).startsWith(register), true, 'what was there stays');
    includes(await read(PROJECT), '"rows": 3');
    equal(vscode.window.activeTextEditor?.selection.active.line, 3, 'line of the cursor');
    equal(await codesFound(), []);
  });

  it('is longer than the project file knows after an interruption, and completes it', async () => {
    await write(PROJECT, project);
    equal(await codesFound(), ['sharing-ahead']);
    equal(await codesFound({ complete: true }), ['sharing-ahead']);
    includes(await read(PROJECT), '"rows": 2');
    equal(await codesFound(), []);
  });

  it('has no row yet of a share that was interrupted, which the command finishes', async () => {
    await write('copy.md', 'made before the crash');
    const pending = {
      id: 'S-0003',
      date: '2027-03-20',
      recipient: 'Zoë',
      file: 'copy.md',
      sha256: (await sha256(new TextEncoder().encode('made before the crash'))) ?? '',
    };
    await write(PROJECT, setPendingShare(await read(PROJECT), pending));
    await eventually(() => includes(problemsOf(PROJECT).join(), 'share-unfinished'));
    equal(await codesFound(), ['share-unfinished']);
    equal(await codesFound({ complete: true }), ['share-unfinished']);
    includes(await read(REGISTER), 'S-0003,shared,2027-03-20,Zoë,');
    includes(await read(PROJECT), '"rows": 3');
    equal((await read(PROJECT)).includes('pending'), false, 'no note is left');
    equal(await codesFound(), []);
    await vscode.workspace.fs.delete(file('copy.md'));
  });

  it('Copy Contact copies how to reach who has a copy', async () => {
    await run('copyContact', { contact: 'jo@n.example' });
    equal(await vscode.env.clipboard.readText(), 'jo@n.example');
  });
});
