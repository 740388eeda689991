import type { App } from '../app';
import type { OfferedExporter } from '../core/report/exporters';
import type { Profile } from '../core/sharing/profile';
import type { SharingRow } from '../core/sharing/sharingRegister';
import type { Assessment } from '../workspace/assessment';
import type { Answered } from './runSteps';
import type { ShareDraft, ShareRules, ShareStep } from './shareDraft';
import type { KnownRecipient } from '../core/sharing/sharePolicy';
import type { Parts } from '../workspace/parts';
import type { Given } from './stepInputs';

/** What the questions of a share are asked with. */
export interface ShareTalk {
  readonly app: App;
  readonly assessment: Assessment;
  readonly title: string;
  readonly rules: ShareRules;
  readonly profiles: readonly Profile[];
  readonly formats: readonly OfferedExporter[];
  /** Whoever was given something before, who was given something last first. */
  readonly recipients: readonly KnownRecipient[];
  /** The rows of the register. */
  readonly rows: readonly SharingRow[];
  readonly seal: () => Promise<Parts['seal']>;
  /** @throws where nothing can be given to anyone outside: asking further would be in vain */
  readonly assertShareable: () => void;
}

export type ShareAnswered = Answered<ShareDraft, ShareStep>;

/** The draft with what was answered. */
export function taken<T>(given: Given<T>, take: (value: T) => ShareDraft): ShareAnswered {
  return given === undefined || given === 'back' ? given : { draft: take(given.value) };
}

/** The row of the last copy that somebody was given. */
export function lastShareOf({ recipient }: KnownRecipient, rows: readonly SharingRow[]): SharingRow | undefined {
  const name = recipient.toLowerCase();
  return rows.findLast(({ event, cells }) => event === 'shared' && cells.recipient.toLowerCase() === name);
}
