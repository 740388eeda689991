import * as vscode from 'vscode';
import type { App } from './app';

/** What a person would pick, for callers that know it already. */
export interface OpenSampleAnswers {
  /** The folder to make the sample's folder in. */
  readonly parent?: vscode.Uri;
  /** Whether to open it afterwards; true unless said otherwise. */
  readonly open?: boolean;
}

const FOLDER = 'inheritance-scope-sample';

/** Copies the sample assessment to a folder of the person's choice, where it can be changed freely, and opens it. */
export async function openSample(app: App, answers: OpenSampleAnswers = {}): Promise<vscode.Uri | undefined> {
  const [parent] = answers.parent
    ? [answers.parent]
    : ((await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Where Shall the Sample Assessment Go?'),
        openLabel: vscode.l10n.t('Copy Sample Here'),
        canSelectFiles: false,
        canSelectFolders: true,
      })) ?? []);
  if (!parent) return undefined;
  const target = vscode.Uri.joinPath(parent, FOLDER);
  // A copy that is there already may have been worked on: it is opened as it is.
  if (!(await app.files.exists(target.toString()))) await copySample(app, target);
  if (answers.open ?? true) {
    const forceNewWindow = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
    await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow });
  }
  return target;
}

async function copySample({ extensionUri, files }: App, target: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  // An extension served over HTTP cannot list its folders, so the build leaves a list.
  const list = await fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'sample.json'));
  for (const path of JSON.parse(new TextDecoder().decode(list)) as readonly string[]) {
    const content = await fs.readFile(vscode.Uri.joinPath(extensionUri, 'data', 'sample', path));
    const copy = vscode.Uri.joinPath(target, path);
    await fs.createDirectory(vscode.Uri.joinPath(copy, '..'));
    await files.write(copy.toString(), content, { content: undefined });
  }
}
