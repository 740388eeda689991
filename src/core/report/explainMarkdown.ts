import type { Explanation, Rule, Step, StepPlace } from '../assessment/explainStep';
import { statusWord } from '../assessment/status';
import type { Summary } from '../assessment/summary';
import { type Message, message, type Translate } from '../message';
import { inline } from './markdownText';
import type { ReportedPlace } from './report';

/** An explanation, and what is needed to write it down. */
export interface ExplanationReport {
  readonly explanation: Explanation;
  readonly summary: Pick<Summary, 'basis'>;
  readonly translate: Translate;
  readonly placeOf: (place: StepPlace) => ReportedPlace;
}

/** Of more places the number is told. */
export const PLACES_SHOWN = 8;

/** Steps that follow each other under one rule. */
export interface RuleSteps {
  readonly rule: Rule;
  /** Each with its number among all, from 1. */
  readonly steps: readonly (Step & { readonly number: number })[];
}

/** The steps under their rules, in their order: a rule comes twice where a control's requirement is told after it. */
export function byRule({ steps }: Explanation): readonly RuleSteps[] {
  const groups: { readonly rule: Rule; readonly steps: (Step & { readonly number: number })[] }[] = [];
  for (const [index, step] of steps.entries()) {
    const last = groups.at(-1);
    const numbered = { number: index + 1, ...step };
    if (last?.rule === step.rule) last.steps.push(numbered);
    else groups.push({ rule: step.rule, steps: [numbered] });
  }
  return groups;
}

/** The name of a rule, as a heading. */
export function ruleName(rule: Rule): Message {
  return message('explain-rule', rule, message(`explain-rule-${rule}`));
}

/** The rule behind a step, unless the step above was told with the same. */
export function whyAt(steps: readonly Step[], index: number, translate: Translate): string | undefined {
  const [why, last] = [steps[index]?.why, steps[index - 1]?.why].map((each) => each && translate(each));
  return why === last ? undefined : why;
}

/** The status in words; of what is not in scope, that. */
export function statusLine({ explanation: { status }, summary }: ExplanationReport): Message {
  return status === undefined
    ? message('explain-not-in-scope')
    : message('explain-status', statusWord(status, summary));
}

/**
 * How a status came about, as a Markdown document with a heading for each rule. Text from files is text.
 *
 * @param linkOf the address that leads to a place; undefined where none can
 */
export function explainMarkdown(
  report: ExplanationReport,
  linkOf: (place: StepPlace) => string | undefined = () => undefined,
): string {
  const { explanation, translate, placeOf } = report;
  const { id, title } = explanation;
  const places = ({ places: all }: Step): string => {
    const shown = all.slice(0, PLACES_SHOWN).map((place) => {
      const { file, line } = placeOf(place);
      const name = inline(`${file}:${line}`);
      const address = linkOf(place);
      return address === undefined ? name : `[${name}](${address})`;
    });
    const more = all.length - shown.length;
    const told = more > 0 ? [...shown, translate(message('explain-more-places', more))] : shown;
    return told.length > 0 ? ` (${told.join(', ')})` : '';
  };
  return [
    `# ${inline(translate(message('explain-title', `${id} ${title}`.trim())))}`,
    '',
    `**${inline(translate(statusLine(report)))}**`,
    ...byRule(explanation).flatMap(({ rule, steps }) => [
      '',
      `## ${translate(ruleName(rule))}`,
      '',
      ...steps.flatMap((step, index) => {
        const why = whyAt(steps, index, translate);
        const line = `${step.number}. ${inline(translate(step.message))}${places(step)}`;
        return why === undefined ? [line] : [`${line}\\`, `   _${inline(why)}_`];
      }),
    ]),
    '',
  ].join('\n');
}
