import type { Impact } from '../core/assessment/impact';
import { catalog } from '../core/csf/catalog';
import { tell } from '../core/assessment/openItems';
import { message } from '../core/message';
import { severityOf } from '../core/problems';
import { toJson } from '../core/report/comparison/comparisonJson';
import { type ComparisonReport, isTouching, tellChange } from '../core/report/comparison/comparisonReport';
import { type ComparedMatrix, createComparison, readCompared } from '../workspace/comparison';
import type { Assessment } from '../workspace/assessment';
import { type Command, type CommandContext, UsageError } from './command';
import { openAssessment } from './openAssessment';
import { problemLine } from './output';

/** `diff`: what changed between two matrices and, in a project, what that touches and leaves open. */
export const diff: Command = async (args, context) => {
  const [old, now, ...others] = args.files;
  if (old === undefined || now === undefined || others.length > 0)
    throw new UsageError('diff needs two files: OLD NEW.');
  if (args.matrix !== undefined) throw new UsageError('diff takes no --matrix: name the two files as OLD and NEW.');
  // The two are no documents, and without a project there are none.
  const assessment = await openAssessment({ ...args, files: [] }, context, []);
  const own = [old, now]
    .map((path) => context.files.resolve(context.workingFolder, path))
    .find((location) => assessment.matrixFiles.includes(location));
  const older = await read(old, assessment, own, context);
  const newer = await read(now, assessment, own, context);
  const report = createComparison({ older, newer }, assessment, context.files, catalog, context);
  const { impacts, problems, translate } = report;
  return {
    json: toJson(report),
    text: [
      translate(message('comparison-older', report.older.name)),
      translate(message('comparison-newer', report.newer.name)),
      ...report.notCompared.map((column) => translate(message(`not-compared-${column}`))),
      ...summaryLines(report, args.project !== undefined),
      ...impacts.flatMap((impact) => impactLines(impact, report)),
      ...problems.map(({ problem, place }) => problemLine(problem, place, translate)),
    ],
    // What is doubtful in a matrix is for `matrix` to report, unless it keeps this answer from being right.
    hasFindings: impacts.length > 0 || problems.some(({ problem }) => severityOf(problem) === 'error'),
  };
};

function summaryLines({ impacts, translate }: ComparisonReport, hasProject: boolean): readonly string[] {
  if (impacts.length === 0) return [translate(message('comparison-same'))];
  const opening = impacts.filter(({ newlyOpen }) => newlyOpen.length > 0).length;
  return [
    translate(
      hasProject
        ? message('comparison-counts', impacts.length, impacts.filter(isTouching).length, opening)
        : message('comparison-count', impacts.length),
    ),
  ];
}

function impactLines(
  { change, touches, newlyOpen, noLongerOpen }: Impact,
  report: ComparisonReport,
): readonly string[] {
  const { translate } = report;
  const open = (code: 'newly-open' | 'no-longer-open', changes: typeof newlyOpen): readonly string[] =>
    changes.flatMap(({ unit, items }) =>
      items.map((item) => `  ${translate(message(`record-${code}`))}: ${unit} ${translate(tell(item))}`),
    );
  return [
    translate(tellChange(change)),
    ...open('newly-open', newlyOpen),
    ...open('no-longer-open', noLongerOpen),
    ...touches.map(({ what, file, at, text }) => {
      const place = report.placeOf(file, at);
      return `  ${place.file}:${place.line}:${place.column}: ${translate(message(`touch-${what}`, text))}`;
    }),
  ];
}

async function read(
  path: string,
  assessment: Assessment,
  own: string | undefined,
  { files, workingFolder, translate }: CommandContext,
): Promise<ComparedMatrix> {
  const reading = await readCompared(files.resolve(workingFolder, path), assessment, own);
  if ('matrix' in reading) return reading;
  throw new UsageError(reading.failure ? translate(reading.failure) : path);
}
