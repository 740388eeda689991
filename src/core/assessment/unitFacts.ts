import type { CombinedPolicy } from '../azure/combinePolicy';
import { policyLines } from '../azure/policyLines';
import type { CalendarDate } from '../calendarDate';
import { groupBy } from '../groupBy';
import { type Message, message, type Reasoned } from '../message';
import { requestAge } from './claims';
import type { InheritanceRequest } from './requests';
import type { UnitSummary } from './summary';

/** Of more requirements than these it is told how many they are. */
const IDS_TOLD = 3;

/**
 * What is to be known of requirements and voids nothing, each once and as a note, so that it is not taken for something
 * open, with whom it concerns where that is not all of them.
 */
export function noticesOf(units: readonly UnitSummary[]): readonly Reasoned[] {
  const all = units.flatMap((unit) => noticesOfUnit(unit).map((notice) => ({ notice, id: unit.id })));
  return [...groupBy(all, ({ notice }) => JSON.stringify(notice)).values()].map((same) => {
    const ids = [...new Set(same.map(({ id }) => id))];
    const { message: told, why } = same[0].notice;
    return {
      message: message('notice', ids.length < units.length ? message('words-part', shortened(ids), told) : told),
      why,
    };
  });
}

/** The rationale belongs to what is not applicable: the report will print it. */
function noticesOfUnit({ notices, listed }: UnitSummary): readonly Reasoned[] {
  const { rationale } = listed ?? {};
  if (rationale === undefined) return notices;
  return notices.map(({ message: told, why }) => ({
    message: told.code === 'not-applicable' ? message('not-applicable-because', rationale) : told,
    why,
  }));
}

function shortened(ids: readonly string[]): readonly (string | Message)[] {
  const more = ids.length - IDS_TOLD;
  return more > 0 ? [...ids.slice(0, IDS_TOLD), message('told-more', more)] : ids;
}

/** A request in a line: how it stands and for how long, and what it asks for. */
export function requestLine(request: InheritanceRequest, today: CalendarDate): Message {
  const { state, weight, partial, internal, otherProvider } = request;
  const parts = [
    requestAge(request, today) ?? state,
    ...(weight === undefined ? [] : [message('claim-weight', weight)]),
    ...(partial ? [message('claim-partial')] : []),
    ...(internal ? [message('claim-internal')] : []),
  ];
  return otherProvider === undefined
    ? message('request-line', parts)
    : message('request-line-to', otherProvider, parts);
}

/**
 * What Azure Policy says of a requirement, by any of its ids. Facts, and never a status (README, rule 9).
 *
 * @param nameOf how a file is called
 */
export function policyFacts(
  { id, otherIds }: Pick<UnitSummary, 'id' | 'otherIds'>,
  policy: ReadonlyMap<string, CombinedPolicy>,
  nameOf: (file: string) => string,
): readonly Message[] {
  const combined = [id, ...otherIds].flatMap((each) => policy.get(each) ?? []);
  return combined.flatMap((each) => policyLines(each, nameOf));
}
