import * as vscode from 'vscode';
import type { App } from '../app';
import { writeSteps } from '../core/report/exporter';
import type { CopyMark } from '../core/report/report';
import type { Assessment } from '../workspace/assessment';
import { createCopy } from '../workspace/createCopy';
import { exporterOf } from '../workspace/exporterOf';
import { isInput } from '../workspace/isInput';
import { hashOfStatuses } from '../workspace/sharing';
import { unhurried } from '../workspace/unhurried';
import { refuseUnsaved } from './changeRegister';
import { inform, sharesStep, type Step } from './inform';
import { savedSummary } from './savedSummary';
import { openWritten } from './saveReport';
import { type ReadyDraft, sealingOf } from './shareDraft';
import { ensurePseudonymKey } from '../workspace/pseudonymKey';
import { wantsPseudonyms } from '../core/sharing/profile';
import { sealedNotice } from '../core/sharing/sealedNotice';
import { shareCopy } from '../workspace/shareCopy';
import { runSlowly } from './slowProgress';

export interface WrittenShare {
  readonly title: string;
  readonly target: vscode.Uri;
  readonly overwrite: boolean;
  /** The number that the copy was shown under. */
  readonly number?: string;
  /** Who records it; empty where that is not known. */
  readonly by: string;
}

type Tell = (done: number, total: number) => void;

/** The number of a copy that was written; null for one that stays inside the organization, of which nothing is recorded. */
interface Written {
  readonly number: string | null;
}

/** Writes a copy, with progress and a way to stop it. Resolves to the file, if it was not stopped. */
export async function writeShare(
  app: App,
  assessment: Assessment,
  draft: ReadyDraft,
  share: WrittenShare,
): Promise<vscode.Uri | undefined> {
  const { title, target } = share;
  app.files.grant(target.toString());
  await savedSummary(app, assessment).allow(target);
  const write = draft.profile.isOutside ? writeOutside : writeInside;
  const written = await runSlowly(
    () => title,
    (tell, signal) => write(app, assessment, draft, share, tell, signal),
  );
  if (!written) return undefined;
  if (!sealingOf(draft)) await openWritten(target, draft.format);
  // Not awaited: the command is done, whatever becomes of the message.
  void app.attempt(() => tellOf(app, draft, target, written));
  return target;
}

async function writeInside(
  app: App,
  assessment: Assessment,
  draft: ReadyDraft,
  { target, overwrite }: WrittenShare,
  tell: Tell,
  signal: AbortSignal,
): Promise<Written> {
  const content = await make(app, assessment, draft, { tell, signal });
  await app.files.write(target.toString(), content, ...(overwrite ? [] : [{ content: undefined }]));
  return { number: null };
}

/** @throws with what to do, where the policy or the register does not allow it: then nothing was written */
async function writeOutside(
  app: App,
  assessment: Assessment,
  draft: ReadyDraft,
  { target, overwrite, number, by }: WrittenShare,
  tell: Tell,
  signal: AbortSignal,
): Promise<Written> {
  const { files } = app;
  const { projectFile = '' } = assessment.source;
  const statuses = await hashOfStatuses(assessment.summary);
  const shared = await shareCopy(
    {
      ...draft.details,
      recipient: draft.details.recipient ?? '',
      projectFile,
      target: target.toString(),
      overwrite,
      isInput: (location) => isInput(location, assessment, files),
      today: app.today(),
      profile: draft.profile.id,
      by,
      ...(statuses !== undefined && { statuses }),
      make: (copy) => {
        if (number !== undefined && copy.number !== number)
          throw new Error(vscode.l10n.t('Copy {0} was shared meanwhile. Nothing was written; share again.', number));
        return make(app, assessment, draft, { copy, tell, signal });
      },
      signal,
    },
    files,
  );
  if ('failure' in shared) throw new Error(app.translate(shared.failure));
  return shared;
}

/** The key of the pseudonyms, which the project file keeps, where the profile needs one. */
async function keyOf(
  app: App,
  { source: { projectFile } }: Assessment,
  { profile }: ReadyDraft,
): Promise<{ readonly pseudonymKey?: string }> {
  if (!wantsPseudonyms(profile) || projectFile === undefined) return {};
  refuseUnsaved(app, projectFile);
  return { pseudonymKey: await ensurePseudonymKey(projectFile, app.files) };
}

interface Making {
  readonly copy?: CopyMark;
  readonly tell: Tell;
  readonly signal: AbortSignal;
}

/** The bytes of the file. What is sealed is so from here on: its plain text is nowhere but in memory. */
async function make(
  app: App,
  assessment: Assessment,
  draft: ReadyDraft,
  { copy, tell, signal }: Making,
): Promise<Uint8Array> {
  const { profile, format, part } = draft;
  const context = { today: app.today(), toolVersion: app.version, translate: app.translate };
  // Not before: a share that is refused leaves the project file as it is.
  const key = await keyOf(app, assessment, draft);
  const given = { ...key, ...(copy && { copy }), ...(part && { part }) };
  const { report } = await createCopy(assessment, app.files, context, profile, given);
  const plain = await unhurried(writeSteps(await exporterOf(format, app.loadPart), report, tell), signal);
  const sealing = sealingOf(draft);
  return sealing ? (await app.loadPart('seal')).seal(plain, sealing) : plain;
}

async function tellOf(
  { files, translate }: App,
  { details, sealing }: ReadyDraft,
  target: vscode.Uri,
  { number }: Written,
): Promise<void> {
  const name = files.name(target.toString());
  if (number === null) {
    await inform(
      'information',
      vscode.l10n.t('{0} is written. Nothing is recorded of a copy that stays inside.', name),
      [],
    );
    return;
  }
  const text = vscode.l10n.t('Copy {0} for {1} is written: {2}', number, details.recipient ?? '', name);
  await inform('information', text, [
    ...(sealing && sealing !== 'none' ? [noteStep(sealedNotice(sealing, name).map(translate).join('\n\n'))] : []),
    sharesStep(),
  ]);
}

function noteStep(note: string): Step {
  return { label: vscode.l10n.t('Copy Note for the Recipient'), run: () => vscode.env.clipboard.writeText(note) };
}
