import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { restrictSummary } from '../core/assessment/restrictSummary';
import type { Refused } from '../core/csvEdit';
import { isSealedName } from '../core/sharing/sealedNotice';
import type { Assessment } from '../workspace/assessment';
import { createCopy } from '../workspace/createCopy';
import { type PreparedShare, prepareShare } from '../workspace/sharing';
import { refuseUnsaved } from './changeRegister';
import { pickAssessment } from './pickAssessment';
import { recordedBy } from './recordedBy';
import { registerCommand } from './registerCommand';
import { runSteps } from './runSteps';
import { givenDraft, givenSteps, type ShareGiven } from './shareAnswers';
import { partChoices } from './shareChoices';
import { completeDraft, draftProblem, type ReadyDraft, sealingOf, type ShareDraft } from './shareDraft';
import { shareFileName } from './shareFileName';
import { recipientsOf } from '../core/sharing/sharePolicy';
import { askPreview, type PreviewedCopy } from './sharePreview';
import { shareSteps } from './shareSteps';
import { lastShareOf, type ShareTalk } from './shareTalk';
import { writeShare } from './writeShare';

/** What a person would pick or type, for callers that know it already. */
export interface ShareAnswers extends ShareGiven {
  /** An assessment's id. */
  readonly assessment?: string;
  readonly target?: vscode.Uri;
  /** Whether the copy may take the place of a file. The dialog asks that itself. */
  readonly overwrite?: boolean;
  /** Who records it. */
  readonly by?: string;
}

export const shareSummaryCommand: Feature = (app) =>
  registerCommand(app, 'shareSummary', (answers?: ShareAnswers) => shareSummary(app, answers));

/**
 * Asks who gets what, shows what they would not get, and writes the copy: for anybody outside with a row in the sharing
 * register. Resolves to the file, if one was written; whoever stops before has written nothing.
 */
async function shareSummary(app: App, answers: ShareAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return undefined;
  const { talk, number } = await prepareTalk(app, assessment, answers);
  const start = givenDraft(answers, { ...talk, parts: partChoices(assessment.summary, assessment.catalog) });
  assertOffered(answers, start, assessment);
  if (start.profile?.isOutside) talk.assertShareable();

  const draft = await runSteps(
    shareSteps(talk, async (shown, place) => askPreview(shown, place, talk, previewOf(shown, talk, number))),
    start,
  );
  const ready = draft && completeDraft(draft);
  if (!ready) return undefined;
  const fault = draftProblem(ready, talk.rules);
  if (fault) throw new Error(app.translate(fault));
  const target = answers.target ?? (await askTarget(ready, talk, number));
  if (!target) return undefined;
  const overwrite = answers.target === undefined || answers.overwrite === true;
  // Whatever was opened and changed while the questions were there.
  if (ready.profile.isOutside) talk.assertShareable();
  const by = answers.by ?? recordedBy();
  return writeShare(app, assessment, ready, {
    title: talk.title,
    target,
    overwrite,
    ...(number !== undefined && { number }),
    by,
  });
}

/** What is asked with, and the number that the copy would have. */
async function prepareTalk(
  app: App,
  assessment: Assessment,
  answers: ShareAnswers,
): Promise<{ readonly talk: ShareTalk; readonly number: string | undefined }> {
  const { projectFile } = assessment.source;
  const prepared = projectFile === undefined ? undefined : await prepareShare(projectFile, app.files);
  const ready = prepared && 'reading' in prepared ? prepared : undefined;
  const rows = ready?.reading.rows ?? [];
  const { offeredExporters: formats } = await app.loadPart('report');
  const talk: ShareTalk = {
    app,
    assessment,
    title: vscode.l10n.t('Share Summary'),
    rules: {
      policy: ready?.policy ?? {},
      today: app.today(),
      given: givenSteps(answers),
      wasSealed: (recipient) => isSealedName(lastShareOf(recipient, rows)?.cells.file ?? ''),
    },
    profiles: assessment.profiles,
    formats,
    recipients: recipientsOf(rows),
    rows,
    seal: () => app.loadPart('seal'),
    assertShareable: () => assertShareable(app, assessment, prepared),
  };
  return { talk, number: ready?.nextId };
}

/** @throws where a copy for somebody outside could not be recorded, with what to do about it */
function assertShareable(app: App, { source }: Assessment, prepared: PreparedShare | Refused | undefined): void {
  const { projectFile } = source;
  if (projectFile === undefined || !prepared) {
    throw new Error(
      vscode.l10n.t(
        'Each copy for somebody outside is recorded in the sharing register, and that belongs to a project file. Run Create Project File… first.',
      ),
    );
  }
  if ('failure' in prepared) throw new Error(app.translate(prepared.failure));
  for (const file of [projectFile, prepared.register]) refuseUnsaved(app, file);
}

/** @throws where something is asked for by a name that nothing has, or nothing of it is in scope */
function assertOffered({ profile, format }: ShareAnswers, draft: ShareDraft, { summary }: Assessment): void {
  if (profile !== undefined && !draft.profile) throw new Error(vscode.l10n.t('There is no profile {0}.', profile));
  if (format !== undefined && !draft.format) throw new Error(vscode.l10n.t('There is no export format {0}.', format));
  if (draft.part && restrictSummary(summary, draft.part.rows).controls.length === 0)
    throw new Error(vscode.l10n.t('Nothing of what was to be shared is in scope.'));
}

/** Makes pseudonyms that nobody sees: the project's own key is written into its file once a copy is. */
const PREVIEW_KEY = 'preview';

async function previewOf(
  draft: ShareDraft,
  { app, assessment }: ShareTalk,
  next: string | undefined,
): Promise<PreviewedCopy> {
  const { profile, part } = draft;
  const fileName = fileNameOf(draft, assessment, next);
  if (!profile) return { fileName, leftOut: [] };
  const context = { today: app.today(), toolVersion: app.version, translate: app.translate };
  const given = { pseudonymKey: PREVIEW_KEY, ...(part && { part }) };
  const { leftOut } = await createCopy(assessment, app.files, context, profile, given);
  return { fileName, leftOut, ...(profile.isOutside && next !== undefined && { number: next }) };
}

function fileNameOf(draft: ShareDraft, { summary }: Assessment, next: string | undefined): string {
  const { profile, format } = draft;
  if (!profile || !format) return '';
  const number = profile.isOutside && next !== undefined ? { number: next } : {};
  return shareFileName(summary.name, profile, format, { ...number, isSealed: sealingOf(draft) !== undefined });
}

async function askTarget(
  draft: ReadyDraft,
  { assessment, title }: ShareTalk,
  next: string | undefined,
): Promise<vscode.Uri | undefined> {
  const { name, extension } = draft.format;
  const folder = vscode.Uri.parse(assessment.source.folder);
  return vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.joinPath(folder, fileNameOf(draft, assessment, next)),
    filters: sealingOf(draft) ? { [vscode.l10n.t('Sealed file')]: ['age'] } : { [name]: [extension] },
  });
}
