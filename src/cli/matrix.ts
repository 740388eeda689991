import { shortened } from '../core/csv';
import { RESPONSIBILITY_ORDER } from '../core/assessment/status';
import { columnHeadings } from '../core/matrix/headings';
import type { Matrix } from '../core/matrix/matrix';
import { countResponsibilities, rollUp } from '../core/matrix/rollUp';
import { message, type Translate } from '../core/message';
import { countGrains, formOf } from '../core/report/matrixReading';
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
  const { versions } = rollUp([reading]);
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
      versions: [...versions.counts].map(([version, count]) => ({ version, rows: count })),
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
      ...columns(formOf({ matrix: reading, versions }).map(([name, fact]) => [translate(name), translate(fact)])),
      ...section(translate(message('reading-columns')), columnLines(reading, translate)),
      ...section(translate(message('reading-values')), valueLines(reading, translate)),
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

function columnLines({ headings, columns: uses }: Matrix, translate: Translate): readonly (readonly string[])[] {
  const called = columnHeadings(headings);
  return called.flatMap((heading, index) => {
    const [use] = uses.filter((column) => column.index === index);
    if (!use && headings[index] === '') return [];
    const meaning = translate(message(use ? `meaning-${use.meaning}` : 'reading-not-read'));
    return [[JSON.stringify(heading), use ? `${meaning}: ${translate(message(`ground-${use.ground}`))}` : meaning]];
  });
}

function valueLines({ values, headings, columns: uses }: Matrix, translate: Translate): readonly (readonly string[])[] {
  const called = columnHeadings(headings);
  return values
    .slice(0, VALUES_SHOWN)
    .map(({ column, value, count, means }) => [
      JSON.stringify(shortened(value)),
      String(count),
      translate(means === null ? message('reading-value-unknown') : message(means)),
      `(${called[uses.find(({ meaning }) => meaning === column)?.index ?? -1] ?? ''})`,
    ]);
}

/** Values that are printed; JSON has all. */
const VALUES_SHOWN = 100;

function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : ['', title, ...columns(rows.map(([first = '', ...rest]) => [`  ${first}`, ...rest]))];
}
