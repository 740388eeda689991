import { isSame } from '../core/assessment/byControl';
import type { Evidence } from '../core/assessment/evidence';
import {
  documentsById,
  type EvidenceDocument,
  type EvidenceDocuments,
  withDocument,
} from '../core/assessment/evidenceDocuments';
import type { ListedRequirement } from '../core/assessment/requirementList';
import { type InheritanceRequest, lastOfEach } from '../core/assessment/requests';
import { type FindByCvid, indexByCvid } from '../core/csf/indexByCvid';
import type { Subject } from '../core/csf/subject';
import type { Matrix } from '../core/matrix/matrix';
import { problem, type Problem } from '../core/problems';
import type { Content } from './content';

/** The rows of a register as they count: with what is known of their documents, and placed by their CVID. */
export interface PlacedRows {
  readonly evidence: readonly Evidence[];
  readonly requests: readonly InheritanceRequest[];
  readonly problems: readonly Problem[];
}

/** What the rows of registers are read by. */
export interface Shared {
  readonly documents: readonly EvidenceDocument[];
  readonly list: readonly ListedRequirement[];
  readonly matrices: readonly Matrix[];
}

/** Something with a CVID that rows can be about. */
type Statement = Required<Subject> & { readonly cvid?: string };

/** The rows of a register as they were read. */
export type Rows = Pick<Content, 'evidence' | 'requests' | 'unplacedEvidence' | 'unplacedRequests'>;

/** What is placed. */
const ROWS = [
  'evidence',
  'requests',
  'unplacedEvidence',
  'unplacedRequests',
] as const satisfies readonly (keyof Rows)[];

/** A file as it was last placed. */
interface Known {
  readonly content: Content;
  readonly rows: PlacedRows;
}

/** Puts the rows of registers together with the documents, the requirement list and the matrix, each file's once. */
export class RegisterRows {
  readonly #known = new Map<string, Known>();
  #documents: ReturnType<typeof documentsById> | undefined;
  #find: FindByCvid<Statement> | undefined;
  #ids: ReadonlySet<string> | undefined;

  /** @param nameOf how a file is called in messages */
  constructor(
    private readonly read: () => Shared,
    private readonly nameOf: (file: string) => string,
  ) {}

  /** Undefined where none were read. */
  get documents(): EvidenceDocuments | undefined {
    const { documents } = this.#byId();
    return documents.size > 0 ? documents : undefined;
  }

  /** Documents of several files with the same id. */
  get problems(): readonly Problem[] {
    return this.#byId().problems;
  }

  /** Has to be called after anything changed that rows are read by. */
  forget(): void {
    this.#known.clear();
    this.#documents = undefined;
    this.#find = undefined;
    this.#ids = undefined;
  }

  /** Has to be called of a file that is gone. */
  remove(file: string): void {
    this.#known.delete(file);
  }

  of(file: string, content: Content): PlacedRows {
    const known = this.#known.get(file);
    if (known?.content === content) return known.rows;
    const isAsItWas = known && ROWS.every((rows) => known.content[rows] === content[rows]);
    const rows = isAsItWas ? known.rows : this.place(content, known);
    this.#known.set(file, { content, rows });
    return rows;
  }

  /**
   * Places the rows of a register, and remembers nothing of it.
   *
   * @param known the file's rows as they were: what is as it was stays the same object, so that it is quick to see what changed
   */
  place(content: Rows, known?: Known): PlacedRows {
    const { evidence = [], requests = [], unplacedEvidence = [], unplacedRequests = [] } = content;
    const problems: Problem[] = [];
    const place = <T extends { readonly cvid: string; readonly file: string; readonly line: number }>(
      rows: readonly T[],
    ): readonly (Omit<T, 'cvid'> & Required<Subject>)[] =>
      rows.flatMap(({ cvid, ...row }) => {
        const subject = this.#subjectOf(cvid, row.file, row.line, problems);
        return subject ? [Object.assign({}, row, subject)] : [];
      });
    const placed = place(unplacedRequests);
    const moved = requests.map((request) => this.#underListedId(request));
    const isAsRead = placed.length === 0 && moved.every((request, index) => request === requests[index]);
    const last = isAsRead ? { requests, problems: [] } : lastOfEach([...moved, ...placed].toSorted(byLine));
    const { documents } = this;
    const before = known?.content.evidence ?? [];
    const joined = evidence.map((item, index) => {
      const old = before[index];
      const placed = old && isSame(old, item) ? known?.rows.evidence[index] : undefined;
      return placed ?? this.#join(item, documents);
    });
    const others = place(unplacedEvidence).map((item) => (documents ? withDocument(item, documents) : item));
    return {
      evidence: others.length > 0 ? [...joined, ...others] : joined,
      requests: last.requests,
      problems: [...problems, ...last.problems],
    };
  }

  /** Evidence with what is known of its document. */
  #join(item: Evidence, documents: EvidenceDocuments | undefined): Evidence {
    const placed = this.#underListedId(item);
    return documents ? withDocument(placed, documents) : placed;
  }

  /** A row for the listed requirement that has its CVID, where none has its id; else itself. */
  #underListedId<T extends Subject & { readonly cvid?: string }>(row: T): T {
    const { requirement, cvid, control } = row;
    const listed = this.#listed();
    const isElsewhere = requirement !== undefined && listed.size > 0 && !listed.has(requirement);
    const match = isElsewhere && cvid !== undefined ? this.#findByCvid(cvid) : undefined;
    const isFound = match && 'found' in match && match.found.control === control;
    return isFound ? Object.assign({}, row, { requirement: match.found.requirement }) : row;
  }

  #listed(): ReadonlySet<string> {
    this.#ids ??= new Set(this.read().list.map(({ requirement }) => requirement));
    return this.#ids;
  }

  #findByCvid(cvid: string): ReturnType<FindByCvid<Statement>> {
    this.#find ??= indexByCvid(statementsOf(this.read()), (statement) => statement.cvid);
    return this.#find(cvid);
  }

  #subjectOf(cvid: string, file: string, line: number, problems: Problem[]): Required<Subject> | undefined {
    const match = this.#findByCvid(cvid);
    if (!match || 'several' in match) {
      const ids = match?.several.map(({ requirement }) => requirement) ?? [];
      problems.push(
        match
          ? problem('several-with-cvid', file, { line }, cvid, ids)
          : problem('cvid-not-found', file, { line }, cvid),
      );
      return undefined;
    }
    const { control, requirement } = match.found;
    if (match.by === 'number')
      problems.push(problem('cvid-as-number', file, { line }, cvid, match.found.cvid ?? '', requirement));
    return { control, requirement };
  }

  #byId(): ReturnType<typeof documentsById> {
    this.#documents ??= documentsById(this.read().documents, this.nameOf);
    return this.#documents;
  }
}

/** The listed requirements or, without a list, those of the matrix: each once. */
function statementsOf({ list, matrices }: Shared): Iterable<Statement> {
  if (list.length > 0) return list;
  const statements = new Map<string, Statement>();
  for (const { requirement, control, cvid } of matrices.flatMap(({ entries }) => entries)) {
    if (requirement !== undefined && cvid !== undefined)
      statements.set(`${requirement} ${cvid}`, { requirement, control, cvid });
  }
  return statements.values();
}

function byLine(a: InheritanceRequest, b: InheritanceRequest): number {
  return a.line - b.line;
}
