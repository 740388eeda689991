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

/**
 * The kinds of free text that a profile says how to treat, wherever they stand in what it allows:
 *
 * - `names` of people, organisations, files and evidence, and of the assessment itself;
 * - `locations` of evidence and files;
 * - `notes`: rationales, justifications, descriptions, what stands in documents;
 * - `resources`: ids of Azure resources, subscriptions and tenants within any text;
 * - `providerText` and `requirementText`: what the matrix says in its own words, which is licensed.
 */
export const TEXT_KINDS = ['names', 'locations', 'notes', 'resources', 'providerText', 'requirementText'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** A pseudonym is the same for the same text in every copy of a project, and tells nothing of it. */
export const TREATMENTS = ['keep', 'remove', 'pseudonym'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** What a reader gets. What is not allowed is not in the file, and of what is allowed texts are treated by their kind. */
export interface Profile {
  /** As the command line and the register name it. */
  readonly id: string;
  readonly title: Message;
  /** Whether its readers are outside the organisation: then each copy is recorded in the sharing register. */
  readonly isOutside: boolean;
  readonly fields: ReadonlySet<ProfileField>;
  readonly treatments: Readonly<Record<TextKind, Treatment>>;
  /** Ids of controls and categories; everything in scope where there are none. */
  readonly controls?: readonly string[];
  /** Whether it is for a part only, which has to be chosen each time. */
  readonly wantsPart?: true;
}
