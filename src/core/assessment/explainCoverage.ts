import { type Message, message } from '../message';
import { requestAge } from './claims';
import { openSteps, rowPlace, type Step, step, type UnitFacts } from './explainStep';
import { hasProviderPart } from './openItems';
import { type InheritanceRequest, isInEffect, leavesPart } from './requests';

/** What covers the provider's part: requests, its certification, the services (README, rule 6). */
export function coverageSteps(about: UnitFacts): readonly Step[] {
  const { unit, recorded, terms, facts } = about;
  const { verdict, openItems } = unit;
  const requests = recorded.requests.map((request) => {
    const [code, ...to] = request.internal
      ? (['explain-request-internal'] as const)
      : (['explain-request', request.otherProvider ?? 'Azure'] as const);
    return step(
      6,
      message(code, ...to, requestFacts(request, terms.today)),
      [rowPlace(request)],
      message('why-coverage'),
    );
  });
  if (!hasProviderPart(verdict)) {
    const part = verdict.responsibility === null ? 'explain-part-unknown' : 'explain-part-none';
    return [step(6, message(part), [], message('why-no-part')), ...requests];
  }
  const { calendar, lapsed } = terms;
  const { certification, notRecorded = [], outside = [] } = facts.profile;
  const certifiedUntil = certification?.expires;
  const aside = outside.map(({ service }) => service).filter((service) => !recorded.uncovered.includes(service));
  const ofKind = (...kinds: readonly string[]): typeof openItems =>
    openItems.filter(({ kind }) => kinds.includes(kind));
  const isCertified = calendar && certifiedUntil !== undefined && !lapsed;
  const own = recorded.requests.filter(({ otherProvider }) => otherProvider === undefined);
  return [
    ...(requests.length > 0 ? requests : [step(6, message('request-none'), [], message('why-coverage'))]),
    ...(isCertified
      ? [
          step(
            6,
            message('explain-certified', certifiedUntil, calendar.submissionDate),
            [],
            message('why-certification'),
          ),
        ]
      : []),
    ...notRecorded.map((told) => step(6, told)),
    ...(aside.length > 0 ? [step(6, message('explain-services-aside', aside), [], message('why-service'))] : []),
    ...openSteps(6, ofKind('coverage-needed', 'awaiting-approval'), own.map(rowPlace)),
    ...openSteps(6, ofKind('service-out-of-scope'), verdict.entries.map(rowPlace)),
  ];
}

function requestFacts(request: InheritanceRequest, today: string): readonly (string | Message)[] {
  const { state, internal, weight, partial, decided } = request;
  const age = requestAge(request, today);
  return [
    state,
    ...(weight === undefined
      ? internal
        ? []
        : [message('explain-request-no-weight')]
      : [message('explain-request-weight', weight)]),
    ...(partial ? [message('explain-request-partial')] : []),
    ...(age ? [age] : []),
    ...(decided === undefined ? [] : [message('explain-request-decided', decided)]),
    effectOf(request),
  ];
}

function effectOf(request: InheritanceRequest): Message {
  if (request.otherProvider !== undefined) return message('explain-request-other');
  if (!isInEffect(request)) return message('explain-request-not-in-effect');
  return message(leavesPart(request) ? 'explain-request-leaves-part' : 'explain-request-in-effect');
}
