import type { UsableEvidence } from '../assessment/evidence';
import type { ControlSummary, UnitSummary } from '../assessment/summary';
import { policyLines } from '../azure/policyLines';
import { finish, type Steps } from '../steps';
import type { TableName } from './exported/exportedSummary';
import { gapRow, openRows, requestsOf, requirementRow } from './exported/exportSteps';
import { manifestOf } from './exported/manifest';
import { hiddenFields } from './exported/shownRows';
import { TABLE_NAMES } from './exported/tables';
import { problemJson } from './problemJson';
import { encode, type Exporter, type TellProgress } from './exporter';
import { noticesOf, policyOf, type Report, shows } from './report';
import { controlJson, openItemJson, policyJson, shownPlace, summaryJson, where } from './summaryJson';

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
  const rows = createRows(report);
  for (const [done, control] of controls.entries()) {
    const whole = { ...controlJson(control, report), ...details(control, report, rows) };
    printed.push(`\n    ${print(whole).replaceAll('\n', '\n    ')}`);
    tell?.(done + 1, controls.length);
    yield;
  }
  const rest = print({
    // `tool` comes first: `isExport` knows the file by it.
    head: manifestOf(report),
    ...summaryJson(report, []),
    problems: problems(report),
    gaps: createRows(report)(
      'gaps',
      report.gaps.map((gap) => gapRow(gap, report)),
    ),
  });
  const all =
    printed.length === 0 ? rest : rest.replace(NO_CONTROLS, () => `\n  "controls": [${printed.join(',')}\n  ]`);
  return encode(`${all}\n`);
}

function print(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

/** Rows of a table with null for what a copy does not show of them; none of a table that it does not show. */
type Rows = (name: TableName, rows: readonly object[]) => readonly object[];

function createRows(report: Report): Rows {
  const hidden = new Map(TABLE_NAMES.map((name) => [name, hiddenFields(name, report)]));
  return (name, rows) => {
    const names = hidden.get(name);
    if (names === 'all') return [];
    if (!names?.size) return rows;
    const nothing = Object.fromEntries([...names].map((field) => [field, null]));
    return rows.map((row) => Object.assign({}, row, nothing));
  };
}

function details(of: ControlSummary, report: Report, rows: Rows): object {
  const { id: control, references, evidence, notYetMapped, units } = of;
  const { translate } = report;
  return {
    places: where(shows(report, 'references'), references).map((reference) => ({
      ...shownPlace(report.placeOf(reference.file, reference), report),
      text: reference.text,
      ids: reference.ids,
    })),
    evidenceRows: rows(
      'evidence',
      evidence.map((item) => evidenceJson(item, report)),
    ),
    notYetMappedRows: rows(
      'notYetMapped',
      notYetMapped.map((item) => evidenceJson(item, report)),
    ),
    noticeRows: rows(
      'notices',
      noticesOf(of).map(({ requirements, message, why }) => ({
        requirements,
        message: translate(message),
        why: translate(why),
      })),
    ),
    openItemRows: rows(
      'openItems',
      openRows(of, report).map(({ maturity, requirements, message, why }) => ({
        maturity,
        requirements,
        message,
        why,
      })),
    ),
    requestRows: rows('requests', requestsOf(of, report)),
    policyRows: rows(
      'policy',
      policyOf(of, report).map((policy) => ({
        requirement: policy.requirement,
        message: policyLines(policy, report.labelOf).map(translate).join('; '),
      })),
    ),
    units: where(shows(report, 'requirements'), units)
      .filter(({ id }) => id !== control)
      .map((unit) => {
        const { id, verdict, status, openItems } = unit;
        const { responsibility, inheritability } = verdict;
        const policy = shows(report, 'policy') ? report.policy.get(id) : undefined;
        return {
          id,
          responsibility,
          inheritability,
          status,
          openItems: where(shows(report, 'openItems'), openItems).map((item) => openItemJson(item, report)),
          ...(policy && { policy: policyJson(policy) }),
          ...listedJson(unit, report, rows),
        };
      }),
  };
}

/** What a unit of the requirement list has beside what every unit has. */
function listedJson(unit: UnitSummary, report: Report, rows: Rows): object {
  if (!unit.listed) return {};
  const { inheritableElements, elements, open, file, line, rationale } = requirementRow(unit, unit.listed, report);
  const [listed] = rows('requirements', [{ inheritableElements, elements, open, file, line, rationale }]);
  return { listed };
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

function problems(report: Report): readonly unknown[] {
  return where(shows(report, 'problems'), report.problems).map(({ problem, place }) =>
    problemJson(problem, shownPlace(place, report), report.translate),
  );
}
