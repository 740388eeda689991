import type { UsableEvidence } from '../core/assessment/evidence';
import type { LocatedReference } from '../core/assessment/mentions';
import type { InheritanceRequest } from '../core/assessment/requests';
import type { ControlSummary, Summary, UnitSummary } from '../core/assessment/summary';
import type { Subject } from '../core/csf/subject';
import type { MatrixEntry } from '../core/matrix/matrix';
import { listedOf } from '../core/report/report';

/** What stands behind a row of the page: all its counts, its details and its clicks go by these lists, in their order. */
export interface RowFacts {
  readonly id: string;
  readonly control: ControlSummary;
  /** What it consists of: of a requirement's row that requirement alone. */
  readonly units: readonly UnitSummary[];
  /** Whether it is the row of a listed requirement. */
  readonly isRequirement: boolean;
  readonly entries: readonly MatrixEntry[];
  readonly evidence: readonly UsableEvidence[];
  readonly notYetMapped: readonly UsableEvidence[];
  readonly requests: readonly InheritanceRequest[];
  /** Of a requirement also those that name its whole control. */
  readonly references: readonly LocatedReference[];
}

/** A control's row, and behind it those of its listed requirements. Goes through each list once: there are thousands. */
export function rowsOfControl(control: ControlSummary, { matrix }: Pick<Summary, 'matrix'>): readonly RowFacts[] {
  const { id, units, evidence, notYetMapped, references } = control;
  const own: RowFacts = {
    id,
    control,
    units,
    isRequirement: false,
    entries: unique(units.flatMap(({ verdict }) => verdict.entries)),
    evidence,
    notYetMapped,
    requests: unique(units.flatMap(({ requests }) => requests)),
    references,
  };
  const listed = listedOf(control).map((unit) => ({
    id: unit.id,
    control,
    units: [unit],
    isRequirement: true,
    entries: unit.verdict.entries,
    evidence: [] as UsableEvidence[],
    notYetMapped: [],
    requests: unit.requests,
    references: [] as LocatedReference[],
  }));
  if (listed.length === 0) return [own];
  const byId = new Map<string, (typeof listed)[number][]>();
  for (const row of listed)
    for (const { id: unitId, otherIds } of row.units)
      for (const each of [unitId, ...otherIds]) byId.set(each, [...(byId.get(each) ?? []), row]);
  const about = ({ requirement = '' }: Pick<Subject, 'requirement'>): readonly (typeof listed)[number][] => {
    const named = byId.get(requirement) ?? [];
    const others = byId.get(matrix.idOf(requirement, id)) ?? [];
    return others.length === 0 || others === named ? named : unique([...named, ...others]);
  };
  for (const item of evidence) for (const row of about(item)) row.evidence.push(item);
  for (const reference of references) {
    const isOfAll = reference.kind !== 'requirement';
    const rows = isOfAll ? listed : unique(reference.ids.flatMap((requirement) => about({ requirement })));
    for (const row of rows) row.references.push(reference);
  }
  return [own, ...listed];
}

/** What stands behind the row with this id; undefined where the summary has none. */
export function rowFactsOf(id: string, summary: Summary): RowFacts | undefined {
  const control =
    summary.controlById.get(id) ?? summary.controls.find(({ units }) => units.some((unit) => unit.id === id));
  return control && rowsOfControl(control, summary).find((row) => row.id === id);
}

function unique<T>(items: readonly T[]): readonly T[] {
  return items.length < 2 ? items : [...new Set(items)];
}
