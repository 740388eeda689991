import { type OpenItem, tell } from '../assessment/openItems';
import type { ControlSummary } from '../assessment/summary';
import type { Report } from './report';

/** An open item in the shape that the command line promises. */
export interface OpenItemJson {
  readonly kind: OpenItem['kind'];
  readonly maturity?: OpenItem['maturity'];
  readonly message: string;
  readonly why: string;
}

/** A control in that shape. */
export interface ControlJson extends Pick<
  ControlSummary,
  'id' | 'title' | 'category' | 'responsibility' | 'counts' | 'status'
> {
  readonly evidence: number;
  readonly references: number;
  readonly openItems: readonly OpenItemJson[];
  readonly requirements: readonly never[];
}

/**
 * The summary in the shape that the command line promises (README, "The JSON of the command line"). Without a
 * requirement list the totals count controls, and no control lists requirements.
 *
 * @param addToControl what an export says of a control beside that
 */
export function summaryJson(
  report: Report,
  addToControl: (control: ControlSummary) => object = () => ({}),
): Readonly<Record<'basis' | 'totals' | 'controls' | 'project' | 'unresolved', unknown>> {
  const { summary, translate, placeOf } = report;
  const control = (of: ControlSummary): ControlJson => ({
    id: of.id,
    title: of.title,
    category: of.category,
    responsibility: of.responsibility,
    counts: of.counts,
    status: of.status,
    evidence: of.evidence.length,
    references: of.references.length,
    openItems: of.openItems.map((item) => openItemJson(item, report)),
    requirements: [],
    ...addToControl(of),
  });
  return {
    basis: summary.basis,
    totals: {
      controls: summary.totals.controls,
      requirements: 0,
      byResponsibility: summary.totals.byResponsibility,
      byStatus: summary.totals.byStatus,
    },
    controls: summary.controls.map(control),
    project: [],
    unresolved: summary.unresolved.map(({ file, start, end, text, reason }) => {
      const place = placeOf(file, { start, end });
      return { file: place.file, line: place.line, column: place.column, text, reason: translate(reason) };
    }),
  };
}

export function openItemJson(item: OpenItem, { translate }: Pick<Report, 'translate'>): OpenItemJson {
  return {
    kind: item.kind,
    ...(item.maturity && { maturity: item.maturity }),
    message: translate(tell(item)),
    why: translate(item.why),
  };
}
