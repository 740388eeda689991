import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { isFindingSeverity, type Problem, severityOf } from '../core/problems';
import { recoverShare } from '../workspace/recoverShare';
import { completeEnd, type Verified, verifySharing } from '../workspace/sharing';
import { refuseUnsaved } from './changeRegister';
import { inform, problemsStep, type Step } from './inform';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface VerifyAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** Whether to let the project file know the rows that it does not know yet, or to finish a share, without asking. */
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
  const step = stepFor(app, verified);
  if (answers.complete && step) await step.run();
  // Not awaited: the command is done, whatever becomes of the message.
  else void app.attempt(() => tell(app, verified, step));
  return verified.problems;
}

/** What puts right what an interruption left; undefined where a person has to look. */
function stepFor(app: App, verified: Verified): Step | undefined {
  const { projectFile, problems } = verified;
  if (problems.some(({ code }) => code === 'share-unfinished'))
    return { label: vscode.l10n.t('Finish Share'), run: () => finishShare(app, verified) };
  if (!verified.completed) return undefined;
  const run = async (): Promise<void> => {
    refuseUnsaved(app, projectFile);
    await completeEnd(verified, app.files);
  };
  return { label: vscode.l10n.t('Complete Project File'), run };
}

async function finishShare(app: App, { projectFile, register }: Verified): Promise<void> {
  for (const file of [projectFile, register]) refuseUnsaved(app, file);
  const recovered = await recoverShare(projectFile, app.files);
  if (!recovered) return;
  if ('failure' in recovered) throw new Error(app.translate(recovered.failure));
  const { number, recipient, isRecorded } = recovered;
  const text = isRecorded
    ? vscode.l10n.t('{0} to {1} is recorded in the sharing register.', number, recipient)
    : vscode.l10n.t('{0} to {1} was taken back: no file had been written.', number, recipient);
  // Not awaited: the share is finished, whatever becomes of the message.
  void app.attempt(() => inform('information', text, []));
}

async function tell({ files }: App, verified: Verified, step: Step | undefined): Promise<void> {
  const { register, rows, problems, pending, completed } = verified;
  const name = files.label(register);
  const graver = problems.filter((problem) => isFindingSeverity(severityOf(problem)));
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
  const text =
    pending && step
      ? vscode.l10n.t('The share {0} to {1} was interrupted.', pending.id, pending.recipient)
      : completed
        ? vscode.l10n.t(
            '{0} has rows that the project file does not know, as after an interruption. Look at them.',
            name,
          )
        : vscode.l10n.t('{0} is not in order. Problems: {1}.', name, graver.length);
  await inform('error', text, [...problemsStep(true), ...(step ? [step] : [])]);
}
