import { PROJECT_FILE } from '../core/assessment/projectFile';
import type { LineIndex } from '../core/lineIndex';
import { message } from '../core/message';
import { problemJson } from '../core/report/problemJson';
import { placeProblems } from '../workspace/placeOf';
import { verifySharing } from '../workspace/sharing';
import { type Command, UsageError } from './command';
import { isFinding, problemLine } from './output';

/** `verify`: whether the sharing register is as it was written. It reads the project file and the register, and nothing else. */
export const verify: Command = async ({ matrix, project = PROJECT_FILE, files: others }, context) => {
  const { files, workingFolder, translate } = context;
  if (matrix !== undefined || others.length > 0)
    throw new UsageError('verify takes --project FILE, and nothing beside it.');
  const verified = await verifySharing(files.resolve(workingFolder, project), files);
  if (!verified) throw new UsageError(`${project} names no sharing register, and there is no sharing.csv beside it.`);
  const { register, rows, problems } = verified;
  const linesOf = (file: string): LineIndex | undefined => (file === verified.projectFile ? verified.lines : undefined);
  const placed = placeProblems(problems, { linesOf }, files);
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
