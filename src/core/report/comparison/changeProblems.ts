import { message } from '../../message';
import { problem, type Problem } from '../../problems';
import { type ComparisonReport, tellChange, touchedPlaces } from './comparisonReport';

/** A problem's message is read in one glance; the comparison has all changes. */
const MOST = 5;

/** The places that the changes touch, as information to be shown in the documents while the comparison is open. */
export function changeProblems(report: ComparisonReport): readonly Problem[] {
  return [...touchedPlaces(report).values()].flat().map(({ touch: { file, at }, changes }) => {
    const told = changes.slice(0, MOST).map(tellChange);
    const more = changes.length > MOST ? [message('told-more', changes.length - MOST)] : [];
    return problem('matrix-change', file, at, report.newer.name, [...told, ...more]);
  });
}
