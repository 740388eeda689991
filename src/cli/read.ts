import { statusWord } from '../core/assessment/status';
import { message } from '../core/message';
import { exportFailure, readExport } from '../core/report/exported/readExport';
import { TABLE_NAMES, TABLES } from '../core/report/exported/tables';
import { type Command, UsageError } from './command';
import { columns, statusLines } from './output';

/** `read`: what an exported summary holds, as plain data that is the same from CSV, Excel and JSON. */
export const read: Command = async (
  { files: [path, ...others], project, matrix },
  { files, workingFolder, translate },
) => {
  if (path === undefined || others.length > 0 || project !== undefined || matrix !== undefined) {
    throw new UsageError('read needs one FILE, a summary exported as CSV, Excel or JSON, and nothing else.');
  }
  const location = files.resolve(workingFolder, path);
  const file = files.label(location);
  const reading = await readExport(await files.read(location), translate);
  if ('failure' in reading) throw new UsageError(translate(exportFailure(reading.failure, file)));
  const { summary, problems } = reading;
  const { name, date, tool, filter, basis, counts } = summary.manifest;
  const told = problems.map(translate);
  return {
    json: { ...summary, changed: told },
    text: [
      translate(message('export-read', name ?? file, date, tool)),
      ...(filter ? [filter.message] : []),
      translate(message(`report-basis-${basis}`)),
      '',
      ...columns(
        TABLE_NAMES.filter((table) => summary[table].length > 0).map((table) => [
          translate(message(TABLES[table].sheet)),
          String(summary[table].length),
        ]),
      ),
      ...statusLines(counts.byStatus, (status) => translate(statusWord(status, { basis }))),
      ...told.map((problem) => `${file}: ${problem}`),
    ],
    hasFindings: problems.length > 0,
  };
};
