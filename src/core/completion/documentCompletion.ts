import { parseControlId } from '../csf/controlId';
import { idOf, type Subject } from '../csf/subject';
import { completions, type CompletionScope, type Proposal } from './completions';
import { isAtStart, isIdLikely, isPlaceForId, readLineStart } from './place';
import { type Query, readQuery } from './query';
import { type IdStyle, neighbourOf, styleAround, writeId } from './styleAround';

/** Where somebody is typing. */
export interface Typing {
  readonly lines: readonly string[];
  /** 0-based, as the next. */
  readonly line: number;
  readonly column: number;
  /**
   * What for: because a person asked; because a list that is open goes on; or because a key was pressed, and then nothing
   * may come up that a person who writes a sentence would take by mistake.
   */
  readonly how: 'asked' | 'continued' | 'typed';
}

/** Something that can be inserted. Columns are of the line, 0-based. */
export interface TextProposal {
  readonly subject: Subject;
  /** Its id, and the title where there is one. */
  readonly label: string;
  /** What it replaces begins here; what of it is typed ends at the cursor. */
  readonly start: number;
  /** Where the rest of what it replaces ends, behind the cursor. */
  readonly end: number;
  readonly text: string;
  /** What is typed of it, then its words: a list that is open stays open for who types on. */
  readonly filterText: string;
}

/** A section that can be inserted. */
export interface SectionProposal extends TextProposal {
  /** The marks of the heading that it needs. */
  readonly hashes: string;
}

export interface DocumentCompletion {
  readonly ids: readonly TextProposal[];
  /** Sections on the best of these, where a section can begin. */
  readonly sections: readonly SectionProposal[];
}

/** More would hide the ids. */
const MOST_SECTIONS = 5;
const USUAL_DEPTH = 3;
/** Typed in place of an id: sections on all controls. */
const SECTION = /^(?:sect(?:ion)?|control-section|hitrust-control)$/i;
/** An id that a title may follow. */
const ID_BEFORE = /(?:^|[^\p{L}\p{N}._])(?<id>\d{2}[._][a-z]{1,2})[*_`]{0,3}(?:\s*[:\u2010-\u2015-]\s+|\s+)$/iu;

const NONE: DocumentCompletion = { ids: [], sections: [] };

/** What can be completed in a scoping document. */
export function completeDocument(typing: Typing, scope: CompletionScope): DocumentCompletion {
  const line = typing.lines[typing.line] ?? '';
  const before = line.slice(0, typing.column);
  const query = readQuery(textBefore(before));
  if (!query || !mayOffer(query, before, typing.how)) return NONE;
  const found = completions(query, scope);
  const write = createWriter(typing, line, scope);
  const ids = found.map(write).flatMap((proposal) => behindId(proposal, line, scope));
  // A list that offers what stands there would take the next Enter for itself.
  const isWritten = ids.some(({ text, start }) => text === line.slice(start, typing.column));
  if (isWritten && typing.how !== 'asked') return NONE;
  return { ids, sections: sectionsFor(query, ids, typing, scope, write) };
}

/** Of a table's row the cell: what stands before it keeps its place. */
function textBefore(before: string): string {
  const cell = before.lastIndexOf('|') + 1;
  const { end } = readLineStart(before);
  const start = Math.max(cell, end);
  return ' '.repeat(start) + before.slice(start);
}

function mayOffer(query: Query, before: string, how: Typing['how']): boolean {
  if (query.kind === 'nothing') return how !== 'typed' && isPlaceForId(before);
  if (how !== 'typed') return true;
  if (query.kind === 'words') return false;
  return /[._]/.test(query.typed) && isIdLikely(before.slice(0, query.start), query.typed);
}

function createWriter(
  { lines, line: at, column }: Typing,
  line: string,
  { catalog }: CompletionScope,
): (proposal: Proposal) => TextProposal {
  let style: { readonly of: IdStyle | undefined } | undefined;
  return ({ subject, start }) => {
    const { control, requirement } = subject;
    const title = requirement === undefined ? catalog.controls.get(control)?.title : undefined;
    const id = idOf(subject);
    const label = title === undefined ? id : `${id} ${title}`;
    const typed = line.slice(start, column);
    const end = column + restOfWord(line.slice(column), /\d/.test(typed));
    style ??= { of: styleAround(lines, at, catalog) };
    const text = writeId(id, title, style.of, line.slice(0, start), line.slice(end));
    return { subject, label, start, end, text, filterText: typed === '' ? label : `${typed} ${label}` };
  };
}

/** Behind an id nothing is meant but its title. */
function behindId(proposal: TextProposal, line: string, { catalog }: CompletionScope): readonly TextProposal[] {
  const written = ID_BEFORE.exec(line.slice(0, proposal.start))?.groups?.['id'];
  if (written === undefined) return [proposal];
  const { control, requirement } = proposal.subject;
  const title = catalog.controls.get(control)?.title;
  const isOwn = requirement === undefined && parseControlId(written) === control;
  return isOwn && title !== undefined ? [{ ...proposal, text: title }] : [];
}

/** How much of an id, or of a word, stands behind the cursor. */
function restOfWord(after: string, isId: boolean): number {
  const rest = isId ? /^[._]?[\p{L}\p{N}]+(?:[._][\p{L}\p{N}]+)*/u : /^[\p{L}\p{N}]+/u;
  return rest.exec(after)?.[0].length ?? 0;
}

function sectionsFor(
  query: Query,
  ids: readonly TextProposal[],
  typing: Typing,
  scope: CompletionScope,
  write: (proposal: Proposal) => TextProposal,
): readonly SectionProposal[] {
  const { lines, line: at, column, how } = typing;
  const line = lines[at] ?? '';
  const { kind, end, depth } = readLineStart(line);
  const isFree = kind !== 'item' && !line.includes('|') && line.slice(column).trim() === '';
  if (how === 'typed' || query.kind === 'nothing' || !isFree) return [];
  const isAskedFor = SECTION.test(line.slice(end, column).trim());
  const all = isAskedFor ? completions({ kind: 'nothing', start: end }, scope).map(write) : ids;
  const wanted = all.filter(({ subject, start }) => !subject.requirement && isAtStart(line.slice(0, start)));
  const heading = styleAround(lines, at, scope.catalog, 'heading') ?? { mark: '', separator: ' - ' };
  const neighbour = neighbourOf(lines, at, 'heading');
  const usual = neighbour === undefined ? USUAL_DEPTH : readLineStart(neighbour).depth;
  return wanted.slice(0, isAskedFor ? undefined : MOST_SECTIONS).map((proposal) => {
    const title = scope.catalog.controls.get(proposal.subject.control)?.title;
    const text = writeId(proposal.subject.control, title, heading, line.slice(0, proposal.start), '');
    return { ...proposal, text, hashes: depth > 0 ? '' : '#'.repeat(usual) };
  });
}
