import { tidy } from '../csv';
import type { RegisterCells, RegisterColumns } from '../csvEdit';
import { idOf, type Subject } from '../csf/subject';
import { defuse } from '../report/defuse';
import type { Evidence } from './evidence';
import type { MaturityLevel } from './maturity';
import { ID_COLUMNS } from './register';
import type { InheritanceRequest } from './requests';
import type { Summary, UnitSummary } from './summary';

const [, ...ID_ALIASES] = ID_COLUMNS;

/** The columns of an evidence register that the commands write: of a new one its header. */
export const EVIDENCE_COLUMNS = {
  requirement: ID_ALIASES,
  cvid: [],
  maturity: ['level', 'maturity_level'],
  title: [],
  type: ['evidence_type', 'document_type'],
  location: [],
  state: [],
  owner: [],
  due: [],
  approved_on: [],
  effective_from: [],
  reviewed_on: [],
  captured_on: ['collected'],
  sha256: ['sha_256'],
  note: [],
} as const satisfies RegisterColumns<string>;
export type EvidenceColumn = keyof typeof EVIDENCE_COLUMNS;

/** The columns of a request register, in the same way. */
export const REQUEST_COLUMNS = {
  request_id: [],
  requirement: ID_ALIASES,
  cvid: [],
  type: [],
  provider: [],
  provider_assessment: [],
  component: [],
  weight: [],
  partial: ['partially_inherited'],
  state: [],
  srm_version: [],
  justification: [],
  created: [],
  submitted: [],
  decided: [],
  decision_note: [],
  owner: [],
  note: [],
} as const satisfies RegisterColumns<string>;
export type RequestColumn = keyof typeof REQUEST_COLUMNS;

export interface NewRows<C extends string> {
  readonly rows: readonly RegisterCells<C>[];
  /** What would have rows, but has no id that a row could name it by: the matrix gives its CVID alone. */
  readonly unnamed: readonly string[];
}

export interface NewRequests extends NewRows<RequestColumn> {
  /** The ids of what was asked for of which nothing in scope can be inherited. */
  readonly notInheritable: readonly string[];
}

/**
 * A row in the state *requested* for each level of each requirement in scope that evidence is open at and that no row is
 * for. That is every wanted level without any row: where there is no row there is no evidence, and what is wanted and
 * not there is an open item, Azure's part that an approved request leaves included.
 *
 * @param levels the maturity levels that the assessment scores
 * @param existing all rows, in any state, and evidence written in documents
 */
export function missingEvidenceRows(
  summary: Summary,
  levels: readonly MaturityLevel[],
  existing: readonly Pick<Evidence, 'control' | 'requirement' | 'maturity'>[],
): NewRows<EvidenceColumn> {
  const [onlyLevel] = levels.length === 1 ? levels : [];
  const rowAt = new Map(
    levels.map((level) => [
      level,
      createIsFor(
        existing.filter((row) => (row.maturity ?? onlyLevel) === level),
        summary,
      ),
    ]),
  );
  return newRows(summary, (unit, control) => {
    const open = new Set(unit.openItems.flatMap(({ kind, maturity }) => (kind === 'needs-evidence' ? maturity : [])));
    return levels
      .filter((level) => open.has(level) && rowAt.get(level)?.(unit, control) !== true)
      .map((maturity) => ({ ...idCells(unit), maturity, state: 'requested' }));
  });
}

/**
 * A planned request for each requirement in scope that Azure has a part in which can be inherited, and that no request
 * goes to Azure for, in whatever state. How much of a partial one to claim is for a person to say: its weight stays empty,
 * and the matrix's own words stand beside it.
 *
 * @param existing all requests
 * @param ids those that the register has, to go on counting as it does
 * @param only what requests are to be planned for; all of it where this is empty
 */
export function newRequestRows(
  summary: Summary,
  existing: readonly Pick<InheritanceRequest, 'control' | 'requirement' | 'otherProvider'>[],
  ids: readonly string[],
  only: readonly Subject[] = [],
): NewRequests {
  const asked = createAsked(only, summary);
  const isRequested = createIsFor(
    existing.filter(({ otherProvider }) => otherProvider === undefined),
    summary,
  );
  const { rows, unnamed } = newRows(summary, (unit, control): readonly RegisterCells<RequestColumn>[] => {
    const { responsibility, inheritability } = unit.verdict;
    const hasPart = responsibility === 'azure' || responsibility === 'shared';
    if (!hasPart || (inheritability !== 'full' && inheritability !== 'partial')) return [];
    if (unit.status === 'not-applicable' || !asked.take(unit, control) || isRequested(unit, control)) return [];
    const isPartial = inheritability === 'partial';
    return [
      {
        ...idCells(unit),
        type: 'external',
        provider: 'Azure',
        partial: isPartial ? 'yes' : 'no',
        state: 'planned',
        ...(isPartial ? { note: defuse(providerWords(unit)) } : { weight: '100' }),
      },
    ];
  });
  const next = createNextId(ids);
  return { rows: rows.map((row) => ({ request_id: next(), ...row })), unnamed, notInheritable: asked.left() };
}

/** What was asked for: which requirements that can be inherited are of it, and of which of it there is none. */
function createAsked(only: readonly Subject[], { matrix }: Summary) {
  const ids = only.map((subject) => {
    const { control, requirement } = subject;
    return { id: idOf(subject), own: requirement === undefined ? control : matrix.idOf(requirement, control) };
  });
  const asked = new Set(ids.flatMap(({ id, own }) => [id, own]));
  const taken = new Set<string>();
  return {
    take: (unit: UnitSummary, control: string): boolean => {
      const found = [control, unit.id].filter((id) => asked.has(id));
      for (const id of found) taken.add(id);
      return asked.size === 0 || found.length > 0;
    },
    left: (): readonly string[] => ids.filter(({ id, own }) => !taken.has(id) && !taken.has(own)).map(({ id }) => id),
  };
}

/** A requirement can be named in a row by its id, and a control that stands in for its requirements by its own. */
function newRows<C extends string>(
  summary: Summary,
  rowsFor: (unit: UnitSummary, control: string) => readonly RegisterCells<C>[],
): NewRows<C> {
  const rows: RegisterCells<C>[] = [];
  const unnamed: string[] = [];
  for (const { id: control, units } of summary.controls) {
    for (const unit of units) {
      const found = rowsFor(unit, control);
      if (hasOwnId(unit)) rows.push(...found);
      else if (found.length > 0) unnamed.push(unit.id);
    }
  }
  return { rows, unnamed };
}

/** A row for `01.c CVID 2368.0` would be read as one for all of 01.c. */
export function hasOwnId({ id }: Pick<UnitSummary, 'id'>): boolean {
  return !id.includes(' ');
}

/** The cells that name a requirement. */
export function idCells({ id, verdict }: UnitSummary): { readonly requirement: string; readonly cvid?: string } {
  const cvid = verdict.entries.find((entry) => entry.cvid !== undefined)?.cvid;
  return { requirement: id, ...(cvid !== undefined && { cvid }) };
}

/**
 * Tells whether any of these rows is for a requirement. Without a requirement list a row for a control speaks for its
 * requirements (rule 4).
 */
export function createIsFor(
  rows: readonly Subject[],
  summary: Summary,
): (unit: UnitSummary, control: string) => boolean {
  const { matrix } = summary;
  const speakForAll = !isListed(summary);
  const ids = new Set(
    rows.flatMap(({ requirement, control }) =>
      requirement === undefined ? control : [requirement, matrix.idOf(requirement, control)],
    ),
  );
  return ({ id, otherIds }, control) =>
    [id, matrix.idOf(id, control), ...otherIds].some((own) => ids.has(own)) || (speakForAll && ids.has(control));
}

/** Whether a requirement list is the scope. */
export function isListed({ basis }: { readonly basis: string }): boolean {
  return basis === 'requirements';
}

/** So much of what the matrix says of Azure's part stands beside a request: enough to remember it by. */
const MOST_WORDS = 300;

function providerWords({ verdict }: UnitSummary): string {
  const texts = verdict.entries.map(({ providerText = '' }) => tidy(providerText)).filter((text) => text !== '');
  const words = [...new Set(texts)].join(' / ');
  if (words.length <= MOST_WORDS) return words;
  // Behind a whole word, or at least not in the middle of a pair of surrogates.
  const cut = words.slice(0, MOST_WORDS - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/\s\S{0,40}$/, '')}…`;
}

/**
 * What a row says of a document by its file. Whoever named the file may be somebody else: neither its name nor its path
 * becomes a formula in the register.
 *
 * @param path relative to the project file, or absolute
 */
export function fileCells(name: string, path: string): { readonly title: string; readonly location: string } {
  return { title: defuse(name), location: defuse(path) === path ? path : `./${path}` };
}

/** Counts on as the last id does that ends in a number, `IR-019`, behind the highest of its kind; else from `REQ-001`. */
function createNextId(ids: readonly string[]): () => string {
  const parts = ids.flatMap((id) => {
    const [, prefix = '', digits = ''] = /^(.*?)(\d{1,9})$/s.exec(id.trim()) ?? [];
    return digits === '' ? [] : [{ prefix, digits }];
  });
  const { prefix, digits } = parts.at(-1) ?? { prefix: 'REQ-', digits: '000' };
  const numbers = parts.filter((part) => part.prefix === prefix).map((part) => Number(part.digits));
  let highest = numbers.reduce((most, number) => Math.max(most, number), 0);
  return () => prefix + String(++highest).padStart(digits.length, '0');
}
