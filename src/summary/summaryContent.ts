import { openLines } from '../core/assessment/combine';
import { explainRollUp } from '../core/assessment/explainRollUp';
import { isLink, pathKey } from '../core/assessment/evidence';
import { RESPONSIBILITY_ORDER, STATUSES, statusWord } from '../core/assessment/status';
import type { ControlSummary } from '../core/assessment/summary';
import { groupBy } from '../core/groupBy';
import { type Message, message, type Translate } from '../core/message';
import { type Problem, severityOf } from '../core/problems';
import type { SentenceCode } from '../core/sentences';
import type { Assessment } from '../workspace/assessment';
import type { Files } from '../workspace/files';
import type { ControlRow, EvidenceDocument, Labels, SummaryContent } from './content';
import { entriesOf } from './target';

/** What is needed of the port for files: nothing that reads. */
type Naming = Pick<Files, 'label' | 'name'>;

/** What the page shows of an assessment. */
export function createSummaryContent(assessment: Assessment, files: Naming, translate: Translate): SummaryContent {
  const { controls, totals, assumptions, name, unresolved } = assessment.summary;
  const word = (code: SentenceCode): string => translate(message(code));
  const unresolvedReasons = new Set<Problem>(unresolved.map(({ reason }) => reason));
  return {
    title: name,
    notes: [
      ...assessment.matrices.flatMap(({ file, preamble }) => [
        translate(message('report-matrix', files.label(file))),
        ...(preamble === undefined ? [] : [translate(message('matrix-preamble', preamble))]),
      ]),
      ...[message(`report-basis-${assessment.summary.basis}`), ...assumptions].map(translate),
    ],
    hasMatrix: assessment.hasMatrix,
    totals: [
      {
        facet: 'responsibility',
        label: word('column-responsibility'),
        figures: RESPONSIBILITY_ORDER.map((value) => ({
          value,
          label: word(value),
          count: totals.byResponsibility[value],
        })),
      },
      {
        facet: 'status',
        label: word('column-status'),
        figures: STATUSES.map((value) => ({
          value,
          label: translate(statusWord(value, assessment.summary)),
          count: totals.byStatus[value],
        })),
      },
    ],
    sections: STATUSES.flatMap((status) => {
      const rows = controls
        .filter((control) => control.status === status)
        .map((control) => createRow(control, assessment, files, translate));
      const title = translate(
        status === 'needs-evidence' ? message('section-needs-evidence') : statusWord(status, assessment.summary),
      );
      return rows.length > 0 || status === 'needs-evidence' ? [{ status, title, rows }] : [];
    }),
    problems: {
      title: word('section-problems'),
      texts: assessment.problems
        .filter((problem) => severityOf(problem) === 'error' || unresolvedReasons.has(problem))
        .map((problem) => `${files.label(problem.file)}: ${translate(problem)}`),
    },
    labels: createLabels(translate),
  };
}

function createRow(control: ControlSummary, assessment: Assessment, files: Naming, translate: Translate): ControlRow {
  const responsibility = control.responsibility ?? 'unknown';
  return {
    id: control.id,
    title: control.title,
    responsibility: { value: responsibility, label: translate(message(responsibility)) },
    open: openLines(control.openItems).map((item) => ({ text: translate(item.message), why: translate(item.why) })),
    matrix: entriesOf(control).map((entry, index) => {
      const { requirement = entry.control, element, file, line } = entry;
      const subject = element === undefined ? requirement : `${requirement} ${element}`;
      const text = `${subject} · ${translate(message(entry.responsibility ?? 'unknown'))}`;
      return { index, text, label: `${text}, ${placeText(file, line, files, translate)}` };
    }),
    rollUp: explainRollUp(control.units).map(translate),
    evidence: evidenceOf(control, files, translate),
    documents: [...groupBy(control.references.entries(), ([, { file }]) => file)].map(([file, references]) => ({
      name: files.name(file),
      path: files.label(file),
      // A line that names a control twice is one place to go to.
      places: [...groupBy(references, ([, { start }]) => assessment.linesOf(file)?.positionAt(start).line ?? 0)].map(
        ([line, [[index]]]) => {
          const text = String(line + 1);
          return { index, text, label: `${text}, ${files.label(file)}` };
        },
      ),
    })),
  };
}

/** One document can be evidence at several levels, each in a row of its own. */
function evidenceOf(control: ControlSummary, files: Naming, translate: Translate): readonly EvidenceDocument[] {
  const byDocument = groupBy(control.evidence.entries(), ([, item]) => JSON.stringify([pathKey(item), item.title]));
  return [...byDocument.values()].map((items) => {
    const [[index, { title, location = '' }]] = items;
    const text = title === '' ? location : title;
    return {
      index,
      text,
      label: title === location ? text : `${text}, ${location}`,
      isLink: isLink(location),
      rows: items.map(([row, { maturity, requirement, file, line }]) => {
        const level = translate(message(maturity));
        const shown = requirement === undefined ? level : `${level} (${requirement})`;
        return { index: row, text: shown, label: `${shown}, ${placeText(file, line, files, translate)}` };
      }),
    };
  });
}

function placeText(file: string, line: number, files: Naming, translate: Translate): string {
  return translate(message('place-file-line', files.name(file), line));
}

function createLabels(translate: Translate): Labels {
  // What the page counts it fills in itself: the places stay open.
  const open = (code: SentenceCode): Message => message(code, '{0}', '{1}', '{2}');
  const messages: Readonly<Record<keyof Labels, Message>> = {
    control: message('column-control'),
    responsibility: message('column-responsibility'),
    open: message('column-open'),
    evidence: message('column-evidence'),
    references: message('column-references'),
    matrixRow: message('summary-matrix-row'),
    matrixRows: open('summary-matrix-rows'),
    export: message('action-export'),
    loadMatrix: message('action-load-matrix'),
    none: message('report-none'),
    filter: message('summary-filter'),
    filterText: message('summary-filter-text'),
    filterClear: message('summary-filter-clear'),
    filterNothing: message('summary-filter-nothing'),
    count: open('headline-controls'),
    countOf: open('summary-count-of'),
    sectionCount: open('summary-section-count'),
    sectionCountOf: open('summary-section-count-of'),
  };
  return Object.fromEntries(Object.entries(messages).map(([label, text]) => [label, translate(text)])) as Labels;
}
