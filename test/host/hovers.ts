import * as vscode from 'vscode';
import { file } from './workspace';

/** The parts of the hover on the first place of a text in a file. */
export async function hoversOn(path: string, text: string): Promise<readonly vscode.MarkdownString[]> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    file(path),
    position,
  );
  return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
}

/** The same as one text. */
export async function textOn(path: string, text: string): Promise<string> {
  return (await hoversOn(path, text)).map(({ value }) => value).join('\n');
}
