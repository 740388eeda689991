/**
 * What the summary's page and its host say to each other: two unions, in one file that imports neither side. A summary
 * is always sent whole, never as a change. What comes in is checked before it is used, on both sides.
 */

/** From the host to the page. */
export type ToPage =
  | { readonly type: 'summary'; readonly summary: SummaryPage }
  /** Brings a control into view. */
  | { readonly type: 'reveal'; readonly control: string };

/** From the page to the host. */
export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'export' }
  | { readonly type: 'loadMatrix' }
  /** Opens a reference of the summary that was sent last. */
  | { readonly type: 'openReference'; readonly control: string; readonly reference: number };

/** Everything the page shows, in the person's words already. */
export interface SummaryPage {
  readonly title: string;
  /** What the figures rest on, and what was assumed. */
  readonly notes: readonly string[];
  /** Whether a matrix is named at all; without one the page offers to load one. */
  readonly hasMatrix: boolean;
  readonly totals: readonly { readonly label: string; readonly figures: readonly Figure[] }[];
  /** Sections of controls, the one that needs evidence first. */
  readonly sections: readonly { readonly title: string; readonly rows: readonly ControlRow[] }[];
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

/** The message, if it is one of the host's. Only the host can post here, so its inner shape is taken on trust. */
export function parseToPage(value: unknown): ToPage | undefined {
  if (!isObject(value)) return undefined;
  if (value['type'] === 'reveal' && typeof value['control'] === 'string')
    return { type: 'reveal', control: value['control'] };
  if (value['type'] === 'summary' && isObject(value['summary'])) {
    return { type: 'summary', summary: value['summary'] as unknown as SummaryPage };
  }
  return undefined;
}

/** The message, if it is one that the page may send; anything else a page was made to send is dropped. */
export function parseToHost(value: unknown): ToHost | undefined {
  if (!isObject(value)) return undefined;
  const { type, control, reference } = value;
  switch (type) {
    case 'ready':
    case 'export':
    case 'loadMatrix':
      return { type };
    case 'openReference':
      return typeof control === 'string' && Number.isInteger(reference)
        ? { type, control, reference: reference as number }
        : undefined;
    default:
      return undefined;
  }
}

function isObject(
  value: unknown,
): value is { readonly [key: string]: unknown; type?: unknown; control?: unknown; reference?: unknown } {
  return typeof value === 'object' && value !== null;
}
