import { explainStatus } from '../core/assessment/explain';
import type { StepPlace } from '../core/assessment/explainStep';
import { readSubject } from '../core/csf/subject';
import { byRule, PLACES_SHOWN, ruleName, statusLine, whyAt } from '../core/report/explainMarkdown';
import { message } from '../core/message';
import type { ReportedPlace } from '../core/report/report';
import { placeOf } from '../workspace/placeOf';
import { type Command, UsageError } from './command';
import { openAssessment } from './openAssessment';

/** `explain`: how a control or requirement came by its status, step by step. */
export const explain: Command = async (args, context) => {
  const [id, ...documents] = args.files;
  if (id === undefined || (args.project === undefined && (args.matrix === undefined || documents.length === 0))) {
    throw new UsageError('explain needs an id, and --project FILE, or --matrix FILE and at least one document.');
  }
  const { files, translate } = context;
  const assessment = await openAssessment({ ...args, files: documents }, context);
  const subject = readSubject(id, assessment.catalog);
  if (typeof subject === 'string') throw new UsageError(`${id} is no id of one control or requirement.`);
  const { summary } = assessment;
  const explanation = explainStatus(subject, assessment.facts);
  const report = {
    explanation,
    summary,
    translate,
    placeOf: ({ file, at }: StepPlace): ReportedPlace => placeOf(file, at, assessment, files),
  };
  const placesOf = (places: readonly StepPlace[]): string => {
    const shown = places.slice(0, PLACES_SHOWN).map(report.placeOf);
    const more = places.length - shown.length;
    const told = shown.map(({ file, line }) => `${file}:${line}`);
    if (more > 0) told.push(translate(message('explain-more-places', more)));
    return told.length > 0 ? ` (${told.join(', ')})` : '';
  };
  return {
    json: {
      id: explanation.id,
      status: explanation.status ?? null,
      steps: explanation.steps.map((step) => ({
        rule: step.rule,
        message: translate(step.message),
        ...(step.why && { why: translate(step.why) }),
        places: step.places.map((place) => {
          const { file, line } = report.placeOf(place);
          return { file, line };
        }),
      })),
    },
    text: [
      `${explanation.id} ${explanation.title}`.trim(),
      translate(statusLine(report)),
      ...byRule(explanation).flatMap(({ rule, steps }) => [
        '',
        translate(ruleName(rule)),
        ...steps.flatMap((step, index) => {
          const why = whyAt(steps, index, translate);
          const number = `${step.number}.`.padStart(4);
          return [
            `${number} ${translate(step.message)}${placesOf(step.places)}`,
            ...(why === undefined ? [] : [`     ${why}`]),
          ];
        }),
      ]),
    ],
    hasFindings: explanation.status !== undefined && !CLOSED.has(explanation.status),
  };
};

/** The statuses without an open item (README, rule 8). */
const CLOSED: ReadonlySet<string> = new Set(['complete', 'inherited', 'not-applicable']);
