import type { Subject } from '../csf/subject';
import type { Catalog } from '../csf/catalog';
import type { Problem } from '../problems';
import type { Responsibility } from '../matrix/responsibility';
import type { Span } from '../span';
import { checkTitles } from './checkTitles';
import { checkWildcards } from './checkWildcards';
import type { DocumentLine } from './lines';
import { readClaims } from './responsibilityClaims';
import { readSections } from './sections';
import { checkSpelling } from './spelling';

/** That a document says whose something is, or that it is inherited. Whether that is right the matrix and the requests tell. */
export interface Claim extends Span {
  readonly subjects: readonly Subject[];
  /** Whether it is made of a range of controls as a whole. */
  readonly isOfRange?: boolean;
  /** In the document's words. */
  readonly text: string;
  readonly says: Responsibility | 'inheritable' | 'inherited' | 'inherited-in-part' | 'inherited-in-full';
}

/** What begins at a heading that is marked with `#`. One that is underlined is none here: that takes two lines. */
export interface Section extends Span {
  /** 1 to 6, as many as there are `#`. */
  readonly depth: number;
  /** What it documents: the one control or requirement that the heading begins with. */
  readonly subject?: Subject;
  /** The words behind the id; of other headings all. */
  readonly title: string;
}

/** What a document says of the ids that it names, read line by line. Sorted by `start`; offsets are those of the document. */
export interface Findings {
  /** What is wrong by the catalog alone. */
  readonly problems: readonly Problem[];
  readonly claims: readonly Claim[];
  readonly sections: readonly Section[];
}

/**
 * What one line says. It depends on the line, its table's headings and the catalog, and on nothing else: lines that stay
 * as they are, are not read again. Offsets count from where the line's `start` does, and tell no place but in spans and `at`.
 */
export type LineCheck = (line: DocumentLine, file: string, catalog: Catalog) => Partial<Findings>;

const CHECKS: readonly LineCheck[] = [checkSpelling, checkTitles, checkWildcards, readClaims, readSections];

/** Reads what lines of a document say of the ids that they name. @param file the document's location */
export function readFindings(lines: Iterable<DocumentLine>, file: string, catalog: Catalog): Findings {
  const problems: Problem[] = [];
  const claims: Claim[] = [];
  const sections: Section[] = [];
  for (const line of lines) {
    for (const check of CHECKS) {
      const findings = check(line, file, catalog);
      // One by one: a line can have more of them than a function can have arguments.
      for (const found of findings.problems ?? []) problems.push(found);
      for (const found of findings.claims ?? []) claims.push(found);
      for (const found of findings.sections ?? []) sections.push(found);
    }
  }
  return { problems, claims, sections };
}
