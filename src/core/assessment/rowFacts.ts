import type { UsableEvidence } from './evidence';
import type { LocatedReference } from './mentions';
import type { InheritanceRequest } from './requests';
import type { ControlSummary, Summary, UnitSummary } from './summary';
import type { MatrixEntry } from '../matrix/matrix';

/**
 * What stands behind a row of the summary's table, a control or a listed requirement: all its counts, its details and its
 * clicks go by these lists, in their order, and what is exported counts by them too.
 */
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
  const entries = new Set<MatrixEntry>();
  const requests = new Set<InheritanceRequest>();
  const listed: RequirementFacts[] = [];
  const byId = new Map<string, RequirementFacts[]>();
  for (const unit of units) {
    for (const entry of unit.verdict.entries) entries.add(entry);
    for (const request of unit.requests) requests.add(request);
    if (!unit.listed) continue;
    const row = requirementFacts(unit, control);
    listed.push(row);
    for (const each of [unit.id, ...unit.otherIds]) {
      const same = byId.get(each);
      if (same) same.push(row);
      else byId.set(each, [row]);
    }
  }
  const own: RowFacts = {
    id,
    control,
    units,
    isRequirement: false,
    entries: [...entries],
    evidence,
    notYetMapped,
    requests: [...requests],
    references,
  };
  if (listed.length === 0) return [own];
  const about = (requirement: string): readonly RequirementFacts[] => {
    const named = byId.get(requirement);
    const others = byId.get(matrix.idOf(requirement, id));
    if (!named || !others || named === others) return named ?? others ?? [];
    return [...new Set([...named, ...others])];
  };
  for (const item of evidence)
    if (item.requirement !== undefined) for (const row of about(item.requirement)) row.evidence.push(item);
  for (const reference of references) {
    const isOfAll = reference.kind !== 'requirement';
    for (const row of isOfAll ? listed : reference.ids.flatMap(about))
      if (row.references.at(-1) !== reference) row.references.push(reference);
  }
  return [own, ...listed];
}

/** While its lists are filled. */
interface RequirementFacts extends RowFacts {
  readonly evidence: UsableEvidence[];
  readonly references: LocatedReference[];
}

function requirementFacts(unit: UnitSummary, control: ControlSummary): RequirementFacts {
  const { id, verdict, requests } = unit;
  return {
    id,
    control,
    units: [unit],
    isRequirement: true,
    entries: verdict.entries,
    evidence: [],
    notYetMapped: [],
    requests,
    references: [],
  };
}

/** What stands behind the row with this id; undefined where the summary has none. */
export function rowFactsOf(id: string, summary: Summary): RowFacts | undefined {
  const control =
    summary.controlById.get(id) ?? summary.controls.find(({ units }) => units.some((unit) => unit.id === id));
  return control && rowsOfControl(control, summary).find((row) => row.id === id);
}
