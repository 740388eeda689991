import { RESPONSIBILITY_ORDER, STATUSES } from '../../assessment/status';
import { categoryOf } from '../../csf/controlId';
import { groupBy } from '../../groupBy';
import type { ProfileField } from '../../sharing/profile';
import type { RunControl, RunJson } from '../mergeSummaries';
import type { ExportedResponsibility, ExportedSummary, TableName } from './exportedSummary';

/**
 * An export that was read back, as a run to be added up: with the figures that its JSON has. What only the JSON holds (the
 * kinds of open items, the counts of what is behind a control) is not in it. Undefined for a copy that leaves out what would be
 * added up.
 *
 * @param file what the assessment is called where the export does not say
 */
export function runOfExport(exported: ExportedSummary, file: string): RunJson | undefined {
  const { manifest, controls, requirements, project } = exported;
  const { name, date, basis, filter, counts, profile } = manifest;
  const isWhole = ADDED_UP.every((field) => profile?.fields.includes(field) ?? true);
  if (!isWhole || counts.controls === null || counts.requirements === null) return undefined;
  const counted = basis === 'requirements' ? requirements : controls;
  const tell = (value: ExportedResponsibility): number => counted.filter((row) => row.responsibility === value).length;
  return {
    name: name === null || name.trim() === '' ? file : name,
    date,
    ...(filter && { filter: filter.message }),
    basis,
    totals: {
      controls: counts.controls,
      requirements: counts.requirements,
      byResponsibility: keyed(RESPONSIBILITY_ORDER, tell),
      byStatus: keyed(STATUSES, (status) => counts.byStatus[status] ?? 0),
    },
    controls: runControls(exported),
    project,
  };
}

const ADDED_UP: readonly ProfileField[] = ['totals', 'controls', 'requirements'];

function runControls(exported: ExportedSummary): readonly RunControl[] {
  const requirements = groupBy(exported.requirements, ({ control }) => control);
  const openItems = groupBy(exported.openItems, ({ control }) => control);
  const tables = ['evidence', 'notYetMapped', 'references'] as const satisfies readonly TableName[];
  const counts = Object.fromEntries(
    tables.map((name) => [name, countBy<{ readonly control: string }>(exported[name], ({ control }) => control)]),
  );
  return exported.controls.map(({ id, title, responsibility, status }) => ({
    id,
    title,
    category: categoryOf(id),
    responsibility: known(responsibility),
    status,
    ...Object.fromEntries(tables.map((name) => [name, counts[name]?.get(id) ?? 0])),
    openItems: (openItems.get(id) ?? []).map(({ maturity, requirements: on = [], message, why }) => ({
      ...(maturity && { maturity }),
      ...(on.length === 1 && { requirement: on[0] }),
      message,
      why,
    })),
    requirements: (requirements.get(id) ?? []).map((row) => ({
      id: row.id,
      ...(row.cvid !== undefined && { cvid: row.cvid }),
      domain: row.domain,
      responsibility: known(row.responsibility),
      ...(row.inheritability && { inheritability: row.inheritability }),
      status: row.status,
    })),
  }));
}

/** The JSON has no word for what is not known. */
function known(value: ExportedResponsibility): Exclude<ExportedResponsibility, 'unknown'> | null {
  return value === 'unknown' ? null : value;
}

function keyed<K extends string>(keys: readonly K[], count: (key: K) => number): Readonly<Record<K, number>> {
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  return new Map([...groupBy(items, keyOf)].map(([key, all]) => [key, all.length]));
}
