import { findExporter, offeredExporters } from '../core/report/exporters';
import { writeSteps } from '../core/report/report';
import { finish } from '../core/steps';
import { createReport } from '../workspace/createReport';
import { exporterOf } from '../workspace/exporterOf';
import { fileProblem } from '../workspace/fileProblem';
import { FileError } from '../workspace/files';
import { isInput } from '../workspace/isInput';
import { type FileCommand, UsageError } from './command';
import { loadPart } from './loadPart';
import { openAssessment } from './openAssessment';

/** `export`: the summary as a file, with everything that is in scope; over one that is there only when told to. */
export const exportSummary: FileCommand = async (args, context) => {
  const { format, project, matrix } = args;
  if (project === undefined && (matrix === undefined || args.files.length === 0)) {
    throw new UsageError('export needs --project FILE, or --matrix FILE and at least one document.');
  }
  const out = args.out === '-' ? undefined : args.out;
  const offered = findExporter(format, out);
  if (!offered) {
    const known = offeredExporters.map((known) => known.format).join(', ');
    throw new UsageError(
      format === undefined
        ? `Name the export's format with --format: one of ${known}.`
        : `There is no export format ${format}: take one of ${known}.`,
    );
  }
  const { files, workingFolder, translate } = context;
  const assessment = await openAssessment(args, context);
  const exporter = await exporterOf(offered, loadPart);
  const bytes = finish(writeSteps(exporter, createReport(assessment, files, context)));
  if (out === undefined) return { bytes };
  try {
    const location = files.resolve(workingFolder, out);
    if (await isInput(location, assessment, files)) {
      throw new UsageError(`${out} is a file that the summary is made from; name another one with --out.`);
    }
    const isFree = (await files.kindOf(location)) !== 'file';
    if (!isFree && !args.force) throw new UsageError(`${out} is there already: --force writes over it.`);
    await files.write(location, bytes, isFree ? { content: undefined } : undefined);
    return { text: [`${files.label(location)} is written.`] };
  } catch (error) {
    throw error instanceof FileError ? new UsageError(translate(fileProblem(error, files))) : error;
  }
};
