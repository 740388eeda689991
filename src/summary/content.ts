// What the page shows: plain data, in the person's words already. What unfolds below a row stands in `details.ts`.
import { type Check, isFlag, isIndex, isListOf, isOneOf, isShape, isText } from './check';
import type { Axis } from '../core/assessment/statusBars';
import { LABELS, type Labels } from './labels';

export interface SummaryContent {
  readonly title: string;
  /** What the figures count: requirements where they are listed, else controls. */
  readonly counted: Grain;
  readonly headline: Headline;
  /** What is next: the days to submission, then what goes stale first. */
  readonly facts: readonly Fact[];
  readonly bars: Bars;
  /** What the figures rest on, and what was assumed. */
  readonly notes: readonly string[];
  /** Whether a matrix is named at all; without one the page offers to load one. */
  readonly hasMatrix: boolean;
  /** What is open on the whole assessment. */
  readonly project: { readonly title: string; readonly items: readonly Explained[] };
  /** What lies ahead, folded away: what comes due. */
  readonly ahead: readonly Ahead[];
  /** In the framework's order, each control followed by its listed requirements; no requirements without a list. */
  readonly rows: readonly Row[];
  /** The values that rows have, with their words, in the order in which they are shown. */
  readonly values: Readonly<Record<Facet, readonly Valued[]>>;
  /** What keeps the summary from being whole. */
  readonly problems: { readonly title: string; readonly texts: readonly string[] };
  readonly labels: Labels;
}

export const GRAINS = ['controls', 'requirements'] as const;
export type Grain = (typeof GRAINS)[number];

/** The most important thing, said first. */
export interface Headline {
  /** `126 of 241 requirements still need evidence` */
  readonly text: string;
  /** `12 need coverage`, `9 await approval` */
  readonly parts: readonly string[];
  /** What the figures do not tell: why no percentage is shown, or what it means that nothing is open. */
  readonly note: string;
}

export interface Fact {
  /** `Submission` */
  readonly label: string;
  /** `in 173 days, 2027-05-14` */
  readonly text: string;
}

/** What rows can be filtered by. A row can have several values of a facet, or none. */
export const FACETS = ['status', 'responsibility', 'open', 'category', 'domain', 'document', 'owner'] as const;
export type Facet = (typeof FACETS)[number];

/** A value, which decides the colour too, in words. */
export interface Valued {
  readonly value: string;
  readonly label: string;
}

/** How everything in scope is spread over the statuses, as a whole and by part. */
export interface Bars {
  readonly all: Bar;
  readonly category: readonly Bar[];
  /** Empty without a requirement list: only requirements are in a domain. */
  readonly domain: readonly Bar[];
}

/** What the parts of the whole can be. */
export const AXES = ['category', 'domain'] as const satisfies readonly Axis[];

export interface Bar {
  /** The facet's value, `01`; empty for everything in scope. */
  readonly value: string;
  /** `01 Access Control` */
  readonly label: string;
  /** In the order of statuses, those without any left out. `value` is a status. */
  readonly segments: readonly Segment[];
}

export interface Segment extends Valued {
  readonly count: number;
}

/** Something told, and the rule behind it. */
export interface Explained {
  readonly text: string;
  readonly why: string;
}

export interface Ahead {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly text: string }[];
}

/** A control or a listed requirement. Lists hold values of the facet that they are called by. */
export interface Row {
  /** No other row has it. */
  readonly id: string;
  /** The control that a requirement is of; empty in a control's own row. */
  readonly control: string;
  /** The control's. */
  readonly title: string;
  readonly responsibility: string;
  readonly status: string;
  /** What is open: the maturity levels that want evidence, then kinds of open item, each once. */
  readonly open: readonly string[];
  readonly category: string;
  /** Of a control those of its requirements. */
  readonly domain: readonly string[];
  readonly document: readonly string[];
  readonly owner: readonly string[];
  /** The first day, `YYYY-MM-DD`, that the requirement list gives; empty where it gives none. */
  readonly due: string;
  /** How many there are. */
  readonly evidence: number;
  readonly requests: number;
  readonly references: number;
}

const isExplained = isShape<Explained>({ text: isText, why: isText });
const isValued = isShape<Valued>({ value: isText, label: isText });
const isTexts = isListOf(isText);
const isBar = isShape<Bar>({
  value: isText,
  label: isText,
  segments: isListOf(isShape<Segment>({ value: isText, label: isText, count: isIndex })),
});

const isRow = isShape<Row>({
  id: isText,
  control: isText,
  title: isText,
  responsibility: isText,
  status: isText,
  open: isTexts,
  category: isText,
  domain: isTexts,
  document: isTexts,
  owner: isTexts,
  due: isText,
  evidence: isIndex,
  requests: isIndex,
  references: isIndex,
});

export const isSummaryContent: Check<SummaryContent> = isShape<SummaryContent>({
  title: isText,
  counted: isOneOf(...GRAINS),
  headline: isShape<Headline>({ text: isText, parts: isTexts, note: isText }),
  facts: isListOf(isShape<Fact>({ label: isText, text: isText })),
  bars: isShape<Bars>({ all: isBar, category: isListOf(isBar), domain: isListOf(isBar) }),
  notes: isTexts,
  hasMatrix: isFlag,
  project: isShape<SummaryContent['project']>({ title: isText, items: isListOf(isExplained) }),
  ahead: isListOf(
    isShape<Ahead>({ title: isText, rows: isListOf(isShape<Ahead['rows'][number]>({ name: isText, text: isText })) }),
  ),
  rows: isListOf(isRow),
  values: isShape<SummaryContent['values']>(ofEach(FACETS, isListOf(isValued))),
  problems: isShape<SummaryContent['problems']>({ title: isText, texts: isTexts }),
  labels: isShape<Labels>(ofEach(Object.keys(LABELS) as (keyof Labels)[], isText)),
});

/** The same value under each of these keys. */
export function ofEach<K extends string, V>(keys: readonly K[], value: V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>;
}
