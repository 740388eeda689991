import { message } from '../core/message';
import { type MergedJson, mergeSummaries, type RunJson, withNames } from '../core/report/mergeSummaries';
import { readRun } from '../core/report/readRun';
import { type Command, type CommandContext, UsageError } from './command';
import { columns, statusLines } from './output';

/** `summary --merge`: what several runs left, added up: the JSON of summaries, and exports as JSON, CSV or Excel. */
export const mergedSummary: Command = async ({ files: paths, project, matrix }, context) => {
  if (project !== undefined || matrix !== undefined) {
    throw new UsageError('summary --merge takes what earlier runs left, and no --project or --matrix.');
  }
  const { files, workingFolder } = context;
  const locations = paths.map((path) => files.resolve(workingFolder, path));
  if (locations.length === 0)
    throw new UsageError('summary --merge needs at least one FILE: the JSON of a run, or an export as CSV or Excel.');
  const [twice] = paths.filter((_, index) => locations.indexOf(locations[index] ?? '') < index);
  if (twice !== undefined) throw new UsageError(`${twice} is named twice, and would count twice.`);
  const runs = await Promise.all(locations.map((location) => readFile(location, context)));
  const merged = mergeSummaries(withNames(runs));
  return {
    json: merged,
    text: lines(merged, context),
    hasFindings:
      merged.project.length > 0 || runs.some(({ controls }) => controls.some(({ openItems }) => openItems.length > 0)),
  };
};

async function readFile(
  location: string,
  { files, translate }: CommandContext,
): Promise<RunJson & { readonly file: string }> {
  const file = files.label(location);
  const run = await readRun(await files.read(location), file, translate);
  if ('code' in run) throw new UsageError(translate(run));
  return { ...run, file };
}

function lines({ totals, assessments, basis }: MergedJson, { translate }: CommandContext): readonly string[] {
  const scope = ({ controls, requirements }: MergedJson['totals']): string =>
    translate(message('merge-scope', requirements, controls));
  return [
    ...columns(
      assessments.map(({ name, totals: own, filter = '' }) => [
        name,
        filter === '' ? scope(own) : `${scope(own)}; ${filter}`,
      ]),
    ),
    '',
    `${translate(message('merge-together', assessments.length))} ${scope(totals)}`,
    ...(basis === 'mixed' ? [translate(message('merge-mixed'))] : []),
    ...statusLines(totals.byStatus, (status) => translate(message(`status-${status}`))),
  ];
}
