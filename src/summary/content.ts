// What the page shows: plain data, in the person's words already.
import { type Check, isFlag, isIndex, isListOf, isOneOf, isShape, isText } from './check';

export interface SummaryContent {
  readonly title: string;
  /** What the figures rest on, and what was assumed. */
  readonly notes: readonly string[];
  /** Whether a matrix is named at all; without one the page offers to load one. */
  readonly hasMatrix: boolean;
  /** The figures at the top, by what they count and the list can be filtered by. */
  readonly totals: readonly Total[];
  /** Sections of controls, the one that needs evidence first. */
  readonly sections: readonly Section[];
  /** What keeps the summary from being whole. */
  readonly problems: { readonly title: string; readonly texts: readonly string[] };
  readonly labels: Labels;
}

export interface Total {
  readonly facet: 'responsibility' | 'status';
  readonly label: string;
  readonly figures: readonly Figure[];
}

export interface Figure {
  /** What is counted, such as `shared`; it decides the colour too. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface Section {
  readonly status: string;
  readonly title: string;
  readonly rows: readonly ControlRow[];
}

export interface ControlRow {
  readonly id: string;
  readonly title: string;
  readonly responsibility: { readonly value: string; readonly label: string };
  /** What is open, and the rule behind each. */
  readonly open: readonly { readonly text: string; readonly why: string }[];
  /** The rows of the matrix behind the responsibility. */
  readonly matrix: readonly Place[];
  /** How they came to it, where they do not show it themselves. */
  readonly rollUp: readonly string[];
  /** The evidence that counts, by document. */
  readonly evidence: readonly EvidenceDocument[];
  /** Where it is referenced, by document; each place is a line. */
  readonly documents: readonly { readonly name: string; readonly path: string; readonly places: readonly Place[] }[];
}

/** One thing to open. `index` tells the host which of its kind it is. */
export interface Place {
  readonly index: number;
  /** What is seen. */
  readonly text: string;
  /** The same where it is heard without what stands around it. Begins with `text`, so that it can be spoken to. */
  readonly label: string;
}

export interface EvidenceDocument extends Place {
  /** Whether it opens in the browser. */
  readonly isLink: boolean;
  /** The rows or lines that name it, a maturity level each. */
  readonly rows: readonly Place[];
}

/** `{0}` and `{1}` in a text are for the page to fill. */
export type Labels = Readonly<Record<(typeof LABELS)[number], string>>;

export const LABELS = [
  'control',
  'responsibility',
  'open',
  'evidence',
  'references',
  'matrixRow',
  'matrixRows',
  'export',
  'loadMatrix',
  'none',
  'filter',
  'filterText',
  'filterClear',
  'filterNothing',
  'count',
  'countOf',
  'sectionCount',
  'sectionCountOf',
] as const;

const place = { index: isIndex, text: isText, label: isText };
const isPlace = isShape<Place>(place);

const isRow = isShape<ControlRow>({
  id: isText,
  title: isText,
  responsibility: isShape<ControlRow['responsibility']>({ value: isText, label: isText }),
  open: isListOf(isShape<ControlRow['open'][number]>({ text: isText, why: isText })),
  matrix: isListOf(isPlace),
  rollUp: isListOf(isText),
  evidence: isListOf(isShape<EvidenceDocument>({ ...place, isLink: isFlag, rows: isListOf(isPlace) })),
  documents: isListOf(
    isShape<ControlRow['documents'][number]>({ name: isText, path: isText, places: isListOf(isPlace) }),
  ),
});

export const isSummaryContent: Check<SummaryContent> = isShape<SummaryContent>({
  title: isText,
  notes: isListOf(isText),
  hasMatrix: isFlag,
  totals: isListOf(
    isShape<Total>({
      facet: isOneOf('responsibility', 'status'),
      label: isText,
      figures: isListOf(isShape<Figure>({ value: isText, label: isText, count: isIndex })),
    }),
  ),
  sections: isListOf(isShape<Section>({ status: isText, title: isText, rows: isListOf(isRow) })),
  problems: isShape<SummaryContent['problems']>({ title: isText, texts: isListOf(isText) }),
  labels: isShape<Labels>(
    Object.fromEntries(LABELS.map((label) => [label, isText])) as Record<keyof Labels, Check<string>>,
  ),
});
