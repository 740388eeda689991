import { exporters, findExporter } from '../core/report/exporters';
import { createReport } from '../workspace/createReport';
import { fileProblem } from '../workspace/fileProblem';
import { FileError } from '../workspace/files';
import { isInput } from '../workspace/isInput';
import { type FileCommand, UsageError } from './command';
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
  const { files, workingFolder, translate } = context;
  const assessment = await openAssessment(args, context);
  const bytes = exporter.write(createReport(assessment, files, context));
  if (out === undefined) return { bytes };
  try {
    const location = files.resolve(workingFolder, out);
    if (await isInput(location, assessment, files)) {
      throw new UsageError(`${out} is a file that the summary is made from; name another one with --out.`);
    }
    await files.write(location, bytes);
    return { text: [`${files.label(location)} is written.`] };
  } catch (error) {
    throw error instanceof FileError ? new UsageError(translate(fileProblem(error, files))) : error;
  }
};
