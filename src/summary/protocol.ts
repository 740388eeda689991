/**
 * What the summary's page and its host say to each other: two unions, in one file that imports neither side. A summary
 * is always sent whole, never as a change. What comes in is checked before it is used, on both sides.
 */

/** From the host to the page. */
export type ToPage =
  /** The revision goes back with what refers to the summary, so that nothing older is meant. */
  | { readonly type: 'summary'; readonly summary: SummaryContent; readonly revision: number }
  /** Brings a control into view. */
  | { readonly type: 'reveal'; readonly control: string };

/** From the page to the host. */
export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'export' }
  | { readonly type: 'loadMatrix' }
  /** Opens a reference of the summary with that revision. */
  | {
      readonly type: 'openReference';
      readonly control: string;
      readonly reference: number;
      readonly revision: number;
    };

/** Everything the page shows, in the person's words already. */
export interface SummaryContent {
  readonly title: string;
  /** What the figures rest on, and what was assumed. */
  readonly notes: readonly string[];
  /** Whether a matrix is named at all; without one the page offers to load one. */
  readonly hasMatrix: boolean;
  readonly totals: readonly { readonly label: string; readonly figures: readonly Figure[] }[];
  /** Sections of controls, the one that needs evidence first. */
  readonly sections: readonly { readonly title: string; readonly rows: readonly ControlRow[] }[];
  /** What keeps the summary from being whole. */
  readonly problems: { readonly title: string; readonly texts: readonly string[] };
  readonly labels: Readonly<
    Record<'control' | 'responsibility' | 'open' | 'references' | 'export' | 'loadMatrix' | 'none', string>
  >;
}

export interface Figure {
  readonly label: string;
  readonly count: number;
  /** Which colour goes with it. */
  readonly tone: string;
}

export interface ControlRow {
  readonly id: string;
  readonly title: string;
  readonly responsibility: string;
  readonly tone: string;
  /** What is open, and the rule behind each. */
  readonly open: readonly { readonly text: string; readonly why: string }[];
  /** Where it is referenced, by document. `reference` is what `openReference` takes. */
  readonly documents: readonly {
    readonly name: string;
    readonly lines: readonly { readonly line: number; readonly reference: number }[];
  }[];
}

/** The message, if it is one of the host's. The host and the page are built together, so its content is not taken apart. */
export function parseToPage(value: unknown): ToPage | undefined {
  if (!isObject(value)) return undefined;
  const { type, control, summary, revision } = value;
  if (type === 'reveal' && typeof control === 'string') return { type, control };
  if (type === 'summary' && isContent(summary) && typeof revision === 'number') return { type, summary, revision };
  return undefined;
}

/** The message, if it is one that the page may send; anything else a page was made to send is dropped. */
export function parseToHost(value: unknown): ToHost | undefined {
  if (!isObject(value)) return undefined;
  const { type, control, reference, revision } = value;
  switch (type) {
    case 'ready':
    case 'export':
    case 'loadMatrix':
      return { type };
    case 'openReference':
      return typeof control === 'string' && isIndex(reference) && isIndex(revision)
        ? { type, control, reference, revision }
        : undefined;
    default:
      return undefined;
  }
}

function isContent(value: unknown): value is SummaryContent {
  return isObject(value) && Array.isArray(value.sections) && Array.isArray(value.totals) && isObject(value.labels);
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** The keys that messages have, none of them sure. */
type Keys = 'type' | 'control' | 'reference' | 'revision' | 'summary' | 'sections' | 'totals' | 'labels';

function isObject(value: unknown): value is Readonly<Partial<Record<Keys, unknown>>> {
  return typeof value === 'object' && value !== null;
}
