/** The maturity levels, in the order in which they are scored. */
export const MATURITY_LEVELS = ['policy', 'procedure', 'implemented', 'measured', 'managed'] as const;
export type MaturityLevel = (typeof MATURITY_LEVELS)[number];

export const ASSESSMENT_TYPES = ['e1', 'i1', 'r2'] as const;
export type AssessmentType = (typeof ASSESSMENT_TYPES)[number];

/** Which levels an assessment of each type always scores; an r2 may add measured and managed. */
const SCORED: Readonly<Record<AssessmentType, readonly MaturityLevel[]>> = {
  e1: ['implemented'],
  i1: ['implemented'],
  r2: ['policy', 'procedure', 'implemented'],
};

/** The levels that evidence is wanted at (README, rule 3), in their order. `added` counts for an r2 only. */
export function scoredLevels(type: AssessmentType, added: readonly MaturityLevel[] = []): readonly MaturityLevel[] {
  const scored = type === 'r2' ? [...SCORED.r2, ...added] : SCORED[type];
  return MATURITY_LEVELS.filter((level) => scored.includes(level));
}

/** Reads a level as registers write it, in any case; undefined for anything else. */
export function parseMaturityLevel(text: string): MaturityLevel | undefined {
  const value = text.toLowerCase();
  return MATURITY_LEVELS.find((level) => level === value);
}
