import { PROJECT_FILE } from '../core/assessment/projectFile';
import type { LineIndex } from '../core/lineIndex';
import { message } from '../core/message';
import { problemJson } from '../core/report/problemJson';
import { placeOf } from '../workspace/placeOf';
import { type Verified, verifySharing } from '../workspace/sharing';
import { type Command, type CommandContext, UsageError } from './command';
import { isFinding, problemLine } from './output';
import { usageError } from './usageError';

/** `verify`: whether the sharing register is as it was written. It reads the project file and the register, and nothing else. */
export const verify: Command = async ({ matrix, project = PROJECT_FILE, files: others }, context) => {
  const { files, translate } = context;
  if (matrix !== undefined || others.length > 0)
    throw new UsageError('verify takes --project FILE, and nothing beside it.');
  const verified = await read(project, context);
  if (!verified) throw new UsageError(`${project} names no sharing register, and there is no sharing.csv beside it.`);
  const { register, rows, problems } = verified;
  const linesOf = (file: string): LineIndex | undefined => (file === verified.projectFile ? verified.lines : undefined);
  const placed = problems.map((problem) => ({ problem, place: placeOf(problem.file, problem.at, { linesOf }, files) }));
  const hasFindings = isFinding(placed);
  const name = files.label(register);
  return {
    json: {
      register: name,
      rows: rows.length,
      isWhole: !hasFindings,
      problems: placed.map(({ problem, place }) => problemJson(problem, place, translate)),
    },
    text: [
      ...placed.map(({ problem, place }) => problemLine(problem, place, translate)),
      ...(hasFindings ? [] : [translate(message('sharing-whole', name, rows.length))]),
    ],
    hasFindings,
  };
};

async function read(
  project: string,
  { files, workingFolder, translate }: CommandContext,
): Promise<Verified | undefined> {
  try {
    return await verifySharing(files.resolve(workingFolder, project), files);
  } catch (error) {
    throw usageError(error, { files, translate });
  }
}
