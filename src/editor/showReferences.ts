import * as vscode from 'vscode';
import { referencesTo } from '../core/assessment/matrixRow';
import type { App, Feature } from '../app';
import { locationAt } from './locations';
import { registerCommand } from './registerCommand';

/** The row of the matrix whose lens was clicked. */
export interface ShowReferencesAnswers {
  /** An assessment's id. */
  readonly assessment: string;
  /** Canonical. */
  readonly control: string;
  readonly requirement?: string;
  /** Where the places are shown: below this 1-based line of this file. */
  readonly uri: vscode.Uri;
  readonly line: number;
}

export const showReferencesCommand: Feature = (app) =>
  registerCommand(app, 'showReferences', (answers?: ShowReferencesAnswers) => showReferences(app, answers));

/** Shows the places in the documents that reference a row of the matrix, right there. */
async function showReferences({ index }: App, answers?: ShowReferencesAnswers): Promise<void> {
  const assessment = answers && index.get(answers.assessment);
  if (!assessment) return;
  const { uri, line } = answers;
  const places = referencesTo([answers], assessment.summary).map((place) => locationAt(place.file, place, assessment));
  await vscode.commands.executeCommand('editor.action.showReferences', uri, new vscode.Position(line - 1, 0), places);
}
