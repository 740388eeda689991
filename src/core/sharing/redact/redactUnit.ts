import type { Dates } from '../../assessment/documentCells';
import type { Evidence, UsableEvidence } from '../../assessment/evidence';
import type { OpenItem } from '../../assessment/openItems';
import type { InheritanceRequest } from '../../assessment/requests';
import type { ListedRequirement } from '../../assessment/requirementList';
import type { ControlSummary, UnitSummary } from '../../assessment/summary';
import type { Reasoned } from '../../message';
import { DATE_COLUMNS } from '../../assessment/documentCells';
import type { Verdict } from '../../matrix/rollUp';
import {
  EVIDENCE_LOCATION,
  EVIDENCE_TITLE,
  JUSTIFICATION,
  NAME,
  NOTE,
  RATIONALE,
  REQUEST_PROVIDER,
} from './knownTexts';
import { isVersion } from './ownWords';
import type { Places } from './places';
import { REMOVED, type Texts } from './texts';

// Each thing is built from what is allowed of it, value by value: nothing that is added to it later gets out unseen.

export interface Redaction {
  readonly texts: Texts;
  readonly places: Places;
}

/** A requirement of a control, or the control where that stands in for its requirements. */
export function redactUnit(unit: UnitSummary, control: string, redaction: Redaction): UnitSummary {
  const { texts } = redaction;
  const { id, status, listed } = unit;
  return {
    id,
    status,
    verdict: redactVerdict(unit, control),
    otherIds: unit.otherIds.flatMap((other) => texts.id(other) ?? []),
    openItems: redactOpenItems(unit.openItems, texts),
    notices: texts.shows('notices') ? unit.notices.map((notice) => redactNotice(notice, texts)) : [],
    events: redactEvents(unit, texts),
    requests: redactRequests(unit, control, redaction),
    ...(listed && { listed: redactListed(listed, redaction) }),
  };
}

/** What is told of a control's requirements where its reader does not get those: all of it, as the control's own. */
export function standIn(control: ControlSummary, redaction: Redaction): UnitSummary {
  const { texts } = redaction;
  const { id, status, units } = control;
  const responsibility = control.responsibility === 'mixed' ? null : control.responsibility;
  const [{ inheritability } = { inheritability: null }, ...others] = units.map(({ verdict }) => verdict);
  const isOne = others.every((other) => other.inheritability === inheritability);
  return {
    id,
    status,
    verdict: {
      responsibility,
      inheritability: responsibility !== null && isOne ? inheritability : null,
      entries: [],
    },
    otherIds: [],
    openItems: redactOpenItems(control.openItems, texts),
    notices: texts.shows('notices')
      ? units.flatMap(({ notices }) => notices.map((notice) => redactNotice(notice, texts)))
      : [],
    events: units.flatMap((unit) => redactEvents(unit, texts)),
    requests: units.flatMap((unit) => redactRequests(unit, id, redaction)),
  };
}

/** Of the rows of the matrix nothing but the CVID. */
function redactVerdict({ verdict }: UnitSummary, control: string): Verdict {
  const { responsibility, inheritability, elements, unknown } = verdict;
  const cvid = safeCvid(verdict.entries.find((entry) => entry.cvid !== undefined)?.cvid);
  return {
    responsibility,
    inheritability,
    ...(elements && { elements: { inheritable: elements.inheritable, total: elements.total } }),
    ...(unknown && { unknown }),
    entries: cvid === undefined ? [] : [{ file: '', line: 0, control, cvid, responsibility, inheritability }],
  };
}

/** A cell that is no CVID could be anything. */
function safeCvid(cvid: string | undefined): string | undefined {
  return cvid !== undefined && isVersion(cvid) ? cvid : undefined;
}

export function redactOpenItems(openItems: readonly OpenItem[], texts: Texts): readonly OpenItem[] {
  if (!texts.shows('openItems')) return [];
  const showsWhy = texts.shows('openItems.why');
  return openItems.map(({ kind, maturity, reason, of, why }) => ({
    kind,
    ...(maturity && { maturity }),
    // A service can stand here without any other word.
    ...(reason && { reason: texts.message(reason, kind === 'service-out-of-scope' ? NAME : undefined) }),
    ...(of && { of: { count: of.count, total: of.total } }),
    why: showsWhy ? texts.message(why) : REMOVED,
  }));
}

/** Why something does not apply is its rationale, which a profile allows by itself. */
function redactNotice({ message, why }: Reasoned, texts: Texts): Reasoned {
  return { message: texts.message(message), why: texts.message(why) };
}

function redactEvents({ events }: UnitSummary, texts: Texts): UnitSummary['events'] {
  if (!texts.shows('calendar')) return [];
  return events.map(({ date, message }) => ({ date, message: texts.message(message) }));
}

function redactListed(
  { requirement, control, cvid, domain, applicability, rationale, file, line }: ListedRequirement,
  { texts, places }: Redaction,
): ListedRequirement {
  const told = texts.shows('requirements.rationale') ? texts.optional(rationale, RATIONALE) : undefined;
  const number = safeCvid(cvid);
  const { file: key, line: row } = places.recorded(file, line);
  return {
    file: key,
    line: row,
    requirement,
    control,
    ...(number !== undefined && { cvid: number }),
    domain: /^\d{2}$/.test(domain) ? domain : '',
    applicability,
    ...(told !== undefined && { rationale: told }),
  };
}

function redactRequests(
  { requests }: UnitSummary,
  control: string,
  redaction: Redaction,
): readonly InheritanceRequest[] {
  if (!redaction.texts.shows('requests')) return [];
  return requests.map((request) => redactRequest(request, control, redaction));
}

function redactRequest(request: InheritanceRequest, control: string, { texts, places }: Redaction): InheritanceRequest {
  const name = (text: string | undefined): string | undefined =>
    texts.shows('requests.provider') ? texts.optional(text, REQUEST_PROVIDER) : undefined;
  const [provider, providerAssessment, component] = [
    name(request.provider),
    name(request.providerAssessment),
    name(request.component),
  ];
  const justification = texts.shows('requests.justification')
    ? texts.optional(request.justification, JUSTIFICATION)
    : undefined;
  const requirement = request.requirement === undefined ? undefined : texts.id(request.requirement);
  const cvid = requirement === undefined ? undefined : safeCvid(request.cvid);
  const { srmVersion, weight, submitted, decided } = request;
  const version = srmVersion !== undefined && isVersion(srmVersion) ? srmVersion : texts.optional(srmVersion, NOTE);
  const showsDates = texts.shows('requests.dates');
  const { file, line } = places.recorded(request.file, request.line);
  return {
    file,
    line,
    control,
    ...(requirement !== undefined && { requirement }),
    state: request.state,
    internal: request.internal,
    ...(weight !== undefined && { weight }),
    partial: request.partial,
    ...(cvid !== undefined && { cvid }),
    ...(provider !== undefined && { provider }),
    ...(providerAssessment !== undefined && { providerAssessment }),
    ...(component !== undefined && { component }),
    // That it is another one's is no name: what it covers depends on it.
    ...(request.otherProvider !== undefined && { otherProvider: name(request.otherProvider) ?? texts.mark }),
    ...(version !== undefined && { srmVersion: version }),
    ...(justification !== undefined && { justification }),
    ...(showsDates && submitted !== undefined && { submitted }),
    ...(showsDates && decided !== undefined && { decided }),
  };
}

export function redactEvidence(item: UsableEvidence, { texts, places }: Redaction): UsableEvidence {
  const { control, maturity, state, type } = item;
  const requirement = item.requirement === undefined ? undefined : texts.id(item.requirement);
  const location = texts.shows('evidence.location') ? texts.optional(item.location, EVIDENCE_LOCATION) : undefined;
  const dates = texts.shows('evidence.dates') ? datesOf(item) : undefined;
  const { file, line } = places.recorded(item.file, item.line);
  return {
    file,
    line,
    control,
    ...(requirement !== undefined && { requirement }),
    maturity,
    title: texts.required(item.title, EVIDENCE_TITLE),
    ...(location !== undefined && { location }),
    state,
    ...(type && { type }),
    ...(dates && { dates }),
  };
}

function datesOf({ dates }: Evidence): Dates | undefined {
  if (!dates) return undefined;
  return Object.fromEntries(
    DATE_COLUMNS.flatMap((column) => {
      const date = dates[column];
      return date === undefined ? [] : [[column, date] as const];
    }),
  );
}
