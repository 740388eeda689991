import type { MatrixSource } from '../matrix/matrix';
import type { ChainEnd } from '../sharing/chain';
import type { PendingShare, Sharing } from '../sharing/projectSharing';
import { applyEdits, findNodeAtLocation, type JSONPath, modify, parseTree } from 'jsonc-parser';

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2 } };

/**
 * A project file's text with another matrix, everything else and its comments as they were. A mapping of columns and
 * values that a person wrote beside the path stays; to a list of matrices the path is added, if it is not there yet.
 */
export function setMatrixPath(text: string, path: string): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const matrix = root && findNodeAtLocation(root, ['matrix']);
  if (matrix?.type !== 'array') return edit(text, matrix?.type === 'object' ? ['matrix', 'path'] : ['matrix'], path);
  const items = matrix.children ?? [];
  const isThere = items.some((item) => (findNodeAtLocation(item, ['path']) ?? item).value === path);
  return isThere ? text : edit(text, ['matrix', items.length], path);
}

/** What a file can be named as, beside the matrix. */
export type PathKey =
  | 'requirements'
  | 'evidence'
  | 'evidenceDocuments'
  | 'requests'
  | 'gaps'
  | 'azure.servicesInScope'
  | 'azure.policyStates'
  | 'sharing.register';

/**
 * A project file's text with a file under that key, everything else and its comments as they were. To a list of files it
 * is added, if it is not there yet; a single one it takes the place of.
 */
export function setPath(text: string, key: PathKey, path: string): string {
  const at = key.split('.');
  const root = parseTree(text, [], { allowTrailingComma: true });
  const [outer = key] = at;
  const parent = root && findNodeAtLocation(root, [outer]);
  // What is no object has no place for a key.
  if (at.length > 1 && parent && parent.type !== 'object') return setPath(edit(text, [outer], {}), key, path);
  const node = root && findNodeAtLocation(root, at);
  if (node?.type !== 'array') return edit(text, at, path);
  const items = node.children ?? [];
  return items.some(({ value }) => value === path) ? text : edit(text, [...at, items.length], path);
}

/** A project file's text with another end of the sharing register, everything else and its comments as they were. */
export function setSharingEnd(text: string, { rows, lastHash }: Required<ChainEnd>): string {
  return editSharing(editSharing(text, 'rows', rows), 'lastHash', lastHash);
}

function editSharing(text: string, key: keyof Sharing, value: unknown): string {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const sharing = root && findNodeAtLocation(root, ['sharing']);
  // What is no object has no place for a key.
  const ready = sharing && sharing.type !== 'object' ? edit(text, ['sharing'], {}) : text;
  return edit(ready, ['sharing', key], value);
}

/** What stands where a share is noted, until its row takes the place of it. */
const NOTE = 'a share is noted here';

/**
 * A project file's text with a note of a share that is being made, everything else and its comments as they were. The note
 * is ASCII, which every encoding holds, whatever a recipient is called.
 */
export function setPendingShare(text: string, pending: PendingShare): string {
  const noted = editSharing(text, 'pending', NOTE);
  const note = JSON.stringify(pending).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return noted.replace(JSON.stringify(NOTE), () => note);
}

/** A project file's text without the note of a share, everything else and its comments as they were. */
export function withoutPendingShare(text: string): string {
  return edit(text, ['sharing', 'pending'], undefined);
}

/** A project file's text with a key for pseudonyms, everything else and its comments as they were. */
export function setPseudonymKey(text: string, key: string): string {
  return editSharing(text, 'pseudonymKey', key);
}

/** How a person said that a matrix is to be read. */
export type MatrixMapping = Pick<MatrixSource, 'sheet' | 'columns' | 'values'>;

/**
 * A project file's text with a mapping beside the matrix of that path, everything else and its comments as they were.
 * Columns and values take the place of those that are there; a value that was told before and is not in the mapping stays.
 */
export function setMatrixMapping(text: string, path: string, { sheet, columns, values = {} }: MatrixMapping): string {
  let edited = setMatrixPath(text, path);
  const root = parseTree(edited, [], { allowTrailingComma: true });
  const matrix = root && findNodeAtLocation(root, ['matrix']);
  const items = matrix?.type === 'array' ? (matrix.children ?? []) : [];
  const index = items.findIndex((item) => (findNodeAtLocation(item, ['path']) ?? item).value === path);
  const at = index < 0 ? ['matrix'] : ['matrix', index];
  const node = root && findNodeAtLocation(root, at);
  if (node?.type === 'string') edited = edit(edited, at, { path });
  if (sheet !== undefined) {
    const was: unknown = node && findNodeAtLocation(node, ['sheet'])?.value;
    edited = edit(edited, [...at, 'sheet'], sheet);
    // The header's line is that of another sheet.
    const hasHeader = node && findNodeAtLocation(node, ['headerRow']);
    if (was !== sheet && hasHeader) edited = edit(edited, [...at, 'headerRow'], undefined);
  }
  if (columns) edited = edit(edited, [...at, 'columns'], columns);
  const told = Object.entries(values);
  const there = node && findNodeAtLocation(node, ['values']);
  // What is no object has no place for a value.
  if (told.length > 0 && there && there.type !== 'object') edited = edit(edited, [...at, 'values'], {});
  for (const [value, means] of told) edited = edit(edited, [...at, 'values', value], means);
  return edited;
}

function edit(text: string, at: JSONPath, value: unknown): string {
  return applyEdits(text, modify(text, at, value, FORMAT));
}
