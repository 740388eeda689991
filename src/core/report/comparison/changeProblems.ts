import { problem, type Problem } from '../../problems';
import { type ComparisonReport, tellChanges, touchedPlaces } from './comparisonReport';

/** The places that the changes touch, as information to be shown in the documents while the comparison is open. */
export function changeProblems(report: ComparisonReport): readonly Problem[] {
  return [...touchedPlaces(report).values()].flat().map(({ touch: { file, at }, changes }) => {
    return problem('matrix-change', file, at, report.newer.name, tellChanges(changes));
  });
}
