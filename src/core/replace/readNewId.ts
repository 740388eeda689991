import type { Catalog } from '../csf/catalog';
import { categoryOf, parseControlId } from '../csf/controlId';
import { scan } from '../csf/scanner';
import { idOf, type Subject, subjectOf } from '../csf/subject';
import { type Message, message } from '../message';
import { spellingStep } from '../nearest';

/**
 * Reads the id that is to take another's place, in any accepted spelling. It has to be there: a control in the catalog or
 * the matrix; a requirement in the matrix or the requirement list, where those have any.
 *
 * @param known what the assessment's matrices and its requirement list hold
 * @returns what is wrong with it, and what may be meant, where it cannot be taken
 */
export function readNewId(
  written: string,
  from: Subject,
  known: readonly Subject[],
  catalog: Catalog,
): { readonly subject: Subject } | { readonly failure: Message } {
  const text = written.trim();
  const [subject, ...others] = subjectsIn(text, catalog);
  if (!subject) return { failure: unreadable(text, catalog) };
  if (others.length > 0) return { failure: message('replace-by-range', text) };
  if (idOf(subject) === idOf(from)) return { failure: message('replace-same', idOf(from)) };
  const isControl = from.requirement === undefined;
  if ((subject.requirement === undefined) !== isControl)
    return { failure: message(isControl ? 'replace-control' : 'replace-requirement', idOf(from), text) };
  return isThere(subject, known, catalog) ? { subject } : { failure: notHeld(idOf(subject), known) };
}

/** What a text names and nothing else stands in. */
function subjectsIn(text: string, catalog: Catalog): readonly Subject[] {
  const { references, unresolved } = scan(text, catalog, 'plain');
  const [only, ...others] = references;
  const isWhole = only?.start === 0 && only.end === text.length && others.length === 0 && unresolved.length === 0;
  return isWhole ? subjectOf(only, catalog) : [];
}

function isThere(subject: Subject, known: readonly Subject[], catalog: Catalog): boolean {
  const { control, requirement } = subject;
  if (requirement === undefined && catalog.controls.has(control)) return true;
  const same = known.filter((other) => (other.requirement === undefined) === (requirement === undefined));
  // A matrix by control says nothing of which requirements there are.
  return (requirement !== undefined && same.length === 0) || same.some((other) => idOf(other) === idOf(subject));
}

function unreadable(text: string, catalog: Catalog): Message {
  const controls = [...catalog.controls.values()];
  const titled = controls.find(({ title }) => title.toLowerCase() === text.toLowerCase());
  if (titled) return message('replace-no-id', text, message('nearest-key', titled.id));
  const id = parseControlId(text);
  if (id === undefined) return message('replace-no-id', text, message('replace-example'));
  const ofCategory = controls.filter((control) => categoryOf(control.id) === categoryOf(id));
  const [first, last] = [ofCategory[0], ofCategory.at(-1)];
  return first && last
    ? message('replace-no-control', id, message('replace-in-category', categoryOf(id), first.id, last.id))
    : message('replace-no-control', id, message('replace-categories', [...catalog.categories.keys()]));
}

function notHeld(id: string, known: readonly Subject[]): Message {
  return message('replace-not-held', id, spellingStep(id, known.map(idOf)));
}
