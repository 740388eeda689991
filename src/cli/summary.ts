import { headline } from '../core/assessment/headline';
import { scopeWords, STATUSES, statusWord } from '../core/assessment/status';
import { message } from '../core/message';
import { summaryJson } from '../core/report/summaryJson';
import { createReport } from '../workspace/createReport';
import { placeOf } from '../workspace/placeOf';
import { type Command, UsageError } from './command';
import { openAssessment } from './openAssessment';
import { columns, isFinding, problemLine } from './output';

/** `summary`: what is still open on everything in scope. */
export const summary: Command = async (args, context) => {
  if (args.project === undefined && (args.matrix === undefined || args.files.length === 0)) {
    throw new UsageError('summary needs --project FILE, or --matrix FILE and at least one document.');
  }
  const { files, translate } = context;
  const assessment = await openAssessment(args, context);
  const { controls, totals, assumptions } = assessment.summary;
  const problems = assessment.problems.map((problem) => ({
    problem,
    place: placeOf(problem.file, problem.at, assessment, files),
  }));
  return {
    json: summaryJson(createReport(assessment, files, context)),
    text: [
      `${assessment.summary.name}, ${context.today}`,
      ...[message(`report-basis-${assessment.summary.basis}`), ...assumptions].map(translate),
      '',
      ...columns(controls.map((control) => [control.id, control.title, headline(control).map(translate).join(' · ')])),
      '',
      translate(scopeWords(assessment.summary)),
      ...columns(
        STATUSES.filter((status) => totals.byStatus[status] > 0).map((status) => [
          `  ${translate(statusWord(status, assessment.summary))}`,
          String(totals.byStatus[status]),
        ]),
      ),
      ...problems.map(({ problem, place }) => problemLine(problem, place, translate)),
    ],
    hasFindings: isFinding(problems) || controls.some(({ openItems }) => openItems.length > 0),
  };
};
