import type { UsableEvidence } from '../assessment/evidence';
import type { ControlSummary } from '../assessment/summary';
import { problemJson } from './problemJson';
import { encode, type Exporter, filterLines, noticesOf, type Report, TOOL } from './report';
import { openItemJson, policyJson, summaryJson } from './summaryJson';

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
  write: (report) =>
    encode(
      `${JSON.stringify(
        {
          head: head(report),
          ...summaryJson(report, (control) => details(control, report)),
          problems: problems(report),
        },
        undefined,
        2,
      )}\n`,
    ),
};

/** `tool` comes first: `isExport` knows the file by it. */
function head(report: Report): unknown {
  const { summary, filter, matrices, today, toolVersion, translate } = report;
  return {
    tool: `${TOOL} ${toolVersion}`,
    name: summary.name,
    date: today,
    basis: summary.basis,
    ...(filter && { filter: { ...filter, message: filterLines(report).map(translate).join('') } }),
    assumptions: summary.assumptions.map(translate),
    matrices: matrices.map(({ name, sha256 = null, entries, preamble }) => ({
      file: name,
      sha256,
      entries,
      ...(preamble !== undefined && { preamble }),
    })),
  };
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
    units: units
      .filter(({ id }) => id !== control)
      .map(({ id, verdict: { responsibility, inheritability }, status, openItems }) => {
        const policy = report.policy.get(id);
        return {
          id,
          responsibility,
          inheritability,
          status,
          openItems: openItems.map((item) => openItemJson(item, report)),
          ...(policy && { policy: policyJson(policy) }),
        };
      }),
  };
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
