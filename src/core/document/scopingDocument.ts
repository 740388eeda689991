import { isSame } from '../assessment/byControl';
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
  const moved = <T>(of: (stretch: Stretch) => readonly T[], move: (one: T, to: PlacedStretch) => T): readonly T[] =>
    all(stretches, (placed) => of(placed.stretch).map((one) => move(one, placed)));
  const references = all(stretches, (placed) => placed.references);
  const unresolved = moved(({ scan }) => scan.unresolved, atOffset);
  const findings = once((): Findings => ({
    problems: moved((stretch) => stretch.findings.problems, placedProblem),
    claims: moved((stretch) => stretch.findings.claims, atOffset),
    sections: moved((stretch) => stretch.findings.sections, atOffset),
  }));
  const hidden = once(() => moved(({ scan }) => scan.hidden, atOffset));
  const lines = lineIndexOf(lineStartsOf(stretches, text), text.length);
  const ignores = once(() => readIgnores(text, hidden(), lines, file));
  const problems = once(() => [
    ...moved((stretch) => stretch.problems, placedProblem),
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
      all(stretches, ({ stretch }) => stretch.controls),
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
    evidence: withSame(
      all(stretches, (placed) => placed.evidence),
      evidenceBefore,
    ),
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

/** All that stretches have. Several times as fast as `flatMap`, and this runs on every keystroke. */
function all<T>(stretches: readonly PlacedStretch[], of: (placed: PlacedStretch) => readonly T[]): readonly T[] {
  const items: T[] = [];
  for (const placed of stretches) for (const item of of(placed)) items.push(item);
  return items;
}

function atOffset<T extends Span>(span: T, { start }: PlacedStretch): T {
  return movedSpan(span, start);
}

function placedProblem(found: Problem, { start, line }: PlacedStretch): Problem {
  const { at } = found;
  if (!at) return found;
  return Object.assign({}, found, { at: 'line' in at ? { line: line + at.line } : movedSpan(at, start) });
}

/** The list as it was, where nothing of it is another thing. */
function withSame<T>(items: readonly T[], before: readonly T[]): readonly T[] {
  const areAll = items.length === before.length && items.every((item, index) => isSame(item, before[index]));
  return areAll ? before : items;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
