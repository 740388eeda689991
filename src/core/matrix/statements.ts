import { cvidNumber } from '../csf/cvid';
import { groupBy } from '../groupBy';
import type { MatrixEntry } from './matrix';

/** The rows of one requirement statement, or of a control as a whole. */
export interface Statement {
  /**
   * The requirement id that stands for it: of the assessment's CSF version or else of the newest, where it has several.
   * `01.c CVID 2368.0` where the rows give no other; the control's id where they are for the whole of it.
   */
  readonly id: string;
  readonly control: string;
  readonly isControl: boolean;
  /** The requirement ids that it has in other CSF versions, joined by its CVID. */
  readonly otherIds: readonly string[];
  readonly entries: readonly MatrixEntry[];
}

/** Rows that are about the same thing. */
interface Group {
  readonly ids: readonly string[];
  readonly rows: readonly [MatrixEntry, ...MatrixEntry[]];
}

/** Finds out which rows are about the same thing: by requirement id, by CVID, or by control. */
export function findStatements(entries: readonly MatrixEntry[], csfVersion?: string): readonly Statement[] {
  const byId = groupBy(
    entries,
    ({ requirement, cvid, control }) => requirement ?? (cvid === undefined ? control : `${control} CVID ${cvid}`),
  );
  const groups = [...byId].map(([id, rows]) => ({ ids: [id], rows }));
  if (!entries.some(({ cvid }) => cvid !== undefined)) return groups.map((group) => statementOf(group, csfVersion));
  const byText = joinBy(groups, (cvid) => cvid);
  return joinBy(byText, (cvid) => cvidNumber(cvid) ?? cvid).map((group) => statementOf(group, csfVersion));
}

/** Joins groups of one control with the same CVID, except where two of its requirements stand in one CSF version. */
function joinBy(groups: readonly Group[], keyOf: (cvid: string) => string): readonly Group[] {
  const alike = groupBy(groups, ({ ids: [id = ''], rows }) => {
    const cvid = rows.find((row) => row.cvid !== undefined)?.cvid;
    return cvid === undefined ? id : `${rows[0].control} CVID ${keyOf(cvid)}`;
  });
  return [...alike.values()].flatMap((same): readonly Group[] => {
    const [first, ...others] = same;
    if (others.length === 0 || areSeveral(same.filter(isNamed))) return same;
    return [{ ids: same.flatMap(({ ids }) => ids), rows: [...first.rows, ...others.flatMap(({ rows }) => rows)] }];
  });
}

function isNamed({ rows }: Group): boolean {
  return rows.some(({ requirement }) => requirement !== undefined);
}

/** Whether a CSF version has more than one of them; rows that name no version could be of any. */
function areSeveral(groups: readonly Group[]): boolean {
  const seen = new Set<string>();
  return groups.some(({ rows }) => {
    const versions = new Set(rows.flatMap(({ csfVersion }) => versionsOf(csfVersion)));
    const isOfAny = rows.some(({ csfVersion }) => csfVersion === undefined);
    const isSecond = (isOfAny && groups.length > 1) || [...versions].some((version) => seen.has(version));
    for (const version of versions) seen.add(version);
    return isSecond;
  });
}

function statementOf({ ids, rows }: Group, csfVersion: string | undefined): Statement {
  const { control } = rows[0];
  const named = ids.filter((id) => rows.some(({ requirement }) => requirement === id));
  const newest = (id: string): string => {
    const versions = rows.filter(({ requirement }) => requirement === id).flatMap((row) => versionsOf(row.csfVersion));
    return versions.some((version) => versionsOf(csfVersion).includes(version))
      ? OWN
      : (versions.toSorted(compareVersions).at(-1) ?? '');
  };
  const [id = ids[0] ?? control, ...otherIds] =
    named.length > 1 ? named.toSorted((a, b) => compareVersions(newest(b), newest(a))) : named;
  return { id, control, isControl: id === control, otherIds, entries: rows };
}

/** Newer than every version: that of the assessment. */
const OWN = '9999';

/** The CSF versions that a cell names, as comparable as they can be: `v11.2`, `11.2.0` and `CSF 11.2` are one. */
export function versionsOf(cell = ''): readonly string[] {
  return (cell.match(/\d+(?:\.\d+)*/g) ?? []).map((version) => version.replace(/(?:\.0+)+$/, ''));
}

/** Numbers in versions count as numbers: 9.4 is older than 11.1. */
export function compareVersions(a: string, b: string): number {
  return naturalOrder.compare(a, b);
}

const naturalOrder = new Intl.Collator('en', { numeric: true });
