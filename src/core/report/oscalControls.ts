import { unitHeadline } from '../assessment/headline';
import { hasProviderPart, isEvidenceWanted, type OpenItem } from '../assessment/openItems';
import { type InheritanceRequest, isInEffect } from '../assessment/requests';
import { statusWord } from '../assessment/status';
import type { ControlSummary, UnitSummary } from '../assessment/summary';
import { message } from '../message';
import { inline } from './markdownText';
import { controlToken, type OscalContext, type OscalProp, ownProp, placeholder, textOf, token } from './oscalText';
import { partOfControl, shows } from './report';
import { granted } from './requestsSheet';

/**
 * Each control in scope, with its requirements as statements, and who does what of each. OSCAL wants one at least: where
 * nothing is in scope a placeholder stands there.
 */
export function* implementedRequirements(context: OscalContext): Iterable<object> {
  const { controls } = context.summary;
  for (const control of controls) yield implementedRequirement(control, context);
  if (controls.length > 0) return;
  const { value, remarks } = placeholder(context, 'control', 'oscal-want-control');
  yield { uuid: context.idOf('control', ''), 'control-id': value, remarks };
}

function implementedRequirement(control: ControlSummary, context: OscalContext): object {
  const { id, units, responsibility, status } = control;
  // Where a control stands in for its requirements, there are no statements.
  const [only] = units.filter((unit) => unit.id === id);
  const statements = units.filter((unit) => unit.id !== id);
  const origins = [...new Set(units.flatMap(originsOf))].toSorted();
  return {
    uuid: context.idOf('control', id),
    'control-id': controlToken(id),
    props: [...origins.map(origination), ...facts({ responsibility, status }, context)],
    ...(statements.length > 0 && { statements: statements.map((unit) => statement(unit, control, context)) }),
    ...(only && { 'by-components': byComponents(only, context) }),
    ...remarksOf(control, context),
  };
}

/** By how many of its requirements the control is told, where that is not all of them. */
function remarksOf(control: ControlSummary, context: OscalContext): object {
  const [part] = partOfControl(control, context);
  return part ? { remarks: textOf(context, 'oscal-part', part) } : {};
}

function statement(unit: UnitSummary, control: ControlSummary, context: OscalContext): object {
  const { id, listed, verdict, status } = unit;
  return {
    'statement-id': `${controlToken(control.id)}_${token(id)}`,
    uuid: context.idOf('requirement', control.id, id),
    props: [
      ...originsOf(unit).map(origination),
      ...facts({ responsibility: verdict.responsibility, status }, context),
      ...ownProp('cvid', listed?.cvid ?? ''),
    ],
    'by-components': byComponents(unit, context),
  };
}

function facts(
  { responsibility, status }: Pick<ControlSummary, 'responsibility' | 'status'>,
  { summary, translate }: OscalContext,
): readonly OscalProp[] {
  return [
    ...ownProp('responsibility', responsibility ?? 'unknown'),
    ...ownProp('status', translate(statusWord(status, summary))),
  ];
}

type Origin = 'inherited' | 'organization' | 'system-specific';

function origination(value: Origin): OscalProp {
  return { name: 'control-origination', value };
}

/**
 * Where a requirement's implementation comes from, as far as that is recorded: inherited, by an approved request; the
 * organisation's, by internal inheritance; of what is the customer's the id of a requirement says whether it is of the
 * organisation or of the system. Nothing where that does not say, and nothing of what is for the customers of this system.
 */
function originsOf(unit: UnitSummary): readonly Origin[] {
  if (unit.status === 'not-applicable' || unit.verdict.responsibility === null) return [];
  const origins = new Set<Origin>();
  if (approvedOf(unit)) origins.add('inherited');
  if (internalOf(unit)) origins.add('organization');
  if (isEvidenceWanted(unit.verdict, unit.requests)) {
    if (/Organizational\.\d+$/.test(unit.id)) origins.add('organization');
    if (/System\.\d+$/.test(unit.id)) origins.add('system-specific');
  }
  return [...origins];
}

/** What keeps an approved request from covering the provider's part. */
const UNCOVERED: ReadonlySet<OpenItem['kind']> = new Set<OpenItem['kind']>(['coverage-needed', 'service-out-of-scope']);

/** The approved request by which the provider's part is inherited; undefined where it is not, for whatever reason. */
function approvedOf({ status, verdict, requests, openItems }: UnitSummary): InheritanceRequest | undefined {
  if (status === 'not-applicable' || !hasProviderPart(verdict) || openItems.some(({ kind }) => UNCOVERED.has(kind)))
    return undefined;
  return requests.find((request) => !request.internal && isInEffect(request));
}

function internalOf({ requests }: UnitSummary): InheritanceRequest | undefined {
  return requests.find((request) => request.internal && isInEffect(request));
}

function byComponents(unit: UnitSummary, context: OscalContext): readonly object[] {
  const isApplicable = unit.status !== 'not-applicable';
  const isProviders = isApplicable && hasProviderPart(unit.verdict) && !internalOf(unit);
  const isOwn = !isProviders || isEvidenceWanted(unit.verdict, unit.requests);
  return [...(isOwn ? [ownPart(unit, context)] : []), ...(isProviders ? [providersPart(unit, context)] : [])];
}

function ownPart(unit: UnitSummary, context: OscalContext): object {
  const uuid = context.idOf('own-part', unit.id);
  const rationale = unit.status === 'not-applicable' ? (unit.listed?.rationale ?? '') : '';
  const isSatisfied = unit.status === 'complete' && approvedOf(unit) !== undefined;
  return {
    'component-uuid': context.idOf('this-system'),
    uuid,
    description: inline(unitHeadline(unit).map(context.translate).join(' · ')),
    ...implementationStatus(unit, context),
    ...(isSatisfied && {
      satisfied: [{ uuid: context.idOf('satisfied', unit.id), description: textOf(context, 'oscal-satisfied') }],
    }),
    ...(rationale !== '' && shows(context, 'requirements.rationale') && { remarks: inline(rationale) }),
  };
}

const OWN_ITEMS: ReadonlySet<OpenItem['kind']> = new Set<OpenItem['kind']>([
  'unknown',
  'needs-evidence',
  'late-evidence',
]);

/**
 * Of what is on the requirement list only. Where evidence is missing nothing is recorded of how far it is implemented, so
 * nothing is said.
 */
function implementationStatus(unit: UnitSummary, context: OscalContext): object {
  if (unit.status === 'not-applicable') return { 'implementation-status': { state: 'not-applicable' } };
  if (!unit.listed || unit.openItems.some(({ kind }) => OWN_ITEMS.has(kind))) return {};
  return { 'implementation-status': { state: 'implemented', remarks: textOf(context, 'oscal-implemented') } };
}

function providersPart(unit: UnitSummary, context: OscalContext): object {
  const approved = approvedOf(unit);
  return {
    'component-uuid': context.idOf('provider'),
    uuid: context.idOf('providers-part', unit.id),
    description: textOf(context, 'oscal-providers-part', granted(unit.verdict)),
    ...(approved && {
      inherited: [{ uuid: context.idOf('inherited', unit.id), description: inheritedText(approved, context) }],
    }),
  };
}

function inheritedText({ weight, partial, decided }: InheritanceRequest, context: OscalContext): string {
  return textOf(context, 'oscal-inherited', [
    weight === undefined ? message('explain-request-no-weight') : message('explain-request-weight', weight),
    ...(partial ? [message('explain-request-partial')] : []),
    ...(decided === undefined ? [] : [message('explain-request-decided', decided)]),
  ]);
}
