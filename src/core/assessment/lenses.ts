import type { Catalog } from '../csf/catalog';
import type { Reference } from '../csf/scanner';
import type { ScopingDocument } from '../document/scopingDocument';
import { idsOf, referencesByLine } from '../document/referencesByLine';
import type { Translate } from '../message';
import type { Span } from '../span';
import { controlsOf } from './mentions';
import { referenceHeadline } from './referenceSummary';
import type { Summary, UnitSummary } from './summary';

/** A line of text above a reference. */
export interface Lens extends Span {
  readonly title: string;
  /** The first of the reference's controls that is in scope. */
  readonly control: string | undefined;
}

/** Makes the lenses of a document by a summary. @param most how many a line may have; of more it is said how many */
export type Lenses = (
  document: Pick<ScopingDocument, 'scan' | 'lines'>,
  summary: Summary,
  most: number,
) => readonly Lens[];

/** What is told of a reference, and what it was told by. */
interface Known {
  readonly controls: readonly string[];
  readonly units: readonly (readonly UnitSummary[] | undefined)[];
  readonly told: Pick<Lens, 'title' | 'control'>;
}

/**
 * Makes lenses for one assessment, which is asked at every key: what is told of an id is put into words again only when
 * its control was evaluated again.
 */
export function createLenses(catalog: Catalog, translate: Translate): Lenses {
  const known = new Map<string, Known>();
  let matrix: Summary['matrix'] | undefined;

  const tell = (reference: Reference, summary: Summary): Known['told'] => {
    const { ids } = reference;
    const key = ids.length === 1 ? (ids[0] ?? '') : ids.join();
    const { controlById } = summary;
    const last = known.get(key);
    if (last?.controls.every((id, index) => controlById.get(id)?.units === last.units[index])) return last.told;
    const controls = controlsOf(reference, catalog);
    const control = controls.find((id) => controlById.has(id));
    const title = referenceHeadline(reference, summary, catalog).map(translate).join(' · ');
    const told = { title, control };
    known.set(key, { controls, units: controls.map((id) => controlById.get(id)?.units), told });
    return told;
  };

  return ({ scan, lines }, summary, most) => {
    // With another matrix, list or day everything is evaluated again, and what is not in scope has other words too.
    if (summary.matrix !== matrix) known.clear();
    matrix = summary.matrix;
    const lenses: Lens[] = [];
    for (const references of referencesByLine(scan.references, lines)) {
      const more = references.length - most;
      // Up to two thousand of them at every key: plain loops, and objects without a spread.
      for (let index = 0; index < references.length && index <= most; index++) {
        const reference = references[index];
        if (!reference) break;
        const { start, end } = reference;
        const { title, control } = tell(reference, summary);
        // Lenses stand side by side above their line: with several of them each says whose it is.
        const own = references.length > 1 ? `${idsOf(reference)}: ${title}` : title;
        lenses.push({ start, end, title: index < most ? own : `+${more}`, control });
      }
    }
    return lenses;
  };
}
