import type { Subject } from '../csf/subject';
import { groupBy } from '../groupBy';
import type { Problem } from '../problems';
import { ByControl } from './byControl';
import {
  type Evidence,
  findUsable,
  type Lookup,
  type UnusableEvidence,
  type UsableEvidence,
  whyNotUsed,
} from './evidence';
import type { EvidenceDocuments } from './evidenceDocuments';
import type { Gap } from './gaps';
import type { MaturityLevel } from './maturity';
import type { LocatedReference, LocatedUnresolved, Mentions } from './mentions';
import type { InheritanceRequest } from './requests';
import type { ListedRequirement } from './requirementList';

/** What one file records. */
export interface FileRecords {
  readonly mentions?: Mentions;
  readonly requirements?: readonly ListedRequirement[];
  readonly evidence?: readonly Evidence[];
  readonly requests?: readonly InheritanceRequest[];
  readonly gaps?: readonly Gap[];
}

/** What the documents and registers of an assessment record, kept by file: one can change without the others. */
export class Records {
  readonly references: ByControl<LocatedReference>;
  /** The ids of requirements that are mentioned, as often as they are. */
  readonly mentioned: ByControl<string>;
  /** The requirement list. */
  readonly listed: ByControl<ListedRequirement>;
  /** What counts. */
  readonly evidence: ByControl<UsableEvidence>;
  /** What was asked for or rejected. */
  readonly pending: ByControl<Evidence>;
  /** What should count, and why it does not. */
  readonly unusable: ByControl<UnusableEvidence>;
  readonly requests: ByControl<InheritanceRequest>;
  readonly gaps: ByControl<Gap>;
  readonly #unresolved = new Map<string, readonly LocatedUnresolved[]>();
  readonly #problems = new Map<string, readonly Problem[]>();

  /**
   * @param levels the maturity levels that the assessment scores
   * @param exists what the path of a piece of evidence leads to
   * @param orderOf a text for each file that sorts as the files shall stand
   * @param documents the evidence documents; undefined where none were read
   */
  constructor(
    private readonly levels: readonly MaturityLevel[],
    private readonly exists: Lookup,
    private readonly orderOf: (file: string) => string = (file) => file,
    private readonly documents: () => EvidenceDocuments | undefined = () => undefined,
  ) {
    this.references = new ByControl(orderOf);
    this.mentioned = new ByControl(orderOf);
    this.listed = new ByControl(orderOf);
    this.evidence = new ByControl(orderOf);
    this.pending = new ByControl(orderOf);
    this.unusable = new ByControl(orderOf);
    this.requests = new ByControl(orderOf);
    this.gaps = new ByControl(orderOf);
  }

  /** Takes what a file records, in place of what it recorded; which evidence exists is asked now. */
  set(file: string, { mentions, requirements = [], evidence = [], requests = [], gaps = [] }: FileRecords): void {
    const { usable, unusable, problems } = findUsable(evidence, this.exists, this.levels, this.documents());
    this.setMentions(file, mentions);
    this.listed.set(file, byControl(requirements));
    this.evidence.set(file, byControl(usable));
    this.pending.set(file, byControl(evidence.filter(whyNotUsed)));
    this.unusable.set(
      file,
      groupBy(unusable, ({ item }) => item.control),
    );
    this.requests.set(file, byControl(requests));
    this.gaps.set(file, byControl(gaps));
    put(this.#problems, file, problems);
  }

  /** Takes what a file mentions, where that is all of it that is another one. */
  setMentions(file: string, mentions: Mentions | undefined): void {
    this.references.set(file, mentions?.byControl ?? new Map());
    this.mentioned.set(file, mentions?.requirements ?? new Map());
    put(this.#unresolved, file, mentions?.unresolved ?? []);
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

function byControl<T extends Subject>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return groupBy(items, ({ control }) => control);
}

function put<T>(map: Map<string, readonly T[]>, file: string, items: readonly T[]): void {
  if (items.length > 0) map.set(file, items);
  else map.delete(file);
}
