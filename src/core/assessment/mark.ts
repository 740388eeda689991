import type { Catalog } from '../csf/catalog';
import type { Reference } from '../csf/scanner';
import type { ControlVerdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import { namedBy, outOfScope, responsibilityOf } from './referenceSummary';
import { type Status, STATUSES, statusWord } from './status';
import type { Summary } from './summary';

/** What a mark can say: a status, or that nothing of what is named is in scope. From the most pressing on. */
export const MARKS = [...STATUSES, 'out-of-scope'] as const;
export type Mark = Status | 'out-of-scope';

/** The mark of what a reference names: of a range that of its controls which comes first. */
export function markOf(reference: Reference, summary: Summary, catalog: Catalog): Mark {
  return mostPressing(namedBy(reference, summary, catalog).map(({ status }) => status));
}

/** Makes the marks of references, each of the same ids once: a document names a control many times. */
export function createMarks(summary: Summary, catalog: Catalog): (reference: Reference) => Mark {
  const made = new Map<string, Mark>();
  return (reference) => {
    const key = reference.ids.join();
    const mark = made.get(key) ?? markOf(reference, summary, catalog);
    made.set(key, mark);
    return mark;
  };
}

/** Of several marks the one to show; nothing at all is out of scope. */
export function mostPressing(marks: readonly Mark[]): Mark {
  return MARKS.find((mark) => marks.includes(mark)) ?? 'out-of-scope';
}

/** A mark in words. */
export function markWord(mark: Mark, summary: Summary): Message {
  return mark === 'out-of-scope' ? outOfScope(summary) : statusWord(mark, summary);
}

/** A reference in as few words as can be, for a hint beside it: whose it is, and the mark that it has. */
export function hint(reference: Reference, summary: Summary, catalog: Catalog): readonly Message[] {
  return inFewWords(responsibilityOf(reference, summary, catalog), markOf(reference, summary, catalog), summary);
}

/** Whose something is, and the mark that it has, where there is no room for more. */
export function inFewWords(
  responsibility: ControlVerdict['responsibility'],
  mark: Mark,
  summary: Pick<Summary, 'basis'>,
): readonly Message[] {
  const whose = message(responsibility === 'mixed' ? 'hint-mixed' : (responsibility ?? 'unknown'));
  // Whose it is, is what is to be found out: that stands there already.
  return responsibility === null && mark === 'unknown' ? [whose] : [whose, hintWord(mark, summary)];
}

function hintWord(mark: Mark, summary: Pick<Summary, 'basis'>): Message {
  switch (mark) {
    case 'out-of-scope':
      return outOfScope(summary);
    case 'complete':
      // Only where the requirements are listed is it known that these are all.
      return message(summary.basis === 'requirements' ? 'headline-complete' : 'headline-nothing-open');
    case 'needs-evidence':
    case 'unknown':
    case 'awaiting-approval':
      return message(`hint-${mark}`);
    case 'coverage-needed':
    case 'inherited':
      return message(`headline-${mark}`);
    case 'not-applicable':
      return message(mark);
  }
}
