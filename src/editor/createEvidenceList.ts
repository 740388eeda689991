import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { addMissingEvidence, registersOf } from '../workspace/registers';
import { appendToRegister } from './changeRegister';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface CreateEvidenceListAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
}

export const createEvidenceListCommand: Feature = (app) =>
  registerCommand(app, 'createEvidenceList', (answers?: CreateEvidenceListAnswers) => createEvidenceList(app, answers));

/** Writes down what evidence is wanted and has no row yet. Resolves to the list, if rows were added. */
async function createEvidenceList(app: App, answers: CreateEvidenceListAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return undefined;
  const [location] = registersOf(assessment, 'evidence', app.files);
  return appendToRegister(
    app,
    location,
    () => addMissingEvidence(location, assessment, app.files),
    vscode.l10n.t('Nothing to add: all evidence that is wanted has a row already.'),
  );
}
