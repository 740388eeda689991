import type { Evidence } from '../assessment/evidence';
import { gatherMentions, type Mentions } from '../assessment/mentions';
import type { Scan } from '../csf/scanner';
import { createLineIndex, type LineIndex, lineIndexOf } from '../lineIndex';
import type { Problem } from '../problems';
import { movedSpan, type Span } from '../span';
import type { Findings } from './findings';
import { type Ignores, NO_IGNORES, readIgnores } from './ignores';
import { type PlacedStretch, readStretches } from './readStretches';
import type { DocumentContext, Stretch } from './stretch';

/** A scoping document as it was last read. */
export interface ScopingDocument {
  readonly text: string;
  readonly scan: Scan;
  readonly mentions: Mentions;
  readonly lines: LineIndex;
  readonly findings: Findings;
  /** The comments in it that ignore problems. */
  readonly ignores: Ignores;
  /** The evidence that it names itself; the same list as before where nothing of it changed. */
  readonly evidence: readonly Evidence[];
  /** What is wrong in it beside what is no reference. */
  readonly problems: readonly Problem[];
  /** What it is put together from. */
  readonly stretches: readonly PlacedStretch[];
}

/**
 * Reads a scoping document.
 *
 * @param previous the document as it was, read by the same context: only what changed is read again
 */
export function readScopingDocument(
  text: string,
  context: DocumentContext,
  previous?: ScopingDocument,
): ScopingDocument {
  const stretches = readStretches(text, context, previous?.stretches);
  return assemble(stretches, text, context, previous?.evidence);
}

/** A document in which there is nothing to read. */
export function emptyDocument(text: string): ScopingDocument {
  const lines = createLineIndex(text);
  const scan: Scan = { references: [], unresolved: [], hidden: [] };
  const findings: Findings = { problems: [], claims: [], sections: [] };
  const mentions: Mentions = { byControl: new Map(), requirements: new Map(), unresolved: [] };
  return { text, scan, mentions, lines, findings, ignores: NO_IGNORES, evidence: [], problems: [], stretches: [] };
}

/** What no key waits for is made when it is asked for. */
function assemble(
  stretches: readonly PlacedStretch[],
  text: string,
  { file, catalog }: DocumentContext,
  evidenceBefore: readonly Evidence[] = [],
): ScopingDocument {
  const all = <T>(of: (stretch: Stretch) => readonly T[], move: (one: T, to: PlacedStretch) => T): readonly T[] =>
    stretches.flatMap((placed) => of(placed.stretch).map((one) => move(one, placed)));
  const references = stretches.flatMap((placed) => placed.references);
  const unresolved = all(({ scan }) => scan.unresolved, atOffset);
  const evidence = stretches.flatMap((placed) => placed.evidence);
  const findings = once((): Findings => ({
    problems: all((stretch) => stretch.findings.problems, placedProblem),
    claims: all((stretch) => stretch.findings.claims, atOffset),
    sections: all((stretch) => stretch.findings.sections, atOffset),
  }));
  const hidden = once(() => all(({ scan }) => scan.hidden, atOffset));
  const lines = lineIndexOf(lineStartsOf(stretches, text), text.length);
  const ignores = once(() => readIgnores(text, hidden(), lines, file));
  const problems = once(() => [
    ...all((stretch) => stretch.problems, placedProblem),
    ...findings().problems,
    ...ignores().problems,
  ]);
  return {
    text,
    scan: {
      references,
      unresolved,
      get hidden() {
        return hidden();
      },
    },
    mentions: gatherMentions(
      references,
      stretches.flatMap(({ stretch }) => stretch.controls),
      unresolved.map((place) => ({ file, ...place })),
      catalog,
    ),
    lines,
    get findings() {
      return findings();
    },
    get ignores() {
      return ignores();
    },
    evidence: haveSame(evidence, evidenceBefore) ? evidenceBefore : evidence,
    get problems() {
      return problems();
    },
    stretches,
  };
}

function lineStartsOf(stretches: readonly PlacedStretch[], text: string): readonly number[] {
  const starts: number[] = [];
  for (const { stretch, start } of stretches) for (const own of stretch.starts) starts.push(start + own);
  if (text === '' || /[\r\n]$/.test(text.slice(-1))) starts.push(text.length);
  return starts;
}

function atOffset<T extends Span>(span: T, { start }: PlacedStretch): T {
  return movedSpan(span, start);
}

function placedProblem(found: Problem, { start, line }: PlacedStretch): Problem {
  const { at } = found;
  if (!at) return found;
  return Object.assign({}, found, { at: 'line' in at ? { line: line + at.line } : movedSpan(at, start) });
}

function haveSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
