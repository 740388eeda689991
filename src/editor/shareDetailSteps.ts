import * as vscode from 'vscode';
import type { StepPlace } from './runSteps';
import { detailProblem, expiryChoices, isRequired, type ShareDraft, withDetail } from './shareDraft';
import { detailLabel } from './shareLabels';
import { PURPOSES, type ShareDetail } from '../core/sharing/sharePolicy';
import { type ShareAnswered, type ShareTalk, taken } from './shareTalk';
import { askPick, askText, type PickItem } from './stepInputs';

// What the register records of a copy, asked one after the other.

type AskDetail = (draft: ShareDraft, place: StepPlace, talk: ShareTalk) => Promise<ShareAnswered>;

export const askName = detailStep('recipient', () => vscode.l10n.t('Who gets the copy? Their name.'));

export const askOrganization = detailStep('organization', () => vscode.l10n.t('Which organization are they with?'));

export const askContact = detailStep('contact', () =>
  vscode.l10n.t('How can they be reached, once the copy is to come back?'),
);

export const askAgreement = detailStep('agreement', () =>
  vscode.l10n.t('Under which agreement? A reference or a file, such as NDA 2026-04.'),
);

export const askConsent = detailStep('consent', () =>
  vscode.l10n.t('Who agreed that it is shared? A reference, such as the number of a ticket.'),
);

export const askConsented = detailStep('consented', () => vscode.l10n.t('On which day was that consent given?'));

export const askLimitations = detailStep('limitations', () =>
  vscode.l10n.t('What may they not do with it? For example: not to be passed on.'),
);

export const askExpiresDay = detailStep('expires', () =>
  vscode.l10n.t('What is the last day on which they may keep it?'),
);

function detailStep(detail: ShareDetail, question: () => string): AskDetail {
  return async (draft, place, talk) => {
    const { details } = draft;
    const { rules, title, app } = talk;
    const isDay = detail === 'consented' || detail === 'expires';
    const mayBeEmpty = !isRequired(detail, details, rules.policy);
    const given = await askText(place, {
      // What is wrong stands in the place of the question, so that the title says what is asked.
      title: `${title}: ${detailLabel(detail)}`,
      prompt: mayBeEmpty ? `${question()} ${vscode.l10n.t('Leave it empty if there is none.')}` : question(),
      value: details[detail] ?? '',
      ...(isDay && { placeHolder: vscode.l10n.t('YYYY-MM-DD') }),
      validate: (text) => {
        const fault = detailProblem(detail, text, details, rules);
        return fault && app.translate(fault);
      },
    });
    return taken(given, (text) => withDetail(draft, detail, text));
  };
}

/** One of the usual purposes, or whatever is typed. */
export async function askPurpose(draft: ShareDraft, place: StepPlace, talk: ShareTalk): Promise<ShareAnswered> {
  const { details, profile } = draft;
  const isOpen = !isRequired('purpose', details, talk.rules.policy);
  const given = await askPick<string>(place, {
    title: `${talk.title}: ${detailLabel('purpose')}`,
    placeHolder: vscode.l10n.t('What is it for? Pick one, or type another.'),
    items: [
      ...PURPOSES.map((label) => ({ label, value: label })),
      ...(isOpen ? [{ label: vscode.l10n.t('Not said'), value: '' }] : []),
    ],
    // Most copies for a client are for what clients need them for.
    isCurrent: (purpose) => purpose === (details.purpose ?? profile?.id),
    typed: (text) =>
      text === '' || PURPOSES.some((purpose) => purpose === text)
        ? undefined
        : { label: `$(edit) ${vscode.l10n.t('Another: {0}', text.replaceAll('$(', '$ ('))}`, value: text },
  });
  return taken(given, (purpose) => withDetail(draft, 'purpose', purpose));
}

/** A day that is offered; null for another one. */
export async function askExpires(draft: ShareDraft, place: StepPlace, talk: ShareTalk): Promise<ShareAnswered> {
  const { rules, assessment, title } = talk;
  const { calendar } = assessment.summary;
  const isOpen = !isRequired('expires', draft.details, rules.policy);
  const other: PickItem<string | null> = { label: `$(calendar) ${vscode.l10n.t('Another Day…')}`, value: null };
  const given = await askPick<string | null>(place, {
    title: `${title}: ${detailLabel('expires')}`,
    placeHolder: vscode.l10n.t('Until when may they keep it?'),
    items: [
      ...expiryChoices(rules.today, calendar?.submissionDate).map(({ days, day }) => ({
        label: days === undefined ? vscode.l10n.t('Day of submission') : vscode.l10n.t('{0} days', days),
        description: day,
        value: day,
      })),
      other,
      ...(isOpen ? [{ label: `$(circle-slash) ${vscode.l10n.t('No last day')}`, value: '' }] : []),
    ],
    isCurrent: (day) => (draft.hasOtherDay ? day === null : day === draft.details.expires),
  });
  return taken(given, (day) => {
    const hasOtherDay = day === null;
    return hasOtherDay ? { ...draft, hasOtherDay } : { ...withDetail(draft, 'expires', day), hasOtherDay };
  });
}
