import { findExporter, offeredExporters } from '../core/report/exporters';
import { writeSteps } from '../core/report/report';
import { finish } from '../core/steps';
import { createReport } from '../workspace/createReport';
import { exporterOf } from '../workspace/exporterOf';
import { type FileCommand, UsageError } from './command';
import { deliver } from './deliver';
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
  const assessment = await openAssessment(args, context);
  const exporter = await exporterOf(offered, loadPart);
  const bytes = finish(writeSteps(exporter, createReport(assessment, context.files, context)));
  return deliver(bytes, args, assessment, context);
};
