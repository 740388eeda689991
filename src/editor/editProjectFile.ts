import * as vscode from 'vscode';

/**
 * Changes a project file through the editor, so that what is unsaved in it survives, and saves it.
 *
 * @param step what to do by hand where it cannot be written, as a sentence
 */
export async function editProjectFile(
  projectFile: vscode.Uri,
  edit: (text: string) => string,
  step: string,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(projectFile);
  const text = document.getText();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  const change = new vscode.WorkspaceEdit();
  change.replace(projectFile, whole, edit(text));
  if (!(await vscode.workspace.applyEdit(change)) || !(await document.save())) {
    throw new Error(vscode.l10n.t('The project file could not be written. {0}', step));
  }
}
