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

function edit(text: string, at: JSONPath, value: string): string {
  return applyEdits(text, modify(text, at, value, FORMAT));
}
