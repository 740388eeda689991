import { COLUMN_MEANINGS } from '../matrix/columns';
import { PROBLEM_CODES } from '../problems';
import { PENDING_COLUMNS } from '../sharing/sharingColumns';
import { TEXT_KINDS } from '../sharing/profile';

/**
 * The keys of a project file by the object that they stand in, `''` for the file itself. The reader, the JSON schema that
 * completes and checks the file in an editor (`data/inheritance-scope.schema.json`) and the README go by it.
 */
export const PROJECT_KEYS = {
  '': [
    '$schema',
    'name',
    'assessment',
    'matrix',
    'requirements',
    'documents',
    'evidence',
    'evidenceDocuments',
    'requests',
    'gaps',
    'azure',
    'carveOuts',
    'clocks',
    'problems',
    'sharing',
    'profiles',
  ],
  assessment: ['type', 'kind', 'csfVersion', 'fieldworkStart', 'submissionDate', 'maturity'],
  matrix: ['path', 'version', 'provider', 'sheet', 'headerRow', 'columns', 'values', 'idPattern'],
  'matrix.columns': COLUMN_MEANINGS,
  azure: ['cloud', 'services', 'servicesInScope', 'policyStates', 'certification'],
  'azure.certification': ['letter', 'issued', 'expires'],
  carveOuts: ['party', 'describedIn', 'rationale', 'requirements'],
  clocks: ['inPlaceDays', 'reviewMonths', 'fieldworkDays', 'operationDays'],
  problems: PROBLEM_CODES,
  sharing: ['register', 'rows', 'lastHash', 'policy', 'pending', 'pseudonymKey'],
  'sharing.policy': ['required', 'consentValidDays'],
  'sharing.pending': [...PENDING_COLUMNS, 'replaces'],
  profiles: ['title', 'outside', 'fields', 'controls', 'texts'],
  'profiles.texts': TEXT_KINDS,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ProjectObject = keyof typeof PROJECT_KEYS;

/** How far the clocks of a project file can go. */
export const CLOCK_LIMITS = { days: { least: 0, most: 3650 }, months: { least: 1, most: 120 } } as const;
