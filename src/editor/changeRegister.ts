import * as vscode from 'vscode';
import type { App } from '../app';
import type { Refused } from '../core/csvEdit';
import type { AppendedRows } from '../workspace/registers';
import { inform } from './inform';

/** How long VS Code may take to show an open file as it is on disk now. */
const RELOAD_MS = 2_000;

/**
 * Appends to a register, opens it at the first new row, and says how many there are.
 *
 * @param nothing what to say where there is nothing to append
 * @param tell what to say beside that
 * @returns the register, where something was appended
 * @throws where it has unsaved changes, or the rows are refused: nothing is written then
 */
export async function appendToRegister<T extends AppendedRows<string>>(
  app: App,
  location: string,
  append: () => Promise<T | Refused>,
  nothing: string,
  tell: (appended: T) => readonly string[] = () => [],
): Promise<vscode.Uri | undefined> {
  refuseUnsaved(app, location);
  const appended = await append();
  if ('failure' in appended) throw new Error(app.translate(appended.failure));
  const { lines, left, unnamed } = appended;
  const name = app.files.label(location);
  const columns = [...new Set(left.map(({ column }) => column))];
  const words = [
    lines.length > 0 ? vscode.l10n.t('Rows added to {0}: {1}.', name, lines.length) : nothing,
    ...(columns.length > 0
      ? [vscode.l10n.t('It has no column for this, which was not written: {0}.', columns.join(', '))]
      : []),
    ...(unnamed.length > 0
      ? [vscode.l10n.t('Left out, because the matrix has a CVID and no id for it: {0}.', unnamed.join(', '))]
      : []),
    ...tell(appended),
  ];
  const [line] = lines;
  const uri = vscode.Uri.parse(location);
  if (line !== undefined) await showRow(uri, line);
  // Not awaited: the command is done, whatever becomes of the message.
  void app.attempt(() => inform('information', words.join(' '), []));
  return line === undefined ? undefined : uri;
}

/** @throws where an editor has changes to a file that are not saved: they would be lost, or what is written would be */
export function refuseUnsaved({ files }: App, location: string): void {
  const isUnsaved = vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === location);
  if (!isUnsaved) return;
  throw new Error(vscode.l10n.t('{0} has unsaved changes. Save it, and try again.', files.label(location)));
}

/** Opens a register at a row, 1-based, that was written just now. */
async function showRow(uri: vscode.Uri, line: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = new vscode.Position(line - 1, 0);
  const isShown = (): boolean => document.lineCount >= line && !document.lineAt(at).isEmptyOrWhitespace;
  for (let waited = 0; !isShown() && waited < RELOAD_MS; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}

/** So many ids stand in a message; of more it is told how many they are. */
const IDS_TOLD = 5;

export function shortList(ids: readonly string[]): string {
  const told = ids.slice(0, IDS_TOLD).join(', ');
  return ids.length > IDS_TOLD ? vscode.l10n.t('{0} and {1} more', told, ids.length - IDS_TOLD) : told;
}
