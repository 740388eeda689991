import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import type { Subject } from '../core/csf/subject';
import { addRequests, type AppendedRequests, registersOf } from '../workspace/registers';
import { appendToRegister, shortList } from './changeRegister';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface PrepareRequestsAnswers extends Partial<Subject> {
  /** An assessment's id. */
  readonly assessment?: string;
  /** Several of them, in place of the one. */
  readonly subjects?: readonly Subject[];
}

export const prepareRequestsCommand: Feature = (app) =>
  registerCommand(app, 'prepareRequests', (answers?: PrepareRequestsAnswers) => prepareRequests(app, answers));

/** Plans a request for whatever was asked for, can be inherited and has none. Resolves to the register, if rows were added. */
async function prepareRequests(app: App, answers: PrepareRequestsAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return undefined;
  const subjects = subjectsIn(answers);
  const [location] = registersOf(assessment, 'requests', app.files);
  return appendToRegister(
    app,
    location,
    () => addRequests(location, assessment, app.files, subjects),
    subjects.length > 0
      ? vscode.l10n.t('Nothing to add.')
      : vscode.l10n.t('Nothing to add: all that can be inherited, and is in scope, has a request already.'),
    (appended) => tellOf(appended, subjects),
  );
}

/** What became of that which was asked for and got no row. */
function tellOf({ lines, notInheritable }: AppendedRequests, subjects: readonly Subject[]): readonly string[] {
  const areRequested = lines.length === 0 && notInheritable.length < subjects.length;
  return [
    ...(areRequested ? [vscode.l10n.t('What of it can be inherited has a request already.')] : []),
    ...(notInheritable.length > 0
      ? [vscode.l10n.t('Nothing that is in scope can be inherited of: {0}.', shortList(notInheritable))]
      : []),
  ];
}

/** None where all is asked for. */
function subjectsIn({ subjects, control, requirement }: PrepareRequestsAnswers): readonly Subject[] {
  if (subjects?.length === 0) throw new Error(vscode.l10n.t('Nothing is selected.'));
  if (subjects || control === undefined) return subjects ?? [];
  return [{ control, ...(requirement !== undefined && { requirement }) }];
}
