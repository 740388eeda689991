/**
 * What the summary's page and its host say to each other: two unions, in one file that imports neither side. A summary
 * is always sent whole, never as a change. What comes in is checked before it is used, on both sides.
 */
import { type Check, isIndex, isListOf, isOneOf, isShape, isText } from './check';
import { isSummaryContent, type SummaryContent } from './content';
import { isRowDetails, type RowDetails } from './details';
import { isSavedFilter, isView, type SavedFilter, type View } from './pageState';

/** From the host to the page. */
export type ToPage = SummaryMessage | DetailsMessage | RevealMessage | NoticeMessage;

interface SummaryMessage {
  readonly type: 'summary';
  /** The assessment's id, for the page to keep: after a reload of the window it tells what the page was about. */
  readonly assessment: string;
  /** All that there are, to choose from. */
  readonly assessments: readonly Choice[];
  readonly summary: SummaryContent;
  readonly savedFilters: readonly SavedFilter[];
  /** Goes back with what refers to the summary, so that nothing older is meant. */
  readonly revision: number;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What unfolds below the rows that were asked for, as far as they are in scope. */
interface DetailsMessage {
  readonly type: 'details';
  readonly revision: number;
  readonly rows: readonly RowDetails[];
}

/** Brings a control or requirement into view. */
interface RevealMessage {
  readonly type: 'reveal';
  readonly row: string;
}

/** In place of a summary, where there is none: why, and what helps. */
export interface NoticeMessage {
  readonly type: 'notice';
  readonly notice: Notice;
}

export interface Notice {
  readonly state: (typeof NOTICE_STATES)[number];
  readonly title: string;
  readonly text: string;
  /** What helps, the first thing first. */
  readonly actions: readonly { readonly run: Run; readonly label: string }[];
}

const NOTICE_STATES = ['loading', 'empty', 'failed'] as const;

/** From the page to the host. */
export type ToHost =
  | { readonly type: 'ready' }
  | RunMessage
  | ChooseMessage
  | DetailsRequest
  | OpenMessage
  | ActMessage
  | SelectionMessage
  | SaveFilterMessage
  | DeleteFilterMessage;

/** What can be run that is about no row. */
export const RUNS = ['export', 'share', 'exportBars', 'loadMatrix', 'createProject', 'openSample', 'retry'] as const;
export type Run = (typeof RUNS)[number];

interface RunMessage {
  readonly type: 'run';
  readonly run: Run;
}

/** Shows another assessment. */
interface ChooseMessage {
  readonly type: 'choose';
  readonly assessment: string;
}

/** Asks for what unfolds below rows: below all that are open at each new summary, and below one when it is opened. */
export interface DetailsRequest {
  readonly type: 'details';
  readonly rows: readonly string[];
  readonly revision: number;
}

/** Opens something of a row of the summary with that revision. The page names no file: the host looks up what it has sent. */
export interface OpenMessage {
  readonly type: 'open';
  readonly kind: TargetKind;
  readonly row: string;
  /** Which of the row's things of that kind. */
  readonly index: number;
  readonly revision: number;
}

/**
 * A reference in a document, a row of the matrix, a row that names evidence, or the evidence itself; the same of evidence
 * that is for the whole control; a row of the requests.
 */
export const TARGET_KINDS = [
  'reference',
  'matrixRow',
  'evidenceRow',
  'evidence',
  'notYetMappedRow',
  'notYetMapped',
  'request',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Runs a command for a row. */
export interface ActMessage {
  readonly type: 'act';
  readonly action: Action;
  readonly row: string;
}

export const ACTIONS = ['addEvidence', 'prepareRequests', 'explainStatus', 'goToReferences', 'copyId'] as const;
export type Action = (typeof ACTIONS)[number];

/** The words of a filter are no longer than that, in characters. */
export const LONGEST_FILTER_WORDS = 10_000;

/** Does something with several rows: those that are selected, or all that the filter leaves. */
export interface SelectionMessage {
  readonly type: 'selection';
  readonly action: SelectionAction;
  readonly rows: readonly string[];
  /** What they were filtered by, in words, for what is exported to say; empty for a selection. */
  readonly filter: string;
}

export const SELECTION_ACTIONS = [
  'prepareRequests',
  'linkEvidence',
  'copyMarkdown',
  'copyCsv',
  'export',
  'share',
] as const;
export type SelectionAction = (typeof SELECTION_ACTIONS)[number];

/** So many filters can be saved, and what they are called is no longer than that, in characters. The host refuses more. */
export const MOST_FILTERS = 50;
export const LONGEST_FILTER_NAME = 100;

/** Keeps a view under a name, in place of the one that had it. */
interface SaveFilterMessage {
  readonly type: 'saveFilter';
  readonly name: string;
  readonly view: View;
}

interface DeleteFilterMessage {
  readonly type: 'deleteFilter';
  readonly name: string;
}

const toPage: readonly Check<ToPage>[] = [
  isShape<SummaryMessage>({
    type: isOneOf('summary'),
    assessment: isText,
    assessments: isListOf(isShape<Choice>({ id: isText, name: isText })),
    summary: isSummaryContent,
    savedFilters: isListOf(isSavedFilter),
    revision: isIndex,
  }),
  isShape<DetailsMessage>({ type: isOneOf('details'), revision: isIndex, rows: isListOf(isRowDetails) }),
  isShape<RevealMessage>({ type: isOneOf('reveal'), row: isText }),
  isShape<NoticeMessage>({
    type: isOneOf('notice'),
    notice: isShape<Notice>({
      state: isOneOf(...NOTICE_STATES),
      title: isText,
      text: isText,
      actions: isListOf(isShape<Notice['actions'][number]>({ run: isOneOf(...RUNS), label: isText })),
    }),
  }),
];

const toHost: readonly Check<ToHost>[] = [
  isShape<Extract<ToHost, { type: 'ready' }>>({ type: isOneOf('ready') }),
  isShape<RunMessage>({ type: isOneOf('run'), run: isOneOf(...RUNS) }),
  isShape<ChooseMessage>({ type: isOneOf('choose'), assessment: isText }),
  isShape<DetailsRequest>({ type: isOneOf('details'), rows: isListOf(isText), revision: isIndex }),
  isShape<OpenMessage>({
    type: isOneOf('open'),
    kind: isOneOf(...TARGET_KINDS),
    row: isText,
    index: isIndex,
    revision: isIndex,
  }),
  isShape<ActMessage>({ type: isOneOf('act'), action: isOneOf(...ACTIONS), row: isText }),
  isShape<SelectionMessage>({
    type: isOneOf('selection'),
    action: isOneOf(...SELECTION_ACTIONS),
    rows: isListOf(isText),
    filter: isText,
  }),
  isShape<SaveFilterMessage>({ type: isOneOf('saveFilter'), name: isText, view: isView }),
  isShape<DeleteFilterMessage>({ type: isOneOf('deleteFilter'), name: isText }),
];

/** The message, if it is one of the host's. */
export function parseToPage(value: unknown): ToPage | undefined {
  return toPage.some((check) => check(value)) ? (value as ToPage) : undefined;
}

/** The message, if it is one that the page may send; anything else a page was made to send is dropped. */
export function parseToHost(value: unknown): ToHost | undefined {
  return toHost.some((check) => check(value)) ? (value as ToHost) : undefined;
}
