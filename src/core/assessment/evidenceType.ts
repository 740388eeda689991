/** What kind of document evidence is; it decides which clocks it is read by. */
export const EVIDENCE_TYPES = [
  'policy',
  'procedure',
  'configuration',
  'screenshot',
  'population',
  'sample',
  'report',
  'attestation',
  'measure',
  'metric',
  'risk-treatment',
  'statement',
] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];
