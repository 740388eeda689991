import * as vscode from 'vscode';
import { message } from '../core/message';
import type { Profile } from '../core/sharing/profile';
import { withoutIcons } from './plainText';
import type { AskedStep, StepPlace } from './runSteps';
import {
  askAgreement,
  askConsent,
  askConsented,
  askContact,
  askExpires,
  askExpiresDay,
  askLimitations,
  askName,
  askOrganization,
  askPurpose,
} from './shareDetailSteps';
import { FOLLOWS, FORKS, isAsked, rememberedDetails, SHARE_STEPS, type ShareDraft, type ShareStep } from './shareDraft';
import { detailLabel } from './shareLabels';
import { partChoices, type PartChoice, partOf } from './shareChoices';
import type { KnownRecipient } from '../core/sharing/sharePolicy';
import { missingFor } from '../core/report/missingFor';
import { askKeys, askPassphrase, askPassphraseAgain, askSealing } from './shareSealing';
import { lastShareOf, type ShareAnswered, type ShareTalk, taken } from './shareTalk';
import { tablesOf, textsOf } from './shareWords';
import { askPick, askPicks, type PickItem } from './stepInputs';

export type AskShare = (draft: ShareDraft, place: StepPlace, talk: ShareTalk) => Promise<ShareAnswered>;

/** All questions of a share. The last is made by the caller, who knows what would be left out. */
export function shareSteps(talk: ShareTalk, askPreview: AskShare): readonly AskedStep<ShareDraft, ShareStep>[] {
  const asks: Readonly<Record<ShareStep, AskShare>> = { ...ASKS, preview: askPreview };
  return SHARE_STEPS.map((id) => ({
    id,
    ...(FOLLOWS[id] !== undefined && { follows: FOLLOWS[id] }),
    isFork: FORKS.has(id),
    isAsked: (draft) => isAsked(id, draft, talk.rules),
    ask: (draft, place) => asks[id](draft, place, talk),
  }));
}

const ASKS: Readonly<Record<Exclude<ShareStep, 'preview'>, AskShare>> = {
  profile: askProfile,
  part: askPart,
  format: askFormat,
  recipient: askRecipient,
  name: askName,
  organization: askOrganization,
  contact: askContact,
  purpose: askPurpose,
  agreement: askAgreement,
  consent: askConsent,
  consented: askConsented,
  limitations: askLimitations,
  expires: askExpires,
  expiresDay: askExpiresDay,
  sealing: askSealing,
  passphrase: askPassphrase,
  passphraseAgain: askPassphraseAgain,
  keys: askKeys,
};

async function askProfile(draft: ShareDraft, place: StepPlace, talk: ShareTalk): Promise<ShareAnswered> {
  const { app, title, profiles } = talk;
  const item = (value: Profile): PickItem<Profile> => ({
    label: withoutIcons(app.translate(value.title)),
    description: textsOf(value).map(app.translate).join(' · '),
    detail: app.translate(tablesOf(value)),
    value,
  });
  const section = (label: string, own: readonly Profile[]): readonly PickItem<Profile>[] =>
    own.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...own.map(item)];
  const items = [
    ...section(
      vscode.l10n.t('Inside: not recorded'),
      profiles.filter(({ isOutside }) => !isOutside),
    ),
    ...section(
      vscode.l10n.t('Outside: recorded'),
      profiles.filter(({ isOutside }) => isOutside),
    ),
  ];
  const placeHolder = vscode.l10n.t('For whom is it? That decides what is in the copy.');
  const isCurrent = ({ id }: Profile): boolean => id === draft.profile?.id;
  const given = await askPick(place, { title: `${title}: ${vscode.l10n.t('Profile')}`, placeHolder, items, isCurrent });
  return taken(given, (profile) => {
    if (profile.isOutside) talk.assertShareable();
    return { ...draft, profile };
  });
}

async function askPart(draft: ShareDraft, place: StepPlace, { assessment, title }: ShareTalk): Promise<ShareAnswered> {
  const choices = partChoices(assessment.summary, assessment.catalog);
  if (choices.length === 0) throw new Error(vscode.l10n.t('Nothing is in scope yet that could be shared.'));
  const items = choices.flatMap((value, index): readonly PickItem<PartChoice>[] => {
    const item = {
      label: withoutIcons(value.label),
      description: vscode.l10n.t('{0} of what is in scope', value.rows.length),
      value,
    };
    if (value.kind === choices[index - 1]?.kind) return [item];
    const label = value.kind === 'owner' ? vscode.l10n.t('Owners') : vscode.l10n.t('Categories');
    return [{ label, kind: vscode.QuickPickItemKind.Separator }, item];
  });
  const placeHolder = vscode.l10n.t('Which part? Tick all that they work on.');
  const asked = { title: `${title}: ${vscode.l10n.t('Part')}`, placeHolder, items, isPicked: () => false };
  const given = await askPicks(place, asked);
  return taken(given, (picked) => ({ ...draft, part: partOf(picked) }));
}

async function askFormat(draft: ShareDraft, place: StepPlace, talk: ShareTalk): Promise<ShareAnswered> {
  const { app, title, formats } = talk;
  const { profile } = draft;
  const items = formats
    .filter((format) => !profile || missingFor(format, profile).length === 0)
    .map((value) => ({ label: value.name, description: app.translate(message(value.purpose)), value }));
  const placeHolder = vscode.l10n.t('In which format?');
  const isCurrent = ({ format }: (typeof formats)[number]): boolean => format === draft.format?.format;
  const given = await askPick(place, { title: `${title}: ${vscode.l10n.t('Format')}`, placeHolder, items, isCurrent });
  return taken(given, (format) => ({ ...draft, format }));
}

async function askRecipient(draft: ShareDraft, place: StepPlace, talk: ShareTalk): Promise<ShareAnswered> {
  const { recipients, rows, title } = talk;
  const someoneNew: PickItem<KnownRecipient | null> = {
    label: `$(add) ${vscode.l10n.t('Somebody New…')}`,
    alwaysShow: true,
    value: null,
  };
  const known = recipients.map((value) => {
    const { recipient, organization = '', contact = '' } = value;
    const last = lastShareOf(value, rows);
    const words = [organization, last && vscode.l10n.t('last {0}', last.date ?? last.cells.date)];
    return {
      label: withoutIcons(recipient),
      description: words.filter((text) => text !== undefined && text !== '').join(' · '),
      detail: withoutIcons(contact),
      value,
    };
  });
  const placeHolder = vscode.l10n.t('Who gets the copy?');
  const isCurrent = (value: KnownRecipient | null): boolean => isSame(value, draft);
  const items = [...known, someoneNew];
  const asked = { title: `${title}: ${detailLabel('recipient')}`, placeHolder, items, isCurrent };
  const given = await askPick<KnownRecipient | null>(place, asked);
  return taken(given, (picked) => withRecipient(draft, picked));
}

/** What is known of one must not be taken for another. */
function withRecipient(draft: ShareDraft, known: KnownRecipient | null): ShareDraft {
  return isSame(known, draft) ? draft : { ...draft, known, details: known ? rememberedDetails(known) : {} };
}

function isSame(picked: KnownRecipient | null, { known }: ShareDraft): boolean {
  return known !== undefined && picked?.recipient === known?.recipient;
}
