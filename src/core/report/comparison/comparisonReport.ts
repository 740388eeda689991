import type { Impact, OpenChange, Touch } from '../../assessment/impact';
import { sideWords } from '../../assessment/sideWords';
import type { Summary } from '../../assessment/summary';
import { groupBy } from '../../groupBy';
import type { Change } from '../../matrix/compare';
import type { ComparedColumn } from '../../matrix/compareUnits';
import type { ControlVerdict } from '../../matrix/rollUp';
import { type Message, message } from '../../message';
import type { Place } from '../../problems';
import type { Report, ReportedMatrix, ReportedPlace } from '../report';

/** Everything an exporter of a comparison may use. */
export interface ComparisonReport extends Pick<Report, 'problems' | 'today' | 'toolVersion' | 'translate' | 'labelOf'> {
  /** What the assessment is called. */
  readonly name: string;
  readonly older: ReportedMatrix;
  readonly newer: ReportedMatrix;
  /** Which of the two the assessment uses; undefined where it uses neither. */
  readonly own?: 'older' | 'newer';
  /** In the order of their changes. */
  readonly impacts: readonly Impact[];
  /** Columns that only one of the two has. */
  readonly notCompared: readonly ComparedColumn[];
  readonly basis: Summary['basis'];
  readonly assumptions: readonly Message[];
  /** The title of a control; empty where it is not known. */
  readonly titleOf: (control: string) => string;
  readonly placeOf: (file: string, at: Place) => ReportedPlace;
  /** What a link in a Markdown document to a line (from 1) of a file is; undefined where none would lead there. */
  readonly linkOf: (file: string, line: number) => string | undefined;
  /** Whether the document is the one that is shown in the editor, and not a file to hand over. */
  readonly isLive: boolean;
}

/** What became of an id, as the part of a sentence. */
export function tellChange(change: Change): Message {
  const { kind, id, old, new: now } = change;
  const sides = [old ? sideWords(old) : '', now ? sideWords(now) : ''];
  if (kind !== 'regrained') return message(`told-${kind}`, id, ...sides);
  return message(`told-regrained-${isOfRequirements(id, now) ? 'finer' : 'coarser'}`, id, ...sides);
}

/** What is told at one place of a document is read in one glance; the table of all changes has the rest. */
export function tellChanges(changes: readonly Change[]): readonly Message[] {
  const more = changes.length - MOST_AT_PLACE;
  return [...changes.slice(0, MOST_AT_PLACE).map(tellChange), ...(more > 0 ? [message('told-more', more)] : [])];
}

const MOST_AT_PLACE = 5;

/** `Azure → Customer`, or what there is of it. */
export function fromTo({ old, new: now }: Change): Message {
  if (old && now) {
    const [from, to] = [sideWords(old), sideWords(now)];
    return JSON.stringify(from) === JSON.stringify(to) ? to : message('from-to', from, to);
  }
  return old ? message('from-to', sideWords(old), '–') : message('from-to', '–', now ? sideWords(now) : '–');
}

/** The requirements that a control has now, or had, in place of a row of its own. */
export function regrainedRequirements({ kind, id, old, new: now }: Change): readonly string[] {
  if (kind !== 'regrained') return [];
  return ((isOfRequirements(id, now) ? now : old)?.units ?? []).map((unit) => unit.id);
}

function isOfRequirements(control: string, side: ControlVerdict | undefined): boolean {
  return side?.units.some(({ id }) => id !== control) ?? false;
}

/** A requirement's id; empty where a whole control is meant. */
export function requirementOf(control: string, id: string): string {
  return id === control ? '' : id;
}

/** Whether a change is about anything of the person's own. */
export function isTouching({ touches, newlyOpen, noLongerOpen }: Impact): boolean {
  return touches.length + newlyOpen.length + noLongerOpen.length > 0;
}

/** What the changes of several controls leave open, or close, in one list. */
export function allOpen(
  impacts: readonly Impact[],
  which: 'newlyOpen' | 'noLongerOpen',
): readonly { readonly impact: Impact; readonly open: OpenChange }[] {
  return impacts.flatMap((impact) => impact[which].map((open) => ({ impact, open })));
}

/** What is touched at one place: one line of a list of places. */
export interface TouchedPlace {
  readonly touch: Touch;
  readonly place: ReportedPlace;
  /** All changes that touch it. */
  readonly changes: readonly Change[];
}

/** The places that are touched, by file, each place once with all changes that touch it; documents first, in the order of files and lines. */
export function touchedPlaces({
  impacts,
  placeOf,
}: Pick<ComparisonReport, 'impacts' | 'placeOf'>): ReadonlyMap<string, readonly TouchedPlace[]> {
  const places = new Map<string, TouchedPlace & { readonly changes: Change[] }>();
  for (const { change, touches } of impacts) {
    for (const touch of touches) {
      const key = JSON.stringify([touch.file, touch.what, touch.at]);
      const known = places.get(key);
      if (known) known.changes.push(change);
      else places.set(key, { touch, place: placeOf(touch.file, touch.at), changes: [change] });
    }
  }
  // Documents first: in the registers there is something to do only where their words no longer hold.
  const isRegister = ([, list]: readonly [string, readonly TouchedPlace[]]): number =>
    list.some(({ touch }) => touch.what === 'reference') ? 0 : 1;
  const files = [...groupBy(places.values(), ({ touch }) => touch.file)].toSorted(
    (a, b) => isRegister(a) - isRegister(b) || (a[0] < b[0] ? -1 : 1),
  );
  return new Map(
    files.map(([file, list]) => [
      file,
      list.toSorted(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column),
    ]),
  );
}
