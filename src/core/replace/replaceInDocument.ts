import type { Catalog } from '../csf/catalog';
import type { Syntax } from '../csf/hiddenSpans';
import { type Reference, scan } from '../csf/scanner';
import { idOf, subjectOf } from '../csf/subject';
import type { Replacement } from '../fixes/fix';
import { groupBy } from '../groupBy';
import { createLineIndex } from '../lineIndex';
import { applied, type IdChange, type LeftPlace, type LeftReason, type TextChange } from './idChange';
import { withId } from './withId';

/**
 * Puts one id in the place of another wherever a scoping document names it alone. A range keeps it, for which other
 * controls would be meant is a guess; of a control the ids of its requirements stay. Titles beside an id stay too.
 */
export function replaceInDocument(text: string, change: IdChange, catalog: Catalog, syntax: Syntax): TextChange {
  const lines = createLineIndex(text);
  const replacements: Replacement[] = [];
  const left: LeftPlace[] = [];
  const leave = ({ start, end, text: written }: Reference, why: LeftReason): void => {
    left.push({ start, end, text: written, why });
  };
  const named = scan(text, catalog, syntax).references.filter((reference) => isAbout(reference, change, catalog));
  for (const [number, onLine] of groupBy(named, ({ start }) => lines.positionAt(start).line)) {
    const start = lines.startOf(number);
    const line = text.slice(start, lines.startOf(number + 1));
    const alone = onLine.filter(({ kind, ids }) => kind !== 'range' && ids[0] === idOf(change.from));
    const ofLine = alone.map((reference) => replacementOf(reference, change));
    const reads = readsAsMeant(line, ofLine.map(movedBy(-start)), change, catalog, syntax);
    if (reads) replacements.push(...ofLine);
    for (const reference of onLine) {
      if (!alone.includes(reference)) leave(reference, reference.kind === 'range' ? 'range' : 'requirement');
      else if (!reads) leave(reference, 'reads-otherwise');
    }
  }
  return { replacements, left };
}

/** Whether a reference names what is replaced, alone or in a range, or one of its requirements. */
function isAbout(reference: Reference, { from }: IdChange, catalog: Catalog): boolean {
  if (from.requirement !== undefined && reference.kind === 'requirement') return reference.ids[0] === from.requirement;
  // A range of controls names none of their requirements by its id.
  if (from.requirement !== undefined) return false;
  return subjectOf(reference, catalog).some(({ control }) => control === from.control);
}

function replacementOf({ start, end, text }: Reference, change: IdChange): Replacement {
  return { start, end, text: withId(text, change) };
}

function movedBy(offset: number): (replacement: Replacement) => Replacement {
  return ({ start, end, text }) => ({ start: start + offset, end: end + offset, text });
}

/**
 * Whether a line with its replacements is read as it was but for the id: `01.f – 01.c` are two controls, and with another
 * id they can become a range.
 */
function readsAsMeant(
  line: string,
  replacements: readonly Replacement[],
  { to }: IdChange,
  catalog: Catalog,
  syntax: Syntax,
): boolean {
  const byStart = new Map(replacements.map((replacement) => [replacement.start, replacement]));
  let moved = 0;
  const expected = scan(line, catalog, syntax).references.map(({ start, kind, text, ids }) => {
    const replacement = byStart.get(start);
    const written = replacement?.text ?? text;
    const key = [start + moved, kind, written, replacement ? idOf(to) : ids.join()].join(' ');
    moved += written.length - text.length;
    return key;
  });
  const found = scan(applied(line, replacements), catalog, syntax).references.map(({ start, kind, text, ids }) =>
    [start, kind, text, ids.join()].join(' '),
  );
  return expected.join('\n') === found.join('\n');
}
