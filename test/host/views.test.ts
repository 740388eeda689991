import * as vscode from 'vscode';
import { equal, eventually } from './expect';
import { file, lineOf } from './workspace';

const DOCUMENT = 'scoping/access-control.md';
const LIST = 'requirements.csv';
const REQUESTS = 'inheritance-requests.csv';

function run(command: string, answers: object): Thenable<unknown> {
  const assessment = file('inheritance-scope.json').toString();
  return vscode.commands.executeCommand(`inheritanceScope.${command}`, { assessment, ...answers });
}

/** The file in the active editor with its 1-based line. */
function active(): string {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  return `${vscode.workspace.asRelativePath(document?.uri ?? 'none')}:${(selection?.start.line ?? -1) + 1}`;
}

describe('the rows of the views', () => {
  // Only what has rows runs their commands.
  before(() => vscode.extensions.getExtension('inheritance-scope.azure-inheritance-scope')?.activate());
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('open a control where a document names it first', async () => {
    await run('openControl', { control: '01.t' });
    equal(active(), `${DOCUMENT}:${await lineOf(DOCUMENT, '01.t')}`);
    equal(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection), '01.t');
  });

  it('open a control that no document and no matrix names where it is listed', async () => {
    await run('openControl', { control: '03.c' });
    equal(active(), `${LIST}:${await lineOf(LIST, ',03.c,')}`);
  });

  it('open what waits for an approval at its request', async () => {
    await run('openControl', {
      control: '01.c',
      requirement: '1149.01c2System.9',
      kind: 'coverage-needed',
    });
    equal(active(), `${REQUESTS}:${await lineOf(REQUESTS, '1149.01c2System.9')}`);
  });

  it('lead to the references of a requirement', async () => {
    await run('goToReferences', { control: '01.c', requirement: '1149.01c2System.9' });
    await eventually(() => equal(active().split(':')[0], DOCUMENT));
  });

  it('copy the id that they are about', async () => {
    await run('copyId', { control: '01.c', requirement: '1149.01c2System.9' });
    equal(await vscode.env.clipboard.readText(), '1149.01c2System.9');
    await run('copyId', { control: '01.c' });
    equal(await vscode.env.clipboard.readText(), '01.c');
    // As a key of the person's own runs them.
    await run('copyId', {});
    await run('copyEvidencePath', {});
    equal(await vscode.env.clipboard.readText(), '01.c', 'what was copied before');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('open evidence that is there, and else the row that records it', async () => {
    const path = 'evidence/access-control-policy.md';
    const row = { file: file('evidence.csv').toString(), line: 3 };
    await run('openEvidence', { evidence: file(path).toString(), row });
    await eventually(() => equal(active().split(':')[0], path));
    await run('openEvidence', { evidence: file('evidence/gone.md').toString(), row });
    equal(active(), 'evidence.csv:3');
    await run('goToRegisterRow', { evidence: file(path).toString(), row: { ...row, line: 5 } });
    equal(active(), 'evidence.csv:5');
  });

  it('copy the path of evidence that is a file, and the address of a link', async () => {
    await run('copyEvidencePath', { link: 'https://wiki.quillmere.example/policies/ISP-00' });
    equal(await vscode.env.clipboard.readText(), 'https://wiki.quillmere.example/policies/ISP-00');
    await run('copyEvidencePath', { evidence: file(DOCUMENT).toString() });
    const copied = await vscode.env.clipboard.readText();
    equal(copied.replaceAll('\\', '/').endsWith(`/${DOCUMENT}`), true, 'end of the path');
  });
});
