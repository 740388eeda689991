import type { Catalog } from '../csf/catalog';
import { hiddenSpans } from '../csf/hiddenSpans';
import { type Reference, scan } from '../csf/scanner';
import { subjectOf, type Subject } from '../csf/subject';
import { groupBy } from '../groupBy';
import type { LineIndex } from '../lineIndex';
import { problem, type Problem } from '../problems';
import type { Evidence, EvidenceReading } from './evidence';
import { MATURITY_LEVELS, type MaturityLevel } from './maturity';

/** `Evidence (policy): …`, in a list or not, in bold or not. */
const EVIDENCE_LINE =
  /^\s*(?:[-*+>]\s+|\d+[.)]\s+)*[*_]{0,2}evidence\s*(?:\((?<levels>[^)\n]{0,100})\))?[*_]{0,2}\s*:[*_]{0,2}(?<value>.*)$/i;
const HEADING = /^ {0,3}(?<hashes>#{1,6})[ \t]+/;
const SETEXT_RULE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const LIST_ITEM = /^(?<indent>[ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const TABLE_RULE = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$/;
/** A link's words and target; a URL; a path with an ending, in backticks or not. */
const DOCUMENT = new RegExp(
  [
    String.raw`\[(?<title>[^\]\n]*)\]\(\s*(?:<(?<angled>[^<>\n]+)>|(?<target>[^()<>\s]+(?:\([^()\s]*\)[^()<>\s]*)*))[^)\n]*\)`,
    String.raw`(?<url>https?:\/\/[^\s<>"'\x60|)]+)`,
    String.raw`\x60(?<quoted>[^\x60\n]+\.[a-z0-9]{2,5})\x60`,
    String.raw`(?<![\w./@-])(?<path>(?:[\w.-]+\/)*[\w.-]+\.[a-z][a-z0-9]{1,4})(?![\w/@])`,
  ].join('|'),
  'giu',
);
const PLACEHOLDER = /^\W*(?:tbd|todo|tba|n\/?a|none|pending|-+|–|—)?\W*$/i;

/**
 * Evidence that a Markdown document names itself: on a line `Evidence (policy): [ACP](acp.pdf)` under a heading or list
 * item that begins with an id, and in the cells of a table's column with *evidence* in its heading, in rows that hold an
 * id. Reads lines and builds no tree, because it runs on every keystroke.
 *
 * @param references of the document, sorted
 */
export function readInlineEvidence(
  text: string,
  file: string,
  references: readonly Reference[],
  lines: LineIndex,
  catalog: Catalog,
): EvidenceReading {
  const evidence: Evidence[] = [];
  const problems: Problem[] = [];
  if (!/evidence/i.test(text)) return { evidence, problems };
  const hidden = hiddenSpans(text);
  let nextHidden = 0;
  const byLine = groupBy(references, ({ start }) => lines.positionAt(start).line);
  /** What the lines below are about: headings by their depth, list items by their indentation. */
  let heading: { readonly depth: number; readonly subjects: readonly Subject[] } | undefined;
  let item: { readonly indent: number; readonly subjects: readonly Subject[] } | undefined;
  let columns: readonly EvidenceColumn[] = [];

  const take = (line: number, subjects: readonly Subject[], levels: readonly MaturityLevel[], value: string): void => {
    const visible = value.replace(/<!--.*?(?:-->|$)/g, '');
    const documents = documentsIn(visible);
    if (documents.length === 0 && PLACEHOLDER.test(visible.replace(DOCUMENT, ''))) {
      const written = visible.trim();
      if (subjects.length > 0) problems.push(problem('evidence-placeholder', file, { line: line + 1 }, written || '–'));
      return;
    }
    for (const { location, title } of documents) {
      for (const subject of subjects) {
        const found = {
          ...subject,
          file,
          line: line + 1,
          title,
          location,
          state: 'collected',
          relativeTo: file,
        } as const;
        if (levels.length === 0) evidence.push(found);
        for (const maturity of levels) evidence.push({ ...found, maturity });
      }
    }
  };

  const all = text.split(/\r\n|\r|\n/);
  for (const [line, content] of all.entries()) {
    const start = lines.startOf(line);
    while ((hidden[nextHidden]?.end ?? Infinity) <= start) nextHidden++;
    const cover = hidden[nextHidden];
    if (cover && cover.start <= start && cover.end - cover.start > content.length) continue;
    const onLine = byLine.get(line) ?? [];
    const subjects = namedTogether(onLine, content, start).flatMap((reference) => subjectOf(reference, catalog));
    if (SETEXT_RULE.test(content) && (all[line - 1] ?? '').trim() !== '' && !(all[line - 1] ?? '').includes('|')) {
      // The line above was a heading after all, and what came before it is over.
      const named = namedTogether(byLine.get(line - 1) ?? [], all[line - 1] ?? '', lines.startOf(line - 1));
      const begins = beginsWithId(all[line - 1] ?? '', 0, lines.startOf(line - 1), byLine.get(line - 1));
      heading = {
        depth: content.includes('=') ? 1 : 2,
        subjects: begins ? named.flatMap((each) => subjectOf(each, catalog)) : [],
      };
      item = undefined;
      continue;
    }
    const head = HEADING.exec(content);
    const bullet = LIST_ITEM.exec(content);
    const stated = EVIDENCE_LINE.exec(content);
    if (head) {
      const depth = head.groups?.['hashes']?.length ?? 0;
      const begins = beginsWithId(content, head[0].length, start, onLine);
      // A deeper heading that names no control is still about the one above it.
      if (begins || !heading || depth <= heading.depth) heading = { depth, subjects: begins ? subjects : [] };
      item = undefined;
    } else if (bullet && !stated) {
      const indent = bullet.groups?.['indent']?.length ?? 0;
      if (beginsWithId(content, bullet[0].length, start, onLine)) item = { indent, subjects };
      else if (item && indent <= item.indent) item = undefined;
    } else if (content.trim() !== '' && item && content.length - content.trimStart().length <= item.indent && !stated) {
      item = undefined;
    }
    if (stated && item) {
      const indent = content.length - content.trimStart().length;
      const isBelowBlank = (all[line - 1] ?? '').trim() === '';
      if (indent < item.indent || (indent === item.indent && !bullet && isBelowBlank)) item = undefined;
    }
    if (stated) {
      const about = item?.subjects ?? heading?.subjects ?? [];
      take(
        line,
        subjects.length > 0 && about.length === 0 ? subjects : about,
        levelsIn(stated.groups?.['levels'] ?? ''),
        stated.groups?.['value'] ?? '',
      );
    }
    if (!content.includes('|')) columns = [];
    else if (TABLE_RULE.test(content)) columns = evidenceColumns(all[line - 1] ?? '');
    else if (columns.length > 0) {
      const cells = cellsOf(content);
      // A row is about what its first cell with an id names; its other cells only mention theirs.
      const about = cells.findIndex(
        (cell, index) => !columns.some((column) => column.index === index) && scan(cell, catalog).references.length > 0,
      );
      const found = scan(cells[about] ?? '', catalog).references;
      const ofRow = found.flatMap((reference) => subjectOf(reference, catalog));
      for (const { index, levels } of columns) {
        const cell = cells[index] ?? '';
        if (ofRow.length > 0)
          take(line, ofRow, levels.length > 0 ? levels : levelsIn(cell.replace(DOCUMENT, '')), cell);
      }
    }
  }
  return { evidence, problems };
}

/** The documents that a text names, without links to a section of the document itself. */
function documentsIn(text: string): readonly Required<Pick<Evidence, 'location' | 'title'>>[] {
  return [...text.matchAll(DOCUMENT)].flatMap(({ groups = {} }) => {
    const { target, angled, url, quoted, path, title } = groups;
    const location = decoded(target ?? angled ?? url ?? quoted ?? path ?? '');
    return location === '' ? [] : [{ location, title: title ?? location }];
  });
}

interface EvidenceColumn {
  readonly index: number;
  readonly levels: readonly MaturityLevel[];
}

function evidenceColumns(header: string): readonly EvidenceColumn[] {
  return cellsOf(header).flatMap((cell, index) => (/evidence/i.test(cell) ? [{ index, levels: levelsIn(cell) }] : []));
}

function cellsOf(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

function levelsIn(text: string): readonly MaturityLevel[] {
  const words: readonly string[] = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return MATURITY_LEVELS.filter((level) => words.includes(level));
}

/** What stands between the ids of a heading or cell that is about several: `03.b — Media; 03.c — Disposal`. */
const ANOTHER = /(?:[;,/&]|\band|–|—|-)\s*[*_`]*$/i;

/** The first id of a line and those listed with it; not those that it mentions, as in `01.c (see also 09.ab)`. */
function namedTogether(references: readonly Reference[], content: string, lineStart: number): readonly Reference[] {
  const end = references.findIndex(({ start }, index) => {
    const before = content.slice(0, start - lineStart);
    const sinceLast = content.slice((references[index - 1]?.end ?? 0) - lineStart, start - lineStart);
    return index > 0 && sinceLast.trim() !== '' && !ANOTHER.test(before);
  });
  return end < 0 ? references : references.slice(0, end);
}

/** Whether nothing but emphasis stands between the mark of a heading or list item and an id. */
function beginsWithId(
  content: string,
  marked: number,
  lineStart: number,
  references: readonly Reference[] = [],
): boolean {
  const [first] = references;
  return first !== undefined && /^[\s*_`[(]*$/.test(content.slice(marked, first.start - lineStart));
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
