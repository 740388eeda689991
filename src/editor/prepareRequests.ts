import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import type { Subject } from '../core/csf/subject';
import { addRequests, registersOf } from '../workspace/registers';
import { appendToRegister } from './changeRegister';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface PrepareRequestsAnswers extends Partial<Subject> {
  /** An assessment's id. */
  readonly assessment?: string;
}

export const prepareRequestsCommand: Feature = (app) =>
  registerCommand(app, 'prepareRequests', (answers?: PrepareRequestsAnswers) => prepareRequests(app, answers));

/** Plans a request for whatever was asked for, can be inherited and has none. Resolves to the register, if rows were added. */
async function prepareRequests(app: App, answers: PrepareRequestsAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return undefined;
  const [location] = registersOf(assessment, 'requests', app.files);
  return appendToRegister(
    app,
    location,
    () => addRequests(location, assessment, app.files, answers),
    answers.control === undefined
      ? vscode.l10n.t('Nothing to add: all that can be inherited, and is in scope, has a request already.')
      : vscode.l10n.t(
          'Nothing to add: all of {0} that can be inherited has a request already.',
          answers.requirement ?? answers.control,
        ),
  );
}
