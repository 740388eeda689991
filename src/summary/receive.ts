import type { CommandName } from '../commandIds';
import { rowFactsOf } from '../core/assessment/rowFacts';
import type { Summary } from '../core/assessment/summary';
import type { Subject } from '../core/csf/subject';
import type { Files } from '../workspace/files';
import type { SummaryContent } from './content';
import type { SavedFilter } from './pageState';
import {
  type Action,
  LONGEST_FILTER_NAME,
  LONGEST_FILTER_WORDS,
  MOST_FILTERS,
  type Notice,
  type OpenMessage,
  parseToHost,
  type Run,
  type SelectionAction,
  type SelectionMessage,
  type ToHost,
} from './protocol';
import { findTarget, type Target } from './target';

/** What a person makes of a view, as JSON, and no more than that. */
const LONGEST_VIEW = 50_000;

/** A summary as a page was sent it. */
export interface SentSummary {
  readonly assessment: string;
  /** Of the assessment. */
  readonly folder: string;
  readonly revision: number;
  readonly summary: Summary;
  /** What its rows are about, by their ids. */
  readonly rows: ReadonlyMap<string, Subject>;
  /** The ids of all assessments that there were to choose from. */
  readonly assessments: readonly string[];
}

/** What a page was sent: its messages may speak of nothing else. */
export interface Sent {
  /** Whether the page has said that it is there. */
  readonly isReady: boolean;
  /** Those that a click can still mean, the newest last. */
  readonly summaries: readonly SentSummary[];
  /** What is shown in place of a summary. */
  readonly notice: Notice | undefined;
  /** As they are now: the page can be an update behind, and another page have changed them. */
  readonly savedFilters: readonly SavedFilter[];
}

/** What a message of a page asks for, or why nothing is done. */
export type Received =
  | { readonly task: 'start' }
  | { readonly task: 'retry' }
  | { readonly task: 'nothing' }
  | { readonly task: 'run'; readonly command: CommandName; readonly answers: object | undefined }
  | { readonly task: 'choose'; readonly assessment: string }
  | { readonly task: 'details'; readonly rows: readonly string[] }
  | { readonly task: 'open'; readonly target: Target }
  | { readonly task: 'saveFilter'; readonly assessment: string; readonly filter: SavedFilter }
  | { readonly task: 'deleteFilter'; readonly assessment: string; readonly name: string }
  | { readonly task: 'refused'; readonly why: string };

/** What the rows of a summary are about. */
export function subjectsOf({ rows }: Pick<SummaryContent, 'rows'>): ReadonlyMap<string, Subject> {
  return new Map(
    rows.map(({ id, control }) => [id, control === '' ? { control: id } : { control, requirement: id }] as const),
  );
}

/** Decides what becomes of a message, whatever was sent. Does nothing itself. */
export function receive(value: unknown, sent: Sent, files: Pick<Files, 'resolve'>): Received {
  const message = parseToHost(value);
  if (!message) return refused('it is none of the page’s');
  if (message.type === 'ready') return { task: 'start' };
  if (!sent.isReady) return refused(`${message.type} came before ready`);
  if (message.type === 'run') return receiveRun(message.run, sent);
  const current = sent.notice ? undefined : sent.summaries.at(-1);
  if (!current) return refused(`${message.type} came where no summary is shown`);
  return receiveOf(message, current, sent, files);
}

function receiveOf(
  message: Exclude<ToHost, { readonly type: 'ready' | 'run' }>,
  current: SentSummary,
  { summaries, savedFilters }: Sent,
  files: Pick<Files, 'resolve'>,
): Received {
  const { assessment } = current;
  switch (message.type) {
    case 'choose':
      return current.assessments.includes(message.assessment)
        ? { task: 'choose', assessment: message.assessment }
        : refused('it chooses an assessment that was not sent');
    case 'details':
      // The page asks again at each summary, so that nothing is answered twice.
      if (message.revision < current.revision) return { task: 'nothing' };
      if (message.revision > current.revision) return refused('it asks for details of no summary that was sent');
      return { task: 'details', rows: [...new Set(message.rows)].filter((row) => current.rows.has(row)) };
    case 'open':
      return receiveOpen(message, summaries, files);
    case 'act': {
      const subject = subjectOf(message.row, summaries);
      if (!subject) return refused(`${message.action} is about a row that was not sent`);
      const command: Action & CommandName = message.action;
      return { task: 'run', command, answers: { assessment, ...subject } };
    }
    case 'selection':
      return receiveSelection(message, current, summaries);
    case 'saveFilter':
      return receiveFilter({ name: message.name.trim(), view: message.view }, assessment, savedFilters);
    case 'deleteFilter': {
      const { name } = message;
      return savedFilters.some((saved) => saved.name === name)
        ? { task: 'deleteFilter', assessment, name }
        : refused('it deletes a filter that is not there');
    }
  }
}

function receiveFilter(filter: SavedFilter, assessment: string, savedFilters: readonly SavedFilter[]): Received {
  const { name, view } = filter;
  if (name === '' || name.length > LONGEST_FILTER_NAME) return refused('a filter has no name, or a long one');
  if (JSON.stringify(view).length > LONGEST_VIEW) return refused('a filter is too large');
  const isNew = savedFilters.every((saved) => saved.name !== name);
  if (isNew && savedFilters.length >= MOST_FILTERS) return refused('there are too many filters');
  return { task: 'saveFilter', assessment, filter };
}

const RUN_COMMANDS = {
  export: 'exportSummary',
  share: 'shareSummary',
  exportBars: 'exportBars',
  loadMatrix: 'loadMatrix',
  createProject: 'createProject',
  openSample: 'openSample',
} as const satisfies Readonly<Record<Exclude<Run, 'retry'>, CommandName>>;

/** What can be run beside a summary. */
const BESIDE_SUMMARY: ReadonlySet<Run> = new Set<Run>(['export', 'share', 'exportBars', 'loadMatrix']);

function receiveRun(run: Run, { notice, summaries }: Sent): Received {
  const current = notice ? undefined : summaries.at(-1);
  const isOffered = current ? BESIDE_SUMMARY.has(run) : notice?.actions.some((action) => action.run === run);
  if (!isOffered) return refused(`${run} was not offered`);
  if (run === 'retry') return { task: 'retry' };
  const answers = current && run !== 'loadMatrix' ? { assessment: current.assessment } : undefined;
  return { task: 'run', command: RUN_COMMANDS[run], answers };
}

/** A click can cross an update: it means what stood in the summary that was clicked on. */
function receiveOpen(
  { kind, row, index, revision }: OpenMessage,
  summaries: readonly SentSummary[],
  files: Pick<Files, 'resolve'>,
): Received {
  const meant = summaries.find((summary) => summary.revision === revision);
  if (!meant) return refused('it opens something of no summary that was sent');
  const facts = meant.rows.has(row) ? rowFactsOf(row, meant.summary) : undefined;
  const target = facts && findTarget(facts, kind, index, meant.folder, files);
  return target ? { task: 'open', target } : refused(`it opens a ${kind} that was not sent`);
}

const SELECTION_COMMANDS = {
  prepareRequests: 'prepareRequests',
  linkEvidence: 'linkEvidence',
  copyMarkdown: 'copySelection',
  copyCsv: 'copySelection',
  export: 'exportSummary',
  share: 'shareSummary',
} as const satisfies Readonly<Record<SelectionAction, CommandName>>;

function receiveSelection(
  { action, rows, filter }: SelectionMessage,
  { assessment }: SentSummary,
  summaries: readonly SentSummary[],
): Received {
  if (rows.length === 0 || new Set(rows).size < rows.length) return refused('a selection has no rows, or one twice');
  if (filter.length > LONGEST_FILTER_WORDS) return refused('the words of a filter are too long');
  const subjects = rows.map((row) => subjectOf(row, summaries));
  if (!subjects.every((subject) => subject !== undefined)) return refused('a selection has a row that was not sent');
  const command = SELECTION_COMMANDS[action];
  const answers = {
    prepareRequests: { subjects },
    linkEvidence: { subjects },
    copyMarkdown: { rows, format: 'markdown' },
    copyCsv: { rows, format: 'csv' },
    export: { rows, filter },
    share: { rows, filter },
  }[action];
  return { task: 'run', command, answers: { assessment, ...answers } };
}

/** A row can be gone from the newest summary when a click on it arrives: the command says so. */
function subjectOf(row: string, summaries: readonly SentSummary[]): Subject | undefined {
  return summaries.findLast(({ rows }) => rows.has(row))?.rows.get(row);
}

function refused(why: string): Received {
  return { task: 'refused', why };
}
