import { type OpenItem, tell } from '../assessment/openItems';
import type { ControlSummary } from '../assessment/summary';
import type { Report } from './report';

/**
 * The summary in the shape that the command line promises (README, "The JSON of the command line"). Without a
 * requirement list the totals count controls, and no control lists requirements.
 */
export function summaryJson({ summary, translate, placeOf }: Report): unknown {
  const openItem = (item: OpenItem): unknown => ({
    kind: item.kind,
    ...(item.maturity && { maturity: item.maturity }),
    message: translate(tell(item)),
    why: translate(item.why),
  });
  const control = ({ id, title, category, responsibility, counts, status, ...rest }: ControlSummary): unknown => ({
    id,
    title,
    category,
    responsibility,
    counts,
    status,
    evidence: rest.evidence.length,
    references: rest.references.length,
    openItems: rest.openItems.map(openItem),
    requirements: [],
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
