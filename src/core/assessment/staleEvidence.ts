import { problem, type Problem } from '../problems';
import { message } from '../message';
import type { AssessmentCalendar } from './calendar';
import { timeOf } from './clocks';
import type { createRecorded } from './evaluateControl';
import type { ControlSummary } from './summary';

/**
 * Evidence that would count if it were in time (README, rule 5), at its row or its line of a document. Where something
 * else is in time at the same level, what is older is history, and says nothing.
 */
export function findStaleEvidence(
  controls: Iterable<ControlSummary>,
  recordedOf: ReturnType<typeof createRecorded>,
  calendar: AssessmentCalendar | undefined,
): readonly Problem[] {
  if (!calendar) return [];
  const told = new Set<string>();
  return [...controls].flatMap((control) =>
    control.units.flatMap((unit) => {
      const late = unit.openItems.filter(({ kind }) => kind === 'late-evidence');
      const { evidence } = late.length > 0 ? recordedOf(control.id)(unit) : { evidence: [] };
      return evidence.flatMap((item): readonly Problem[] => {
        const { file, line, maturity } = item;
        // Its own date, or that the control has not run for long enough.
        const reason =
          timeOf(item, maturity, calendar).late?.message ?? late.find((open) => open.maturity === maturity)?.reason;
        const place = `${line} ${maturity} ${file}`;
        const isLate = late.some((open) => open.maturity === maturity);
        if (!isLate || !reason || told.has(place)) return [];
        told.add(place);
        return [problem('stale-evidence', file, { line }, message(maturity), unit.id, reason)];
      });
    }),
  );
}
