import { type CalendarDate, daysBetween } from '../calendarDate';
import { groupBy } from '../groupBy';
import type { Verdict } from '../matrix/rollUp';
import { compareVersions } from '../matrix/statements';
import { type Message, message } from '../message';
import { problem, type Problem, type ProblemCode } from '../problems';
import { type InheritanceRequest, isAzure, leavesPart } from './requests';
import { isRationale } from './rationale';

/** What requests are judged against. */
export interface ClaimedUnit {
  readonly id: string;
  readonly verdict: Verdict;
  /** Whether it is scored: on the list, and neither not applicable nor carved out. */
  readonly inScope: boolean;
}

export interface ClaimOptions {
  /** Whether there is a requirement list: without one, nothing can be said to be out of scope. */
  readonly hasList: boolean;
  /** The parties that the assessment carves out; none in an r2. */
  readonly carvedOut?: readonly string[];
  readonly matrixVersion?: string;
  /** A further name of Azure, as the project gives it for the matrix. */
  readonly provider?: string;
  /** How a file is called in messages that name two. */
  readonly nameOf?: (file: string) => string;
}

/**
 * Judges what the requests of one requirement claim, to whomever they go, each problem at its request's row. The matrix
 * speaks of external ones to Azure only. Full inheritability is a ceiling: less is legitimate, more is an error (rule 6).
 * What was rejected or withdrawn claims nothing; what is planned is judged like the rest, as long as it can be changed.
 */
export function judgeClaims(
  unit: ClaimedUnit,
  requests: readonly InheritanceRequest[],
  options: ClaimOptions,
): readonly Problem[] {
  const claims = requests.filter(({ state }) => state !== 'rejected' && state !== 'withdrawn');
  const tooMuch = sumProblems(unit, claims, options);
  return claims.flatMap((request) => {
    const scope = scopeProblem(unit, request, options);
    if (scope) return [scope];
    const sum = tooMuch.get(request);
    return [...(isAzures(request) ? matrixProblems(unit, request, options) : []), ...(sum ? [sum] : [])];
  });
}

/** How long a submitted request has been waiting; undefined for one in another state, or without its date. */
export function requestAge({ state, submitted }: InheritanceRequest, today: CalendarDate): Message | undefined {
  if (state !== 'submitted' || submitted === undefined) return undefined;
  const days = daysBetween(submitted, today);
  if (days < 0) return message('request-age-negative', submitted);
  if (days === 0) return message('request-age-none');
  return days === 1 ? message('request-age-one') : message('request-age', days);
}

/** Whether the matrix has a say in it. */
function isAzures({ internal, otherProvider }: InheritanceRequest): boolean {
  return !internal && otherProvider === undefined;
}

/** What keeps the request from being of any use, whatever it claims. */
function scopeProblem(
  { id, inScope }: ClaimedUnit,
  request: InheritanceRequest,
  { hasList, carvedOut = [], provider }: ClaimOptions,
): Problem | undefined {
  const party = carvedOut.find((name) => isRequestTo(name, request, provider));
  if (party !== undefined) return at(request, 'carve-out-with-request', party);
  return hasList && !inScope ? at(request, 'request-not-in-scope', id) : undefined;
}

function isRequestTo(party: string, request: InheritanceRequest, provider: string | undefined): boolean {
  if (request.otherProvider !== undefined) return request.otherProvider.toLowerCase() === party.toLowerCase();
  return !request.internal && isAzure(party, provider);
}

/** Where a request to Azure claims more than the matrix grants, or less without a reason, or rests on an older matrix. */
function matrixProblems(
  { id, verdict: { inheritability } }: ClaimedUnit,
  request: InheritanceRequest,
  { matrixVersion }: ClaimOptions,
): readonly Problem[] {
  const problems: Problem[] = [];
  const excess = inheritability === 'partial' ? excessOf(request) : undefined;
  if (excess) problems.push(at(request, 'over-claim-partial', id, excess));
  if (inheritability === 'none') problems.push(at(request, 'over-claim-none', id));
  if (inheritability === 'full' && leavesPart(request) && !isRationale(request.justification))
    problems.push(at(request, 'under-claim', id, shortfallOf(request)));
  if (request.srmVersion !== undefined && matrixVersion !== undefined && isOlder(request.srmVersion, matrixVersion))
    problems.push(at(request, 'request-older-matrix', request.srmVersion, matrixVersion));
  return problems;
}

/** What a request claims too much of where only a part can be inherited. */
function excessOf(request: InheritanceRequest): Message | undefined {
  const isFull = weightOf(request) === 100;
  if (isFull) return message(request.partial ? 'claim-full' : 'claim-full-not-partial');
  return request.partial || isUnfinished(request) ? undefined : message('claim-not-partial');
}

function shortfallOf({ weight, partial }: InheritanceRequest): readonly Message[] {
  return [
    ...(weight !== undefined && weight < 100 ? [message('claim-weight', weight)] : []),
    ...(partial ? [message('claim-partial')] : []),
  ];
}

/** A draft without a weight claims nothing yet. */
function isUnfinished({ state, weight, internal }: InheritanceRequest): boolean {
  return weight === undefined && !internal && (state === 'planned' || state === 'created');
}

/** The weight that a request claims: of internal inheritance all, and so of what was decided on without one. */
function weightOf({ state, weight, internal }: InheritanceRequest): number | undefined {
  return weight ?? (internal || state === 'approved' || state === 'applied' ? 100 : undefined);
}

/** Where several providers are to cover more than there is: a problem at each of their requests. */
function sumProblems(
  { id }: ClaimedUnit,
  requests: readonly InheritanceRequest[],
  { nameOf = (file) => file }: ClaimOptions,
): ReadonlyMap<InheritanceRequest, Problem> {
  const weighted = requests.flatMap((request) => {
    const weight = weightOf(request) ?? 0;
    return weight > 0 ? [{ request, weight, to: partyOf(request) }] : [];
  });
  // What stands in two files for the same provider is the same claim.
  const parties = [...groupBy(weighted, ({ to }) => to.toLowerCase()).values()].map(
    (claims) => claims.at(-1) ?? claims[0],
  );
  const total = parties.reduce((sum, { weight }) => sum + weight, 0);
  if (parties.length < 2 || total <= 100 + ROUNDING) return new Map();
  const isOneFile = parties.every(({ request }) => request.file === parties[0]?.request.file);
  const told: (Message | string)[] = parties.slice(0, NAMED).map(({ request: { file, line }, weight, to }) => {
    const place = isOneFile ? message('place-line', line) : message('place-file-line', nameOf(file), line);
    return message('claim-of', to === '' ? message('claim-internal') : to, weight, place);
  });
  if (parties.length > NAMED) told.push('…');
  const figure = Math.round(total * 100) / 100;
  return new Map(parties.map(({ request }) => [request, at(request, 'over-claim-sum', id, figure, told)]));
}

/** So many requests are named at each of them: to name all would grow with the square of their number. */
const NAMED = 10;

/** Adding decimals may miss the sum by less than this. */
const ROUNDING = 1e-6;

/** Whom it goes to; blank for internal inheritance, which goes to no provider. */
function partyOf({ internal, otherProvider }: InheritanceRequest): string {
  return internal ? '' : (otherProvider ?? 'Azure');
}

/**
 * Whether a version of the matrix is older than another. Versions are compared by their figures where all other words
 * of them are the same, as in `illustrative-2027.1`; else it cannot be told.
 */
function isOlder(version: string, than: string): boolean {
  const [a, b] = [takeApart(version), takeApart(than)];
  if (a.words !== b.words) return false;
  const order = a.figures.map((figure, index) => compareVersions(figure, b.figures[index] ?? ''));
  return (order.find((difference) => difference !== 0) ?? 0) < 0;
}

/** `SRM v1.4.1` and `1.4.1` are one. */
function takeApart(version: string): { readonly words: string; readonly figures: readonly string[] } {
  const text = version.toLowerCase().replace(/\b(?:(?:srm|version|ver|v)[\s.:]*)+(?=\d)/g, '');
  return {
    words: text.replace(FIGURES, '#').trim(),
    figures: (text.match(FIGURES) ?? []).map((figure) => figure.replace(/(?:\.0+)+$/, '')),
  };
}

const FIGURES = /\d+(?:\.\d+)*/g;

function at({ file, line }: InheritanceRequest, code: ProblemCode, ...args: Problem['args']): Problem {
  return problem(code, file, { line }, ...args);
}
