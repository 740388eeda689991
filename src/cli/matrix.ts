import { RESPONSIBILITY_ORDER } from '../core/assessment/status';
import { countResponsibilities, countVersions } from '../core/matrix/rollUp';
import { message } from '../core/message';
import { columnFacts, countGrains, formOf, valueFacts } from '../core/report/matrixReading';
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
  const { format, encoding, delimiter, sheet, otherSheets, headerRow, rows, entries, duplicates } = reading;
  return {
    json: {
      format,
      encoding,
      delimiter,
      sheet,
      otherSheets,
      headerRow,
      columns: Object.fromEntries(reading.columns.map(({ meaning, heading }) => [meaning, heading])),
      headings: reading.headings.map((heading, index) => {
        const use = reading.columns.find((column) => column.index === index);
        return use ? { heading, meaning: use.meaning, ground: use.ground } : { heading };
      }),
      values: reading.values,
      versions: [...countVersions(entries)].map(([version, count]) => ({ version, rows: count })),
      grains: countGrains(reading),
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
      ...columns(formOf(reading).map(([name, fact]) => [translate(name), translate(fact)])),
      ...section(
        translate(message('reading-columns')),
        columnFacts(reading, translate).map(({ heading, meaning, why }) => [
          JSON.stringify(heading),
          why === '' ? meaning : `${meaning}: ${why}`,
        ]),
      ),
      ...section(
        translate(message('reading-values')),
        valueFacts(reading, translate).shown.map(({ heading, value, count, means }) => [
          JSON.stringify(value),
          String(count),
          means,
          `(${heading})`,
        ]),
      ),
      ...section(
        translate(message('reading-units', units.length)),
        RESPONSIBILITY_ORDER.flatMap((value) =>
          value === 'mixed' ? [] : [[translate(message(value)), String(byResponsibility[value])]],
        ),
      ),
      ...(problems.length > 0 ? [''] : []),
      ...problems.map(({ problem, place }) => problemLine(problem, place, translate)),
    ],
    hasFindings: isFinding(problems),
  };
};

function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : ['', title, ...columns(rows.map(([first = '', ...rest]) => [`  ${first}`, ...rest]))];
}
