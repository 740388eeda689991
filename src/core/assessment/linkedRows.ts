import type { RegisterCells } from '../csvEdit';
import type { Subject } from '../csf/subject';
import type { EvidenceDocument } from './evidenceDocuments';
import type { Evidence } from './evidence';
import { type EvidenceTarget, evidenceTargets } from './evidenceRow';
import type { MaturityLevel } from './maturity';
import { createIsFor, EVIDENCE_COLUMNS, type EvidenceColumn, idCells } from './newRows';
import type { Summary } from './summary';

/** The columns of an evidence register in which rows can refer to a document by its id. */
export const LINK_COLUMNS = { ...EVIDENCE_COLUMNS, document_id: [] } as const;
export type LinkColumn = EvidenceColumn | 'document_id';

export interface LinkedRows {
  readonly rows: readonly RegisterCells<LinkColumn>[];
  /** The ids of what has the document already, at any of the levels. */
  readonly already: readonly string[];
}

/**
 * A row for each target at each level that says it has this document, where none says so yet.
 *
 * @param levels those that the document shows
 * @param cells what the rows say of the document
 * @param existing the rows that name the document, in any state: a second one is not what they need
 * @param onlyLevel the level that rows need not name
 */
export function linkedRows(
  targets: readonly EvidenceTarget[],
  levels: readonly MaturityLevel[],
  cells: RegisterCells<LinkColumn>,
  existing: readonly Pick<Evidence, 'control' | 'requirement' | 'maturity'>[],
  summary: Summary,
  onlyLevel?: MaturityLevel,
): LinkedRows {
  const rows: RegisterCells<LinkColumn>[] = [];
  const already = new Set<string>();
  for (const maturity of levels) {
    const isFor = createIsFor(
      existing.filter((row) => (row.maturity ?? onlyLevel) === maturity),
      summary,
    );
    for (const target of targets) {
      if (target.units.every((unit) => isFor(unit, target.control))) already.add(target.id);
      else rows.push({ ...targetCells(target), maturity, ...cells });
    }
  }
  return { rows, already: [...already] };
}

/** The cells that name what a row is for. */
export function targetCells({ id, units: [unit] }: EvidenceTarget): RegisterCells<'requirement' | 'cvid'> {
  return unit?.id === id ? idCells(unit) : { requirement: id };
}

/** What rows say of a document that has a row of its own where they cannot refer to it by its id. */
export function cellsOfDocument({
  id,
  title = id,
  type,
  location,
  dates,
}: EvidenceDocument): RegisterCells<LinkColumn> {
  return { title, ...(type && { type }), ...(location !== undefined && { location }), ...dates };
}

/**
 * What evidence can be recorded for by whoever means these controls and requirements: for a control as a whole where a row
 * speaks for it, else for each of its requirements that is applicable.
 */
export function targetsOf(
  subjects: readonly Subject[],
  summary: Summary,
): { readonly targets: readonly EvidenceTarget[]; readonly outside: readonly string[] } {
  const targets = new Map<string, EvidenceTarget>();
  const outside: string[] = [];
  for (const subject of subjects) {
    const found = targetsOfSubject(subject, summary);
    for (const target of found) targets.set(target.id, target);
    if (found.length === 0) outside.push(subject.requirement ?? subject.control);
  }
  return { targets: [...targets.values()], outside };
}

function targetsOfSubject({ control: id, requirement }: Subject, summary: Summary): readonly EvidenceTarget[] {
  const control = summary.controlById.get(id);
  const all = control ? evidenceTargets(control, summary) : [];
  if (requirement !== undefined) {
    const unit = summary.matrix.idOf(requirement, id);
    return all.filter((target) => target.requirement === requirement || target.requirement === unit).slice(0, 1);
  }
  const whole = all.find((target) => target.requirement === undefined);
  return whole ? [whole] : all.filter(({ units }) => units.some(({ status }) => status !== 'not-applicable'));
}
