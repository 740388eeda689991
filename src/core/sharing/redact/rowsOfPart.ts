import type { Argument } from '../../message';
import type { Report, ReportedProblem } from '../../report/report';
import { kindOfId } from './ownWords';

/**
 * Whether a problem is one of the part that a report tells: it stands at one of its rows, or names its ids and no others.
 * What is told of the files as a whole is nobody's part.
 */
export function isOfPart({ summary, gaps }: Report): (reported: ReportedProblem) => boolean {
  const { controls } = summary;
  const units = controls.flatMap((control) => control.units);
  const ids = new Set([...controls.map(({ id }) => id), ...units.flatMap(({ id, otherIds }) => [id, ...otherIds])]);
  const rows = new Set(
    [
      ...controls.flatMap(({ evidence, notYetMapped }) => [...evidence, ...notYetMapped]),
      ...units.flatMap(({ listed, requests, verdict }) => [
        ...(listed ? [listed] : []),
        ...requests,
        ...verdict.entries,
      ]),
      ...gaps.filter(({ control, requirement }) => ids.has(requirement ?? control)),
    ].map(({ file, line }) => rowKey(file, line)),
  );
  return ({ problem: { file, at, args } }) => {
    const named = args.flatMap(idsIn);
    if (named.some((id) => !ids.has(id))) return false;
    return named.length > 0 || (at !== undefined && 'line' in at && rows.has(rowKey(file, at.line)));
  };
}

function idsIn(argument: Argument): readonly string[] {
  if (typeof argument === 'number') return [];
  if (typeof argument === 'string') return kindOfId(argument) ? [argument] : [];
  return ('code' in argument ? argument.args : argument).flatMap(idsIn);
}

function rowKey(file: string, line: number): string {
  return `${file}:${line}`;
}
