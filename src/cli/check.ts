import { tell } from '../core/assessment/openItems';
import { PROJECT_FILE } from '../core/assessment/projectFile';
import { message } from '../core/message';
import { type Checked, checkedJson, checkReport, hasFindings } from '../core/report/checked';
import { sarif } from '../core/report/sarif';
import type { Assessment } from '../workspace/assessment';
import { createReport } from '../workspace/createReport';
import { placeProblems } from '../workspace/placeOf';
import { type Command, type CommandArguments, type CommandContext, type FileCommand, UsageError } from './command';
import { deliver } from './deliver';
import { openAssessment } from './openAssessment';
import { asRead, problemLine } from './output';

/** `check`: every problem of the files, and everything that is open. */
export const check: Command = async (args, context) => {
  const { checked } = await look(args, context);
  return { json: checkedJson(checked, context), text: lines(checked, context), hasFindings: hasFindings(checked) };
};

/** The same as SARIF, for code scanning. */
export const checkAsSarif: FileCommand = async (args, context) => {
  const { checked, assessment } = await look(args, context);
  const { projectFile } = assessment.source;
  const bytes = sarif(checked, {
    summary: assessment.summary,
    ...context,
    ...(projectFile !== undefined && { projectFile: context.files.label(projectFile) }),
  });
  return { ...(await deliver(bytes, args, assessment, context)), hasFindings: hasFindings(checked) };
};

async function look(
  args: CommandArguments,
  context: CommandContext,
): Promise<{ readonly checked: Checked; readonly assessment: Assessment }> {
  const { files } = context;
  const assessment = await openAssessment(await withProject(args, context), context);
  const problems = placeProblems(assessment.problems, assessment, files);
  return { checked: checkReport(createReport(assessment, files, context), asRead(problems)), assessment };
}

/** Without a word of what to check, what lies here is checked: a pipeline runs where the project is. */
async function withProject(
  args: CommandArguments,
  { files, workingFolder }: CommandContext,
): Promise<CommandArguments> {
  if (args.project !== undefined || (args.matrix !== undefined && args.files.length > 0)) return args;
  const isHere = (await files.kindOf(files.resolve(workingFolder, PROJECT_FILE))) === 'file';
  if (args.matrix !== undefined || !isHere) {
    throw new UsageError(
      `check needs --project FILE, an ${PROJECT_FILE} in this folder, or --matrix FILE and at least one document.`,
    );
  }
  return { ...args, project: PROJECT_FILE };
}

function lines({ problems, openItems, project }: Checked, { translate }: CommandContext): readonly string[] {
  const told = [
    ...problems.map(({ problem, place }) => problemLine(problem, place, translate)),
    ...openItems.map(({ control, requirement, item, place }) => {
      const at = place ? `${place.file}:${place.line}:${place.column}: ` : '';
      return `${at}open: ${requirement ?? control}: ${translate(tell(item))} [${item.kind}]`;
    }),
    ...project.map((item) => `open: ${translate(item.message)} [${item.kind}]`),
  ];
  return told.length > 0 ? told : [translate(message('check-nothing'))];
}
