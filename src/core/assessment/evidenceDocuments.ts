import type { Dates } from './evidence';
import type { EvidenceType } from './evidenceType';

/** A document that rows of `evidence.csv` refer to by its id: a row of `documents.csv`. */
export interface EvidenceDocument {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly id: string;
  readonly title?: string;
  readonly type?: EvidenceType;
  readonly location?: string;
  readonly version?: string;
  readonly dates?: Dates;
  /** As recorded, in lower case. */
  readonly sha256?: string;
}
