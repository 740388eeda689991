import { referenceHeadline, responsibilityOf } from '../core/assessment/referenceSummary';
import { catalog } from '../core/csf/catalog';
import { severityOf } from '../core/problems';
import { problemJson } from '../core/report/problemJson';
import { placeOf, placeProblems } from '../workspace/placeOf';
import { type Command, UsageError } from './command';
import { openAssessment } from './openAssessment';
import { asRead, columns, isFinding, problemLine } from './output';

/** `scan`: what each document references, and who is responsible where a matrix says so. */
export const scan: Command = async (args, context) => {
  if (args.files.length === 0) throw new UsageError('scan needs at least one document.');
  const { files, translate } = context;
  const assessment = await openAssessment(args, context);
  const { summary } = assessment;
  const references = assessment.documents.flatMap((file) =>
    (assessment.document(file)?.scan.references ?? []).map((reference) => ({
      reference,
      place: placeOf(file, reference, assessment, files),
    })),
  );
  // Of the other files only what keeps the answer from being right: `check` lists all there is.
  const documents = new Set(assessment.documents);
  const told = assessment.problems.filter((problem) => documents.has(problem.file) || severityOf(problem) === 'error');
  const problems = asRead(placeProblems(told, assessment, files));
  return {
    json: {
      references: references.map(({ reference, place }) => ({
        ...place,
        text: reference.text,
        ids: reference.ids,
        kind: reference.kind,
        responsibility: responsibilityOf(reference, summary, catalog),
      })),
      problems: problems.map(({ problem, place }) => problemJson(problem, place, translate)),
    },
    text: [
      ...columns(
        references.map(({ reference, place }) => [
          `${place.file}:${place.line}:${place.column}`,
          reference.text,
          assessment.hasMatrix ? referenceHeadline(reference, summary, catalog).map(translate).join(' · ') : '',
        ]),
      ),
      ...problems.map(({ problem, place }) => problemLine(problem, place, translate)),
    ],
    hasFindings: isFinding(problems),
  };
};
