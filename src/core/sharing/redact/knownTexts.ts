import type { Evidence } from '../../assessment/evidence';
import type { InheritanceRequest } from '../../assessment/requests';
import type { ControlSummary, UnitSummary } from '../../assessment/summary';
import type { Report } from '../../report/report';
import type { ProfileField, TextKind } from '../profile';

/** What a text is, and what has to be allowed for it to be told. */
export interface Source {
  readonly kind?: TextKind;
  readonly field?: ProfileField;
}

export const EVIDENCE_TITLE: Source = { kind: 'names', field: 'evidence.title' };
export const EVIDENCE_LOCATION: Source = { kind: 'locations', field: 'evidence.location' };
const EVIDENCE_DATE: Source = { field: 'evidence.dates' };
export const REQUEST_PROVIDER: Source = { kind: 'names', field: 'requests.provider' };
const REQUEST_DATE: Source = { field: 'requests.dates' };
export const JUSTIFICATION: Source = { kind: 'notes', field: 'requests.justification' };
export const RATIONALE: Source = { kind: 'notes', field: 'requirements.rationale' };
export const GAP_NAME: Source = { kind: 'names', field: 'gaps' };
export const GAP_STATUS: Source = { kind: 'notes', field: 'gaps' };
export const GAP_DESCRIPTION: Source = { kind: 'notes', field: 'gaps.description' };
const GAP_DATE: Source = { field: 'gaps.dates' };
export const UNRESOLVED: Source = { kind: 'notes', field: 'unresolved' };
export const PLACE: Source = { kind: 'locations', field: 'places' };
export const MATRIX_NAME: Source = { kind: 'locations', field: 'matrices' };
export const PREAMBLE: Source = { kind: 'providerText', field: 'matrices' };
const MATRIX_TEXT: Source = { kind: 'providerText' };
export const NAME: Source = { kind: 'names' };
export const NOTE: Source = { kind: 'notes' };
export const ASSESSMENT_NAME: Source = { field: 'name' };

/** Texts of a report, with all that each of them is: sentences and other texts repeat them. */
export type KnownTexts = ReadonlyMap<string, ReadonlySet<Source>>;

/** All free texts of a report that stand in a place of their own. */
export function findKnownTexts(report: Report): KnownTexts {
  const known = new Map<string, Set<Source>>();
  const add = (text: string | undefined, source: Source): void => {
    if (text === undefined || text === '') return;
    const sources = known.get(text);
    if (sources) sources.add(source);
    else known.set(text, new Set([source]));
  };
  const matrixFiles = new Set(report.matrices.map(({ name }) => name));
  const addFile = (file: string): void => {
    add(file, PLACE);
    const label = report.labelOf(file);
    if (!matrixFiles.has(label)) add(label, PLACE);
  };
  const { summary } = report;
  add(summary.name, ASSESSMENT_NAME);
  add(summary.certification?.letter, NAME);
  add(report.filter?.words, NOTE);
  for (const { name, preamble } of report.matrices) {
    add(name, isInFolder(name) ? PLACE : MATRIX_NAME);
    add(lastSegment(name), MATRIX_NAME);
    add(preamble, PREAMBLE);
  }
  for (const control of summary.controls) addControl(control, add, addFile);
  for (const gap of report.gaps) {
    add(gap.id, GAP_NAME);
    add(gap.description, GAP_DESCRIPTION);
    add(gap.scheduledFor, GAP_DATE);
    add(gap.fixedOn, GAP_DATE);
    addFile(gap.file);
  }
  for (const { text, file } of summary.unresolved) {
    add(text, UNRESOLVED);
    addFile(file);
  }
  for (const { problem, place } of report.problems) {
    addFile(problem.file);
    add(place.file, PLACE);
  }
  for (const { owners, files, passedOver } of report.policy.values()) {
    owners.forEach((owner) => add(owner, NAME));
    files.forEach(addFile);
    passedOver.forEach(addFile);
  }
  return known;
}

/** The name of a file without the folders that it lies in. */
export function lastSegment(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

function isInFolder(path: string): boolean {
  return lastSegment(path) !== path;
}

type Add = (text: string | undefined, source: Source) => void;

function addControl(
  { units, evidence, notYetMapped, references }: ControlSummary,
  add: Add,
  addFile: (file: string) => void,
): void {
  for (const item of [...evidence, ...notYetMapped]) {
    addEvidence(item, add);
    addFile(item.file);
  }
  for (const { file } of references) addFile(file);
  for (const unit of units) {
    addUnit(unit, add);
    if (unit.listed) addFile(unit.listed.file);
    for (const { file } of unit.requests) addFile(file);
  }
}

function addEvidence({ title, location, documentId, dates = {} }: Evidence, add: Add): void {
  add(title, EVIDENCE_TITLE);
  add(documentId, EVIDENCE_TITLE);
  add(location, EVIDENCE_LOCATION);
  Object.values(dates).forEach((date) => add(date, EVIDENCE_DATE));
}

function addUnit({ listed, requests, verdict }: UnitSummary, add: Add): void {
  add(listed?.rationale, RATIONALE);
  add(listed?.owner, NAME);
  for (const { customerText, providerText } of verdict.entries) {
    add(customerText, MATRIX_TEXT);
    add(providerText, MATRIX_TEXT);
  }
  requests.forEach((request) => addRequest(request, add));
}

function addRequest(request: InheritanceRequest, add: Add): void {
  for (const name of [request.provider, request.otherProvider, request.providerAssessment, request.component])
    add(name, REQUEST_PROVIDER);
  add(request.justification, JUSTIFICATION);
  add(request.submitted, REQUEST_DATE);
  add(request.decided, REQUEST_DATE);
}
