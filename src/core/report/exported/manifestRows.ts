import { STATUSES, type Status, statusWord } from '../../assessment/status';
import { message, type Translate } from '../../message';
import type { SentenceCode } from '../../sentences';
import type { ProfileField } from '../../sharing/profile';
import { EXPORT_LABEL } from '../exportMark';
import type { CopyMark } from '../report';
import type { Cell } from './cells';
import {
  eachStatus,
  type Figure,
  type Manifest,
  type ManifestFilter,
  type ManifestMatrix,
  type ManifestProfile,
  profileOf,
} from './manifest';

/** A line of the manifest: what it is called, and what it says. */
export type ManifestRow = readonly [label: string, value: Cell];

/** The label of a matrix's hash, in every language. */
const HASH = 'SHA-256';

/** The manifest for a spreadsheet, with the notes that go with it. */
export function manifestRows(manifest: Manifest, translate: Translate): readonly ManifestRow[] {
  const { tool, copy, profile, name, date, basis, filter, assumptions, matrices, counts, unresolved } = manifest;
  const tellsMatrices = !profile || profile.fields.includes('matrices');
  const word = (code: SentenceCode): string => translate(message(code));
  return [
    // In no language but this: `isExport` knows the file by it.
    [EXPORT_LABEL, tool],
    ...(copy ? copyRows(copy, word) : []),
    ...(profile ? profileRows(profile, word) : []),
    ...figure(word('head-name'), name),
    [word('head-date'), { date }],
    ...(filter ? filterRows(filter, word) : []),
    [word('head-basis'), word(`report-basis-${basis}`)],
    ...figure(word('head-controls'), counts.controls),
    ...figure(word('head-requirements'), counts.requirements),
    ...STATUSES.filter((status) => counts.byStatus[status] !== 0).flatMap((status) =>
      figure(statusLabel(status, basis, translate), counts.byStatus[status]),
    ),
    ...figure(word('head-unresolved'), unresolved),
    ...assumptions.map((assumption) => [word('head-note'), assumption] as const),
    [word('head-note'), word('report-adequacy')],
    ...matrices.flatMap((matrix) => matrixRows(matrix, word)),
    ...(matrices.length === 0 && tellsMatrices ? [[word('head-note'), word('report-no-matrix')] as const] : []),
  ];
}

/** Nothing where a copy does not show it. */
function figure(label: string, value: string | Figure): readonly ManifestRow[] {
  return value === null ? [] : [[label, value]];
}

function copyRows(
  { number, recipient, organization, purpose, date, expires, limitations }: CopyMark,
  word: (code: SentenceCode) => string,
): readonly ManifestRow[] {
  return [
    [word('head-copy'), number],
    [word('head-recipient'), recipient],
    ...(organization === undefined ? [] : [[word('head-organization'), organization] as const]),
    [word('head-purpose'), purpose],
    [word('head-shared'), { date }],
    ...(expires === undefined ? [] : [[word('head-expires'), { date: expires }] as const]),
    ...(limitations === undefined ? [] : [[word('head-limitations'), limitations] as const]),
  ];
}

function profileRows(
  { id, title, fields }: ManifestProfile,
  word: (code: SentenceCode) => string,
): readonly ManifestRow[] {
  return [
    [word('head-profile'), title],
    [word('head-profile-id'), id],
    [word('head-fields'), fields.join(FIELDS_SEPARATOR)],
  ];
}

const FIELDS_SEPARATOR = ', ';

function filterRows(filter: ManifestFilter, word: (code: SentenceCode) => string): ManifestRow[] {
  return [
    [word('head-filter'), filter.message],
    [word('head-filter-words'), filter.words],
    ...figure(word('head-all-controls'), filter.allControls),
    ...figure(word('head-all-requirements'), filter.allRequirements),
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
  const profile = readProfile(valueOf);
  const has = (field: ProfileField): boolean => !profile || profile.fields.includes(field);
  const totalOf = (text: string | undefined): Figure => (has('totals') ? Number(text ?? 0) : null);
  const basis = (['requirements', 'documents'] as const).find(
    (known) => valueOf('head-basis') === word(`report-basis-${known}`),
  );
  if (!basis) return undefined;
  const counts = { controls: totalOf(valueOf('head-controls')), requirements: totalOf(valueOf('head-requirements')) };
  const filterMessage = valueOf('head-filter');
  const ownNotes = new Set([word('report-adequacy'), word('report-no-matrix')]);
  const countOf = (status: Status): Figure =>
    totalOf(rows.find(([label]) => label === statusLabel(status, basis, translate))?.[1]);
  return {
    tool,
    ...readCopy(valueOf),
    ...(profile && { profile }),
    name: has('name') ? (valueOf('head-name') ?? '') : null,
    date: valueOf('head-date') ?? '',
    basis,
    ...(filterMessage !== undefined && {
      filter: {
        words: valueOf('head-filter-words') ?? '',
        controls: counts.controls,
        allControls: totalOf(valueOf('head-all-controls')),
        requirements: counts.requirements,
        allRequirements: totalOf(valueOf('head-all-requirements')),
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
      byStatus: eachStatus(countOf),
    },
    unresolved: has('unresolved') ? Number(valueOf('head-unresolved') ?? 0) : null,
  };
}

function readProfile(valueOf: (code: SentenceCode) => string | undefined): ManifestProfile | undefined {
  const id = valueOf('head-profile-id');
  if (id === undefined) return undefined;
  const fields = new Set((valueOf('head-fields') ?? '').split(FIELDS_SEPARATOR));
  return profileOf(fields, { id, title: valueOf('head-profile') ?? '' });
}

function readCopy(valueOf: (code: SentenceCode) => string | undefined): Pick<Manifest, 'copy'> {
  const number = valueOf('head-copy');
  if (number === undefined) return {};
  const [organization, expires, limitations] = [
    valueOf('head-organization'),
    valueOf('head-expires'),
    valueOf('head-limitations'),
  ];
  return {
    copy: {
      number,
      recipient: valueOf('head-recipient') ?? '',
      ...(organization !== undefined && { organization }),
      purpose: valueOf('head-purpose') ?? '',
      date: valueOf('head-shared') ?? '',
      ...(expires !== undefined && { expires }),
      ...(limitations !== undefined && { limitations }),
    },
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
