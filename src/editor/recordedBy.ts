import * as vscode from 'vscode';
import { SECTION } from '../workspace/settings';

/** Who shares, and records what became of copies, as the register says it; empty where nobody said so. */
export function recordedBy(): string {
  const name = vscode.workspace.getConfiguration(SECTION).get<unknown>('sharing.by');
  return typeof name === 'string' ? name.trim() : '';
}
