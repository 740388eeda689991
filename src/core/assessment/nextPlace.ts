import type { Subject } from '../csf/subject';
import type { Place } from '../problems';
import { rowsOf, referencesTo } from './matrixRow';
import type { MaturityLevel } from './maturity';
import type { LocatedReference } from './mentions';
import type { OpenItem } from './openItems';
import { unitFor } from './referenceSummary';
import type { Summary, UnitSummary } from './summary';

/** Something of a control or requirement that a person goes on with. */
export interface NextStep extends Subject {
  /** What is open. */
  readonly kind?: OpenItem['kind'];
  readonly maturity?: MaturityLevel;
  /** The document in which to look first. */
  readonly document?: string;
}

/** A place in a file. */
export interface FilePlace {
  readonly file: string;
  readonly at: Place;
}

/** The kinds of places there can be for it. */
type Finder = (step: NextStep, summary: Summary) => FilePlace | undefined;

const FINDERS = {
  reference: ({ document, ...subject }, summary) => {
    const all = referencesTo([subject], summary);
    const here = all.filter(({ file }) => file === document);
    const places = here.length > 0 ? here : all;
    // What names the requirement itself tells more than what names its whole control.
    const exact = subject.requirement === undefined ? undefined : places.find(({ kind }) => kind === 'requirement');
    return spanOf(exact ?? places[0]);
  },
  listed: (step, summary) => lineOf(unitsOf(step, summary).find(({ listed }) => listed)?.listed),
  matrixRow: (step, summary) => lineOf(rowsOf([step], summary)[0]),
  request: (step, summary) =>
    lineOf(
      unitsOf(step, summary)
        .flatMap(({ requests }) => requests)
        .at(-1),
    ),
  evidence: ({ control: id, requirement, maturity }, { controlById, matrix }) =>
    lineOf(
      controlById
        .get(id)
        ?.evidence.find(
          (item) =>
            item.maturity === maturity &&
            (item.requirement === undefined ||
              requirement === undefined ||
              matrix.idOf(item.requirement, id) === matrix.idOf(requirement, id)),
        ),
    ),
} as const satisfies Readonly<Record<string, Finder>>;

/** Where each kind of open item is gone on with, the best place first. */
const PLACES: Readonly<Record<OpenItem['kind'] | 'none', readonly (keyof typeof FINDERS)[]>> = {
  none: ['reference', 'matrixRow', 'listed'],
  unknown: ['matrixRow', 'reference', 'listed'],
  'needs-evidence': ['reference', 'listed', 'matrixRow'],
  'late-evidence': ['evidence', 'reference', 'listed'],
  'coverage-needed': ['request', 'matrixRow', 'reference'],
  'awaiting-approval': ['request', 'matrixRow', 'reference'],
  'service-out-of-scope': ['matrixRow', 'reference', 'listed'],
};

/** Where a person goes on with a control, a requirement or what is open on it; undefined where no file names it. */
export function nextPlace(step: NextStep, summary: Summary): FilePlace | undefined {
  for (const finder of PLACES[step.kind ?? 'none']) {
    const place = FINDERS[finder](step, summary);
    if (place) return place;
  }
  return undefined;
}

/** Of a requirement itself, of a control all its requirements in scope. */
function unitsOf({ control: id, requirement }: Subject, summary: Summary): readonly UnitSummary[] {
  const control = summary.controlById.get(id);
  if (requirement === undefined) return control?.units ?? [];
  const unit = unitFor(requirement, control, summary);
  return unit ? [unit] : [];
}

function lineOf(row: { readonly file: string; readonly line: number } | undefined): FilePlace | undefined {
  return row && { file: row.file, at: { line: row.line } };
}

function spanOf(reference: LocatedReference | undefined): FilePlace | undefined {
  return reference && { file: reference.file, at: { start: reference.start, end: reference.end } };
}
