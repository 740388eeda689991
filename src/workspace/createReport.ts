import { restrictSummary } from '../core/assessment/restrictSummary';
import { problemKey } from '../core/problems';
import type { Report } from '../core/report/report';
import type { Assessment } from './assessment';
import type { Files } from './files';
import { placeOf, placeProblems } from './placeOf';

/** A part of an assessment, to be reported alone. */
export interface ReportPart {
  /** Ids of controls, which are in with all their requirements, and of requirements. */
  readonly rows: readonly string[];
  /** What they were filtered by, in words; empty where they were selected. */
  readonly filter: string;
}

/** What an exporter needs to know of an assessment, on a given day. @param part all of it where there is none */
export function createReport(
  assessment: Assessment,
  files: Files,
  { today, toolVersion, translate }: Pick<Report, 'today' | 'toolVersion' | 'translate'>,
  part?: ReportPart,
): Report {
  const { summary: whole } = assessment;
  const summary = part ? restrictSummary(whole, part.rows) : whole;
  const unresolved = new Set(summary.unresolved.map(({ reason }) => problemKey(reason)));
  return {
    summary,
    ...(part && {
      filter: {
        words: part.filter,
        controls: summary.totals.controls,
        allControls: whole.totals.controls,
        requirements: summary.totals.requirements,
        allRequirements: whole.totals.requirements,
      },
    }),
    matrices: assessment.matrices.map(({ file, entries, preamble }) => {
      const sha256 = assessment.sha256Of(file);
      const version = assessment.versionOf(file);
      return {
        name: files.label(file),
        entries: entries.length,
        ...(version !== undefined && { version }),
        ...(sha256 !== undefined && { sha256 }),
        ...(preamble !== undefined && { preamble }),
      };
    }),
    problems: placeProblems(
      assessment.problems.filter((problem) => !unresolved.has(problemKey(problem))),
      assessment,
      files,
    ),
    gaps: assessment.gaps.filter(({ control }) => !part || summary.controlById.has(control)),
    policy: assessment.policy,
    catalog: assessment.catalog,
    today,
    toolVersion,
    translate,
    labelOf: (file) => files.label(file),
    placeOf: (file, span) => placeOf(file, span, assessment, files),
  };
}
