import type { Subject } from '../csf/subject';
import { compareControls } from '../csf/controlId';
import type { MatrixIndex } from '../matrix/rollUp';
import { problem, type Problem } from '../problems';
import type { ByControl } from './byControl';
import { judgeClaims } from './claims';
import { isFor } from './evaluateControl';
import type { Records } from './records';
import { lastOfUnit } from './requests';
import type { AssessmentProfile, Summary } from './summary';

type Row = Subject & { readonly file: string; readonly line: number };

/** Rows of the registers that claim too much, or are in order and still count for nothing: nothing is dropped without a word. */
export function findRowProblems(
  controlById: Summary['controlById'],
  matrix: MatrixIndex,
  records: Records,
  profile: AssessmentProfile,
): readonly Problem[] {
  const { hasList = false, type, carveOuts = [], provider, matrixVersion, nameOf } = profile;
  const options = {
    hasList,
    carvedOut: type === 'r2' ? [] : carveOuts.map(({ party }) => party),
    ...(provider !== undefined && { provider }),
    ...(matrixVersion !== undefined && { matrixVersion }),
    ...(nameOf && { nameOf }),
  };
  /** @param isExact whether a row for a control speaks for none of its requirements */
  const unusedIn = (all: ByControl<Row>, isExact: boolean): readonly Problem[] =>
    inOrder(all).flatMap((rows) => {
      const control = controlById.get(rows[0]?.control ?? '');
      const isUsed = isFor(control?.units ?? [], matrix, isExact);
      const unused = control ? rows.filter((row) => !isUsed(row)) : rows;
      return unused.map((row) => unusedRow(row, hasList && control !== undefined, hasList));
    });
  const claims = inOrder(records.requests).flatMap((requests) => {
    const [first] = requests;
    const control = controlById.get(first?.control ?? '');
    return (control?.units ?? []).flatMap((unit) => {
      const isOwn = isFor([unit], matrix, hasList);
      const { id, verdict, status } = unit;
      const last = lastOfUnit(requests.filter(isOwn), id);
      const judged = judgeClaims({ id, verdict, inScope: status !== 'not-applicable' }, last.requests, options);
      return [...last.problems, ...judged];
    });
  });
  // A gap of a whole control is one of all its requirements, with a list too.
  const unused = [
    ...[records.evidence, records.pending, records.requests].flatMap((all) => unusedIn(all, hasList)),
    ...unusedIn(records.gaps, false),
  ];
  return [...distinct(claims), ...unused];
}

function unusedRow(row: Row, isControlListed: boolean, hasList: boolean): Problem {
  const { file, line, requirement, control } = row;
  const code = !hasList
    ? 'row-without-use'
    : isControlListed && requirement === undefined
      ? 'not-yet-mapped'
      : 'row-not-listed';
  return problem(code, file, { line }, requirement ?? control);
}

function inOrder<T>(all: ByControl<T>): readonly (readonly T[])[] {
  return all.controls.toSorted(compareControls).map((id) => all.of(id).items);
}

/** A row for a control claims for each of its requirements; what is wrong with it is told once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, file, at }) => {
    const key = JSON.stringify([code, file, at]);
    return !seen.has(key) && seen.add(key);
  });
}
