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
  /** What is open on the whole assessment. */
  readonly project: { readonly title: string; readonly items: readonly Explained[] };
  /** What lies ahead, each folded away: how far each domain has come, and what comes due. */
  readonly ahead: readonly Ahead[];
  /** Sections of controls, the one that needs evidence first. */
  readonly sections: readonly Section[];
  /** What keeps the summary from being whole. */
  readonly problems: { readonly title: string; readonly texts: readonly string[] };
  /** What can be done about a control or a requirement. */
  readonly actions: readonly Action[];
  readonly labels: Labels;
}

/** The commands that the page may ask for. */
export const ACTIONS = ['addEvidence', 'explainStatus'] as const;

export interface Action {
  readonly action: (typeof ACTIONS)[number];
  readonly label: string;
}

/** Something told, and the rule behind it. */
export interface Explained {
  readonly text: string;
  readonly why: string;
}

/** A value, which decides the colour too, in words. */
export interface Valued {
  readonly value: string;
  readonly label: string;
}

export interface Ahead {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly text: string }[];
}

export interface Total {
  readonly facet: 'responsibility' | 'status';
  readonly label: string;
  readonly figures: readonly Figure[];
}

/** What is counted, such as `shared`, and how much of it there is. */
export interface Figure extends Valued {
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
  readonly responsibility: Valued;
  /** What is open. */
  readonly open: readonly Explained[];
  /** Its listed requirements; none without a requirement list. */
  readonly requirements: readonly RequirementRow[];
  /** The rows of the matrix behind the responsibility. */
  readonly matrix: readonly Place[];
  /** How they came to it, where they do not show it themselves. */
  readonly rollUp: readonly string[];
  /** The evidence that counts, by document. */
  readonly evidence: readonly EvidenceDocument[];
  /** The evidence for the whole control, which counts for none of its requirements. */
  readonly notYetMapped: readonly EvidenceDocument[];
  /** Where it is referenced, by document; each place is a line. */
  readonly documents: readonly { readonly name: string; readonly path: string; readonly places: readonly Place[] }[];
}

export interface RequirementRow {
  readonly id: string;
  readonly responsibility: Valued;
  readonly status: Valued;
  readonly open: readonly Explained[];
  /** What is to be known, and voids nothing. */
  readonly notices: readonly Explained[];
  /** Its requests, and what Azure Policy says of it. */
  readonly facts: readonly string[];
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
  'requirements',
  'notYetMapped',
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

const isExplained = isShape<Explained>({ text: isText, why: isText });
const isValued = isShape<Valued>({ value: isText, label: isText });
const isEvidence = isShape<EvidenceDocument>({ ...place, isLink: isFlag, rows: isListOf(isPlace) });

const isRequirement = isShape<RequirementRow>({
  id: isText,
  responsibility: isValued,
  status: isValued,
  open: isListOf(isExplained),
  notices: isListOf(isExplained),
  facts: isListOf(isText),
});

const isRow = isShape<ControlRow>({
  id: isText,
  title: isText,
  responsibility: isValued,
  open: isListOf(isExplained),
  requirements: isListOf(isRequirement),
  matrix: isListOf(isPlace),
  rollUp: isListOf(isText),
  evidence: isListOf(isEvidence),
  notYetMapped: isListOf(isEvidence),
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
  project: isShape<SummaryContent['project']>({ title: isText, items: isListOf(isExplained) }),
  ahead: isListOf(
    isShape<Ahead>({ title: isText, rows: isListOf(isShape<Ahead['rows'][number]>({ name: isText, text: isText })) }),
  ),
  sections: isListOf(isShape<Section>({ status: isText, title: isText, rows: isListOf(isRow) })),
  problems: isShape<SummaryContent['problems']>({ title: isText, texts: isListOf(isText) }),
  actions: isListOf(isShape<Action>({ action: isOneOf(...ACTIONS), label: isText })),
  labels: isShape<Labels>(
    Object.fromEntries(LABELS.map((label) => [label, isText])) as Record<keyof Labels, Check<string>>,
  ),
});
