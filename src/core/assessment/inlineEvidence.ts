import type { Catalog } from '../csf/catalog';
import { type Subject, subjectOf } from '../csf/subject';
import type { Span } from '../span';
import { problem, type Problem } from '../problems';
import { type Evidence, type EvidenceReading, isPlaceholder } from './evidence';
import { MATURITY_LEVELS, type MaturityLevel } from './maturity';
import { cellsOf, type DocumentLine } from '../document/lines';
import { type Line, Outline, subjectsOf } from './outline';

/** `Evidence (policy): …`, in a list or not, in bold or not. */
const EVIDENCE_LINE =
  /^\s*(?:[-*+>]\s+|\d+[.)]\s+)*[*_]{0,2}evidence\s*(?:\((?<levels>[^)\n]{0,100})\))?[*_]{0,2}\s*:[*_]{0,2}(?<value>.*)$/i;
/** What a line must begin with to match it; most do not, and are done with. */
const MAY_STATE = /^[\s\d.)*+>_-]*evidence/i;
/** A link's words and target; a URL; a path with an ending, in backticks or not. */
const DOCUMENT = new RegExp(
  [
    String.raw`\[([^\]\n]*)\]\(\s*(?:<([^<>\n]+)>|([^()<>\s]+(?:\([^()\s]*\)[^()<>\s]*)*))[^)\n]*\)`,
    String.raw`(https?:\/\/[^\s<>"'\x60|)]+)`,
    String.raw`\x60([^\x60\n]+\.[a-z0-9]{2,5})\x60`,
    String.raw`(?<![\w./@-])((?:[\w.-]+\/)*[\w.-]+\.[a-z][a-z0-9]{1,4})(?![\w/@])`,
  ].join('|'),
  'giu',
);

/**
 * Evidence that a Markdown document names itself: on a line `Evidence (policy): [ACP](acp.pdf)` under a heading or list
 * item that begins with an id, and in the cells of a table's column with *evidence* in its heading, in rows that hold an
 * id. Reads lines and builds no tree, because it runs on every keystroke.
 *
 * @param outline knows what stands above the lines
 */
export function readInlineEvidence(
  lines: Iterable<DocumentLine>,
  file: string,
  catalog: Catalog,
  outline = new Outline(catalog),
): EvidenceReading {
  const evidence: Evidence[] = [];
  const problems: Problem[] = [];
  /** Of the table that the line is in. */
  let headings: readonly string[] | undefined;
  let columns: readonly EvidenceColumn[] = [];
  for (const line of lines) {
    const { content } = line;
    const stated = MAY_STATE.test(content) ? EVIDENCE_LINE.exec(content) : null;
    const statements: Statement[] = [];
    if (stated) {
      outline.readStatement(line);
      const { levels = '', value = '' } = stated.groups ?? {};
      const under = outline.subjects ?? [];
      const subjects = under.length > 0 ? under : subjectsOf(line, catalog);
      statements.push({ subjects, levels: levelsIn(levels), value });
    } else outline.read(line);
    if (headings !== line.headings) columns = evidenceColumns(line.headings ?? []);
    headings = line.headings;
    if (columns.length > 0) statements.push(...rowStatements(line, columns, catalog));
    for (const statement of statements) {
      const documents = documentsIn(statement, file, line.number + 1);
      if (documents === undefined) {
        const written = visible(statement.value).trim() || '–';
        problems.push(problem('evidence-placeholder', file, { line: line.number + 1 }, written));
      } else evidence.push(...documents);
    }
  }
  return { evidence, problems };
}

/** That something is evidence, at levels where it says so. */
interface Statement {
  readonly subjects: readonly Subject[];
  readonly levels: readonly MaturityLevel[];
  readonly value: string;
}

/** A row is about what its first cell with an id names; its other cells only mention theirs. */
function rowStatements(line: Line, columns: readonly EvidenceColumn[], catalog: Catalog): readonly Statement[] {
  const cells = cellsOf(line.content);
  const ofCell = cells.map(({ start, end }, index) =>
    columns.some((column) => column.index === index)
      ? []
      : line.references.filter(
          (reference) => start <= reference.start - line.start && reference.start - line.start < end,
        ),
  );
  const subjects = (ofCell.find((references) => references.length > 0) ?? []).flatMap((reference) =>
    subjectOf(reference, catalog),
  );
  return columns.map(({ index, levels }) => {
    const value = cells[index]?.text ?? '';
    return { subjects, levels: levels.length > 0 ? levels : levelsIn(value.replace(DOCUMENT, '')), value };
  });
}

/** The evidence that is stated, if any; undefined where a placeholder stands in its place. */
function documentsIn(
  { subjects, levels, value }: Statement,
  file: string,
  line: number,
): readonly Evidence[] | undefined {
  if (subjects.length === 0) return [];
  const shown = visible(value);
  const documents = namedIn(shown);
  if (documents.length === 0 && isPlaceholder(shown.replace(DOCUMENT, ''))) return undefined;
  return documents.flatMap(({ title, location }) =>
    subjects.flatMap((subject) => {
      // A spread that comes first makes an object a hundred times as slowly, and this runs on every keystroke.
      const found = { file, line, title, location, state: 'collected', relativeTo: file, ...subject } as const;
      return levels.length === 0 ? [found] : levels.map((maturity) => ({ maturity, ...found }));
    }),
  );
}

function visible(value: string): string {
  return value.replace(/<!--.*?(?:-->|$)/g, '');
}

/** The documents that a text names, without links to a section of the document itself. */
function namedIn(text: string): readonly Required<Pick<Evidence, 'location' | 'title'>>[] {
  return [...text.matchAll(DOCUMENT)].flatMap(([, title, ...targets]) => {
    const location = decoded(targets.find(Boolean) ?? '');
    return location === '' ? [] : [{ location, title: title ?? location }];
  });
}

/** A file that a text names, and where its path stands. */
export interface NamedFile extends Span {
  readonly location: string;
}

/** The paths that stand in a line plainly or in backticks: of every other way to name a file VS Code makes a link itself. */
export function barePathsIn(line: string): readonly NamedFile[] {
  return [...line.matchAll(DOCUMENT)].flatMap(({ index, 0: whole, 5: inCode, 6: plain }) => {
    const path = inCode ?? plain;
    if (path === undefined) return [];
    const start = index + whole.indexOf(path);
    return [{ start, end: start + path.length, location: decoded(path) }];
  });
}

interface EvidenceColumn {
  readonly index: number;
  readonly levels: readonly MaturityLevel[];
}

function evidenceColumns(headings: readonly string[]): readonly EvidenceColumn[] {
  return headings.flatMap((text, index) => (/evidence/i.test(text) ? [{ index, levels: levelsIn(text) }] : []));
}

function levelsIn(text: string): readonly MaturityLevel[] {
  const words: readonly string[] = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return MATURITY_LEVELS.filter((level) => words.includes(level));
}

/** A link's target as a path: without its fragment, and with its spaces. */
function decoded(target: string): string {
  const [path = ''] = target.split('#', 1);
  try {
    return /^https?:/i.test(target) ? target : decodeURIComponent(path);
  } catch {
    return path;
  }
}
