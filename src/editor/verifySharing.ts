import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { type Problem, severityOf } from '../core/problems';
import { completeEnd, type Verified, verifySharing } from '../workspace/sharing';
import { refuseUnsaved } from './changeRegister';
import { inform, problemsStep, type Step } from './inform';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface VerifyAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** Whether to let the project file know the rows that it does not know yet, without asking. */
  readonly complete?: boolean;
}

/** Tells whether the sharing register is as it was written; where only the project file lags behind, offers to complete it. */
export const verifySharingCommand: Feature = (app) =>
  registerCommand(app, 'verifySharing', (answers?: VerifyAnswers) => verify(app, answers));

/** Resolves to what is amiss; undefined where no assessment was picked. */
async function verify(app: App, answers: VerifyAnswers = {}): Promise<readonly Problem[] | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return undefined;
  const { projectFile } = assessment.source;
  const verified = projectFile === undefined ? undefined : await verifySharing(projectFile, app.files);
  if (!verified) throw new Error(vscode.l10n.t('Nothing was shared yet: there is no sharing register.'));
  if (verified.rows.some(({ cells, computed }) => cells.hash !== '' && computed === undefined))
    throw new Error(vscode.l10n.t('This browser offers no cryptography here, so no SHA-256 can be told.'));
  const complete = (): Promise<void> => completeProject(app, verified);
  if (answers.complete && verified.completed) await complete();
  // Not awaited: the command is done, whatever becomes of the message.
  else void app.attempt(() => tell(app, verified, { label: vscode.l10n.t('Complete Project File'), run: complete }));
  return verified.problems;
}

async function completeProject(app: App, verified: Verified): Promise<void> {
  refuseUnsaved(app, verified.projectFile);
  await completeEnd(verified, app.files);
}

async function tell({ files }: App, { register, rows, problems, completed }: Verified, complete: Step): Promise<void> {
  const name = files.label(register);
  const graver = problems.filter((problem) => ['error', 'warning'].includes(severityOf(problem)));
  if (graver.length === 0) {
    await inform(
      'information',
      vscode.l10n.t(
        '{0} is as it was written. Rows: {1}. That shows mistakes; it does not stop a forger.',
        name,
        rows.length,
      ),
      [],
    );
    return;
  }
  const text = completed
    ? vscode.l10n.t('{0} has rows that the project file does not know, as after an interruption. Look at them.', name)
    : vscode.l10n.t('{0} is not in order. Problems: {1}.', name, graver.length);
  await inform('error', text, [...problemsStep(true), ...(completed ? [complete] : [])]);
}
