import { message } from '../message';
import { problem, type Problem, type ProblemCode } from '../problems';
import type { SharingRow } from './sharingRegister';

/** What stands under `previous` in the first row. */
export const CHAIN_START = 'start';

/** What the project file knows of the register's end, so that rows cut off there are noticed. */
export interface ChainEnd {
  readonly rows?: number;
  readonly lastHash?: string;
}

/**
 * What became of the register since its rows were written: values changed, rows removed, put in, doubled or put
 * elsewhere, or cut off at its end. Each problem stands at the line of the row that it was noticed by. It finds mistakes;
 * whoever means to deceive can make all hashes anew, and those of the project file.
 *
 * @param rows in the order of the file
 */
export function verifyChain(rows: readonly SharingRow[], end: ChainEnd, file: string): readonly Problem[] {
  const [first] = rows;
  if (first && rows.every(({ cells }) => cells.hash === '')) {
    return [problem('sharing-without-hashes', file, { line: first.line })];
  }
  const found = linkProblems(rows);
  const atEnd = endProblems(rows, end, file);
  // Of a chain that is broken somewhere it is no news that it has another end; that rows are gone is.
  return [...found, ...atEnd.filter(({ code }) => found.length === 0 || code === 'sharing-end-cut')];
}

/** What the project file should say of the register's end, where nothing but that is amiss: after a crash between the two. */
export function completedEnd(
  rows: readonly SharingRow[],
  problems: readonly Problem[],
): Required<ChainEnd> | undefined {
  const isAhead = problems.length > 0 && problems.every(({ code }) => code === 'sharing-ahead');
  const last = rows.at(-1);
  return isAhead && last ? { rows: rows.length, lastHash: last.cells.hash } : undefined;
}

function linkProblems(rows: readonly SharingRow[]): readonly Problem[] {
  const byHash = linesByHash(rows);
  const problems: Problem[] = [];
  // What may stand under `previous`: the hash of the row before and, where that is none of the chain, of those before it.
  let expected = new Set<string>([CHAIN_START]);
  for (const row of rows) {
    const { cells, line, file, computed } = row;
    const fault = faultOf(row, byHash);
    if (fault) problems.push(fault);
    else if (!expected.has(cells.previous)) {
      const after = byHash.get(cells.previous);
      problems.push(
        cells.previous === CHAIN_START
          ? problem('sharing-row-moved', file, { line }, message('sharing-place-first'))
          : after === undefined
            ? problem('sharing-row-missing', file, { line })
            : problem('sharing-row-moved', file, { line }, message('sharing-place-after', after)),
      );
    }
    if (!fault) expected = new Set([cells.hash]);
    else if (fault.code === 'sharing-row-changed') expected.add(cells.hash).add(computed ?? '');
  }
  return problems;
}

/** What is wrong with a row by itself. */
function faultOf(
  { cells, line, file, computed }: SharingRow,
  byHash: ReadonlyMap<string, number>,
): Problem | undefined {
  const fault = (code: ProblemCode, ...args: Problem['args']): Problem => problem(code, file, { line }, ...args);
  if (cells.hash === '') return fault('sharing-row-without-hash');
  if (computed !== undefined && computed !== cells.hash) return fault('sharing-row-changed');
  const before = byHash.get(cells.hash) ?? line;
  return before < line ? fault('sharing-row-doubled', before) : undefined;
}

/** The line of the first row with each hash. */
function linesByHash(rows: readonly SharingRow[]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { cells, line } of rows) if (cells.hash !== '' && !lines.has(cells.hash)) lines.set(cells.hash, line);
  return lines;
}

function endProblems(rows: readonly SharingRow[], end: ChainEnd, file: string): readonly Problem[] {
  const { rows: count, lastHash } = end;
  const isEnd = ({ cells, computed }: SharingRow): boolean => cells.hash === lastHash || computed === lastHash;
  const known = lastHash === undefined ? 0 : rows.findLastIndex(isEnd) + 1;
  const last = rows.at(-1);
  const at = last && { line: last.line };
  const isCut = lastHash === undefined ? (count ?? 0) > rows.length : known === 0;
  if (isCut) return [problem('sharing-end-cut', file, at, count ?? '?', rows.length)];
  const more = rows[known];
  return [
    ...(more ? [problem('sharing-ahead', file, { line: more.line }, rows.length - known, count ?? 0)] : []),
    ...(count !== undefined && count !== known ? [problem('sharing-count', file, at, count, known)] : []),
  ];
}
