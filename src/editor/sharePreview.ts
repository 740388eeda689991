import * as vscode from 'vscode';
import type { LeftOut } from '../workspace/createCopy';
import { withoutIcons } from './plainText';
import type { StepPlace } from './runSteps';
import type { ShareDraft, ShareStep } from './shareDraft';
import { detailLabel } from './shareLabels';
import type { ShareDetail } from '../core/sharing/sharePolicy';
import type { ShareAnswered, ShareTalk } from './shareTalk';
import { askPick, type PickItem } from './stepInputs';

/** What would be written, as the person is shown it before. */
export interface PreviewedCopy {
  readonly fileName: string;
  /** The copy's number; none inside the organization. */
  readonly number?: string;
  readonly leftOut: readonly LeftOut[];
}

const LONGEST_EXAMPLE = 60;

type Choice = 'write' | ShareStep;

/** Shows who gets what, and what of it they do not get. Nothing is written before this was looked at. */
export async function askPreview(
  draft: ShareDraft,
  place: StepPlace,
  { title }: ShareTalk,
  preview: Promise<PreviewedCopy>,
): Promise<ShareAnswered> {
  const items = preview.then((copy) => [writeItem(draft, copy), ...recipientItems(draft), ...leftOutItems(copy)]);
  const placeHolder = vscode.l10n.t('Look at it before it is written. Enter on a line with a pencil changes that.');
  const given = await askPick<Choice>(place, { title: `${title}: ${vscode.l10n.t('Preview')}`, placeHolder, items });
  if (given === undefined || given === 'back') return given;
  return given.value === 'write' ? { draft } : { change: given.value };
}

function writeItem({ details }: ShareDraft, { fileName, number }: PreviewedCopy): PickItem<Choice> {
  const { recipient = '', organization = '', expires = '' } = details;
  const who = withoutIcons([recipient, organization].filter((text) => text !== '').join(', '));
  const until = expires === '' ? [] : [vscode.l10n.t('until {0}', expires)];
  const detail = number === undefined ? [] : [vscode.l10n.t('Copy {0} for {1}', number, who), ...until];
  return {
    label: `$(check) ${vscode.l10n.t('Write the Copy…')}`,
    description: fileName,
    ...(detail.length > 0 && { detail: detail.join(' · ') }),
    value: 'write',
  };
}

/** What the register will say of the copy. Whoever is known is asked for little, and can change it here. */
function recipientItems({ profile, details, sealing }: ShareDraft): readonly PickItem<Choice>[] {
  if (!profile?.isOutside) return [];
  const { contact = '', purpose, agreement, consent = '', consented = '', limitations, expires } = details;
  const line = (label: string, text: string | undefined, value: Choice): PickItem<Choice> => ({
    label: `$(edit) ${label}`,
    description: withoutIcons(text === undefined || text === '' ? '–' : text),
    value,
  });
  const detail = (name: ShareDetail & ShareStep, text: string | undefined): PickItem<Choice> =>
    line(detailLabel(name), text, name);
  const given = consent !== '' && consented !== '' ? vscode.l10n.t('{0}, given on {1}', consent, consented) : consent;
  return [
    { label: vscode.l10n.t('Who gets it'), kind: vscode.QuickPickItemKind.Separator },
    detail('contact', contact),
    detail('purpose', purpose),
    detail('agreement', agreement),
    detail('consent', given),
    detail('limitations', limitations),
    detail('expires', expires),
    line(vscode.l10n.t('Sealed'), SEALED[sealing ?? 'none'](), 'sealing'),
  ];
}

const SEALED = {
  none: () => vscode.l10n.t('no: whoever has the file can read it'),
  passphrase: () => vscode.l10n.t('with a passphrase'),
  recipients: () => vscode.l10n.t('for public keys'),
};

function leftOutItems({ leftOut }: PreviewedCopy): readonly PickItem<Choice>[] {
  const isRemoved = ({ treatment }: LeftOut): boolean => treatment === 'remove';
  const [removed, replaced] = [leftOut.filter(isRemoved), leftOut.filter((each) => !isRemoved(each))];
  if (leftOut.length === 0)
    return [separator(vscode.l10n.t('What they do not get')), { label: vscode.l10n.t('Nothing is left out.') }];
  return [
    ...section(vscode.l10n.t('What they do not get'), 'eye-closed', removed),
    ...section(vscode.l10n.t('What stands there under a pseudonym'), 'replace-all', replaced),
  ];
}

function section(title: string, icon: string, entries: readonly LeftOut[]): readonly PickItem<Choice>[] {
  if (entries.length === 0) return [];
  const items = entries.map(({ what, count, examples }) => ({
    label: `$(${icon}) ${withoutIcons(what)}`,
    description: String(count),
    ...(examples.length > 0 && { detail: withoutIcons(examples.map(shortExample).join(' · ')) }),
  }));
  return [separator(title), ...items];
}

/** A note can be as long as a page, and a line of a list is one line. */
function shortExample(example: string): string {
  const line = example.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST_EXAMPLE ? `${line.slice(0, LONGEST_EXAMPLE)}…` : line;
}

function separator(label: string): PickItem<Choice> {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
