import * as vscode from 'vscode';
import type { StepPlace } from './runSteps';
import { keysIn, type SealingKind, type ShareDraft } from './shareDraft';
import { type ShareAnswered, type ShareTalk, taken } from './shareTalk';
import { askPick, askText } from './stepInputs';

// Whether a copy is sealed, and by what it opens. What is typed here is in no log, no setting and no file.

export async function askSealing(draft: ShareDraft, place: StepPlace, { title }: ShareTalk): Promise<ShareAnswered> {
  const given = await askPick<SealingKind>(place, {
    title: `${title}: ${vscode.l10n.t('Sealing')}`,
    placeHolder: vscode.l10n.t('Shall only they be able to open it?'),
    items: [
      {
        label: vscode.l10n.t('Not sealed'),
        detail: vscode.l10n.t('Whoever has the file can read it.'),
        value: 'none',
      },
      {
        label: `$(lock) ${vscode.l10n.t('Sealed with a passphrase')}`,
        detail: vscode.l10n.t('You tell it to them by another way than the file. It is kept nowhere.'),
        value: 'passphrase',
      },
      {
        label: `$(key) ${vscode.l10n.t('Sealed for public keys')}`,
        detail: vscode.l10n.t('They gave you their public key of age; it begins with age1.'),
        value: 'recipients',
      },
    ],
    isCurrent: (kind) => kind === draft.sealing,
  });
  return taken(given, (sealing) => ({ ...draft, sealing }));
}

export async function askPassphrase(draft: ShareDraft, place: StepPlace, talk: ShareTalk): Promise<ShareAnswered> {
  const { sealingProblem } = await talk.seal();
  const given = await askText(place, {
    title: `${talk.title}: ${vscode.l10n.t('Passphrase')}`,
    prompt: vscode.l10n.t('The passphrase. Without it nobody can open the copy, not even you.'),
    value: '',
    isSecret: true,
    validate: (passphrase) => {
      const fault = sealingProblem({ passphrase });
      return fault && talk.app.translate(fault);
    },
  });
  return taken(given, (passphrase) => ({ ...draft, passphrase }));
}

export async function askPassphraseAgain(draft: ShareDraft, place: StepPlace, talk: ShareTalk): Promise<ShareAnswered> {
  const given = await askText(place, {
    title: `${talk.title}: ${vscode.l10n.t('Passphrase Once More')}`,
    prompt: vscode.l10n.t('The passphrase once more.'),
    value: '',
    isSecret: true,
    validate: (again) =>
      again === draft.passphrase ? undefined : vscode.l10n.t('This is not the passphrase that you typed before.'),
  });
  return taken(given, () => draft);
}

export async function askKeys(draft: ShareDraft, place: StepPlace, talk: ShareTalk): Promise<ShareAnswered> {
  const { sealingProblem } = await talk.seal();
  const given = await askText(place, {
    title: `${talk.title}: ${vscode.l10n.t('Public Keys')}`,
    prompt: vscode.l10n.t('Their public keys, one or several: paste them.'),
    placeHolder: 'age1…',
    value: (draft.keys ?? []).join(', '),
    validate: (typed) => {
      const fault = sealingProblem({ recipients: keysIn(typed) });
      return fault && talk.app.translate(fault);
    },
  });
  return taken(given, (typed) => ({ ...draft, keys: keysIn(typed) }));
}
