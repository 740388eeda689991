/**
 * What the summary's page and its host say to each other: two unions, in one file that imports neither side. A summary
 * is always sent whole, never as a change. What comes in is checked before it is used, on both sides.
 */
import { type Check, isIndex, isOneOf, isShape, isText } from './check';
import { type Action, ACTIONS, isSummaryContent, type SummaryContent } from './content';

/** From the host to the page. */
export type ToPage = SummaryMessage | RevealMessage;

interface SummaryMessage {
  readonly type: 'summary';
  /** The assessment's id, for the page to keep: after a reload of the window it tells what the page was about. */
  readonly assessment: string;
  readonly summary: SummaryContent;
  /** Goes back with what refers to the summary, so that nothing older is meant. */
  readonly revision: number;
}

/** Brings a control into view. */
interface RevealMessage {
  readonly type: 'reveal';
  readonly control: string;
}

/** From the page to the host. */
export type ToHost = { readonly type: 'ready' | 'export' | 'loadMatrix' } | OpenMessage | ActMessage;

/**
 * Opens something of the summary with that revision. The page names no file: the host looks up what it has sent.
 */
export interface OpenMessage {
  readonly type: 'open';
  readonly kind: TargetKind;
  readonly control: string;
  /** Which of the control's things of that kind. */
  readonly index: number;
  readonly revision: number;
}

/**
 * A reference in a document, a row of the matrix, a row that names evidence, or the evidence itself; the same of evidence
 * that is for the whole control.
 */
export type TargetKind = (typeof TARGET_KINDS)[number];

const TARGET_KINDS = ['reference', 'matrixRow', 'evidenceRow', 'evidence', 'notYetMappedRow', 'notYetMapped'] as const;

/** Runs a command for a control, or for one of its requirements. */
export interface ActMessage {
  readonly type: 'act';
  readonly action: Action['action'];
  readonly control: string;
  /** Empty where the control is meant. */
  readonly requirement: string;
}

const toPage: readonly Check<ToPage>[] = [
  isShape<SummaryMessage>({
    type: isOneOf('summary'),
    assessment: isText,
    summary: isSummaryContent,
    revision: isIndex,
  }),
  isShape<RevealMessage>({ type: isOneOf('reveal'), control: isText }),
];

const toHost: readonly Check<ToHost>[] = [
  isShape<Exclude<ToHost, OpenMessage | ActMessage>>({ type: isOneOf('ready', 'export', 'loadMatrix') }),
  isShape<OpenMessage>({
    type: isOneOf('open'),
    kind: isOneOf(...TARGET_KINDS),
    control: isText,
    index: isIndex,
    revision: isIndex,
  }),
  isShape<ActMessage>({ type: isOneOf('act'), action: isOneOf(...ACTIONS), control: isText, requirement: isText }),
];

/** The message, if it is one of the host's. */
export function parseToPage(value: unknown): ToPage | undefined {
  return toPage.some((check) => check(value)) ? (value as ToPage) : undefined;
}

/** The message, if it is one that the page may send; anything else a page was made to send is dropped. */
export function parseToHost(value: unknown): ToHost | undefined {
  return toHost.some((check) => check(value)) ? (value as ToHost) : undefined;
}
