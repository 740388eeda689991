import type { Catalog } from '../csf/catalog';
import { readSubject, type Subject } from '../csf/subject';
import { groupBy } from '../groupBy';
import type { CalendarDate } from '../calendarDate';
import { problem, type Problem, type ProblemCode } from '../problems';
import { ID_COLUMNS, readRegister } from './register';

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
  /** Whom it goes to, where that is not Azure: it counts for nothing but the sum of all weights. */
  readonly otherProvider?: string;
  /** The version of the matrix that it was weighted by. */
  readonly srmVersion?: string;
  /** The reason for its weight. */
  readonly justification?: string;
  readonly submitted?: CalendarDate;
  readonly decided?: CalendarDate;
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

/** What the column `provider` may hold for Azure; blank is Azure too. */
const AZURE = /^(?:(?:microsoft )?azure(?: .*)?|microsoft|csp|provider)?$/i;

/**
 * Reads `inheritance-requests.csv`. A row whose id, state or weight cannot be read becomes a problem and does not count,
 * and so does one to another provider: what it covers is not Azure's part.
 *
 * @param provider a further name of the provider, as the project gives it for the matrix
 */
export function readRequests(
  bytes: Uint8Array,
  file: string,
  name: string,
  catalog: Catalog,
  provider?: string,
): RequestsReading {
  const register = readRegister(bytes, file, name, [ID_COLUMNS, ['state']]);
  const problems = [...register.problems];
  const read = register.rows.flatMap((row): InheritanceRequest[] => {
    const report = (code: ProblemCode, ...args: Problem['args']): [] => {
      problems.push(problem(code, file, { line: row.line }, ...args));
      return [];
    };
    const id = row.get(...ID_COLUMNS);
    const subject = readSubject(id, catalog);
    const stateCell = row.get('state').toLowerCase();
    const state = REQUEST_STATES.find((known) => known === stateCell);
    const partial = PARTIAL.get(row.get('partial', 'partially_inherited').toLowerCase());
    const internal = row.get('type').toLowerCase() === 'internal';
    const to = row.get('provider');
    const weight = row.get('weight');
    const [, figure] = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(weight) ?? [];
    if (typeof subject === 'string') return report(subject, id);
    if (!state) return report('unknown-state', stateCell, REQUEST_STATES);
    if (!internal && !AZURE.test(to) && to.toLowerCase() !== provider?.toLowerCase())
      return report('other-provider', to);
    if (partial === undefined) return report('unknown-partial', row.get('partial', 'partially_inherited'));
    if (weight !== '' && (figure === undefined || Number(figure) > 100)) return report('invalid-weight', weight);
    if (weight === '' && state === 'approved') report('missing-weight');
    return [{ file, line: row.line, state, internal, ...(figure && { weight: Number(figure) }), partial, ...subject }];
  });
  return { requests: withoutRepetitions(read, problems), problems };
}

/** Of several rows for the same thing the last counts, as what became of the others; each is a problem all the same. */
function withoutRepetitions(
  requests: readonly InheritanceRequest[],
  problems: Problem[],
): readonly InheritanceRequest[] {
  const groups = groupBy(requests, ({ control, requirement, internal }) =>
    JSON.stringify([control, requirement, internal]),
  );
  return [...groups.values()].map(([first, ...others]) => {
    for (const { file, line, requirement, control } of others) {
      problems.push(problem('repeated-request', file, { line }, requirement ?? control, first.line));
    }
    return others.at(-1) ?? first;
  });
}

/** Whether the request takes effect: approved by the provider at more than nothing, or internal and applied (rule 6). */
export function isInEffect({ state, internal, weight }: InheritanceRequest): boolean {
  return (state === 'approved' && weight !== 0) || (state === 'applied' && internal);
}

/** Whether it leaves the customer a part to score and to evidence: a weight under 100, or partial. */
export function leavesPart({ weight = 100, partial }: InheritanceRequest): boolean {
  return partial || weight < 100;
}
