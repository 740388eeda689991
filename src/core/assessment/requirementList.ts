/** Whether a statement is part of the assessment. A blank cell is `in-scope`. */
export const APPLICABILITIES = ['in-scope', 'n/a', 'carved-out', 'removed'] as const;
export type Applicability = (typeof APPLICABILITIES)[number];

/** One requirement statement that the assessment consists of: a row of `requirements.csv`. */
export interface ListedRequirement {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Canonical. */
  readonly requirement: string;
  readonly control: string;
  readonly cvid?: string;
  /** `11`; by the id where the row names none. */
  readonly domain: string;
  readonly csfVersion?: string;
  readonly applicability: Applicability;
  /** The Subscriber Comment: why it does not apply. */
  readonly rationale?: string;
  readonly owner?: string;
  readonly due?: string;
}
