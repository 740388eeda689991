import { restrictSummary } from '../../../../../src/core/assessment/restrictSummary';
import { message } from '../../../../../src/core/message';
import { problem } from '../../../../../src/core/problems';
import type { Report } from '../../../../../src/core/report/report';
import type { Profile, ProfileField, TextKind } from '../../../../../src/core/sharing/profile';
import { CALENDAR, policy, report } from '../../report/given';

/** What every token begins with, and nothing else in any file. */
export const MARK = 'ZqxJvwkQ';
export const TOKEN = /ZqxJvwkQ[a-z]+\d+z/gi;

const LISTED = [
  '1149.01c2System.9',
  '1150.01c1System.10',
  '1118.01j2Organizational.124',
  '0201.09j1Organizational.124',
];

/** A text that stands in a report and nowhere else, and who may read it: whoever gets all the fields and all the kinds. */
export interface Token {
  readonly text: string;
  readonly fields: readonly ProfileField[];
  readonly kinds: readonly TextKind[];
  /** Where it is told with any of these. */
  readonly anyOf?: readonly ProfileField[];
  /** Whether whoever may read it finds it in one of the formats, at least where the report is a whole. */
  readonly isTold?: true;
}

export interface GivenTokens {
  readonly report: Report;
  readonly tokens: readonly Token[];
}

/** How the report is made, beside its tokens. */
export interface Shape {
  readonly seed: number;
  readonly type: 'e1' | 'r2';
  readonly hasList: boolean;
  readonly hasCalendar: boolean;
  readonly isPart: boolean;
}

/** What is told of a part: of the others nothing may be found. */
export const PART = '01.c';

/** A report with a token in every text that a person can write. */
export function reportWithTokens({ seed, type, hasList, hasCalendar, isPart }: Shape): GivenTokens {
  const tokens: Token[] = [];
  const token = (name: string, fields: readonly ProfileField[], kinds: readonly TextKind[], isTold = false): string => {
    const text = `${MARK}${name}${seed}z`;
    tokens.push({ text, fields, kinds, ...(isTold && { isTold }) });
    return text;
  };
  const evidence: readonly ProfileField[] = ['controls', 'evidence'];
  const requests: readonly ProfileField[] = ['controls', 'requests'];
  const gaps: readonly ProfileField[] = ['controls', 'gaps'];
  const never: readonly TextKind[] = ['names', 'locations', 'notes', 'resources', 'providerText', 'requirementText'];

  const title = token('title', [...evidence, 'evidence.title'], ['names'], true);
  const location = `evidence/${token('path', [...evidence, 'evidence.location'], ['locations'], true)}.pdf`;
  // Without a title the location is what it is called.
  const untitled = token('untitled', [...evidence, 'evidence.title', 'evidence.location'], ['names', 'locations']);
  const link = `https://portal.azure.com/#/subscriptions/${token('link', [...evidence, 'evidence.location'], ['locations', 'resources'], true)}`;
  const pending = token('pending', ['controls', 'openItems', ...evidence, 'evidence.title'], ['names']);
  const rationale = token('rationale', ['controls', 'requirements', 'requirements.rationale'], ['notes'], hasList);
  const resource = `/subscriptions/${token('resource', ['controls', 'requests', 'requests.justification'], ['notes', 'resources'], true)}/resourceGroups/x`;
  const host = `${token('host', ['controls', 'gaps', 'gaps.description'], ['notes', 'resources'], true)}.vault.azure.net`;
  const party = token('party', ['controls'], ['names']);
  const other = token('provider', [...requests, 'requests.provider'], ['names'], true);
  const component = token('component', [...requests, 'requests.provider'], ['names']);
  const justification = token('justification', [...requests, 'requests.justification'], ['notes'], true);
  const srm = token('srm', requests, ['notes'], true);
  const gap = token('gap', gaps, ['names'], true);
  const gapState = token('state', gaps, ['notes'], true);
  const description = token('description', [...gaps, 'gaps.description'], ['notes'], true);
  const ownWords = token('customerwords', [], ['providerText']);
  const providerWords = token('providerwords', [], ['providerText']);
  const folder = token('folder', ['places', 'matrices'], ['locations']);
  const matrixFile = token('matrix', ['matrices'], ['locations'], true);
  const preamble = token('preamble', ['matrices'], ['providerText'], true);
  const letter = `${MARK}letter${seed}z`;
  tokens.push({ text: letter, fields: [], anyOf: ['project', 'calendar', 'openItems'], kinds: ['names'] });
  const service = token('service', ['project'], ['names'], true);
  const owner = token('owner', ['controls', 'requirements', 'policy'], ['names'], hasList);
  const document = token('document', ['places'], ['locations']);
  const register = token('register', ['places'], ['locations']);
  const lost = token('lost', ['problems', 'places'], ['locations']);
  const unknown = token('unknown', ['problems'], never);
  const name = token('name', ['name'], [], true);
  const words = isPart ? token('filter', [], ['notes'], true) : '';
  const others: readonly TextKind[] = never;
  // What is told of a control that is not of the part.
  const outside = isPart ? token('outside', ['problems', 'unresolved'], [...others]) : '';

  const list = [
    `${LISTED[0] ?? ''},0873.0,,`,
    `${LISTED[1] ?? ''},${token('cvid', ['problems'], others)},n/a,"${rationale} of ${title}, <b>&"`,
    `${LISTED[2] ?? ''},12.0,carved-out,`,
    `${LISTED[3] ?? ''},13.0,n/a,${outside}`,
  ].join('\n');
  const whole = report(
    {
      type,
      header: 'ID,Inheritability,Customer Responsibility,Provider Implementation Details',
      matrix: [
        `${LISTED[0] ?? ''},Partial,${ownWords},${providerWords}`,
        `${LISTED[1] ?? ''},None,${ownWords},${providerWords}`,
        '01.a,Full,,',
      ].join('\n'),
      ...(hasList && { list }),
      documents: { [document]: '01.c 01.a 14.a 1149.01c2System.9 01.j 09.j' },
      evidenceHeader: 'requirement,maturity,title,location,state,type,captured_on,owner',
      evidence: [
        `1149.01c2System.9,implemented,"${title}",${location},accepted,screenshot,2027-02-11,Jo`,
        `1149.01c2System.9,policy,,${untitled}/a.pdf,accepted,policy,,`,
        `01.c,implemented,Portal,${link},accepted,,,`,
        `1149.01c2System.9,procedure,"${pending}",x.pdf,requested,,,`,
        `09.j,implemented,${outside},${outside}.pdf,accepted,,,`,
      ].join('\n'),
      requestsHeader: 'requirement,state,type,weight,partial,provider,component,srm_version,justification,submitted',
      requests: [
        `1149.01c2System.9,submitted,external,50,yes,${other},${component},${srm},"${justification} for ${title}; ${resource} é",2027-01-13`,
        `1150.01c1System.10,planned,external,100,no,Azure,,,,`,
      ].join('\n'),
      gaps: `${gap},1149.01c2System.9,implemented,${gapState},2027-02-17,${description} on ${host}`,
      profile: {
        ...(hasCalendar && { calendar: CALENDAR }),
        certification: { letter, expires: '2027-05-01' },
        lapsed: message('certification-expires', letter, '2027-05-01', '2027-06-30'),
        outside: [{ service, reason: 'not-listed' }],
        carveOuts: [{ party, describedIn: party, rationale: party, requirements: [LISTED[2] ?? ''] }],
      },
    },
    {
      matrices: [{ name: `${folder}/${matrixFile}.csv`, entries: 3, sha256: 'a1b2', version: '1.4', preamble }],
      policy: new Map([['1149.01c2System.9', policy('1149.01c2System.9', { owners: [owner], files: [register] })]]),
      problems: [
        { problem: problem('file-not-found', lost, undefined, lost), place: placeIn(lost) },
        { problem: problem('unknown-maturity', register, { line: 2 }, unknown), place: placeIn(register) },
        {
          problem: problem('cvid-as-number', register, { line: 3 }, unknown, '12.0', LISTED[2] ?? ''),
          place: placeIn(register),
        },
        ...(isPart
          ? [{ problem: problem('row-not-listed', register, { line: 9 }, outside), place: placeIn(register) }]
          : []),
      ],
      labelOf: (file) => (file === 'evidence.csv' ? register : file),
    },
    name,
  );
  if (!isPart) return { report: whole, tokens };
  const summary = restrictSummary(whole.summary, [PART]);
  const { controls: all, requirements: allRequirements } = whole.summary.totals;
  const { controls, requirements } = summary.totals;
  const filter = { words, controls, allControls: all, requirements, allRequirements };
  return { report: { ...whole, summary, filter }, tokens };
}

function placeIn(file: string): Report['problems'][number]['place'] {
  return { file, line: 2, column: 1, endColumn: 1 };
}

/** What a field is told with: `evidence.title` in `evidence`, and that with `controls`. */
const WITH: Readonly<Partial<Record<ProfileField, ProfileField>>> = {
  requirements: 'controls',
  openItems: 'controls',
  evidence: 'controls',
  requests: 'controls',
  gaps: 'controls',
  references: 'controls',
  notices: 'controls',
  policy: 'controls',
};

export function isAllowed(field: ProfileField, { fields }: Profile): boolean {
  const [table = field] = field.split('.') as ProfileField[];
  const needed = WITH[table];
  return fields.has(field) && fields.has(table) && (needed === undefined || fields.has(needed));
}

/** Whether the readers of a profile may read a token. */
export function mayRead({ fields, anyOf, kinds }: Token, profile: Profile): boolean {
  if (anyOf && !anyOf.some((field) => isAllowed(field, profile))) return false;
  return fields.every((field) => isAllowed(field, profile)) && kinds.every((kind) => isKept(kind, profile));
}

function isKept(kind: TextKind, { treatments, isOutside }: Profile): boolean {
  const isLicensed = kind === 'providerText' || kind === 'requirementText';
  return treatments[kind] === 'keep' && !(isOutside && isLicensed);
}
