import { message } from '../message';
import { type Profile, PROFILE_FIELDS, type ProfileField, treatmentsBy } from './profile';

/** The profile that leaves nothing out: its copies are what was never redacted. */
export const INTERNAL = 'internal';

const KEPT = treatmentsBy(() => 'keep');
const REMOVED = treatmentsBy(() => 'remove');

/** The figures, and what was taken for granted in them. */
const FIGURES = ['name', 'totals', 'assumptions'] as const satisfies readonly ProfileField[];

/** What an assessor does not need: where things lie in the files of this project, and what is amiss in them. */
const NOT_FOR_ASSESSORS: ReadonlySet<ProfileField> = new Set<ProfileField>([
  'evidence.location',
  'references',
  'policy',
  'unresolved',
  'problems',
  'places',
]);

/** The profiles that every project has, the widest first. What the matrix says in its own words is for insiders. */
export const builtInProfiles: readonly Profile[] = [
  { id: INTERNAL, title: message('profile-internal'), isOutside: false, fields: all(), treatments: KEPT },
  { id: 'team', title: message('profile-team'), isOutside: false, fields: all(), treatments: KEPT, wantsPart: true },
  {
    id: 'assessor',
    title: message('profile-assessor'),
    isOutside: true,
    fields: new Set(PROFILE_FIELDS.filter((field) => !NOT_FOR_ASSESSORS.has(field))),
    treatments: { ...REMOVED, names: 'keep', notes: 'keep' },
  },
  {
    id: 'client',
    title: message('profile-client'),
    isOutside: true,
    fields: fields(...FIGURES, 'readiness', 'controls', 'requirements'),
    treatments: REMOVED,
  },
  {
    id: 'regulator',
    title: message('profile-regulator'),
    isOutside: true,
    fields: fields(
      ...FIGURES,
      ...(['readiness', 'calendar', 'controls', 'requirements', 'requirements.rationale'] as const),
      ...(['openItems', 'openItems.why', 'evidence', 'evidence.title', 'evidence.dates'] as const),
      ...(['requests', 'requests.dates', 'gaps', 'gaps.description', 'gaps.dates'] as const),
    ),
    treatments: { ...REMOVED, names: 'pseudonym', notes: 'keep' },
  },
  {
    id: 'insurer',
    title: message('profile-insurer'),
    isOutside: true,
    fields: fields(...FIGURES, 'readiness', 'controls', 'gaps', 'gaps.dates'),
    treatments: REMOVED,
  },
  {
    id: 'public',
    title: message('profile-public'),
    isOutside: true,
    fields: fields(...FIGURES),
    treatments: REMOVED,
  },
];

function all(): ReadonlySet<ProfileField> {
  return new Set(PROFILE_FIELDS);
}

function fields(...allowed: readonly ProfileField[]): ReadonlySet<ProfileField> {
  return new Set(allowed);
}
