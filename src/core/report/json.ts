import type { UsableEvidence } from '../assessment/evidence';
import type { ControlSummary, UnitSummary } from '../assessment/summary';
import { policyLines } from '../azure/policyLines';
import { finish, type Steps } from '../steps';
import { gapRow, openRows, requestsOf, requirementRow } from './exported/exportSteps';
import { manifestOf } from './exported/manifest';
import { problemJson } from './problemJson';
import { encode, type Exporter, noticesOf, policyOf, type Report, type TellProgress } from './report';
import { controlJson, openItemJson, policyJson, summaryJson } from './summaryJson';

/**
 * The scoping summary for programs: what `summary --format json` gives, with a `head` (what it was made of, when and with
 * what), the remaining `problems` of the files, and for each control where it is referenced (`places`), the evidence that
 * counts (`evidenceRows`), the evidence that counts for no requirement yet (`notYetMappedRows`), what is to be known
 * (`noticeRows`), and what it was told from where that is requirements (`units`).
 */
export const json: Exporter = {
  format: 'json',
  name: 'JSON',
  purpose: 'format-json',
  extension: 'json',
  write: (report) => finish(jsonSteps(report)),
  steps: jsonSteps,
};

/** The controls, where there are none: no text in the file can hold a line break. */
const NO_CONTROLS = '\n  "controls": []';

function* jsonSteps(report: Report, tell?: TellProgress): Steps<Uint8Array> {
  const { controls } = report.summary;
  const printed: string[] = [];
  for (const [done, control] of controls.entries()) {
    const whole = { ...controlJson(control, report), ...details(control, report) };
    printed.push(`\n    ${print(whole).replaceAll('\n', '\n    ')}`);
    tell?.(done + 1, controls.length);
    yield;
  }
  const rest = print({
    // `tool` comes first: `isExport` knows the file by it.
    head: manifestOf(report),
    ...summaryJson(report, []),
    problems: problems(report),
    gaps: report.gaps.map((gap) => gapRow(gap, report)),
  });
  const all =
    printed.length === 0 ? rest : rest.replace(NO_CONTROLS, () => `\n  "controls": [${printed.join(',')}\n  ]`);
  return encode(`${all}\n`);
}

function print(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

function details(of: ControlSummary, report: Report): object {
  const { id: control, references, evidence, notYetMapped, units } = of;
  const { translate } = report;
  return {
    places: references.map((reference) => ({
      ...report.placeOf(reference.file, reference),
      text: reference.text,
      ids: reference.ids,
    })),
    evidenceRows: evidence.map((item) => evidenceJson(item, report)),
    notYetMappedRows: notYetMapped.map((item) => evidenceJson(item, report)),
    noticeRows: noticesOf(of).map(({ requirements, message, why }) => ({
      requirements,
      message: translate(message),
      why: translate(why),
    })),
    openItemRows: openRows(of, report).map(({ maturity, requirements, message, why }) => ({
      maturity,
      requirements,
      message,
      why,
    })),
    requestRows: requestsOf(of, report),
    policyRows: policyOf(of, report).map((policy) => ({
      requirement: policy.requirement,
      message: policyLines(policy, report.labelOf).map(translate).join('; '),
    })),
    units: units
      .filter(({ id }) => id !== control)
      .map((unit) => {
        const { id, verdict, status, openItems } = unit;
        const { responsibility, inheritability } = verdict;
        const policy = report.policy.get(id);
        return {
          id,
          responsibility,
          inheritability,
          status,
          openItems: openItems.map((item) => openItemJson(item, report)),
          ...(policy && { policy: policyJson(policy) }),
          ...listedJson(unit, report),
        };
      }),
  };
}

/** What a unit of the requirement list has beside what every unit has. */
function listedJson(unit: UnitSummary, report: Report): object {
  if (!unit.listed) return {};
  const { inheritableElements, elements, open, file, line, rationale } = requirementRow(unit, unit.listed, report);
  return { listed: { inheritableElements, elements, open, file, line, rationale } };
}

function evidenceJson(
  { requirement, maturity, title, location, state, dates, file, line }: UsableEvidence,
  { labelOf }: Report,
): object {
  return {
    ...(requirement !== undefined && { requirement }),
    maturity,
    title,
    location,
    state,
    ...dates,
    file: labelOf(file),
    line,
  };
}

function problems({ problems: all, translate }: Report): readonly unknown[] {
  return all.map(({ problem, place }) => problemJson(problem, place, translate));
}
