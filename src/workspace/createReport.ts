import { problemKey } from '../core/problems';
import type { Report } from '../core/report/report';
import type { Assessment } from './assessment';
import type { Files } from './files';
import { placeOf } from './placeOf';

/** What an exporter needs to know of an assessment, on a given day. */
export function createReport(
  assessment: Assessment,
  files: Files,
  { today, toolVersion, translate }: Pick<Report, 'today' | 'toolVersion' | 'translate'>,
): Report {
  const { summary } = assessment;
  const unresolved = new Set(summary.unresolved.map(({ reason }) => problemKey(reason)));
  return {
    summary,
    matrices: assessment.matrices.map(({ file, entries, preamble }) => {
      const sha256 = assessment.sha256Of(file);
      return {
        name: files.label(file),
        entries: entries.length,
        ...(sha256 !== undefined && { sha256 }),
        ...(preamble !== undefined && { preamble }),
      };
    }),
    problems: assessment.problems
      .filter((problem) => !unresolved.has(problemKey(problem)))
      .map((problem) => ({ problem, place: placeOf(problem.file, problem.at, assessment, files) })),
    policy: assessment.policy,
    catalog: assessment.catalog,
    today,
    toolVersion,
    translate,
    labelOf: (file) => files.label(file),
    placeOf: (file, span) => placeOf(file, span, assessment, files),
  };
}
