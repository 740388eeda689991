import { STATUSES, type Status, statusWord } from '../../assessment/status';
import { message, type Translate } from '../../message';
import type { SentenceCode } from '../../sentences';
import { EXPORT_LABEL } from '../report';
import type { Cell } from './cells';
import type { Manifest, ManifestMatrix } from './manifest';

/** A line of the manifest: what it is called, and what it says. */
export type ManifestRow = readonly [label: string, value: Cell];

/** The label of a matrix's hash, in every language. */
const HASH = 'SHA-256';

/** The manifest for a spreadsheet, with the notes that go with it. */
export function manifestRows(manifest: Manifest, translate: Translate): readonly ManifestRow[] {
  const { tool, name, date, basis, filter, assumptions, matrices, counts, unresolved } = manifest;
  const word = (code: SentenceCode): string => translate(message(code));
  return [
    // In no language but this: `isExport` knows the file by it.
    [EXPORT_LABEL, tool],
    [word('head-name'), name],
    [word('head-date'), { date }],
    ...(filter ? filterRows(filter, word) : []),
    [word('head-basis'), word(`report-basis-${basis}`)],
    [word('head-controls'), counts.controls],
    [word('head-requirements'), counts.requirements],
    ...STATUSES.filter((status) => counts.byStatus[status] > 0).map(
      (status) => [statusLabel(status, basis, translate), counts.byStatus[status]] as const,
    ),
    [word('head-unresolved'), unresolved],
    ...assumptions.map((assumption) => [word('head-note'), assumption] as const),
    [word('head-note'), word('report-adequacy')],
    ...matrices.flatMap((matrix) => matrixRows(matrix, word)),
    ...(matrices.length === 0 ? [[word('head-note'), word('report-no-matrix')] as const] : []),
  ];
}

function filterRows(filter: NonNullable<Manifest['filter']>, word: (code: SentenceCode) => string): ManifestRow[] {
  return [
    [word('head-filter'), filter.message],
    [word('head-filter-words'), filter.words],
    [word('head-all-controls'), filter.allControls],
    [word('head-all-requirements'), filter.allRequirements],
  ];
}

function matrixRows(
  { file, sha256, entries, version, preamble }: ManifestMatrix,
  word: (code: SentenceCode) => string,
): ManifestRow[] {
  return [
    [word('head-matrix'), file],
    [HASH, sha256 ?? word('report-sha256-missing')],
    [word('head-entries'), entries],
    ...(version === undefined ? [] : [[word('head-version'), version] as const]),
    ...(preamble === undefined ? [] : [[word('head-preamble'), preamble] as const]),
  ];
}

function statusLabel(status: Status, basis: Manifest['basis'], translate: Translate): string {
  return translate(message('head-status', statusWord(status, { basis })));
}

/** Reads the manifest back. Undefined where the rows are no export's. */
export function readManifestRows(rows: readonly (readonly string[])[], translate: Translate): Manifest | undefined {
  const word = (code: SentenceCode): string => translate(message(code));
  const [[first, tool = ''] = []] = rows;
  if (first !== EXPORT_LABEL) return undefined;
  const valueOf = (code: SentenceCode): string | undefined => rows.find(([label]) => label === word(code))?.[1];
  const numberOf = (code: SentenceCode): number => Number(valueOf(code) ?? 0);
  const basis = (['requirements', 'documents'] as const).find(
    (known) => valueOf('head-basis') === word(`report-basis-${known}`),
  );
  if (!basis) return undefined;
  const counts = { controls: numberOf('head-controls'), requirements: numberOf('head-requirements') };
  const filterMessage = valueOf('head-filter');
  const ownNotes = new Set([word('report-adequacy'), word('report-no-matrix')]);
  const countOf = (status: Status): number =>
    Number(rows.find(([label]) => label === statusLabel(status, basis, translate))?.[1] ?? 0);
  return {
    tool,
    name: valueOf('head-name') ?? '',
    date: valueOf('head-date') ?? '',
    basis,
    ...(filterMessage !== undefined && {
      filter: {
        words: valueOf('head-filter-words') ?? '',
        controls: counts.controls,
        allControls: numberOf('head-all-controls'),
        requirements: counts.requirements,
        allRequirements: numberOf('head-all-requirements'),
        message: filterMessage,
      },
    }),
    assumptions: rows
      .filter(([label, note = '']) => label === word('head-note') && !ownNotes.has(note))
      .map(([, note = '']) => note),
    matrices: readMatrices(rows, word),
    counts: {
      controls: counts.controls,
      requirements: counts.requirements,
      byStatus: byStatus(countOf),
    },
    unresolved: numberOf('head-unresolved'),
  };
}

function byStatus(countOf: (status: Status) => number): Readonly<Record<Status, number>> {
  return {
    'needs-evidence': countOf('needs-evidence'),
    unknown: countOf('unknown'),
    'coverage-needed': countOf('coverage-needed'),
    'awaiting-approval': countOf('awaiting-approval'),
    complete: countOf('complete'),
    inherited: countOf('inherited'),
    'not-applicable': countOf('not-applicable'),
  };
}

/** What follows the name of a matrix is that matrix's. */
function readMatrices(
  rows: readonly (readonly string[])[],
  word: (code: SentenceCode) => string,
): readonly ManifestMatrix[] {
  const starts = rows.flatMap(([label], index) => (label === word('head-matrix') ? [index] : []));
  return starts.map((start, index) => {
    const own = new Map(rows.slice(start, starts[index + 1]).map(([label = '', value = '']) => [label, value]));
    const sha256 = own.get(HASH);
    const [version, preamble] = [own.get(word('head-version')), own.get(word('head-preamble'))];
    return {
      file: own.get(word('head-matrix')) ?? '',
      sha256: sha256 === undefined || sha256 === word('report-sha256-missing') ? null : sha256,
      entries: Number(own.get(word('head-entries')) ?? 0),
      ...(version !== undefined && { version }),
      ...(preamble !== undefined && { preamble }),
    };
  });
}
