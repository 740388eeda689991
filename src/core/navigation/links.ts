import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser';
import type { PathKey } from '../assessment/editProject';
import { barePathsIn, type NamedFile } from '../assessment/inlineEvidence';
import { comparable, delimiterOf } from '../assessment/register';
import { readCsv, tidy } from '../csv';
import { writtenRows } from '../writtenRows';

/** The places under `location` in a register: paths and links. None where its rows cannot be told apart. */
export function locationsInRegister(text: string): readonly NamedFile[] {
  const delimiter = delimiterOf(text);
  const { rows, strayQuoteLines, unclosedQuoteLine } = readCsv(text, delimiter);
  const [header] = rows;
  const column = header?.cells.map(comparable).indexOf('location') ?? -1;
  if (!header || column < 0 || strayQuoteLines.length > 0 || unclosedQuoteLine !== undefined) return [];
  const cellAt = new Map(rows.map(({ line, cells }) => [line, tidy(cells[column] ?? '')]));
  return writtenRows(text, delimiter).flatMap(({ line, cells, start: rowStart }): readonly NamedFile[] => {
    const location = cellAt.get(line) ?? '';
    if (line <= header.line || location === '') return [];
    const written = cells[column] ?? '';
    const content = /^"(.*)"$/s.exec(written)?.[1] ?? written;
    const before = cells.slice(0, column).reduce((length, cell) => length + cell.length + 1, 0);
    const start = rowStart + before + written.indexOf(content.trim());
    return [{ location, start, end: start + content.trim().length }];
  });
}

/**
 * Paths in a line of a document that is no Markdown. A word with a point is one more often than a file is: outside of what
 * is said to be evidence a path has a folder.
 */
export function pathsInPlainLine(line: string): readonly NamedFile[] {
  const isEvidence = /^\W*evidence\b/i.test(line);
  return barePathsIn(line).filter(({ location }) => isEvidence || location.includes('/'));
}

/** A file that the project file names, and what as. */
export interface ProjectPath extends NamedFile {
  readonly key: PathKey | 'matrix';
}

const PATH_KEYS: readonly (PathKey | 'matrix')[] = [
  'matrix',
  'requirements',
  'evidence',
  'evidenceDocuments',
  'requests',
  'gaps',
  'azure.servicesInScope',
  'azure.policyStates',
  'sharing.register',
];

/** The paths of a project file, without quotation marks. Globs are none. */
export function pathsInProject(text: string): readonly ProjectPath[] {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (!root) return [];
  const paths = PATH_KEYS.flatMap((key) =>
    itemsAt(root, key.split('.')).flatMap((item): readonly ProjectPath[] => {
      const node = item.type === 'object' ? findNodeAtLocation(item, ['path']) : item;
      if (node?.type !== 'string') return [];
      return [{ key, location: String(node.value), start: node.offset + 1, end: node.offset + node.length - 1 }];
    }),
  );
  return paths.toSorted((a, b) => a.start - b.start);
}

/** What stands at a path: each item of a list, or the one. */
function itemsAt(root: Node, at: JSONPath): readonly Node[] {
  const node = findNodeAtLocation(root, [...at]);
  return node?.type === 'array' ? (node.children ?? []) : node ? [node] : [];
}
