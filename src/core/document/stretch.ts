import type { Evidence } from '../assessment/evidence';
import { readInlineEvidence } from '../assessment/inlineEvidence';
import { controlsOf } from '../assessment/mentions';
import { Outline, type OutlineState } from '../assessment/outline';
import type { Catalog } from '../csf/catalog';
import { hiddenFrom, type Syntax } from '../csf/hiddenSpans';
import { type Scan, scanShown } from '../csf/scanner';
import { lineIndexOf, lineStarts } from '../lineIndex';
import type { Problem } from '../problems';
import { movedSpan } from '../span';
import { type Findings, readFindings } from './findings';
import { TableHeadings, type TableState, visibleLines } from './lines';

/** What a document is read by. */
export interface DocumentContext {
  /** The document's location. */
  readonly file: string;
  readonly syntax: Syntax;
  readonly catalog: Catalog;
  /** About how many characters are read at once. */
  readonly stretchLength?: number;
}

/** What lines have to know of those above them. Plain data: below the same, the same is read. */
export interface Above {
  readonly table?: TableState;
  readonly outline?: OutlineState;
}

/** Some lines of a document, and what was read in them. Offsets and lines count from its first. */
export interface Stretch {
  readonly text: string;
  /** Where its lines begin. */
  readonly starts: readonly number[];
  /** What it was read below, and what is read below it. */
  readonly above: Above;
  readonly below: Above;
  /** How much text from its beginning on it was read by. That can be more than its own. */
  readonly seen: number;
  readonly scan: Scan;
  /** The controls that each of the scan's references is about. */
  readonly controls: readonly (readonly string[])[];
  readonly evidence: readonly Evidence[];
  /** Of the evidence. */
  readonly problems: readonly Problem[];
  readonly findings: Findings;
}

/**
 * Reads some lines of a document.
 *
 * @param start a place to cut at
 * @param end where it may end: it ends at the first place from there on where it can
 */
export function readStretch(text: string, start: number, end: number, above: Above, context: DocumentContext): Stretch {
  const { file, syntax, catalog } = context;
  const shown = hiddenFrom(text, syntax, start, end);
  const own = copied(text.slice(start, shown.end));
  const hidden = shown.spans.map((span) => movedSpan(span, -start));
  const scan = scanShown(own, hidden, catalog);
  // What begins behind its last line break is not its own.
  const starts = lineStarts(own).filter((lineStart) => lineStart < own.length);
  const table = new TableHeadings(above.table);
  const outline = new Outline(catalog, above.outline);
  const lines = [...visibleLines(own, scan, lineIndexOf(starts, own.length), table)];
  const { evidence, problems } =
    syntax === 'markdown' ? readInlineEvidence(lines, file, catalog, outline) : { evidence: [], problems: [] };
  return {
    text: own,
    starts,
    above,
    below: { table: table.state, outline: outline.state },
    // What is open at the text's end goes on in what is written there.
    seen: (shown.end < text.length ? shown.seen : Infinity) - start,
    scan,
    controls: scan.references.map((reference) => controlsOf(reference, catalog)),
    evidence,
    problems,
    findings: readFindings(lines, file, catalog),
  };
}

/** A text on its own: a part of another one would keep all of that in memory, and each key makes another one. */
function copied(part: string): string {
  return ` ${part}`.slice(1);
}
