import type { Summary } from '../assessment/summary';
import { compareControls } from '../csf/controlId';
import { groupBy } from '../groupBy';
import type { SummaryJson } from './summaryJson';

type Totals = Summary['totals'];
type ControlJson = SummaryJson['controls'][number] & { readonly title: string };

/** What a run says of a control; all but what is named here is passed on as it is, where it is there. */
export interface RunControl extends Pick<ControlJson, 'id' | 'title' | 'category' | 'status'> {
  /** Of an export as CSV or Excel without their kind. */
  readonly openItems: readonly object[];
}

type RunItem = Omit<SummaryJson['project'][number], 'kind'>;

/** What one run of `summary` or `export` printed, as far as it is added up. */
export interface RunJson extends Pick<SummaryJson, 'basis'> {
  readonly totals: Totals;
  readonly controls: readonly RunControl[];
  readonly project: readonly RunItem[];
  readonly name: string;
  /** The day that it is of; only an export tells it. */
  readonly date?: string;
  /** Where it is an export of a part: of which. */
  readonly filter?: string;
}

/** The runs of several assessments together. */
export interface MergedJson {
  /** `mixed` where requirements are counted in some and controls in others. */
  readonly basis: SummaryJson['basis'] | 'mixed';
  /** Their sums: a control that is in several assessments counts in each. */
  readonly totals: Totals;
  readonly assessments: readonly Omit<RunJson, 'controls' | 'project'>[];
  /** In the framework's order, each with what every assessment that has it in scope says of it. */
  readonly controls: readonly {
    readonly id: string;
    readonly title: string;
    readonly category: string;
    readonly assessments: readonly (Unnamed & { readonly assessment: string })[];
  }[];
  readonly project: readonly (RunItem & { readonly assessment: string })[];
}

/** Adds up what several runs printed. @param runs one at least, with names that differ (`withNames`) */
export function mergeSummaries(runs: readonly RunJson[]): MergedJson {
  const [basis = 'documents', ...others] = new Set(runs.map((run) => run.basis));
  const controls = runs.flatMap(({ name, controls: ofRun }) => ofRun.map((control) => ({ name, control })));
  return {
    basis: others.length > 0 ? 'mixed' : basis,
    totals: {
      controls: sum(runs.map(({ totals }) => totals.controls)),
      requirements: sum(runs.map(({ totals }) => totals.requirements)),
      byResponsibility: sumEach(runs.map(({ totals }) => totals.byResponsibility)),
      byStatus: sumEach(runs.map(({ totals }) => totals.byStatus)),
    },
    assessments: runs.map(({ name, date, filter, basis: own, totals }) => ({
      name,
      ...(date !== undefined && { date }),
      ...(filter !== undefined && { filter }),
      basis: own,
      totals,
    })),
    controls: [...groupBy(controls, ({ control }) => control.id)]
      .toSorted(([a], [b]) => compareControls(a, b))
      .map(([id, all]) => ({
        id,
        title: all[0].control.title,
        category: all[0].control.category,
        assessments: all.map(({ name, control }) => ({ assessment: name, ...withoutName(control) })),
      })),
    project: runs.flatMap(({ name, project }) => project.map((item) => ({ assessment: name, ...item }))),
  };
}

/** Names that tell the runs from each other: of those that are called the same, with the file that each is from. */
export function withNames(runs: readonly (RunJson & { readonly file: string })[]): readonly RunJson[] {
  const named = groupBy(runs, ({ name }) => name);
  return runs.map(({ file, ...run }) =>
    (named.get(run.name)?.length ?? 0) > 1 ? { ...run, name: `${run.name} (${file})` } : run,
  );
}

type Unnamed = Omit<RunControl, 'id' | 'title' | 'category'>;

/** What is said of a control, keys included that a later version added. */
function withoutName(control: RunControl): Unnamed {
  const names = new Set(['id', 'title', 'category']);
  return Object.fromEntries(Object.entries(control).filter(([key]) => !names.has(key))) as unknown as Unnamed;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function sumEach<K extends string>(all: readonly Readonly<Partial<Record<K, number>>>[]): Readonly<Record<K, number>> {
  const keys = [...new Set(all.flatMap((counts) => Object.keys(counts) as K[]))];
  return Object.fromEntries(keys.map((key) => [key, sum(all.map((counts) => counts[key] ?? 0))])) as Record<K, number>;
}
