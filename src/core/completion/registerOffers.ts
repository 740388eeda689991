import { EVIDENCE_COLUMNS, REQUEST_COLUMNS } from '../assessment/newRows';
import { EVIDENCE_STATES } from '../assessment/evidence';
import type { EvidenceDocument } from '../assessment/evidenceDocuments';
import { EVIDENCE_TYPES } from '../assessment/evidenceType';
import { MATURITY_LEVELS, type MaturityLevel } from '../assessment/maturity';
import { ID_COLUMNS } from '../assessment/register';
import { type InheritanceRequest, REQUEST_STATES, REQUEST_TYPES } from '../assessment/requests';
import { APPLICABILITIES, LIST_COLUMNS } from '../assessment/requirementList';
import { YES_OR_NO } from '../assessment/yesOrNo';
import type { CsvCell } from '../csvCell';
import { idOf, readSubject, type Subject } from '../csf/subject';
import { allRequirements, completions, type CompletionScope, MOST_PROPOSALS, requirementsOf } from './completions';
import { readQuery } from './query';

/** The registers that are completed. */
export type CompletedRegister = 'requirements' | 'evidence' | 'evidenceDocuments' | 'requests' | 'gaps';

/** What their cells are completed from. */
export interface RegisterScope extends CompletionScope {
  /** The maturity levels that the assessment scores. */
  readonly levels: readonly MaturityLevel[];
  readonly documents: readonly EvidenceDocument[];
  readonly requests: readonly InheritanceRequest[];
  /** What the project says of the matrix. */
  readonly provider?: string;
  readonly matrixVersion?: string;
}

/** A value for a cell. */
export interface CellOffer {
  readonly value: string;
  /** What it stands for, such as a document's title. */
  readonly title?: string;
  /** Where it is an id. */
  readonly subject?: Subject;
}

type Offers = (cell: CsvCell, typed: string, scope: RegisterScope) => readonly CellOffer[];
type Columns = readonly (readonly [names: readonly string[], offers: Offers])[];

const LEVELS: Offers = (_cell, _typed, { levels }) =>
  values([...levels, ...MATURITY_LEVELS.filter((level) => !levels.includes(level))]);
const DOCUMENTS: Offers = (_cell, _typed, { documents }) =>
  documents.map(({ id, title }) => ({ value: id, ...(title !== undefined && { title }) }));
const PROVIDERS: Offers = (_cell, _typed, { provider, requests }) =>
  values(['Azure', provider, ...requests.map(({ otherProvider }) => otherProvider)]);
const MATRIX_VERSIONS: Offers = (_cell, _typed, { matrixVersion, requests }) =>
  values([matrixVersion, ...requests.map(({ srmVersion }) => srmVersion)]);
const DOMAINS: Offers = (_cell, _typed, { catalog }) =>
  [...catalog.domains.values()].map(({ id, title }) => ({ value: id, title }));
const CONTROLS: Offers = (cell, typed, scope) => {
  // Beside a requirement there is one only.
  const beside = LIST_IDS.map((column) => readSubject(cell.row.get(column) ?? '', scope.catalog)).find(isRead);
  if (beside) return [offerOf({ control: beside.control }, scope)];
  return idOffers(typed, scope, (subject) => (subject.requirement === undefined ? [subject] : []));
};
const REQUIREMENTS: Offers = (_cell, typed, scope) => requirementOffers(typed, scope);

const LIST_IDS = ['requirement', ...LIST_COLUMNS.requirement] as const;
const IDS: Columns = [
  [ID_COLUMNS.filter((column) => column.startsWith('requirement')), REQUIREMENTS],
  [ID_COLUMNS.filter((column) => column.startsWith('control')), CONTROLS],
];
const TYPES: Columns[number] = [['type', ...EVIDENCE_COLUMNS.type], fixed(EVIDENCE_TYPES)];
const MATURITY: Columns[number] = [['maturity', ...EVIDENCE_COLUMNS.maturity], LEVELS];

/** The columns of each register that hold one of a few values, by the names that their readers know. */
const COLUMNS: Readonly<Record<CompletedRegister, Columns>> = {
  requirements: [
    [LIST_IDS, REQUIREMENTS],
    [['control'], CONTROLS],
    [['domain'], DOMAINS],
    [['core'], fixed(YES_OR_NO)],
    [['applicability'], fixed(APPLICABILITIES)],
  ],
  evidence: [...IDS, MATURITY, [['state'], fixed(EVIDENCE_STATES)], [['document_id'], DOCUMENTS], TYPES],
  evidenceDocuments: [TYPES],
  requests: [
    ...IDS,
    [['type'], fixed(REQUEST_TYPES)],
    [['partial', ...REQUEST_COLUMNS.partial], fixed(YES_OR_NO)],
    [['state'], fixed(REQUEST_STATES)],
    [['provider'], PROVIDERS],
    [['srm_version'], MATRIX_VERSIONS],
  ],
  gaps: [...IDS, MATURITY],
};

/** The registers that can be completed. */
export function isCompleted(role: string | undefined): role is CompletedRegister {
  return role !== undefined && Object.hasOwn(COLUMNS, role);
}

/** The values that a cell of a register can have, the likeliest first; none where its column may hold anything. */
export function registerOffers(
  register: CompletedRegister,
  cell: CsvCell,
  typed: string,
  scope: RegisterScope,
): readonly CellOffer[] {
  const column = COLUMNS[register].find(([names]) => names.includes(cell.column));
  return column?.[1](cell, typed, scope) ?? [];
}

/**
 * The requirements that fit what was typed: by their own id, or by the id or the title of their control. A control that
 * has none in a matrix by control, or in scope, speaks for its requirements.
 */
export function requirementOffers(typed: string, scope: CompletionScope): readonly CellOffer[] {
  const all = allRequirements(scope);
  if (typed.trim() === '' && all.length > 0)
    return all.slice(0, MOST_PROPOSALS).map((subject) => offerOf(subject, scope));
  return idOffers(typed, scope, (subject) => {
    if (subject.requirement !== undefined) return [subject];
    const ofControl = requirementsOf(subject.control, scope);
    const maySpeak = all.length === 0 || scope.summary.controlById.has(subject.control);
    return ofControl.length > 0 || !maySpeak ? ofControl : [subject];
  });
}

function isRead(subject: Subject | string): subject is Subject {
  return typeof subject !== 'string';
}

function fixed(words: readonly string[]): Offers {
  const offers = values(words);
  return () => offers;
}

function values(words: readonly (string | undefined)[]): readonly CellOffer[] {
  return [...new Set(words)].flatMap((value) => (value === undefined || value === '' ? [] : [{ value }]));
}

/** What fits what was typed in a cell, as far as the whole cell is what was typed. */
function idOffers(
  typed: string,
  scope: CompletionScope,
  pick: (subject: Subject) => readonly Subject[],
): readonly CellOffer[] {
  const query = readQuery(typed);
  if (!query) return [];
  const found = completions(query, scope).filter(({ start }) => typed.slice(0, start).trim() === '');
  const subjects = found.flatMap(({ subject }) => pick(subject)).slice(0, MOST_PROPOSALS);
  const unique = new Map(subjects.map((subject) => [idOf(subject), subject]));
  return [...unique.values()].map((subject) => offerOf(subject, scope));
}

/** With the title, by which it can be found too. */
function offerOf(subject: Subject, { catalog }: CompletionScope): CellOffer {
  const title = catalog.controls.get(subject.control)?.title;
  return { value: idOf(subject), subject, ...(title !== undefined && { title }) };
}
