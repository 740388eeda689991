import { compareControls } from '../csf/controlId';
import { problem, type Problem } from '../problems';
import { groupBy } from '../groupBy';
import { type Message, message } from '../message';
import { naBesideScored } from './applicability';
import type { Records } from './records';
import { type ListedRequirement, rowThatCounts } from './requirementList';
import type { Summary } from './summary';

/** Where the requirement list and the documents do not agree, and what in the list is in error (README, rules 1 and 7). */
export function findScopeProblems(
  controlById: Summary['controlById'],
  records: Records,
  nameOf: (file: string) => string = (file) => file,
): readonly Problem[] {
  return [...listed(controlById), ...inSeveralLists(records, nameOf), ...notListed(controlById, records)];
}

/** One list alone says that of itself when it is read. */
function inSeveralLists({ listed: lists }: Records, nameOf: (file: string) => string): readonly Problem[] {
  const placeOf = ({ file, line }: ListedRequirement): Message => message('place-file-line', nameOf(file), line);
  return lists.controls.flatMap((control) =>
    [...groupBy(lists.of(control).items, ({ requirement }) => requirement).values()].flatMap((rows) => {
      const [first, ...others] = rows;
      const [kept, ...more] = rows.filter(({ applicability }) => applicability !== 'removed');
      const counts = placeOf(kept ? rowThatCounts([kept, ...more]) : first);
      return others.map(({ file, line, requirement }) =>
        problem('requirement-in-several-lists', file, { line }, requirement, placeOf(first), counts),
      );
    }),
  );
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
