import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { file, folder, problemsOf, read, withContent, write } from './workspace';

const PROJECT = 'inheritance-scope.json';
const REGISTER = 'sharing.csv';

/** What is asked about a copy for an assessor; which file it goes to, each test says. */
const ASSESSOR = {
  profile: 'assessor',
  format: 'md',
  recipient: 'Jo Reyes',
  organization: 'Northwind',
  contact: 'jo@n.example',
  purpose: 'assessor',
  agreement: 'NDA 2026-04',
  consent: 'T-12',
  consented: '',
  limitations: '',
  expires: '2099-12-31',
  sealing: 'none',
  write: true,
};

function share(answers: object): Thenable<vscode.Uri | undefined> {
  const assessment = file(PROJECT).toString();
  return vscode.commands.executeCommand('inheritanceScope.shareSummary', { assessment, ...ASSESSOR, ...answers });
}

function verify(): Thenable<readonly object[]> {
  return vscode.commands.executeCommand('inheritanceScope.verifySharing', { assessment: file(PROJECT).toString() });
}

const names = async (folder: string): Promise<readonly string[]> =>
  (await vscode.workspace.fs.readDirectory(file(folder))).map(([name]) => name).toSorted();

const hasRegister = async (): Promise<boolean> => (await names('')).includes(REGISTER);

/** Presses Escape until a share has ended, which has written nothing then. */
async function escapeFrom(sharing: Thenable<vscode.Uri | undefined>): Promise<void> {
  let isDone = false;
  void sharing.then(() => (isDone = true));
  await eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    equal(isDone, true, 'end of the command');
  });
  equal(await sharing, undefined);
}

/** Types into a file, and does not save it. */
async function change(path: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(file(path));
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
}

describe('Share Summary…', () => {
  let project: string;

  before(async () => {
    await vscode.extensions.getExtension('inheritance-scope.azure-inheritance-scope')?.activate();
    project = await read(PROJECT);
  });

  beforeEach(() => vscode.workspace.fs.createDirectory(file('out')));

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('out'), { recursive: true });
    if (await hasRegister()) await vscode.workspace.fs.delete(file(REGISTER));
    await write(PROJECT, project);
    await eventually(() => equal(problemsOf(REGISTER), []));
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  /** Nothing may be written: no copy, no row, and nothing in the project file. */
  const assertNothing = async (): Promise<void> => {
    equal(await names('out'), []);
    equal(await hasRegister(), false, 'register');
    equal(await read(PROJECT), project, 'project file');
  };

  it('writes a copy that carries its number, records it, and opens it', async () => {
    const target = file('out/copy.md');
    equal((await share({ target }))?.toString(), target.toString());
    equal(vscode.window.activeTextEditor?.document.uri.toString(), target.toString(), 'active editor');
    includes(await read('out/copy.md'), '<!-- Exported by Azure Inheritance Scope -->');
    const register = await read(REGISTER);
    for (const part of ['S-0001,shared,', 'Jo Reyes,Northwind,', 'NDA 2026-04', '2099-12-31', 'out/copy.md'])
      includes(register, part);
    includes(await read(PROJECT), '"rows": 1');
    equal(await verify(), []);
  });

  it('remembers who was given something, and asks for nothing that still holds', async () => {
    await share({ target: file('out/one.md') });
    const again = { profile: 'assessor', format: 'json', recipient: 'Jo Reyes', expires: '2099-12-31', write: true };
    const assessment = file(PROJECT).toString();
    const answers = { assessment, ...again, target: file('out/two.json') };
    await vscode.commands.executeCommand('inheritanceScope.shareSummary', answers);
    includes(await read('out/two.json'), '"head"');
    const [, , second = ''] = (await read(REGISTER)).split('\n');
    for (const part of ['S-0002,shared,', 'Jo Reyes,Northwind,jo@n.example,assessor,assessor,', 'NDA 2026-04,T-12'])
      includes(second, part);
    equal(await verify(), []);
  });

  it('seals a copy, of which no plain text is left anywhere, and opens no editor with it', async () => {
    const sealing = { passphrase: 'violet harbour nine lantern' };
    const target = file('out/copy.md.age');
    equal((await share({ target, sealing }))?.toString(), target.toString());
    equal(await names('out'), ['copy.md.age']);
    const text = await read('out/copy.md.age');
    includes(text, 'age-encryption.org/v1');
    equal(text.includes('01.c'), false, 'plain text');
    equal(vscode.window.activeTextEditor, undefined, 'active editor');
    includes(await read(REGISTER), 'out/copy.md.age');
    equal((await read(REGISTER)).includes('lantern'), false, 'passphrase in the register');
  });

  it('records nothing of a copy that stays inside', async () => {
    await share({ profile: 'internal', target: file('out/inside.md') });
    includes(await read('out/inside.md'), '01.c');
    equal(await hasRegister(), false, 'register');
    equal(await read(PROJECT), project, 'project file');
  });

  it('shares only the rows that it is given', async () => {
    await share({ format: 'json', target: file('out/part.json'), rows: ['01.c'], filter: '' });
    const { controls } = JSON.parse(await read('out/part.json')) as { readonly controls: readonly { id: string }[] };
    equal(controls.map(({ id }) => id).join(), '01.c');
    equal(await share({ rows: ['99.z'], filter: '', target: file('out/none.md') }), undefined);
    equal(await names('out'), ['part.json']);
  });

  it('writes nothing where the policy requires what is missing', async () => {
    const policy = '"sharing": { "policy": { "required": ["agreement"] } },\n  "name":';
    await withContent(PROJECT, project.replace('"name":', policy), async () => {
      equal(await share({ agreement: '', target: file('out/copy.md') }), undefined);
      equal(await share({ expires: '2020-01-31', target: file('out/copy.md') }), undefined);
      equal(await names('out'), []);
      equal(await hasRegister(), false, 'register');
    });
    await assertNothing();
  });

  for (const [what, answers] of [
    ['a profile that is not there', { profile: 'nobody' }],
    ['a format that is not there', { format: 'pdf' }],
    ['a file that the summary is made from', { target: 'evidence.csv', overwrite: true }],
  ] as const) {
    it(`writes nothing for ${what}`, async () => {
      const before = await read('evidence.csv');
      const target = file('target' in answers ? answers.target : 'out/copy.md');
      equal(await share({ ...answers, target }), undefined);
      equal(await read('evidence.csv'), before);
      await assertNothing();
    });
  }

  it('takes the place of a file only where that is said', async () => {
    await write('out/copy.md', 'mine');
    equal(await share({ target: file('out/copy.md') }), undefined);
    equal(await read('out/copy.md'), 'mine');
    equal(await hasRegister(), false, 'register');
    await share({ target: file('out/copy.md'), overwrite: true });
    includes(await read('out/copy.md'), '01.c');
  });

  it('says who records it, where the settings say who that is', async () => {
    const settings = vscode.workspace.getConfiguration('inheritanceScope');
    await settings.update('sharing.by', ' Kim Osei ', vscode.ConfigurationTarget.Global);
    try {
      await share({ target: file('out/one.md') });
      await eventually(async () => {
        // Where the register came just now.
        await vscode.commands.executeCommand('inheritanceScope.recordReturn', {
          assessment: file(PROJECT).toString(),
          share: 'S-0001',
          date: '2027-03-20',
        });
        const [, shared = '', returned = ''] = (await read(REGISTER)).split('\n');
        includes(shared, ',Kim Osei,');
        includes(returned, ',Kim Osei,');
      });
      await share({ target: file('out/two.md'), by: 'Ada' });
      includes(await read(REGISTER), ',Ada,');
    } finally {
      await settings.update('sharing.by', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('writes the key of pseudonyms with the copy, and not for a look at it or a share that is refused', async () => {
    const pseudonyms = { profile: 'regulator', target: file('out/copy.md') };
    await escapeFrom(share({ ...pseudonyms, write: undefined }));
    await assertNothing();
    equal(await share({ ...pseudonyms, expires: '2020-01-31' }), undefined);
    await assertNothing();
    await share(pseudonyms);
    includes(await read(PROJECT), '"pseudonymKey"');
    includes(await read('out/copy.md'), 'name-');
    equal(await verify(), []);
  });

  it('writes nothing where an editor has unsaved changes to the project file', async () => {
    await change(PROJECT);
    equal(await share({ target: file('out/copy.md') }), undefined);
    await assertNothing();
  });

  it('writes nothing where an editor has unsaved changes to the register, of whatever name', async () => {
    const named = project.replace('"policy": {', '"register": "out/given.csv",\n    "policy": {');
    await write(PROJECT, named);
    await share({ target: file('out/one.md') });
    const [before, text] = [await read(PROJECT), await read('out/given.csv')];
    await change('out/given.csv');
    equal(await share({ target: file('out/two.md') }), undefined);
    equal(await names('out'), ['given.csv', 'one.md']);
    equal([await read(PROJECT), await read('out/given.csv')], [before, text]);
  });

  it('gives nothing to anybody outside where there is no project file', async () => {
    const settings = vscode.workspace.getConfiguration('inheritanceScope', folder());
    await vscode.workspace.fs.delete(file(PROJECT));
    await settings.update('matrix', 'azure-srm-illustrative.csv', vscode.ConfigurationTarget.WorkspaceFolder);
    try {
      const inside = { profile: 'internal', target: file('out/inside.md'), overwrite: true };
      await eventually(async () => equal(await share(inside), undefined, 'copy by the project file'));
      const another = { assessment: undefined };
      await eventually(async () => {
        await share({ ...inside, ...another });
        equal(await names('out'), ['inside.md']);
      });
      equal(await share({ target: file('out/copy.md'), ...another }), undefined);
      equal(await names('out'), ['inside.md']);
      equal(await hasRegister(), false, 'register');
    } finally {
      await settings.update('matrix', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
      await write(PROJECT, project);
    }
  });

  it('writes nothing to a register that is not whole', async () => {
    await share({ target: file('out/one.md') });
    const broken = (await read(REGISTER)).replace('Jo Reyes', 'Eve');
    await write(REGISTER, broken);
    equal(await share({ target: file('out/two.md') }), undefined);
    equal(await names('out'), ['one.md']);
    equal(await read(REGISTER), broken);
  });

  for (const step of ['profile', 'format', 'recipient', 'contact', 'purpose', 'expires', 'sealing', 'write'] as const) {
    it(`writes nothing where the person presses Escape at ${step}`, async () => {
      const left: Record<string, unknown> = { ...ASSESSOR, target: file('out/copy.md') };
      // Of nobody who is known, so that the question is asked.
      left[step] = undefined;
      await escapeFrom(share(left));
      await assertNothing();
    });
  }
});
