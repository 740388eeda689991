import type { Message } from '../message';

/**
 * What a profile can allow. A name without a point is a table or a part of the summary, with what always stands in it; a
 * name behind a point is what can be left out of its rows. `places` are the files and lines that anything is recorded at.
 */
export const PROFILE_FIELDS = [
  'name',
  'totals',
  'readiness',
  'calendar',
  'assumptions',
  'matrices',
  'controls',
  'requirements',
  'requirements.rationale',
  'openItems',
  'openItems.why',
  'evidence',
  'evidence.title',
  'evidence.location',
  'evidence.dates',
  'requests',
  'requests.provider',
  'requests.justification',
  'requests.dates',
  'gaps',
  'gaps.description',
  'gaps.dates',
  'references',
  'notices',
  'policy',
  'project',
  'unresolved',
  'problems',
  'places',
] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** Tables whose rows name a control. */
const OF_CONTROLS: ReadonlySet<ProfileField> = new Set<ProfileField>([
  'requirements',
  'openItems',
  'evidence',
  'requests',
  'gaps',
  'references',
  'notices',
  'policy',
]);

/** What a field says nothing without: its table, and `controls` for what is told of them. */
export function neededFor(field: ProfileField): ProfileField | undefined {
  if (OF_CONTROLS.has(field)) return 'controls';
  const [table = '', part] = field.split('.');
  return part === undefined ? undefined : PROFILE_FIELDS.find((known) => known === table);
}

/** The fields that say something: without those that lack what they need. */
export function effectiveFields(fields: ReadonlySet<ProfileField>): ReadonlySet<ProfileField> {
  const isWhole = (field: ProfileField): boolean => {
    const needed = neededFor(field);
    return fields.has(field) && (needed === undefined || isWhole(needed));
  };
  return new Set(PROFILE_FIELDS.filter(isWhole));
}

/**
 * The kinds of free text that a profile says how to treat, wherever they stand in what it allows:
 *
 * - `names` of people, organisations, services, gaps and evidence. What the assessment is called, the field `name` decides;
 * - `locations` of evidence and files, the names of files among them;
 * - `notes`: rationales, justifications, descriptions, what stands in documents;
 * - `resources`: ids of Azure resources, subscriptions and tenants within any text;
 * - `providerText` and `requirementText`: what the matrix says in its own words, which is licensed.
 */
export const TEXT_KINDS = ['names', 'locations', 'notes', 'resources', 'providerText', 'requirementText'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** A pseudonym is the same for the same text in every copy of a project, and tells nothing of it. */
export const TREATMENTS = ['keep', 'remove', 'pseudonym'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** A treatment for each kind of text. */
export type Treatments = Readonly<Record<TextKind, Treatment>>;

export function treatmentsBy(treatmentOf: (kind: TextKind) => Treatment): Treatments {
  return Object.fromEntries(TEXT_KINDS.map((kind) => [kind, treatmentOf(kind)])) as Record<TextKind, Treatment>;
}

/** What a reader gets. What is not allowed is not in the file, and of what is allowed texts are treated by their kind. */
export interface Profile {
  /** As the command line and the register name it. */
  readonly id: string;
  readonly title: Message;
  /** Whether its readers are outside the organisation: then each copy is recorded in the sharing register. */
  readonly isOutside: boolean;
  readonly fields: ReadonlySet<ProfileField>;
  readonly treatments: Treatments;
  /** Ids of controls and categories that it is restricted to; everything in scope where it is undefined. */
  readonly controls?: readonly string[];
  /** Whether it is for a part only, which has to be chosen each time. */
  readonly wantsPart?: true;
}

/** Whether a copy of it needs the project's key for pseudonyms. */
export function wantsPseudonyms({ treatments }: Profile): boolean {
  return TEXT_KINDS.some((kind) => treatments[kind] === 'pseudonym');
}

/** What is licensed: nobody outside gets it, whatever a profile says. */
export const LICENSED_TEXTS: readonly TextKind[] = ['providerText', 'requirementText'];
