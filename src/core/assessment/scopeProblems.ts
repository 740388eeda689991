import { compareControls } from '../csf/controlId';
import { problem, type Problem } from '../problems';
import { naBesideScored } from './applicability';
import type { Records } from './records';
import type { Summary } from './summary';

/** Where the requirement list and the documents do not agree, and what in the list is in error (README, rules 1 and 7). */
export function findScopeProblems(controlById: Summary['controlById'], records: Records): readonly Problem[] {
  return [...listed(controlById), ...notListed(controlById, records)];
}

function listed(controlById: Summary['controlById']): readonly Problem[] {
  return [...controlById.values()].flatMap(({ id, units, references }): readonly Problem[] => {
    const rows = units.flatMap(({ listed: row, applicability }) =>
      row ? [{ listed: row, applies: applicability?.applies ?? true }] : [],
    );
    const [first] = rows;
    const isUnmentioned = first && references.length === 0;
    return [
      ...units.flatMap(({ applicability }) => applicability?.problems ?? []),
      ...naBesideScored(rows),
      ...(isUnmentioned
        ? [problem('listed-not-mentioned', first.listed.file, { line: first.listed.line }, id, rows.length)]
        : []),
    ];
  });
}

/** What documents name and the list does not hold: once in each document. */
function notListed(controlById: Summary['controlById'], records: Records): readonly Problem[] {
  return records.references.controls.toSorted(compareControls).flatMap((control) => {
    const units = controlById.get(control)?.units;
    const known = new Set(units?.flatMap(({ id, otherIds }) => [id, ...otherIds]));
    const said = new Set<string>();
    return records.references.of(control).items.flatMap(({ kind, ids, file, start, end }): readonly Problem[] => {
      const id = kind === 'requirement' ? (ids[0] ?? control) : control;
      const isListed = kind === 'requirement' ? known.has(id) : units !== undefined;
      if (isListed || said.has(`${file} ${id}`)) return [];
      said.add(`${file} ${id}`);
      return [problem('mentioned-not-listed', file, { start, end }, id)];
    });
  });
}
