import * as vscode from 'vscode';
import { rangeOfPlace } from '../editor/ranges';
import type { LineIndex } from '../core/lineIndex';
import type { Target } from './target';

/**
 * Opens what a click leads to: a place in a text editor, another file as VS Code opens it, a link in the browser.
 *
 * @param shown the document in which the file's lines are shown, where it is another
 * @param lines of the file, where a place in it is told by offsets
 */
export async function openTarget(
  target: Target,
  shown: vscode.Uri | undefined,
  lines: LineIndex | undefined,
  viewColumn: vscode.ViewColumn,
): Promise<void> {
  if ('link' in target) {
    const link = vscode.Uri.parse(target.link, true);
    // VS Code asks before it leaves; anything but the web could start a program.
    if (link.scheme === 'https' || link.scheme === 'http') await vscode.env.openExternal(link);
    return;
  }
  const { file, at } = target;
  const uri = vscode.Uri.parse(file, true);
  if (!at) {
    // An image, a workbook: whichever editor is there for it.
    await vscode.commands.executeCommand('vscode.open', uri, { viewColumn });
    return;
  }
  const document = await vscode.workspace.openTextDocument(shown ?? uri);
  await vscode.window.showTextDocument(document, { viewColumn, selection: rangeOfPlace(at, lines) });
}
