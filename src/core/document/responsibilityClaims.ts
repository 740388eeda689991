import { type Line, subjectsOf } from '../assessment/outline';
import type { Catalog } from '../csf/catalog';
import type { Reference } from '../csf/scanner';
import { type Subject, subjectOf } from '../csf/subject';
import { readClaimCell } from './claimHeadings';
import { claimAtStart, readClaimWords } from './claimWords';
import type { Claim, LineCheck } from './findings';
import { cellsOf, type DocumentLine } from './lines';

/** What every line with a claim holds; most do not, and are passed over. */
const MAY_CLAIM =
  /inherit|azure|microsoft|csp|provider|customer|csc|shared|responsib|\b(?:yes|no|not|none|full|fully|partial|partially|partly)\b/i;

/** What a line of a quotation says, somebody else says. */
const QUOTED = /^\s*>/;

/**
 * That a document says whose something is, in a cell of a table's row, or right behind its id: `01.c - Privilege
 * Management (Azure)`, `01.c: inherited from Azure`. What is denied, asked, planned or said of something else is no claim.
 */
export const readClaims: LineCheck = (line, _file, catalog) => {
  if (line.references.length === 0 || !MAY_CLAIM.test(line.content) || QUOTED.test(line.content)) return {};
  if (!line.headings) return { claims: claimsInText(line, line.content.startsWith('#'), catalog) };
  return { claims: claimsInRow(line, line.headings, catalog) };
};

function claimsInRow(line: DocumentLine, headings: readonly string[], catalog: Catalog): readonly Claim[] {
  let next = 0;
  const cells = cellsOf(line.content).map((cell) => {
    const start = line.start + cell.start;
    const first = next;
    while ((line.references[next]?.start ?? Infinity) < line.start + cell.end) next++;
    const references = line.references.slice(first, next);
    const content = line.content.slice(cell.start, cell.end - 1);
    return { number: line.number, content, start, references, text: cell.text };
  });
  // A row is about what its first cell with an id names; its other cells only mention theirs.
  const own = cells.find(({ references }) => references.length > 0);
  const subjects = own ? subjectsOf(own, catalog) : [];
  const stated = cells.flatMap(({ content, start: cellStart, text, references }, index): readonly Claim[] => {
    const says = references.length > 0 ? undefined : readClaimCell(text, headings[index] ?? '', headings);
    if (!says) return [];
    const start = cellStart + content.indexOf(text);
    return [{ start, end: start + text.length, text, says, ...ofAll(own?.references ?? [], subjects) }];
  });
  const behind = cells.flatMap((cell) => claimsInText(cell, true, catalog));
  return [...stated, ...behind].toSorted((a, b) => a.start - b.start);
}

/** Ids that are listed together: `01.a, 01.b and 01.d`. */
const LISTED = /^[\s*_`,;/&+]*(?:and|und)?[\s*_`]*$/i;

/** What a claim can stand behind: the id begins a heading, an item, a cell or a line. */
const AT_START = /^[\s#*_`[(+-]*(?:\d{1,9}[.)]\s+)?(?:\[[ xX]\]\s+)?(?:controls?\s+)?[*_`[(]*$/i;

/** Where a sentence ends, or a part of it that stands on its own. */
const SENTENCE_END = /[.;:!?](?=\s|$)/;

/** What makes a sentence no claim. */
const HEDGES = [
  // It denies,
  String.raw`not|no|never|none|nor|neither|nothing|nobody|without|cannot|\w+n[’']t|instead|rather|except|only|wrong\w*|false\w*|mistaken\w*`,
  // has a condition or another side,
  'if|unless|whether|until|once|when|where|wherever|or|but|though|although|versus|vs|example',
  // plans or asks for it,
  String.raw`should|would|could|can|may|might|must|shall|will|want\w*|wish\w*|plan\w*|propos\w*|hop(?:e|es|ed|ing)|intend\w*|ask\w*|request\w*|submit\w*|pending|to be|going to|draft|candidate|tbd|todo`,
  // supposes or reports it,
  String.raw`consider\w*|expect\w*|assum\w*|suppos\w*|maybe|perhaps|probably|possibly|likely|said|says?|claim\w*|believe\w*|thought|thinks?|according|alleged\w*`,
  // or is about what was, or about somebody else.
  'formerly|previously|earlier|was|were|used to|aws|amazon|google|gcp|oracle|parent|sister',
];
const HEDGED = new RegExp(String.raw`~~|\?|\b(?:${HEDGES.join('|')})\b`, 'i');

/** A line that is longer may go on in the next one, and its last word with it. */
const LONGEST_WHOLE = 60;

function claimsInText(line: Line, isWhole: boolean, catalog: Catalog): readonly Claim[] {
  const { content, start, references } = line;
  return references.flatMap((reference, index): readonly Claim[] => {
    const next = references[index + 1];
    const from = reference.end - start;
    const to = next ? next.start - start : content.length;
    const behind = content.slice(from, to);
    if (next && LISTED.test(behind)) return [];
    let first = index;
    while (first > 0 && LISTED.test(between(line, first - 1))) first--;
    const before = content.slice(0, (references[first]?.start ?? start) - start);
    const listed = references.slice(first, index + 1);
    const subjects = listed.flatMap((each) => subjectOf(each, catalog));
    const found = claimBehind(behind, before, {
      titles: subjects.map(({ control }) => catalog.controls.get(control)?.title ?? ''),
      isWhole: isWhole || to < content.length || content.length < LONGEST_WHOLE,
    });
    if (!found) return [];
    const at = reference.end + found.offset;
    const end = at + found.length;
    return [
      { start: at, end, text: content.slice(at - start, end - start), says: found.says, ...ofAll(listed, subjects) },
    ];
  });
}

function ofAll(references: readonly Reference[], subjects: readonly Subject[]): Pick<Claim, 'subjects' | 'isOfRange'> {
  return references.some(({ kind }) => kind === 'range') ? { subjects, isOfRange: true } : { subjects };
}

function between({ content, start, references }: Line, index: number): string {
  return content.slice((references[index]?.end ?? start) - start, (references[index + 1]?.start ?? start) - start);
}

interface Context {
  readonly titles: readonly string[];
  /** Whether what ends with the text ends there for certain. */
  readonly isWhole: boolean;
}

interface Found {
  readonly says: Claim['says'];
  readonly offset: number;
  readonly length: number;
}

/** The claim in what stands behind an id, up to the next one. */
function claimBehind(behind: string, before: string, context: Context): Found | undefined {
  const isAtStart = AT_START.test(before);
  const marked = isAtStart ? (inBrackets(behind, context) ?? behindMark(behind, context)) : undefined;
  const found = marked ?? behindVerb(behind, isAtStart, context);
  if (!found) return undefined;
  const sentence = lastSentence(before);
  // A sentence that began on the line above may deny it there.
  if (sentence === undefined || (!isAtStart && !BEGINNING.test(sentence))) return undefined;
  const rest = behind.slice(found.offset + found.length);
  const stop = SENTENCE_END.exec(rest);
  const around = [sentence, behind.slice(0, found.offset), stop ? rest.slice(0, stop.index + 1) : rest];
  return around.some((text) => HEDGED.test(text)) ? undefined : found;
}

/** Nobody could follow a longer one, and a line without an end would be gone through again for each of its ids. */
const LONGEST_SENTENCE = 500;

/** What a text has of the sentence that it ends in; undefined for what is too long for one. */
function lastSentence(text: string): string | undefined {
  const least = Math.max(0, text.length - LONGEST_SENTENCE);
  for (let at = text.length - 1; at > least; at--) {
    if (/\s/.test(text.charAt(at)) && /[.;:!?]/.test(text.charAt(at - 1))) return text.slice(at + 1);
  }
  return least === 0 ? text : undefined;
}

const BEGINNING = /^[\s*_+-]*(?:\d{1,9}[.)]\s+)?\p{Lu}/u;

/** `01.c - Privilege Management (Azure)` */
const IN_BRACKETS = /^(?<title>[^.;:!?|()]{0,120})\((?<words>[^()]{1,60})\)[\s*_`]*(?:$|[.;])/;

function inBrackets(behind: string, { titles }: Context): Found | undefined {
  const { title = '', words = '' } = IN_BRACKETS.exec(behind)?.groups ?? {};
  const claim = readClaimWords(words);
  if (!claim || (claim.isBare && !isTitle(title, titles))) return undefined;
  return { says: claim.says, offset: title.length + 1, length: words.length };
}

/** `01.c: inherited from Azure`, `01.c - Privilege Management: shared` */
const MARK = /\s*:[*_]*\s+|\s*[–—]\s*|\s+-\s+/g;
const PHRASE_END = /[.;,!(]|\s[-–—]\s|$/;

function behindMark(behind: string, { titles, isWhole }: Context): Found | undefined {
  for (const mark of [...behind.matchAll(MARK)].slice(0, 2)) {
    const offset = mark.index + mark[0].length;
    const rest = behind.slice(offset);
    const stop = PHRASE_END.exec(rest);
    const words = rest.slice(0, stop?.index).trimEnd();
    const claim = readClaimWords(words);
    const title = behind.slice(0, mark.index);
    if (!claim || /[.;!?]/.test(title)) continue;
    const isLast = stop?.[0] === '' ? isWhole : stop?.[0] === '.' || stop?.[0] === ';';
    if (!claim.isBare || (isLast && isTitle(title, titles))) return { says: claim.says, offset, length: words.length };
  }
  return undefined;
}

/** `01.c is Azure’s responsibility`, `We take 01.c as inherited from Azure` */
const VERB = /^[\s*_`)\]]*(?:\([^()]{1,100}\)\s*|[-–—]\s*[^.;:!?|()]{1,100}?\s)?(?<verb>is|are|as)\s+(?=\S)/i;
/** What can follow a phrase without making it a part of a longer one, as in `inherited from Azure Policy`. */
const AFTER_PHRASE = /^[*_`]*(?:\s*$|\s*[.,;:)!–—]|\s+(?:and|because|since|so|as|where|while|at 100)\b)/i;

function behindVerb(behind: string, isAtStart: boolean, { isWhole }: Context): Found | undefined {
  const match = VERB.exec(behind);
  // At a line's start, `01.c as …` goes on from the line above.
  if (!match || (isAtStart && match.groups?.['verb']?.toLowerCase() === 'as')) return undefined;
  const offset = match[0].length;
  const claim = claimAtStart(behind.slice(offset));
  if (!claim) return undefined;
  const after = behind.slice(offset + claim.length);
  // The phrase may go on in the next line.
  if (!AFTER_PHRASE.test(after) || (after.trim() === '' && !isWhole)) return undefined;
  return { offset, ...claim };
}

/** Whether a text is a control's title, or nothing: most words of the catalog's stand in it. */
function isTitle(text: string, titles: readonly string[]): boolean {
  const words = wordsOf(text);
  if (words.length === 0) return true;
  return titles.some((title) => {
    const known = wordsOf(title);
    const shared = known.filter((word) => words.includes(word)).length;
    return shared * 2 > known.length && words.length <= known.length * 2;
  });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
}
