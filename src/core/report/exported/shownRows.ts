import type { Report } from '../report';
import type { RowOf, TableName } from './exportedSummary';
import type { Manifest } from './manifest';
import { type Field, type Table, TABLE_NAMES, TABLES } from './tables';

// What a copy shows of the tables of an exported summary.

/** What a copy has of a table's rows; nothing where it has no such table. */
export function shownFields(name: TableName, { profile }: Pick<Report, 'profile'>): readonly Field[] {
  const { needs: ofTable, fields }: Table = TABLES[name];
  if (!profile) return fields;
  if (!profile.fields.has(ofTable)) return [];
  return fields.filter(({ needs }) => needs === undefined || profile.fields.has(needs));
}

/** What a copy shows, as its manifest says. */
export function ofManifest({ profile }: Pick<Manifest, 'profile'>): Pick<Report, 'profile'> {
  return profile ? { profile: { ...profile, fields: new Set(profile.fields) } } : {};
}

/** Makes the function that leaves out of a table's rows what a copy does not show: all of them, or some of their fields. */
export function createShown(
  report: Pick<Report, 'profile'>,
): <N extends TableName>(name: N, rows: readonly RowOf<N>[]) => readonly RowOf<N>[] {
  if (!report.profile) return (_, rows) => rows;
  const hidden = new Map(TABLE_NAMES.map((name) => [name, hiddenFields(name, report)]));
  return (name, rows) => {
    const names = hidden.get(name);
    if (names === 'all') return [];
    return names?.size ? rows.map((row) => without(row, names)) : rows;
  };
}

/** The names of a table's fields that a copy does not show. */
export function hiddenFields(name: TableName, report: Pick<Report, 'profile'>): ReadonlySet<string> | 'all' {
  const shown = new Set(shownFields(name, report).map((field) => field.name));
  if (shown.size === 0) return 'all';
  const { fields }: Table = TABLES[name];
  return new Set(fields.map((field) => field.name).filter((field) => !shown.has(field)));
}

/** What is left out need not be there by the rows' types. */
function without<Row extends object>(row: Row, names: ReadonlySet<string>): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.has(name))) as Row;
}
