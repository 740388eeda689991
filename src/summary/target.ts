import { type Evidence, isLink } from '../core/assessment/evidence';
import type { RowFacts } from '../core/assessment/rowFacts';
import type { Place } from '../core/problems';
import type { Files } from '../workspace/files';
import type { TargetKind } from './protocol';

/** What a click leads to: a place in a text file, a file of any kind, or a link. */
export type Target =
  | { readonly file: string; readonly at?: Place }
  /** An http or https link, as a person wrote it. */
  | { readonly link: string };

/**
 * Where something leads that the page was sent of a row; undefined where there is no such thing.
 *
 * @param folder of the assessment
 */
export function findTarget(
  row: RowFacts,
  kind: TargetKind,
  index: number,
  folder: string,
  files: Pick<Files, 'resolve'>,
): Target | undefined {
  switch (kind) {
    case 'reference': {
      const reference = row.references[index];
      return reference && { file: reference.file, at: { start: reference.start, end: reference.end } };
    }
    case 'matrixRow':
      return lineOf(row.entries[index]);
    case 'evidenceRow':
      return lineOf(row.evidence[index]);
    case 'evidence':
      return evidenceTarget(row.evidence[index], folder, files);
    case 'notYetMappedRow':
      return lineOf(row.notYetMapped[index]);
    case 'notYetMapped':
      return evidenceTarget(row.notYetMapped[index], folder, files);
    case 'request':
      return lineOf(row.requests[index]);
  }
}

function lineOf(row: { readonly file: string; readonly line: number } | undefined): Target | undefined {
  return row && { file: row.file, at: { line: row.line } };
}

/** Where a piece of evidence lies; undefined where it does not say. @param folder of the assessment */
export function evidenceTarget(
  evidence: Pick<Evidence, 'location' | 'relativeTo'> | undefined,
  folder: string,
  files: Pick<Files, 'resolve'>,
): Target | undefined {
  if (evidence?.location === undefined) return undefined;
  const { location, relativeTo } = evidence;
  if (isLink(location)) return { link: location };
  return { file: files.resolve(relativeTo === undefined ? folder : files.resolve(relativeTo, '..'), location) };
}
