// What unfolds below a row: sent for the rows that are open, and only for them.
import { type Check, isFlag, isIndex, isListOf, isShape, isText } from './check';
import type { Explained } from './content';

export interface RowDetails {
  /** The row's. */
  readonly id: string;
  readonly open: readonly Explained[];
  /** What is to be known, and voids nothing. */
  readonly notices: readonly Explained[];
  /** The rows of the matrix behind the responsibility, with what they say. */
  readonly matrix: readonly MatrixRow[];
  /** How they came to it, where they do not show it themselves. */
  readonly rollUp: readonly string[];
  /** The evidence that counts, by document. */
  readonly evidence: readonly EvidenceDocument[];
  /** The evidence for the whole control, which counts for none of its requirements. */
  readonly notYetMapped: readonly EvidenceDocument[];
  /** Inheritance requests. */
  readonly requests: readonly Place[];
  /** What Azure Policy says of it: a partial view. */
  readonly policy: readonly string[];
  /** Where it is referenced, by document; each place is a line. */
  readonly documents: readonly { readonly name: string; readonly path: string; readonly places: readonly Place[] }[];
  /** How it came by its status, as *Explain Status* tells it. */
  readonly steps: readonly Explained[];
}

/** One thing to open. `index` tells the host which of its kind it is. */
export interface Place {
  readonly index: number;
  /** What is seen. */
  readonly text: string;
  /** The same where it is heard without what stands around it. Begins with `text`, so that it can be spoken to. */
  readonly label: string;
}

export interface MatrixRow extends Place {
  /** In the file's own words, to be shown as text; empty where it has none. */
  readonly customer: string;
  readonly provider: string;
}

export interface EvidenceDocument extends Place {
  /** Whether it opens in the browser. */
  readonly isLink: boolean;
  /** When it was reviewed, approved or captured, and until when that is good; empty where no date is recorded. */
  readonly dated: string;
  /** The rows or lines that name it, a maturity level each. */
  readonly rows: readonly Place[];
}

const place = { index: isIndex, text: isText, label: isText };
const isPlace = isShape<Place>(place);
const isExplained = isShape<Explained>({ text: isText, why: isText });
const isEvidence = isShape<EvidenceDocument>({ ...place, isLink: isFlag, dated: isText, rows: isListOf(isPlace) });

export const isRowDetails: Check<RowDetails> = isShape<RowDetails>({
  id: isText,
  open: isListOf(isExplained),
  notices: isListOf(isExplained),
  matrix: isListOf(isShape<MatrixRow>({ ...place, customer: isText, provider: isText })),
  rollUp: isListOf(isText),
  evidence: isListOf(isEvidence),
  notYetMapped: isListOf(isEvidence),
  requests: isListOf(isPlace),
  policy: isListOf(isText),
  documents: isListOf(
    isShape<RowDetails['documents'][number]>({ name: isText, path: isText, places: isListOf(isPlace) }),
  ),
  steps: isListOf(isExplained),
});
