import type { Subject } from '../csf/subject';
import type { MatrixIndex } from '../matrix/rollUp';
import type { Place } from '../problems';

/** A place in a register, the requirement list or the project file that is for a control or requirement. */
export interface Recorded extends Subject {
  readonly file: string;
  readonly at: Place;
}

/** A row as its file was read. */
type Row = Subject & { readonly file: string; readonly line: number };

/** What is recorded beside the documents. */
export interface RecordedRows {
  readonly evidence: readonly Row[];
  readonly requests: readonly Row[];
  readonly gaps: readonly Row[];
  readonly listed: readonly Row[];
  readonly carvedOut: readonly Recorded[];
}

/** All of it, by place. */
export function recordsIn({ evidence, requests, gaps, listed, carvedOut }: RecordedRows): readonly Recorded[] {
  const rows = [...evidence, ...requests, ...gaps, ...listed].map(({ file, line, control, requirement }): Recorded => ({
    file,
    at: { line },
    control,
    ...(requirement !== undefined && { requirement }),
  }));
  return [...rows, ...carvedOut];
}

/**
 * The records that are about any of these. About a control is what is for it or for one of its requirements; about a
 * requirement what is for it, or for its whole control.
 */
export function recordsAbout(
  subjects: readonly Subject[],
  records: readonly Recorded[],
  matrix: Pick<MatrixIndex, 'idOf'>,
): readonly Recorded[] {
  const unitOf = ({ control, requirement }: Subject): string | undefined =>
    requirement === undefined ? undefined : matrix.idOf(requirement, control);
  const wanted = subjects.map((subject) => ({ control: subject.control, unit: unitOf(subject) }));
  return records.filter((record) =>
    wanted.some(
      ({ control, unit }) =>
        record.control === control &&
        (unit === undefined || record.requirement === undefined || unitOf(record) === unit),
    ),
  );
}
