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

/** Reads a type in any case, its words joined or apart (`Risk treatment`, `screen shot`); undefined for anything else. */
export function parseEvidenceType(text: string): EvidenceType | undefined {
  const value = joined(text);
  return EVIDENCE_TYPES.find((type) => joined(type) === value);
}

function joined(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '');
}
