import { catalog } from '../core/csf/catalog';
import type { ProblemCode } from '../core/problems';
import { Assessment } from '../workspace/assessment';
import { DEFAULT_DOCUMENTS } from '../workspace/defaults';
import { loadPart } from './loadPart';
import { type CommandArguments, type CommandContext, UsageError } from './command';

/**
 * Reads the assessment that a command line names: by its project file, or by a matrix and documents. Documents that are
 * named beside a project file take the place of its globs.
 *
 * @param documents which of the files that were named are documents
 * @throws {UsageError} where one of the files that were named cannot be read
 */
export async function openAssessment(
  args: CommandArguments,
  context: CommandContext,
  documents = args.files,
): Promise<Assessment> {
  const { files, workingFolder } = context;
  if (args.project !== undefined && args.matrix !== undefined) {
    throw new UsageError('Give either --project or --matrix: a project file names its own matrix.');
  }
  const projectFile = args.project === undefined ? undefined : files.resolve(workingFolder, args.project);
  const assessment = new Assessment(
    {
      folder: projectFile === undefined ? workingFolder : files.resolve(projectFile, '..'),
      ...(projectFile !== undefined && { projectFile }),
      defaults: { ...(args.matrix !== undefined && { matrix: args.matrix }), documents: DEFAULT_DOCUMENTS },
      ...((args.files.length > 0 || projectFile === undefined) && {
        documents: documents.map((path) => files.resolve(workingFolder, path)),
      }),
    },
    files,
    catalog,
    loadPart,
    () => context.today,
  );
  await assessment.load(context.onProgress);
  const named = [args.project, args.matrix, ...args.files].flatMap((path) => path ?? []);
  const locations = new Set(named.map((path) => files.resolve(workingFolder, path)));
  // What a project file names is told at its place in there: that is a finding, for the project file itself was read.
  const unreadable = assessment.allProblems.filter(
    ({ code, file, at }) => CANNOT_RUN.has(code) && locations.has(file) && !(file === projectFile && at),
  );
  if (unreadable.length > 0) throw new UsageError(unreadable.map(context.translate).join('\n'));
  return assessment;
}

/** Without a file that was asked for by name there is no answer; anything else is a finding beside the answer. */
const CANNOT_RUN: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'file-not-found',
  'file-not-readable',
  'file-not-text',
  'file-too-large',
  'file-empty',
  'workbook-encrypted',
  'workbook-legacy',
  'workbook-other-kind',
  'workbook-corrupt',
  'workbook-too-large',
  'missing-sheet',
  'missing-id-column',
]);
