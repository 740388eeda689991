import type { Catalog } from '../csf/catalog';
import { isSameCvid } from '../csf/cvid';
import { type JoinedBy, joinStatements } from '../csf/joinStatements';
import { appendRows, type CellEdit, type RegisterFile, setCells } from '../csvEdit';
import { groupBy } from '../groupBy';
import type { Problem } from '../problems';
import type { Evidence } from './evidence';
import type { ExportedRequirement } from './listExport';
import type { InheritanceRequest } from './requests';
import {
  type Applicability,
  LIST_COLUMNS,
  type ListColumn,
  type ListedRequirement,
  readListRows,
} from './requirementList';

/** A statement that the list and the export both have. */
export interface ListPair {
  readonly current: ListedRequirement;
  readonly incoming: ExportedRequirement;
}

/** One whose id is another now. */
export interface RenumberedPair extends ListPair {
  readonly joinedBy: Exclude<JoinedBy, 'id'>;
}

/** A row of a register whose requirement the export does not list under that id. */
export interface Orphan<T> {
  readonly row: T;
  /** The id that its requirement has now. */
  readonly now?: string;
}

/**
 * What an export changes in a requirement list. Each requirement of the export is in one of `added`, `returned`,
 * `renumbered`, `unchanged`, and each of the list in one of the last three, `removed` and `absent`.
 */
export interface ListComparison {
  readonly added: readonly ExportedRequirement[];
  /** Marked as removed by an earlier import, and listed again. */
  readonly returned: readonly ListPair[];
  readonly renumbered: readonly RenumberedPair[];
  readonly unchanged: readonly ListPair[];
  readonly removed: readonly ListedRequirement[];
  /** Marked as removed before, and still not listed. */
  readonly absent: readonly ListedRequirement[];
  /** Pairs of which the list and the export say differently whether they apply. What the list says stays. */
  readonly contested: readonly ListPair[];
  readonly orphanedEvidence: readonly Orphan<Evidence>[];
  readonly orphanedRequests: readonly Orphan<InheritanceRequest>[];
}

/**
 * Compares a requirement list with an export, by ids and then by CVIDs, and tells what of the registers is left without a
 * requirement.
 */
export function compareLists(
  current: readonly ListedRequirement[],
  incoming: readonly ExportedRequirement[],
  evidence: readonly Evidence[],
  requests: readonly InheritanceRequest[],
): ListComparison {
  const keysOf = ({ requirement, cvid }: { readonly requirement: string; readonly cvid?: string }) => ({
    id: requirement,
    cvid,
  });
  const { pairs, gone, come } = joinStatements(current, incoming, keysOf, keysOf);
  const joined = pairs.map(({ old, now, joinedBy }) => ({ current: old, incoming: now, joinedBy }));
  const sameId = joined.filter(({ joinedBy }) => joinedBy === 'id');
  const renumbered = joined.flatMap(({ joinedBy, ...pair }) => (joinedBy === 'id' ? [] : [{ joinedBy, ...pair }]));
  const orphansOf = createOrphansOf(incoming, renumbered);
  return {
    added: come,
    returned: sameId.filter(wasRemoved),
    renumbered,
    unchanged: sameId.filter((pair) => !wasRemoved(pair)),
    removed: gone.filter(({ applicability }) => applicability !== 'removed'),
    absent: gone.filter(({ applicability }) => applicability === 'removed'),
    contested: joined.filter(isContested),
    orphanedEvidence: orphansOf(evidence),
    orphanedRequests: orphansOf(requests),
  };
}

function wasRemoved({ current }: ListPair): boolean {
  return current.applicability === 'removed';
}

function isContested({ current, incoming }: ListPair): boolean {
  const { applicability } = current;
  return applicability !== 'removed' && applicability !== (incoming.applicability ?? applicability);
}

/** A row for a whole control has lost its requirements only where the export lists none of that control. */
function createOrphansOf(
  incoming: readonly ExportedRequirement[],
  renumbered: readonly RenumberedPair[],
): <T extends { readonly control: string; readonly requirement?: string }>(rows: readonly T[]) => readonly Orphan<T>[] {
  const listed = new Set(incoming.flatMap(({ requirement, control }) => [requirement, control]));
  const nowOf = new Map(renumbered.map((pair) => [pair.current.requirement, pair.incoming.requirement]));
  return (rows) =>
    rows.flatMap((row) => {
      const id = row.requirement ?? row.control;
      const now = nowOf.get(id);
      return listed.has(id) ? [] : [{ row, ...(now !== undefined && { now }) }];
    });
}

/** A requirement list as an import leaves it. */
export type MergedList =
  | {
      readonly bytes: Uint8Array;
      /** Columns of the export that the file has no place for: they were not written. */
      readonly left: readonly ListColumn[];
    }
  | { readonly failure: Problem };

/**
 * Writes an import into the requirement list. What the export knows (id, CVID, control, domain, CSF version, core) follows
 * it; every other cell stays as a person wrote it, and so do unknown columns and the order. Statements that are gone are
 * marked, not deleted; new ones stand at the end. The same export once more changes no byte.
 *
 * @param register the list as it was when it was compared
 */
export function mergeList(register: RegisterFile, comparison: ListComparison, catalog: Catalog): MergedList {
  const { bytes, file, name } = register;
  const { rows } = bytes === undefined ? { rows: [] } : readListRows(bytes, file, name, catalog);
  // A requirement can stand on several lines, of which one counts.
  const linesOf = groupBy(rows, ({ requirement }) => requirement);
  const edits = [
    ...[...comparison.unchanged, ...comparison.returned, ...comparison.renumbered].flatMap((pair) =>
      (linesOf.get(pair.current.requirement) ?? []).flatMap((row) => editsOf(row, pair)),
    ),
    ...comparison.removed.flatMap(({ requirement }) =>
      (linesOf.get(requirement) ?? [])
        .filter(({ applicability }) => applicability !== 'removed')
        .map(({ line }) => ({ line, column: 'applicability' as const, value: 'removed' })),
    ),
  ];
  const added = comparison.added.map(cellsOf);
  const writesApplicability =
    edits.some(({ column }) => column === 'applicability') ||
    comparison.added.some(({ applicability = 'in-scope' }) => applicability !== 'in-scope');
  const required: readonly ListColumn[] = writesApplicability ? ['requirement', 'applicability'] : ['requirement'];

  const hasRows = bytes !== undefined && rows.length > 0;
  const edited = hasRows ? setCells({ bytes, file, name }, LIST_COLUMNS, edits) : { bytes, left: [] };
  if ('failure' in edited) return edited;
  const appended = appendRows({ bytes: edited.bytes, file, name }, LIST_COLUMNS, added, required);
  if ('failure' in appended) return appended;
  const left = [...edited.left, ...appended.left].map(({ column }) => column);
  return { bytes: appended.bytes, left: COLUMNS.filter((column) => left.includes(column)) };
}

const COLUMNS = Object.keys(LIST_COLUMNS) as readonly ListColumn[];

/** What the export says otherwise than a row. */
function editsOf(row: ListedRequirement, { current, incoming }: ListPair): readonly CellEdit<ListColumn>[] {
  const cells = cellsOf(incoming);
  const isOther: Partial<Readonly<Record<ListColumn, boolean>>> = {
    requirement: row.requirement !== incoming.requirement,
    // A spreadsheet’s `873` does not take the place of `0873.0`.
    cvid: incoming.cvid !== undefined && !isSameCvid(row.cvid ?? '', incoming.cvid),
    control: row.control !== incoming.control,
    domain: row.domain !== incoming.domain,
    csf_version: incoming.csfVersion !== undefined && row.csfVersion !== incoming.csfVersion,
    core: incoming.core !== undefined && row.core !== incoming.core,
    applicability: row.line === current.line && current.applicability === 'removed',
  };
  return COLUMNS.flatMap((column) => (isOther[column] ? [{ line: row.line, column, value: cells[column] ?? '' }] : []));
}

function cellsOf(requirement: ExportedRequirement): Readonly<Partial<Record<ListColumn, string>>> {
  const { control, cvid = '', domain, csfVersion = '', core } = requirement;
  const applicability: Applicability = requirement.applicability ?? 'in-scope';
  return {
    requirement: requirement.requirement,
    cvid,
    control,
    domain,
    csf_version: csfVersion,
    core: core === undefined ? '' : core ? 'yes' : 'no',
    applicability,
  };
}
