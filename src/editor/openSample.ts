import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface OpenSampleAnswers {
  /** The folder to make the sample's folder in. */
  readonly parent?: vscode.Uri;
  /** Whether to open it afterwards; true unless said otherwise. */
  readonly open?: boolean;
}

const FOLDER = 'inheritance-scope-sample';

export const openSampleCommand: Feature = (app) =>
  registerCommand(app, 'openSample', (answers?: OpenSampleAnswers) => openSample(app, answers));

/** Copies the sample assessment to a folder of the person's choice, where it can be changed freely, and opens it. */
async function openSample(app: App, answers: OpenSampleAnswers = {}): Promise<vscode.Uri | undefined> {
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
  app.files.grant(target.toString());
  await copySample(app, target);
  if (answers.open ?? true) {
    const forceNewWindow = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
    await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow });
  }
  return target;
}

/** Copies what is not there yet: a file of an earlier copy may have been worked on, and one may be missing. */
async function copySample({ extensionUri, files }: App, target: vscode.Uri): Promise<void> {
  const at = (...path: readonly string[]): string => vscode.Uri.joinPath(extensionUri, ...path).toString();
  // An extension served over HTTP cannot list its folders, so the build leaves a list.
  const list = await files.read(at('dist', 'sample.json'));
  for (const path of JSON.parse(new TextDecoder().decode(list)) as readonly string[]) {
    const copy = vscode.Uri.joinPath(target, path).toString();
    if (await files.kindOf(copy)) continue;
    await files.write(copy, await files.read(at('data', 'sample', path)), { content: undefined });
  }
}
