import { unusedCarveOuts } from '../core/assessment/applicability';
import { claimProblems } from '../core/assessment/claimProblems';
import { duplicateSections } from '../core/assessment/duplicateSections';
import { type Evidence, pathKey } from '../core/assessment/evidence';
import type { ListedRequirement } from '../core/assessment/requirementList';
import type { AssessmentProfile, Summary } from '../core/assessment/summary';
import type { Catalog } from '../core/csf/catalog';
import type { ScopingDocument } from '../core/document/scopingDocument';
import { groupBy } from '../core/groupBy';
import { problem, type Problem } from '../core/problems';
import type { CalendarDate } from '../core/calendarDate';
import { sharingSlips } from '../core/sharing/projectSharing';
import { sharesOf } from '../core/sharing/shares';
import type { SharingReading } from '../core/sharing/sharingRegister';
import type { Definition } from './definition';
import { fileProblem, folderProblem } from './fileProblem';
import type { FileError, Files } from './files';
import { startOf } from './findFiles';
import { pendingProblem } from './pendingShare';
import { registerGone, verifyReading } from './sharing';
import { registerOf } from './sharingFiles';
import { isUsualRegister } from './usualRegisters';

/** Without any document there is nothing in scope, and nothing open: that must not look like a good answer. */
export function noDocuments({ file, places, search: { globs } }: Definition): Problem {
  return problem('no-documents', file, places.get(globs[0] ?? ''), globs);
}

/** A file is read once: of two sheets of one workbook the first that is named. That must not go unsaid. */
export function matricesNamedTwice(
  { file, places, matrices }: Definition,
  locationOf: (path: string) => string,
): readonly Problem[] {
  const locations = matrices.map(({ path }) => locationOf(path));
  return matrices
    .filter((_, index) => locations.indexOf(locations[index] ?? '') < index)
    .map(({ path }) => problem('matrix-named-twice', file, places.get(path), path));
}

/** What the project carves out and the list does not, at its place in the project file. Without a list nothing is told. */
export function carveOutsNotInList(
  { carveOuts = [] }: AssessmentProfile,
  list: readonly ListedRequirement[],
  { file, places }: Definition,
): readonly Problem[] {
  if (list.length === 0) return [];
  return unusedCarveOuts(carveOuts, list).map(({ requirement, args }) =>
    problem('carve-out-not-in-list', file, places.get(requirement), ...args),
  );
}

/** Files that are no longer what was recorded of them, once each. @param changed the evidence that names them */
export function changedEvidence(changed: readonly Evidence[]): readonly Problem[] {
  return [...groupBy(changed, pathKey).values()].map(([{ file, line, location = '' }]) =>
    problem('evidence-changed', file, { line }, location),
  );
}

/**
 * What documents say, and the matrix, the requests or another document speak against.
 *
 * @param documents with their locations
 * @param nameOf how a file is called
 */
export function documentProblems(
  documents: readonly (readonly [string, ScopingDocument])[],
  summary: Summary,
  catalog: Catalog,
  nameOf: (file: string) => string,
): readonly Problem[] {
  const sectioned = documents.map(([file, { lines, findings }]) => ({ file, lines, sections: findings.sections }));
  return [
    ...documents.flatMap(([file, { findings }]) => claimProblems(findings.claims, file, summary, nameOf)),
    ...duplicateSections(sectioned, catalog, nameOf),
  ];
}

/**
 * What became of the sharing register since its rows were written, and which copies are past their date.
 *
 * @param registers those that were read, with their locations: there is one, or none
 * @param slips what is wrong in the project file: what cannot be read of the register's end there is not held against it
 */
export function sharingProblems(
  registers: readonly (SharingReading & { readonly file: string })[],
  { file: projectFile, places, project: { sharing = {} } }: Definition,
  slips: readonly Problem[],
  today: CalendarDate,
  files: Files,
): readonly Problem[] {
  const { rows = 0, pending } = sharing;
  const unfinished = pending ? [pendingProblem(pending, projectFile, places)] : [];
  if (registers.length === 0 && rows > 0)
    return [...unfinished, registerGone(registerOf(projectFile, sharing.register, files), projectFile, rows, files)];
  const ofRegisters = registers.flatMap((register) => [
    ...verifyReading(register, sharing, register.file).filter(
      ({ code }) => code !== 'sharing-ahead' || sharingSlips(slips).length === 0,
    ),
    ...sharesOf(register.rows, today, undefined)
      .filter(({ state }) => state === 'past-date')
      .map(({ id, shared: { file, line, cells, expires = '' } }) =>
        problem('share-past-date', file, { line }, id, cells.recipient, expires),
      ),
  ]);
  return [...unfinished, ...ofRegisters];
}

/** What is wrong with a folder that documents are looked for in, or with a document that is named. */
export function searchProblem(failure: FileError, definition: Definition, files: Files): Problem {
  if (failure.reason === 'not-found') return fileProblem(failure, files);
  const found = folderProblem(failure, files);
  if (failure.reason !== 'outside') return found;
  const { folder, globs } = definition.search;
  const glob = globs.find((each) => startOf(files, folder, each) === failure.location);
  return whereNamed(found, glob, definition);
}

/**
 * What to say of a file that cannot be read: of one that is not there where it is named.
 *
 * @param path the file's path as the project or the settings name it
 */
export function unreadProblems(
  error: FileError,
  path: string | undefined,
  definition: Definition,
  files: Files,
): readonly Problem[] {
  const found = fileProblem(error, files);
  if (path === undefined) return [found];
  if (error.reason === 'outside') return [whereNamed(found, path, definition)];
  if (error.reason !== 'not-found') return [found];
  if (isUsualRegister(path, definition.project)) return [];
  return [definition.places.has(path) ? whereNamed(found, path, definition) : found];
}

/** A problem of a file, at the place where the file is named: what lies elsewhere is no file to show it in. */
function whereNamed(found: Problem, path: string | undefined, { file, places }: Definition): Problem {
  const at = places.get(path ?? '');
  return { ...found, file, ...(at && { at }) };
}
