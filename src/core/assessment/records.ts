import { groupBy } from '../groupBy';
import type { Problem } from '../problems';
import { ByControl } from './byControl';
import { type Evidence, findUsable, type UsableEvidence } from './evidence';
import type { MaturityLevel } from './maturity';
import type { LocatedReference, LocatedUnresolved, Mentions } from './mentions';
import type { InheritanceRequest } from './requests';

/** What one file records. */
export interface FileRecords {
  readonly mentions?: Mentions;
  readonly evidence?: readonly Evidence[];
  readonly requests?: readonly InheritanceRequest[];
}

/** What the documents and registers of an assessment record, kept by file: one can change without the others. */
export class Records {
  readonly references: ByControl<LocatedReference>;
  /** The ids of requirements that are mentioned, as often as they are. */
  readonly requirements: ByControl<string>;
  /** What counts. */
  readonly evidence: ByControl<UsableEvidence>;
  readonly requests: ByControl<InheritanceRequest>;
  readonly #unresolved = new Map<string, readonly LocatedUnresolved[]>();
  readonly #problems = new Map<string, readonly Problem[]>();

  /**
   * @param levels the maturity levels that the assessment scores
   * @param exists whether the path of a piece of evidence leads to a file
   * @param orderOf a text for each file that sorts as the files shall stand
   */
  constructor(
    private readonly levels: readonly MaturityLevel[],
    private readonly exists: (item: Evidence) => boolean,
    private readonly orderOf: (file: string) => string = (file) => file,
  ) {
    this.references = new ByControl(orderOf);
    this.requirements = new ByControl(orderOf);
    this.evidence = new ByControl(orderOf);
    this.requests = new ByControl(orderOf);
  }

  /** Takes what a file records, in place of what it recorded; which evidence exists is asked now. */
  set(file: string, { mentions, evidence = [], requests = [] }: FileRecords): void {
    const { usable, problems } = findUsable(evidence, this.exists, this.levels);
    this.references.set(file, mentions?.byControl ?? new Map());
    this.requirements.set(file, mentions?.requirements ?? new Map());
    this.evidence.set(
      file,
      groupBy(usable, ({ control }) => control),
    );
    this.requests.set(
      file,
      groupBy(requests, ({ control }) => control),
    );
    put(this.#unresolved, file, mentions?.unresolved ?? []);
    put(this.#problems, file, problems);
  }

  /** In the order of the files. */
  get unresolved(): readonly LocatedUnresolved[] {
    return this.#inOrder(this.#unresolved);
  }

  /** Why evidence does not count, in the order of the files. */
  get problems(): readonly Problem[] {
    return this.#inOrder(this.#problems);
  }

  #inOrder<T>(map: ReadonlyMap<string, readonly T[]>): readonly T[] {
    const files = [...map.keys()].toSorted((a, b) => (this.orderOf(a) < this.orderOf(b) ? -1 : 1));
    return files.flatMap((file) => map.get(file) ?? []);
  }
}

function put<T>(map: Map<string, readonly T[]>, file: string, items: readonly T[]): void {
  if (items.length > 0) map.set(file, items);
  else map.delete(file);
}
