import type { Report } from '../core/report/report';
import type { Assessment } from './assessment';
import type { Files } from './files';

/** What an exporter needs to know of an assessment, on a given day. */
export function createReport(
  assessment: Assessment,
  files: Files,
  { today, toolVersion, translate }: Pick<Report, 'today' | 'toolVersion' | 'translate'>,
): Report {
  return {
    summary: assessment.summary,
    matrices: assessment.matrices.map(({ file, entries, preamble }) => ({
      name: files.label(file),
      entries: entries.length,
      ...(preamble !== undefined && { preamble }),
    })),
    today,
    toolVersion,
    translate,
    placeOf(file, { start, end }) {
      const lines = assessment.linesOf(file);
      const from = lines?.positionAt(start) ?? { line: 0, column: 0 };
      // A reference never spans lines.
      return {
        file: files.label(file),
        line: from.line + 1,
        column: from.column + 1,
        endColumn: from.column + 1 + end - start,
      };
    },
  };
}
