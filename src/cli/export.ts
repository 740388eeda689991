import { exporters, findExporter } from '../core/report/exporters';
import { createReport } from '../workspace/createReport';
import { type FileCommand, UsageError } from './command';
import { deliver } from './deliver';
import { openAssessment } from './openAssessment';

/** `export`: the summary as a file, with everything that is in scope. */
export const exportSummary: FileCommand = async (args, context) => {
  const { format, project, matrix } = args;
  if (project === undefined && (matrix === undefined || args.files.length === 0)) {
    throw new UsageError('export needs --project FILE, or --matrix FILE and at least one document.');
  }
  const out = args.out === '-' ? undefined : args.out;
  const exporter = findExporter(format, out);
  if (!exporter) {
    const known = exporters.map((known) => known.format).join(', ');
    throw new UsageError(
      format === undefined
        ? `Name the export's format with --format: one of ${known}.`
        : `There is no export format ${format}: take one of ${known}.`,
    );
  }
  const assessment = await openAssessment(args, context);
  return deliver(exporter.write(createReport(assessment, context.files, context)), args.out, assessment, context);
};
