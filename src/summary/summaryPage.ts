import { linesOf } from '../core/assessment/combine';
import { STATUSES } from '../core/assessment/status';
import type { ControlSummary, LocatedReference } from '../core/assessment/summary';
import { message, type Translate } from '../core/message';
import type { Assessment } from '../workspace/assessment';
import type { Files } from '../workspace/files';
import type { ControlRow, SummaryPage } from './protocol';

const RESPONSIBILITIES = ['azure', 'shared', 'customer', 'mixed', 'unknown'] as const;

/** What the page shows of an assessment. */
export function createSummaryPage(assessment: Assessment, files: Files, translate: Translate): SummaryPage {
  const { controls, totals, assumptions, name } = assessment.summary;
  const row = (control: ControlSummary): ControlRow => ({
    id: control.id,
    title: control.title,
    responsibility: translate(message(control.responsibility ?? 'unknown')),
    tone: control.responsibility ?? 'unknown',
    open: linesOf(control.openItems).map((item) => ({ text: translate(item.message), why: translate(item.why) })),
    documents: byDocument(control.references).map(([file, references]) => ({
      name: files.label(file).split('/').at(-1) ?? '',
      lines: references.map(({ start, index }) => ({
        line: (assessment.linesOf(file)?.positionAt(start).line ?? 0) + 1,
        reference: index,
      })),
    })),
  });
  const open = controls.filter(({ openItems }) => openItems.length > 0);
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
        figures: RESPONSIBILITIES.map((value) => ({
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
      const rows = open.filter((control) => control.status === status).map(row);
      const title = translate(message(status === 'needs-evidence' ? 'section-needs-evidence' : `status-${status}`));
      return rows.length > 0 || status === 'needs-evidence' ? [{ title, rows }] : [];
    }),
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

/** References by their document, each with its place in the whole list. */
function byDocument(
  references: readonly LocatedReference[],
): readonly [string, readonly (LocatedReference & { readonly index: number })[]][] {
  const documents = new Map<string, (LocatedReference & { readonly index: number })[]>();
  for (const [index, reference] of references.entries()) {
    documents.set(reference.file, [...(documents.get(reference.file) ?? []), { ...reference, index }]);
  }
  return [...documents];
}
