import * as vscode from 'vscode';
import { equal, eventually } from './expect';
import { file } from './workspace';

describe('Go to Control…', () => {
  // Named, for one that a test before took away may be offered still.
  const assessment = (): string => file('inheritance-scope.json').toString();

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('goes to the reference, with the id selected', async () => {
    await vscode.commands.executeCommand('inheritanceScope.goToControl', {
      assessment: assessment(),
      control: '12.c',
      reference: 0,
    });
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.path.split('/').at(-1), 'resilience-and-facilities.md');
    equal(editor?.document.getText(editor.selection), '12.c');
  });

  it('leaves the editor alone for a control that no document references', async () => {
    await vscode.commands.executeCommand('inheritanceScope.goToControl', { assessment: assessment(), control: '13.a' });
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.getText(editor.selection), '12.c');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('loads its search on demand and shows what it found', async () => {
    const running = vscode.commands.executeCommand('inheritanceScope.goToControl', { assessment: assessment() });
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      equal(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection), '00.a');
    });
    await running;
  });
});
