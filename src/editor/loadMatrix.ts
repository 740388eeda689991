import { applyEdits, modify } from 'jsonc-parser';
import * as vscode from 'vscode';
import { severityOf } from '../core/problems';
import { SECTION } from '../workspace/settings';
import type { App } from './app';

/** What a person would pick, for callers that know it already. */
export interface LoadMatrixAnswers {
  readonly matrix?: vscode.Uri;
  readonly folder?: vscode.WorkspaceFolder;
}

/** Names a CSV file as the matrix, in the project file where there is one and in the folder's settings otherwise. */
export async function loadMatrix(app: App, answers: LoadMatrixAnswers = {}): Promise<void> {
  const folder = answers.folder ?? (await pickFolder());
  if (!folder) return;
  const [matrix] = answers.matrix
    ? [answers.matrix]
    : ((await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Load Matrix'),
        defaultUri: folder.uri,
        filters: { [vscode.l10n.t('Shared-responsibility matrix')]: ['csv', 'tsv', 'txt'] },
      })) ?? []);
  if (!matrix) return;

  const { projectFile } =
    app.index.assessments.find(({ source }) => source.folder === folder.uri.toString())?.source ?? {};
  const path = pathFrom(folder.uri, matrix);
  if (projectFile === undefined) {
    const settings = vscode.workspace.getConfiguration(SECTION, folder);
    await settings.update('matrix', path, vscode.ConfigurationTarget.WorkspaceFolder);
  } else {
    await writeMatrixKey(vscode.Uri.parse(projectFile), path);
  }
  await app.index.reload();
  report(app, folder);
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const { workspaceFolders: folders = [] } = vscode.workspace;
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofActive = active && vscode.workspace.getWorkspaceFolder(active);
  if (ofActive) return ofActive;
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  if (folders.length === 0) void offerToOpenFolder();
  return folders[0];
}

async function offerToOpenFolder(): Promise<void> {
  const open = vscode.l10n.t('Open Folder…');
  const text = vscode.l10n.t('A matrix belongs to a folder with scoping documents. Open that folder first.');
  if ((await vscode.window.showWarningMessage(text, open)) === open) {
    await vscode.commands.executeCommand('workbench.action.files.openFolder');
  }
}

/** Relative with `/` inside the folder, so that a colleague's copy finds it too; absolute elsewhere. */
function pathFrom(folder: vscode.Uri, file: vscode.Uri): string {
  const inside = file.path.startsWith(`${folder.path}/`);
  return inside ? file.path.slice(folder.path.length + 1) : file.scheme === 'file' ? file.fsPath : file.path;
}

/** Changes one key and leaves the rest, comments included. Goes through the editor, so that unsaved changes survive. */
async function writeMatrixKey(projectFile: vscode.Uri, path: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(projectFile);
  const text = document.getText();
  const changed = applyEdits(
    text,
    modify(text, ['matrix'], path, { formattingOptions: { insertSpaces: true, tabSize: 2 } }),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.replace(projectFile, new vscode.Range(document.positionAt(0), document.positionAt(text.length)), changed);
  if (!(await vscode.workspace.applyEdit(edit)) || !(await document.save())) {
    throw new Error(vscode.l10n.t('The project file could not be written. Set its key "matrix" to {0}.', path));
  }
}

/** Says how it went: what was read, or the first thing that kept it from being read. */
function report({ index, translate }: App, folder: vscode.WorkspaceFolder): void {
  const assessment = index.assessments.find(({ source }) => source.folder === folder.uri.toString());
  if (!assessment) return;
  const failure = assessment.problems.find((problem) => severityOf(problem) === 'error');
  if (failure) {
    void vscode.window.showErrorMessage(translate(failure));
    return;
  }
  const entries = assessment.matrices.reduce((sum, matrix) => sum + matrix.entries.length, 0);
  const problems = assessment.matrices.reduce((sum, matrix) => sum + matrix.problems.length, 0);
  const show = vscode.l10n.t('Show Problems');
  const text =
    problems > 0
      ? vscode.l10n.t('The matrix was read: {0} entries, {1} problems.', entries, problems)
      : vscode.l10n.t('The matrix was read: {0} entries.', entries);
  // Not awaited: the command is done, whatever becomes of the message.
  void vscode.window.showInformationMessage(text, ...(problems > 0 ? [show] : [])).then((choice) => {
    if (choice === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}
