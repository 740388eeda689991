import type { Catalog } from '../csf/catalog';
import { readSubject, type Subject } from '../csf/subject';
import { problem, type Problem } from '../problems';
import { readRegister } from './register';

/** The states of an inheritance request, the one that covers most first. */
export const REQUEST_STATES = [
  'approved',
  'applied',
  'submitted',
  'created',
  'planned',
  'rejected',
  'withdrawn',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A claim to inherit a requirement from a provider's assessment: a row of `inheritance-requests.csv`. */
export interface InheritanceRequest extends Subject {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly state: RequestState;
  /** Internal inheritance takes effect without the provider's approval. */
  readonly internal: boolean;
  /** In percent; undefined where the row gives none. */
  readonly weight?: number;
  readonly partial: boolean;
}

/** What the column `partial` may hold; blank is no. */
const PARTIAL: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', 'x', '1', 'partial', 'partially'].map((word) => [word, true] as const),
  ...['', 'no', 'n', 'false', '0', 'full', 'fully'].map((word) => [word, false] as const),
]);

export interface RequestsReading {
  readonly requests: readonly InheritanceRequest[];
  readonly problems: readonly Problem[];
}

/** Reads `inheritance-requests.csv`. A row whose id, state or weight cannot be read becomes a problem and does not count. */
export function readRequests(bytes: Uint8Array, file: string, name: string, catalog: Catalog): RequestsReading {
  const register = readRegister(bytes, file, name, [['requirement', 'control'], ['state']]);
  const problems = [...register.problems];
  const requests = register.rows.flatMap((row): InheritanceRequest[] => {
    const place = { line: row.line };
    const id = row.get('requirement', 'control');
    const subject = readSubject(id, catalog);
    const stateCell = row.get('state').toLowerCase();
    const state = REQUEST_STATES.find((known) => known === stateCell);
    const partial = PARTIAL.get(row.get('partial').toLowerCase());
    const weightCell = row.get('weight').replace(/\s*%$/, '');
    const weight = weightCell === '' ? undefined : Number(weightCell);
    if (!subject) problems.push(problem('unknown-id', file, place, id));
    else if (!state) problems.push(problem('unknown-state', file, place, stateCell, REQUEST_STATES));
    else if (partial === undefined) problems.push(problem('unknown-partial', file, place, row.get('partial')));
    else if (weight !== undefined && !(weight >= 0 && weight <= 100)) {
      problems.push(problem('invalid-weight', file, place, weightCell));
    } else {
      const internal = row.get('type').toLowerCase() === 'internal';
      return [{ ...subject, file, line: row.line, state, internal, ...(weight !== undefined && { weight }), partial }];
    }
    return [];
  });
  return { requests, problems };
}

/** Whether the request takes effect: approved by the provider, or internal and applied (README, rule 6). */
export function isInEffect({ state, internal }: InheritanceRequest): boolean {
  return state === 'approved' || (state === 'applied' && internal);
}

/** Whether it leaves the customer a part to score and to evidence: a weight under 100, or partial. */
export function leavesPart({ weight = 100, partial }: InheritanceRequest): boolean {
  return partial || weight < 100;
}
