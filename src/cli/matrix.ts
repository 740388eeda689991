import { RESPONSIBILITY_ORDER } from '../core/assessment/status';
import { countResponsibilities } from '../core/matrix/rollUp';
import { message } from '../core/message';
import { placeOf } from '../workspace/placeOf';
import { type Command, UsageError } from './command';
import { openAssessment } from './openAssessment';
import { columns, isFinding, problemLine } from './output';

/** `matrix`: how a matrix was read. */
export const matrix: Command = async ({ files: [path, ...others], project }, context) => {
  if (path === undefined || others.length > 0) throw new UsageError('matrix needs one FILE.');
  const { files, translate } = context;
  const assessment = await openAssessment(
    { files: [path], ...(project === undefined ? { matrix: path } : { project }) },
    context,
    [],
  );
  const location = files.resolve(context.workingFolder, path);
  const reading = assessment.matrices.find(({ file }) => file === location);
  if (!reading) throw new UsageError(`The project file does not name ${path} as its matrix.`);
  const units = assessment.summary.matrix.units.filter(({ verdict }) =>
    verdict.entries.some(({ file }) => file === location),
  );
  const byResponsibility = countResponsibilities(units);
  const problems = assessment.problems
    .filter(({ file }) => file === location)
    .map((problem) => ({ problem, place: placeOf(problem.file, problem.at, assessment, files) }));
  const { format, encoding, delimiter, headerRow, rows, entries, duplicates } = reading;
  return {
    json: {
      format,
      encoding,
      delimiter,
      headerRow,
      columns: Object.fromEntries(reading.columns.map(({ meaning, heading }) => [meaning, heading])),
      rows,
      entries: entries.length,
      duplicates,
      byResponsibility,
      problems: problems.map(({ problem, place }) => ({
        line: place.line,
        code: problem.code,
        message: translate(problem),
      })),
    },
    text: [
      ...columns([
        ['Format', `${format}, ${encoding}, delimiter ${JSON.stringify(delimiter)}`],
        ['Header row', `line ${headerRow}`],
        ...reading.columns.map(({ meaning, heading }) => [`Column ${meaning}`, JSON.stringify(heading)]),
        ['Rows', `${rows}: ${entries.length} entries, ${duplicates} duplicates`],
        ['Ids', String(units.length)],
        ...RESPONSIBILITY_ORDER.flatMap((value) =>
          value === 'mixed' ? [] : [[`  ${translate(message(value))}`, String(byResponsibility[value])]],
        ),
      ]),
      ...problems.map(({ problem, place }) => problemLine(problem, place, translate)),
    ],
    hasFindings: isFinding(problems),
  };
};
