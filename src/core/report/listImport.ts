import type { Evidence } from '../assessment/evidence';
import type { ListComparison, Orphan } from '../assessment/importList';
import type { ListExport } from '../assessment/listExport';
import type { InheritanceRequest } from '../assessment/requests';
import type { ListColumn } from '../assessment/requirementList';
import { type Message, message, type Translate } from '../message';
import { type Problem, severityOf } from '../problems';
import type { SentenceCode } from '../sentences';
import { inline, table } from './markdownText';

/** What an import would do, to be read before anything is written. */
export interface ImportReport {
  readonly list: ListExport;
  /** How the requirement list is called. */
  readonly target: string;
  readonly comparison: ListComparison;
  /** Columns that the requirement list has no place for. */
  readonly left: readonly ListColumn[];
  /** How a file is called. */
  readonly labelOf: (file: string) => string;
  readonly translate: Translate;
}

/** Rows of one table that are shown. */
const ROWS_SHOWN = 500;

/** What an import would do, as a Markdown document. */
export function explainImport(report: ImportReport): string {
  const { list, translate } = report;
  const lines = [
    `# ${inline(translate(message('import-title', list.name)))}`,
    '',
    translate(message('import-not-yet')),
    '',
    ...facts(report),
    ...columns(report),
    ...changes(report),
    ...orphans(report),
    ...problems(report),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The counts of an import, in one line. */
export function importCounts({ added, returned, renumbered, removed, unchanged }: ListComparison): Message {
  return message('import-counts', added.length + returned.length, removed.length, renumbered.length, unchanged.length);
}

function facts({ list, target, comparison, left, translate }: ImportReport): readonly string[] {
  const { sheet, rows, requirements, repetitions } = list;
  const orphaned = comparison.orphanedEvidence.length + comparison.orphanedRequests.length;
  const lines = [
    importCounts(comparison),
    message('import-rows', rows, requirements.length, repetitions, rows - requirements.length - repetitions),
    ...(sheet === undefined ? [] : [message('import-sheet', sheet)]),
    message('import-target', target),
    message('import-kept'),
    ...(left.length > 0 ? [message('import-left', target, left)] : []),
    ...(orphaned > 0 ? [message('import-orphans', orphaned)] : []),
  ];
  return [...lines.map((line) => `- ${inline(translate(line))}`), ''];
}

function columns({ list, translate }: ImportReport): readonly string[] {
  const rows = list.columns.map(({ meaning, heading, ground }) => [
    heading,
    translate(message(`list-meaning-${meaning}`)),
    translate(message(`ground-${ground}`)),
  ]);
  const names = ['reading-column-heading', 'reading-column-meaning', 'column-reason'] as const;
  return [...section('import-columns', names, rows, translate), translate(message('import-not-stored')), ''];
}

function changes({ comparison, translate }: ImportReport): readonly string[] {
  const { added, returned, removed, renumbered, contested } = comparison;
  const names = ['column-requirement', 'words-cvid', 'column-line'] as const;
  const rowOf = (row: { readonly requirement: string; readonly cvid?: string; readonly line: number }) => [
    row.requirement,
    row.cvid ?? '',
    String(row.line),
  ];
  const applicabilities = contested.map(({ current, incoming }) => [
    current.requirement,
    current.applicability,
    incoming.applicability ?? '',
    String(current.line),
  ]);
  return [
    ...section('import-added', names, added.map(rowOf), translate),
    ...some(
      'import-returned',
      names,
      returned.map(({ current }) => rowOf(current)),
      translate,
    ),
    ...section('import-removed', names, removed.map(rowOf), translate),
    ...section(
      'import-renumbered',
      ['column-former', 'column-requirement', 'column-reason', 'column-line'],
      renumbered.map(({ current, incoming, joinedBy }) => [
        current.requirement,
        incoming.requirement,
        translate(message(`import-${joinedBy}`, incoming.cvid ?? '')),
        String(current.line),
      ]),
      translate,
    ),
    ...some(
      'import-contested',
      ['column-requirement', 'import-yours', 'import-exports', 'column-line'],
      applicabilities,
      translate,
    ),
  ];
}

function orphans({ comparison, labelOf, translate }: ImportReport): readonly string[] {
  const names = ['column-requirement', 'import-now', 'column-message', 'column-recorded'] as const;
  const rowOf = ({ row, now = '' }: Orphan<Evidence | InheritanceRequest>): readonly string[] => [
    row.requirement ?? row.control,
    now,
    'title' in row ? row.title : row.state,
    translate(message('place-file-line', labelOf(row.file), row.line)),
  ];
  return [
    ...some('import-orphaned-evidence', names, comparison.orphanedEvidence.map(rowOf), translate),
    ...some('import-orphaned-requests', names, comparison.orphanedRequests.map(rowOf), translate),
  ];
}

function problems({ list, translate }: ImportReport): readonly string[] {
  const rows = list.problems.map((found) => [lineOf(found), severityOf(found), translate(found)]);
  const names = ['column-line', 'reading-severity', 'column-message'] as const;
  return some('import-problems', names, rows, translate);
}

function lineOf({ at }: Problem): string {
  return at && 'line' in at ? String(at.line) : '';
}

/** A part with its count in the heading, left out where there is nothing in it. */
function some(
  title: SentenceCode,
  names: readonly SentenceCode[],
  rows: readonly (readonly string[])[],
  translate: Translate,
): readonly string[] {
  return rows.length > 0 ? section(title, names, rows, translate) : [];
}

function section(
  title: SentenceCode,
  names: readonly SentenceCode[],
  rows: readonly (readonly string[])[],
  translate: Translate,
): readonly string[] {
  const word = (code: SentenceCode): string => translate(message(code));
  const shown = rows.slice(0, ROWS_SHOWN).map((cells) => cells.map(inline));
  const more = rows.length - shown.length;
  return [
    `## ${inline(translate(message(title, rows.length)))}`,
    '',
    ...(rows.length > 0 ? table(names.map(word), shown) : [word('report-none')]),
    ...(more > 0 ? ['', translate(message('told-more', more))] : []),
    '',
  ];
}
