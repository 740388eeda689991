import { groupBy } from '../core/groupBy';
import { countEntryChanges, type EntryChanges } from '../core/matrix/entryChanges';
import type { MatrixEntry } from '../core/matrix/matrix';
import type { Problem } from '../core/problems';
import type { Assessment } from './assessment';

/** What a person is told of a matrix that changed. */
export interface MatrixChange {
  readonly file: string;
  readonly changes: EntryChanges;
  /** Whether it has problems that it had not. */
  readonly hasNewProblems: boolean;
}

/** A matrix as the person last heard of it. */
interface Known {
  readonly sha256: string | undefined;
  readonly entries: readonly MatrixEntry[];
  readonly problems: readonly Problem[];
}

/** Remembers the matrices as a person last heard of them, and tells how they differ now: each difference once. */
export class MatrixNews {
  readonly #known = new Map<string, Known>();

  /** Takes matrices for known that were not seen before: a first reading is no news. */
  meet(assessments: readonly Assessment[]): void {
    for (const [file, now] of this.#lookAll(assessments)) if (now && !this.#known.has(file)) this.#known.set(file, now);
  }

  /** Takes a matrix for known as it is now: the person hears of it otherwise. */
  accept(file: string, assessments: readonly Assessment[]): void {
    const now = this.#lookAll(assessments).get(file);
    if (now) this.#known.set(file, now);
  }

  /**
   * What changed since a matrix was last told of. What only its project reads in another way is no news. One that cannot
   * be read is a problem of its own, and compared when it can be again.
   */
  take(assessments: readonly Assessment[]): readonly MatrixChange[] {
    this.meet(assessments);
    const all = this.#lookAll(assessments);
    for (const file of this.#known.keys()) if (!all.has(file)) this.#known.delete(file);
    return [...all].flatMap(([file, now]) => (now ? this.#compare(file, now) : []));
  }

  /** The matrices that assessments name, each once although several can share it; undefined while it cannot be read. */
  #lookAll(assessments: readonly Assessment[]): ReadonlyMap<string, Known | undefined> {
    const all = new Map<string, Known | undefined>();
    for (const assessment of assessments) {
      for (const file of assessment.files) {
        if (assessment.roleOf(file) === 'matrix' && !all.get(file)) all.set(file, this.#look(file, assessment));
      }
    }
    return all;
  }

  #look(file: string, assessment: Assessment): Known | undefined {
    const entries = assessment.matrices.find((matrix) => matrix.file === file)?.entries;
    const known = this.#known.get(file);
    if (!entries) return undefined;
    if (known?.entries === entries) return known;
    const problems = assessment.problems.filter((problem) => problem.file === file);
    return { sha256: assessment.sha256Of(file), entries, problems };
  }

  #compare(file: string, now: Known): readonly MatrixChange[] {
    const before = this.#known.get(file);
    this.#known.set(file, now);
    if (!before || before === now || (now.sha256 !== undefined && now.sha256 === before.sha256)) return [];
    const changes = countEntryChanges(before.entries, now.entries);
    if (changes.changed + changes.added + changes.removed === 0) return [];
    return [{ file, changes, hasNewProblems: hasMore(now.problems, before.problems) }];
  }
}

/** Whether there are more problems of some kind. Lines say nothing: they move with the rows. */
function hasMore(problems: readonly Problem[], before: readonly Problem[]): boolean {
  const old = groupBy(before, ({ code }) => code);
  return [...groupBy(problems, ({ code }) => code)].some(([code, now]) => now.length > (old.get(code)?.length ?? 0));
}
