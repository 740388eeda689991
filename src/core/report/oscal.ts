import type { CalendarDate } from '../calendarDate';
import { type Message, message } from '../message';
import { finish, type Steps } from '../steps';
import { contentId } from './contentId';
import { inline } from './markdownText';
import { implementedRequirements } from './oscalControls';
import { copyLines } from './copyLines';
import { type OscalContext, type OscalProp, ownProp, placeholder, textOf } from './oscalText';
import { EXPORT_LABEL, TOOL } from './exportMark';
import { encode, type Exporter, type TellProgress } from './exporter';
import { filterLines, type Report, scopeLine, shows } from './report';

const OSCAL_VERSION = '1.2.1';

/** What stands where the schema wants a day, and none is recorded: no assessment is that old. */
const NO_DATE: CalendarDate = '1900-01-01';

/**
 * A fragment of a system security plan (SSP) of OSCAL 1.2.1 as JSON: what is implemented by whom, and what is inherited
 * from the provider. Where the schema wants what nobody recorded stands a named placeholder, with a remark beside it;
 * all that were used are listed in the metadata.
 */
export const oscal: Exporter = {
  format: 'oscal',
  name: 'OSCAL',
  purpose: 'format-oscal',
  extension: 'json',
  // Who does what cannot be told without them: a request that nobody sees would read as if there were none.
  needs: ['controls', 'requirements', 'openItems', 'requests', 'requests.provider'],
  write: (report) => finish(oscalSteps(report)),
  steps: oscalSteps,
};

/** The requirements, where there are none: no text in the file can hold these quotation marks. */
const NO_REQUIREMENTS = '"implemented-requirements": []';

function* oscalSteps(report: Report, tell?: TellProgress): Steps<Uint8Array> {
  const used = new Set<string>();
  const context: OscalContext = {
    ...report,
    idOf: (...words) => contentId(report.summary.name, ...words),
    usePlaceholder: (name) => {
      used.add(name);
    },
  };
  const printed: string[] = [];
  const wanted = Math.max(1, report.summary.controls.length);
  for (const implemented of implementedRequirements(context)) {
    printed.push(`\n        ${print(implemented).replaceAll('\n', '\n        ')}`);
    tell?.(printed.length, wanted);
    yield;
  }
  const parts = {
    'import-profile': { href: `#${context.idOf('profile')}` },
    'system-characteristics': systemCharacteristics(context),
    'system-implementation': systemImplementation(context),
    'control-implementation': {
      description: textOf(context, 'oscal-controls'),
      'implemented-requirements': [],
    },
    'back-matter': { resources: [profile(context)] },
  };
  const metadata = metadataOf(context, [...used]);
  const uuid = contentId(print({ metadata, ...parts }), ...printed.map((text) => contentId(text)));
  // The metadata come first, so that `isExport` knows the file by its beginning.
  const plan = print({ 'system-security-plan': { metadata, uuid, ...parts } });
  const all = plan.replace(NO_REQUIREMENTS, () => `"implemented-requirements": [${printed.join(',')}\n      ]`);
  return encode(`${all}\n`);
}

function print(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

function metadataOf(context: OscalContext, placeholders: readonly string[]): object {
  const { summary, today, toolVersion, translate } = context;
  const hasMatrices = shows(context, 'matrices');
  const matrices = hasMatrices ? context.matrices : [];
  const remarks = [
    ...copyLines(context),
    ...(shows(context, 'totals') ? [scopeLine(context)] : filterLines(context)),
    message(`report-basis-${summary.basis}`),
    ...(shows(context, 'assumptions') ? summary.assumptions : []),
    message('report-adequacy'),
    ...matrices.flatMap(({ name, entries, sha256 = message('report-sha256-missing') }) => [
      message('report-matrix', message('report-matrix-entries', name, entries)),
      message('report-sha256', name, sha256),
    ]),
    ...(matrices.length === 0 && hasMatrices ? [message('report-no-matrix')] : []),
    message('oscal-placeholders', placeholders),
  ];
  const props = copyProps(context);
  return {
    // In no language but this, and first: `isExport` knows the file by it.
    remarks: [`${EXPORT_LABEL} ${TOOL} ${toolVersion}.`, ...remarks.map((line) => inline(translate(line)))].join(
      '\n\n',
    ),
    title: inline(translate(planTitle(context))),
    'last-modified': `${today}T00:00:00Z`,
    version: today,
    'oscal-version': OSCAL_VERSION,
    ...(props.length > 0 && { props }),
    parties: [{ uuid: context.idOf('provider-party'), type: 'organization', name: 'Microsoft' }],
  };
}

function planTitle(report: Pick<Report, 'profile' | 'summary'>): Message {
  return shows(report, 'name') ? message('oscal-title', report.summary.name) : message('oscal-title-unnamed');
}

/** Whose copy it is, for programs. */
function copyProps({ copy, profile }: Report): readonly OscalProp[] {
  const { number = '', recipient = '', organization = '', purpose = '', date = '', expires = '' } = copy ?? {};
  return [
    ...ownProp('copy', number),
    ...ownProp('copy-recipient', recipient),
    ...ownProp('copy-organization', organization),
    ...ownProp('copy-purpose', purpose),
    ...ownProp('copy-date', date),
    ...ownProp('copy-expires', expires),
    ...ownProp('copy-limitations', copy?.limitations ?? ''),
    ...ownProp('profile', profile?.id ?? ''),
  ];
}

function systemCharacteristics(context: OscalContext): object {
  const id = placeholder(context, 'system-id', 'oscal-want-system-id');
  const description = placeholder(context, 'system-description', 'oscal-want-description');
  const information = placeholder(context, 'information-type', 'oscal-want-information');
  const status = placeholder(context, 'system-status', 'oscal-want-status');
  const boundary = placeholder(context, 'authorization-boundary', 'oscal-want-boundary');
  return {
    'system-ids': [{ id: id.value }],
    'system-name': systemName(context),
    description: description.value,
    'system-information': {
      'information-types': [{ title: information.value, description: information.remarks }],
    },
    status: { state: 'other', remarks: status.remarks },
    'authorization-boundary': { description: boundary.value, remarks: boundary.remarks },
    remarks: [id.remarks, description.remarks].join('\n\n'),
  };
}

function systemName(context: OscalContext): string {
  const [name] = shows(context, 'name') ? ownProp('name', context.summary.name) : [];
  return name?.value ?? placeholder(context, 'system-name', 'oscal-want-name').value;
}

function systemImplementation(context: OscalContext): object {
  const status = placeholder(context, 'component-status', 'oscal-want-component-status');
  const authorization = context.idOf('leveraged-authorization');
  return {
    'leveraged-authorizations': [leveragedAuthorization(context, authorization)],
    components: [
      {
        uuid: context.idOf('this-system'),
        type: 'this-system',
        title: inline(systemName(context)),
        description: textOf(context, 'oscal-this-system'),
        status: { state: 'other', remarks: status.remarks },
      },
      {
        uuid: context.idOf('provider'),
        type: 'system',
        title: 'Microsoft Azure',
        description: textOf(context, 'oscal-provider'),
        props: [
          { name: 'implementation-point', value: 'external' },
          { name: 'leveraged-authorization-uuid', value: authorization },
        ],
        status: { state: 'other', remarks: status.remarks },
      },
    ],
  };
}

/** The provider's letter, as far as it is recorded. */
function leveragedAuthorization(context: OscalContext, uuid: string): object {
  const { letter = '', issued, expires } = context.summary.certification ?? {};
  const [title] = ownProp('letter', letter);
  const noLetter = title ? undefined : placeholder(context, 'provider-letter', 'oscal-want-letter');
  const noDate = issued === undefined ? placeholder(context, 'date-authorized', 'oscal-want-date', NO_DATE) : undefined;
  const remarks = [noLetter, noDate].flatMap((missing) => missing?.remarks ?? []);
  return {
    uuid,
    title: title ? inline(title.value) : noLetter?.value,
    ...(expires !== undefined && { props: ownProp('expires', expires) }),
    'party-uuid': context.idOf('provider-party'),
    'date-authorized': issued ?? NO_DATE,
    ...(remarks.length > 0 && { remarks: remarks.join('\n\n') }),
  };
}

/** What the plan imports: HITRUST CSF is licensed, and there is no public profile of it to point to. */
function profile(context: OscalContext): object {
  const { value, remarks } = placeholder(context, 'profile', 'oscal-want-profile');
  return { uuid: context.idOf('profile'), title: value, description: remarks };
}
