import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { file, lensesOn, read, write } from './workspace';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const EVIDENCE = 'fresh/evidence.csv';
const REQUESTS = 'fresh/inheritance-requests.csv';

/** An assessment of its own, with a matrix and a document and nothing else yet. */
describe('registers', () => {
  const assessment = (): string => file('fresh/inheritance-scope.json').toString();
  const run = (command: string, answers: object = {}): Thenable<vscode.Uri | undefined> =>
    vscode.commands.executeCommand(`inheritanceScope.${command}`, { assessment: assessment(), ...answers });
  const rows = async (path: string): Promise<readonly string[]> => (await read(path)).trimEnd().split('\n').slice(1);
  const lens = async (part: string): Promise<void> =>
    eventually(async () => includes((await lensesOn('fresh/scope.md', 1)).join(), part), 20_000);

  before(async () => {
    await write('fresh/srm.csv', `ID,Inheritability,Azure Implementation\n${A},Partial,Guards its part\n${B},Full,\n`);
    await write('fresh/scope.md', '01.c\n');
    await write('fresh/proof.txt', '');
    const project = { assessment: { type: 'i1' }, matrix: 'srm.csv', documents: '*.md' };
    await write('fresh/inheritance-scope.json', JSON.stringify(project));
    await lens('needs implemented evidence');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('fresh'), { recursive: true });
  });

  it('Create Evidence List writes what is wanted, opens it there, and adds nothing the second time', async () => {
    const list = await run('createEvidenceList');
    equal(list?.toString(), file(EVIDENCE).toString());
    equal(await rows(EVIDENCE), [`${A},,implemented,,,,requested,,,,,,,,`]);
    equal(vscode.window.activeTextEditor?.document.uri.toString(), file(EVIDENCE).toString(), 'active editor');
    equal(vscode.window.activeTextEditor?.selection.active.line, 1, 'line of the cursor');
    const text = await read(EVIDENCE);
    await run('createEvidenceList');
    equal(await read(EVIDENCE), text);
  });

  it('Add Evidence… appends what was answered, and it counts at once', async () => {
    await run('addEvidence', {
      control: '01.c',
      requirement: A,
      maturity: 'implemented',
      type: 'configuration',
      evidence: file('fresh/proof.txt'),
      dates: { captured_on: '2027-03-08' },
    });
    equal(
      (await rows(EVIDENCE)).at(-1),
      `${A},,implemented,proof.txt,configuration,proof.txt,collected,,,,,,2027-03-08,,`,
    );
    equal(vscode.window.activeTextEditor?.selection.active.line, 2, 'line of the cursor');
    await eventually(async () => {
      const lenses = (await lensesOn('fresh/scope.md', 1)).join();
      if (lenses.includes('needs implemented')) throw new Error(lenses);
    });
  });

  it('Record SHA-256 of Evidence… writes it beside the file’s name', async () => {
    await run('recordHash', { evidence: 'all' });
    includes((await rows(EVIDENCE)).at(-1), ',e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,');
  });

  it('Prepare Inheritance Requests plans what can be inherited, and leaves what is there', async () => {
    const before = `request_id;requirement;weight;partial;state;note\r\nIR-7;${B};100;no;rejected;"a;b"\r\n`;
    await write(REQUESTS, before);
    await run('prepareRequests');
    equal(await read(REQUESTS), `${before}IR-8;${A};;yes;planned;Guards its part\r\n`);
    equal(vscode.window.activeTextEditor?.selection.active.line, 2, 'line of the cursor');
    equal(await run('prepareRequests'), undefined, 'register where nothing was added');
  });

  it('Prepare Inheritance Requests plans for what is selected, and for no more', async () => {
    await write(REQUESTS, 'request_id,requirement,weight,partial,state,note\n');
    const subjects = [{ control: '01.c', requirement: B }, { control: '02.a' }];
    await run('prepareRequests', { subjects });
    equal(await rows(REQUESTS), [`REQ-001,${B},100,no,planned,`]);
    equal(await run('prepareRequests', { subjects }), undefined, 'register where nothing was added');
    equal(await run('prepareRequests', { subjects: [] }), undefined, 'register where nothing was selected');
    equal((await rows(REQUESTS)).length, 1, 'rows');
  });

  it('Link Evidence to Several Controls… appends a row for each, and none the second time', async () => {
    await write(EVIDENCE, 'requirement,maturity,location,state\n');
    const answers = {
      subjects: [
        { control: '01.c', requirement: A },
        { control: '01.c', requirement: B },
      ],
      levels: ['implemented'],
      evidence: file('fresh/proof.txt'),
      type: 'configuration',
      dates: {},
    };
    const list = await run('linkEvidence', answers);
    equal(list?.toString(), file(EVIDENCE).toString());
    const expected = [`${A},implemented,proof.txt,collected`, `${B},implemented,proof.txt,collected`];
    equal(await rows(EVIDENCE), expected);
    equal(vscode.window.activeTextEditor?.selection.active.line, 1, 'line of the cursor');
    equal(await run('linkEvidence', answers), undefined, 'list where nothing was added');
    equal(await rows(EVIDENCE), expected);
  });

  it('what was linked is undone in one step, and what was linked before it stays', async () => {
    const before = await read(EVIDENCE);
    const answers = { levels: ['implemented'], type: 'configuration', dates: {} };
    const subjects = [
      { control: '01.c', requirement: A },
      { control: '01.c', requirement: B },
    ];
    await run('linkEvidence', { ...answers, subjects, evidence: 'https://x.y/1' });
    const after = await read(EVIDENCE);
    await run('linkEvidence', { ...answers, subjects, evidence: 'https://x.y/2' });
    const document = vscode.window.activeTextEditor?.document;
    equal([document?.isDirty, document?.lineCount], [false, 8], 'state of the list');
    await vscode.commands.executeCommand('undo');
    equal(document?.getText(), after);
    await vscode.commands.executeCommand('undo');
    equal(document?.getText(), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('a document of the list of documents is linked by its id', async () => {
    await write('fresh/documents.csv', 'document_id,title,location\nDOC-9,Proof,proof.txt\n');
    await write(EVIDENCE, 'requirement,document_id\n');
    const answers = { subjects: [{ control: '01.c', requirement: A }], levels: ['implemented'], document: 'doc-9' };
    await eventually(async () => equal((await run('linkEvidence', answers))?.toString(), file(EVIDENCE).toString()));
    equal(await rows(EVIDENCE), [`${A},DOC-9`]);
    equal(await run('linkEvidence', { ...answers, document: 'DOC-10' }), undefined, 'list for no known document');
  });

  it('what is selected in the summary is copied as a table, in its order', async () => {
    await vscode.env.clipboard.writeText('before');
    await run('copySelection', { rows: ['01.c', 'no row'], format: 'markdown' });
    const [header, , row, ...others] = (await vscode.env.clipboard.readText()).split('\n');
    includes(header, '| Id | Title | Responsibility |');
    includes(row, '| 01.c | Privilege Management |');
    equal(others, [''], 'other lines');
    await run('copySelection', { rows: ['01.c'], format: 'csv' });
    includes(await vscode.env.clipboard.readText(), '\r\n01.c,Privilege Management,');
    await vscode.env.clipboard.writeText('before');
    await run('copySelection', { rows: [], format: 'csv' });
    equal(await vscode.env.clipboard.readText(), 'before');
  });

  it('write nothing under an editor with unsaved changes', async () => {
    await write(EVIDENCE, 'requirement,location,state\n');
    const editor = await vscode.window.showTextDocument(file(EVIDENCE));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
    equal(await run('createEvidenceList'), undefined);
    equal(await read(EVIDENCE), 'requirement,location,state\n');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
