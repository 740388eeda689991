import type { Catalog } from '../csf/catalog';
import { idOf, type Subject } from '../csf/subject';
import type { Section } from '../document/findings';
import { groupBy } from '../groupBy';
import type { LineIndex } from '../lineIndex';
import { message } from '../message';
import { problem, type Problem, type ProblemCode } from '../problems';

/** A document's headings. */
export interface SectionedDocument {
  readonly file: string;
  readonly sections: readonly Section[];
  readonly lines: LineIndex;
}

interface Documented {
  readonly document: SectionedDocument;
  readonly section: Section & { readonly subject: Subject };
  readonly words: string;
}

/**
 * Where one control or requirement is documented more than once: under two headings that begin with its id and name the
 * same thing. One below the other, or `01.c - Policy` beside `01.c - Evidence`, are parts of one. In further documents it
 * is told at the first of them.
 *
 * @param nameOf how a file is called
 */
export function duplicateSections(
  documents: readonly SectionedDocument[],
  catalog: Catalog,
  nameOf: (file: string) => string,
): readonly Problem[] {
  const all = documents.flatMap((document) => outermost(document, catalog));
  const bySubject = groupBy(all, ({ section: { subject } }) => idOf(subject));
  return [...bySubject].flatMap(([id, [first, ...others]]) =>
    others.flatMap((section, index): readonly Problem[] => {
      const before = [first, ...others.slice(0, index)].filter(({ words }) => isSame(words, section.words));
      const own = before.find(({ document }) => document === section.document);
      const [other] = before;
      if (own)
        return [told('duplicate-section', section, own, id, own.document.lines.positionAt(own.section.start).line + 1)];
      if (!other) return [];
      const place = message(
        'place-file-line',
        nameOf(other.document.file),
        other.document.lines.positionAt(other.section.start).line + 1,
      );
      return [told('duplicate-section-elsewhere', section, other, id, place)];
    }),
  );
}

/** The headings that document something, without those below another one for the same. */
function outermost(document: SectionedDocument, catalog: Catalog): readonly Documented[] {
  const found: Documented[] = [];
  const above: Section[] = [];
  for (const section of document.sections) {
    const { subject, depth, title } = section;
    while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
    const isPart = above.some(
      (other) => other.subject?.control === subject?.control && subject?.requirement === other.subject?.requirement,
    );
    above.push(section);
    if (!subject || isPart) continue;
    const words = comparable(title) || comparable(catalog.controls.get(subject.control)?.title ?? '');
    found.push({ document, section: { subject, start: section.start, end: section.end, depth, title }, words });
  }
  return found;
}

/** Titles are shortened and lengthened; `Privilege Management (Azure)` is the same. */
function isSame(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function comparable(title: string): string {
  return title
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function told(code: ProblemCode, at: Documented, other: Documented, ...args: Problem['args']): Problem {
  const { start, end } = other.section;
  const related = [{ file: other.document.file, at: { start, end } }];
  return { ...problem(code, at.document.file, { start: at.section.start, end: at.section.end }, ...args), related };
}
