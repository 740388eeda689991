import type { Subject } from '../csf/subject';
import type { Span } from '../span';
import type { Replacement } from '../fixes/fix';

/** An id that takes the place of another one. Both are of controls, or both of requirements. */
export interface IdChange {
  readonly from: Subject;
  readonly to: Subject;
}

/** Why a place is left as it is. */
export type LeftReason =
  /** In a range it stands for its neighbours too. */
  | 'range'
  /** It is the id of a requirement of the control. */
  | 'requirement'
  /** It is the CVID beside a replaced id: that of another statement now. */
  | 'cvid'
  /** With the new id something else would be read there, such as a range. */
  | 'reads-otherwise';

/** A place that names the old id, or what belongs to it, and is left as it is. */
export interface LeftPlace extends Span {
  readonly text: string;
  readonly why: LeftReason;
}

/** What becomes of one text. Both lists are sorted. */
export interface TextChange {
  readonly replacements: readonly Replacement[];
  readonly left: readonly LeftPlace[];
}

/** A text with parts of it replaced. @param replacements sorted, not overlapping */
export function applied(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const replacement of replacements) {
    result += text.slice(at, replacement.start) + replacement.text;
    at = replacement.end;
  }
  return result + text.slice(at);
}
