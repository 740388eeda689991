import type { Catalog } from '../csf/catalog';
import { readSubject, type Subject } from '../csf/subject';
import { groupBy } from '../groupBy';
import type { CalendarDate } from '../calendarDate';
import { problem, type Problem, type ProblemCode } from '../problems';
import { readDate } from './dateCell';
import { ID_COLUMNS, readRegister, type RegisterRow } from './register';

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

/** Whom a request goes to: a provider, or another part of the own organisation. A blank cell is `external`. */
export const REQUEST_TYPES = ['external', 'internal'] as const;

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
  /** As written: joins it with its requirement where that has another id. */
  readonly cvid?: string;
  /** Whom it goes to, as written. */
  readonly provider?: string;
  /** Which assessment of the provider's, and which part of it, the scores are taken from: as written. */
  readonly providerAssessment?: string;
  readonly component?: string;
  /** Whom it goes to, where that is not Azure: it counts for nothing but the sum of all weights. */
  readonly otherProvider?: string;
  /** The version of the matrix that it was weighted by. */
  readonly srmVersion?: string;
  /** The reason for its weight. */
  readonly justification?: string;
  readonly submitted?: CalendarDate;
  readonly decided?: CalendarDate;
}

/** A request whose row names its statement by the CVID alone: which one that is, the matrix or the list has to tell. */
export interface UnplacedRequest extends Omit<InheritanceRequest, keyof Subject> {
  /** As written. */
  readonly cvid: string;
}

/** What the column `partial` may hold; blank is no. */
const PARTIAL: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', 'x', '1', 'partial', 'partially'].map((word) => [word, true] as const),
  ...['', 'no', 'n', 'false', '0', 'full', 'fully'].map((word) => [word, false] as const),
]);

export interface RequestsReading {
  readonly requests: readonly InheritanceRequest[];
  readonly unplaced: readonly UnplacedRequest[];
  readonly problems: readonly Problem[];
}

const AZURE =
  /^(?:(?:microsoft )?azure(?: .*)?|microsoft(?:,? (?:corp(?:oration)?|inc)\.?)?|(?:the |our )?(?:csp|(?:cloud )?provider))$/i;

/**
 * Whether a name is one for Azure, as requests and carve-outs write it.
 *
 * @param provider a further name, as the project gives it for the matrix
 */
export function isAzure(name: string, provider?: string): boolean {
  return AZURE.test(name) || name.toLowerCase() === provider?.toLowerCase();
}

/**
 * Reads `inheritance-requests.csv`. A row whose id, state or weight cannot be read becomes a problem and does not count.
 * One to another provider is kept, but for nothing but the sum of weights: what it covers is not Azure's part.
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
  const register = readRegister(bytes, file, name, [[...ID_COLUMNS, 'cvid'], ['state']]);
  const problems = [...register.problems];
  const placed: InheritanceRequest[] = [];
  const unplaced: UnplacedRequest[] = [];
  for (const row of register.rows) {
    const id = row.get(...ID_COLUMNS);
    const cvid = row.get('cvid');
    const subject = id === '' && cvid !== '' ? { cvid } : readSubject(id, catalog);
    if (typeof subject === 'string') {
      problems.push(
        id === '' ? problem('missing-id', file, { line: row.line }) : problem(subject, file, { line: row.line }, id),
      );
      continue;
    }
    const claim = readClaim(row, file, provider, problems);
    if (!claim) continue;
    if ('cvid' in subject) unplaced.push({ cvid: subject.cvid, ...claim });
    else {
      const { control, requirement } = subject;
      placed.push({ control, ...(requirement !== undefined && { requirement }), ...(cvid && { cvid }), ...claim });
    }
  }
  const { requests, problems: repetitions } = lastOfEach(placed);
  return { requests, unplaced, problems: [...problems, ...repetitions] };
}

/** What a row says besides what it is about; null where it does not count. */
function readClaim(
  row: RegisterRow,
  file: string,
  provider: string | undefined,
  problems: Problem[],
): Omit<InheritanceRequest, keyof Subject> | null {
  const report = (code: ProblemCode, ...args: Problem['args']): null => {
    problems.push(problem(code, file, { line: row.line }, ...args));
    return null;
  };
  const stateCell = row.get('state').toLowerCase();
  const state = REQUEST_STATES.find((known) => known === stateCell);
  const partialCell = row.get('partial', 'partially_inherited');
  const partial = PARTIAL.get(partialCell.toLowerCase());
  const typeCell = row.get('type').toLowerCase();
  const internal = typeCell === 'internal';
  const to = row.get('provider');
  const weight = row.get('weight');
  const [, figure] = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(weight) ?? [];
  if (!state) return report('unknown-state', stateCell, REQUEST_STATES);
  if (typeCell !== '' && !REQUEST_TYPES.some((known) => known === typeCell))
    return report('unknown-request-type', row.get('type'));
  if (partial === undefined) return report('unknown-partial', partialCell);
  if (weight !== '' && (figure === undefined || Number(figure) > 100)) return report('invalid-weight', weight);
  // Internal inheritance is of the whole, and needs no weight.
  if (weight === '' && state === 'approved' && !internal) report('missing-weight');
  if (weight === '' && state === 'submitted' && !internal) report('missing-weight-submitted');
  const isOther = !internal && to !== '' && !isAzure(to, provider);
  if (isOther) report('other-provider', to);
  const providerAssessment = row.get('provider_assessment');
  const component = row.get('component');
  const srmVersion = row.get('srm_version');
  const justification = row.get('justification');
  const submitted = readDate(row, file, problems, 'submitted');
  const decided = readDate(row, file, problems, 'decided');
  return {
    file,
    line: row.line,
    state,
    internal,
    ...(figure && { weight: Number(figure) }),
    partial,
    ...(to && { provider: to }),
    ...(providerAssessment && { providerAssessment }),
    ...(component && { component }),
    ...(isOther && { otherProvider: to }),
    ...(srmVersion && { srmVersion }),
    ...(justification && { justification }),
    ...(submitted && { submitted }),
    ...(decided && { decided }),
  };
}

/**
 * Of several requests of one file for the same thing to the same provider the last counts, as what became of the
 * others; each is a problem all the same.
 *
 * @param requests in the order of their lines
 * @param statementOf what tells whether two of a control are for the same requirement
 */
export function lastOfEach(
  requests: readonly InheritanceRequest[],
  statementOf: (requirement: string) => string = (requirement) => requirement,
): {
  readonly requests: readonly InheritanceRequest[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const groups = groupBy(requests, ({ file, control, requirement, internal, otherProvider }) =>
    JSON.stringify([
      file,
      control,
      requirement === undefined ? undefined : statementOf(requirement),
      internal,
      otherProvider?.toLowerCase(),
    ]),
  );
  const last = [...groups.values()].map(([first, ...others]) => {
    for (const { file, line, requirement, control } of others) {
      problems.push(problem('repeated-request', file, { line }, requirement ?? control, first.line));
    }
    return others.at(-1) ?? first;
  });
  return { requests: last, problems };
}

/** The same for the requests of one unit: they may name it by its ids in several CSF versions. */
export function lastOfUnit(requests: readonly InheritanceRequest[], id: string): ReturnType<typeof lastOfEach> {
  if (requests.length < 2) return { requests, problems: [] };
  return lastOfEach(
    requests.toSorted((a, b) => a.line - b.line),
    () => id,
  );
}

/**
 * Whether the request takes effect on Azure's part: approved by Azure at more than nothing, or internal and applied
 * (rule 6).
 */
export function isInEffect({ state, internal, weight, otherProvider }: InheritanceRequest): boolean {
  if (otherProvider !== undefined) return false;
  return (state === 'approved' && weight !== 0) || (state === 'applied' && internal);
}

/** Whether it leaves the customer a part to score and to evidence: a weight under 100, or partial. */
export function leavesPart({ weight = 100, partial }: InheritanceRequest): boolean {
  return partial || weight < 100;
}
