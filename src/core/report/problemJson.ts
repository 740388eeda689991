import type { Translate } from '../message';
import { type Problem, severityOf } from '../problems';
import type { ReportedPlace } from './report';

/**
 * A problem in the shape that the command line promises.
 *
 * @param place null each where a copy does not show it
 */
export function problemJson(
  problem: Problem,
  place: ReportedPlace | Readonly<Record<keyof ReportedPlace, null>>,
  translate: Translate,
): unknown {
  return { ...place, code: problem.code, severity: severityOf(problem), message: translate(problem) };
}
