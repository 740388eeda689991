import { openLines } from '../core/assessment/combine';
import { RESPONSIBILITY_ORDER, STATUSES } from '../core/assessment/status';
import type { ControlSummary } from '../core/assessment/summary';
import { groupBy } from '../core/groupBy';
import { message, type Translate } from '../core/message';
import { type Problem, severityOf } from '../core/problems';
import type { Assessment } from '../workspace/assessment';
import type { Files } from '../workspace/files';
import type { ControlRow, SummaryContent } from './protocol';

/** What the page shows of an assessment. */
export function createSummaryContent(assessment: Assessment, files: Files, translate: Translate): SummaryContent {
  const { controls, totals, assumptions, name, unresolved } = assessment.summary;
  const row = (control: ControlSummary): ControlRow => ({
    id: control.id,
    title: control.title,
    responsibility: translate(message(control.responsibility ?? 'unknown')),
    tone: control.responsibility ?? 'unknown',
    open: openLines(control.openItems).map((item) => ({ text: translate(item.message), why: translate(item.why) })),
    documents: [...groupBy(control.references.entries(), ([, { file }]) => file)].map(([file, references]) => ({
      name: files.label(file).split('/').at(-1) ?? '',
      // A line that names a control twice is one place to go to.
      lines: [...groupBy(references, ([, { start }]) => assessment.linesOf(file)?.positionAt(start).line ?? 0)].map(
        ([line, [[reference]]]) => ({ line: line + 1, reference }),
      ),
    })),
  });
  const unresolvedReasons = new Set<Problem>(unresolved.map(({ reason }) => reason));
  return {
    title: name,
    notes: [
      ...assessment.matrices.flatMap(({ file, preamble }) => [
        translate(message('report-matrix', files.label(file))),
        ...(preamble === undefined ? [] : [translate(message('matrix-preamble', preamble))]),
      ]),
      ...[message('report-basis-documents'), ...assumptions].map(translate),
    ],
    hasMatrix: assessment.hasMatrix,
    totals: [
      {
        label: translate(message('column-responsibility')),
        figures: RESPONSIBILITY_ORDER.map((value) => ({
          label: translate(message(value)),
          count: totals.byResponsibility[value],
          tone: value,
        })),
      },
      {
        label: translate(message('column-status')),
        figures: STATUSES.filter((status) => totals.byStatus[status] > 0).map((status) => ({
          label: translate(message(`status-${status}`)),
          count: totals.byStatus[status],
          tone: status,
        })),
      },
    ],
    sections: STATUSES.flatMap((status) => {
      const rows = controls.filter((control) => control.status === status).map(row);
      const title = translate(message(status === 'needs-evidence' ? 'section-needs-evidence' : `status-${status}`));
      return rows.length > 0 || status === 'needs-evidence' ? [{ title, rows }] : [];
    }),
    problems: {
      title: translate(message('section-problems')),
      texts: assessment.problems
        .filter((problem) => severityOf(problem) === 'error' || unresolvedReasons.has(problem))
        .map((problem) => `${files.label(problem.file)}: ${translate(problem)}`),
    },
    labels: {
      control: translate(message('column-control')),
      responsibility: translate(message('column-responsibility')),
      open: translate(message('column-open')),
      references: translate(message('column-references')),
      export: translate(message('action-export')),
      loadMatrix: translate(message('action-load-matrix')),
      none: translate(message('report-none')),
    },
  };
}
