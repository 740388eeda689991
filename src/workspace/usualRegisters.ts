/**
 * What registers are called where the project names none: they are read if they are there. Documents and gaps only
 * beside a project file, because elsewhere files of these names may be anything.
 */
export const USUAL_REGISTERS = {
  evidence: 'evidence.csv',
  evidenceDocuments: 'documents.csv',
  requests: 'inheritance-requests.csv',
  gaps: 'gaps.csv',
} as const;
