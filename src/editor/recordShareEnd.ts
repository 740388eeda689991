import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { type CalendarDate, parseCalendarDate } from '../core/calendarDate';
import { type Share, sharesOf } from '../core/sharing/shares';
import type { ShareEvent } from '../core/sharing/sharingColumns';
import type { Assessment } from '../workspace/assessment';
import { recordShare } from '../workspace/sharing';
import { registerOf } from '../workspace/sharingFiles';
import { appendToRegister, refuseUnsaved } from './changeRegister';
import { pickAssessment } from './pickAssessment';
import { withoutIcons } from './plainText';
import { recordedBy } from './recordedBy';
import { registerCommand } from './registerCommand';

/** What a person would pick or type, for callers that know it already. */
export interface ShareEndAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** The id of a share. */
  readonly share?: string;
  readonly date?: CalendarDate;
  /** Who records it. */
  readonly by?: string;
}

type End = Exclude<ShareEvent, 'shared'>;

/** *Record Return…* and *Record Destruction…*: a row of the sharing register that says what became of a copy. */
export const recordShareEnd: Feature = (app) =>
  vscode.Disposable.from(
    registerCommand(app, 'recordReturn', (answers?: ShareEndAnswers) => recordEnd(app, 'returned', answers)),
    registerCommand(app, 'recordDestruction', (answers?: ShareEndAnswers) => recordEnd(app, 'destroyed', answers)),
  );

async function recordEnd(app: App, event: End, answers: ShareEndAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  const projectFile = assessment?.source.projectFile;
  if (!assessment) return undefined;
  const shares = sharesOf(assessment.shares ?? [], app.today(), undefined);
  if (projectFile === undefined || shares.length === 0)
    throw new Error(vscode.l10n.t('Nothing was shared yet: there is no sharing register.'));
  const share = answers.share === undefined ? await pickShare(shares, event) : find(shares, answers.share);
  if (!share) return undefined;
  const date = answers.date ?? (await askDate(event, app.today()));
  if (date === undefined) return undefined;
  refuseUnsaved(app, projectFile);
  const { id, recipient, organization } = share.shared.cells;
  const row = { event, id, date, recipient, organization, by: answers.by ?? recordedBy() };
  const append = async (): ReturnType<typeof appendRow> => appendRow(projectFile, row, app);
  return appendToRegister(app, registerFile(assessment, projectFile, app), append, '');
}

async function appendRow(projectFile: string, row: Parameters<typeof recordShare>[1], { files }: App) {
  const recorded = await recordShare(projectFile, row, files);
  return 'failure' in recorded ? recorded : { ...recorded, lines: [recorded.line], left: [], unnamed: [] };
}

function registerFile(assessment: Assessment, projectFile: string, { files }: App): string {
  return assessment.shares?.[0]?.file ?? registerOf(projectFile, undefined, files);
}

/** @throws where a share is gone: another one in its place would be a guess */
function find(shares: readonly Share[], id: string): Share {
  const share = shares.find((each) => each.id === id);
  if (!share) throw new Error(vscode.l10n.t('The sharing register has no copy {0}.', id));
  return share;
}

async function pickShare(shares: readonly Share[], event: End): Promise<Share | undefined> {
  const open = shares.filter(({ state }) => state !== 'destroyed' && state !== event);
  if (open.length === 0) throw new Error(vscode.l10n.t('No copy is out.'));
  const items = open.map((share) => {
    const { recipient, organization, file } = share.shared.cells;
    return {
      label: withoutIcons([share.id, recipient].join(' · ')),
      description: organization,
      detail: file,
      share,
    };
  });
  const title =
    event === 'returned' ? vscode.l10n.t('Which Copy Was Returned?') : vscode.l10n.t('Which Copy Was Destroyed?');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.share;
}

async function askDate(event: End, today: CalendarDate): Promise<CalendarDate | undefined> {
  const text = await vscode.window.showInputBox({
    title: event === 'returned' ? vscode.l10n.t('When Was It Returned?') : vscode.l10n.t('When Was It Destroyed?'),
    prompt: vscode.l10n.t('The day, as YYYY-MM-DD.'),
    value: today,
    validateInput: (value) =>
      parseCalendarDate(value.trim()) === undefined ? vscode.l10n.t('Write the day as YYYY-MM-DD.') : undefined,
  });
  return text === undefined ? undefined : parseCalendarDate(text.trim());
}
