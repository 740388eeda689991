import type { Subject } from '../csf/subject';
import type { DateColumn } from './documentCells';
import type { EvidenceType } from './evidenceType';
import type { MaturityLevel } from './maturity';
import { hasOwnId, isListed } from './newRows';
import type { ControlSummary, Summary, UnitSummary } from './summary';

/** What a row of evidence can be for: a requirement in scope, or all of a control. */
export interface EvidenceTarget extends Subject {
  readonly id: string;
  readonly control: string;
  /** The requirements that the row would speak for. */
  readonly units: readonly UnitSummary[];
}

/**
 * What evidence can be added for on a control: its requirements that have an id and, without a requirement list, first
 * of all the whole control, for which a row speaks then, unless it has one requirement only.
 */
export function evidenceTargets({ id: control, units }: ControlSummary, summary: Summary): readonly EvidenceTarget[] {
  const whole = { id: control, control, units };
  const single = units
    .filter((unit) => unit.id !== control && hasOwnId(unit))
    .map((unit) => ({ id: unit.id, control, requirement: unit.id, units: [unit] }));
  const standsForAll = units.some(({ id }) => id === control);
  const speaksForAll = !isListed(summary) && single.length !== 1;
  return [...(standsForAll || speaksForAll ? [whole] : []), ...single];
}

/** The levels that are scored, those first at which evidence is still open. */
export function levelsToOffer(
  { units }: Pick<EvidenceTarget, 'units'>,
  levels: readonly MaturityLevel[],
): readonly { readonly level: MaturityLevel; readonly isOpen: boolean }[] {
  const open = new Set(
    units.flatMap(({ openItems }) =>
      openItems.flatMap(({ kind, maturity }) => (kind === 'needs-evidence' && maturity ? maturity : [])),
    ),
  );
  const offered = levels.map((level) => ({ level, isOpen: open.has(level) }));
  return [...offered.filter(({ isOpen }) => isOpen), ...offered.filter(({ isOpen }) => !isOpen)];
}

/** What kind of document usually shows a level, the most usual first. */
export const TYPES_AT: Readonly<Record<MaturityLevel, readonly [EvidenceType, ...EvidenceType[]]>> = {
  policy: ['policy'],
  procedure: ['procedure'],
  implemented: ['configuration', 'screenshot', 'sample', 'population', 'report', 'attestation', 'statement'],
  measured: ['measure', 'metric', 'report'],
  managed: ['risk-treatment', 'report', 'statement'],
};

/** The dates by which a kind of document is read (README, rule 5). */
export function datesOf(type: EvidenceType): readonly DateColumn[] {
  return type === 'policy' || type === 'procedure' ? ['approved_on', 'effective_from', 'reviewed_on'] : ['captured_on'];
}
