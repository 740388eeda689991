import * as vscode from 'vscode';

/** Copies what a row is about. By a key of the person's own a command is run without a row: what was copied before stays. */
export async function copy(text: string | undefined): Promise<void> {
  if (text === undefined || text === '') throw new Error(vscode.l10n.t('Choose this from the menu of a row.'));
  await vscode.env.clipboard.writeText(text);
}
