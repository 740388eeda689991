import { catalog } from '../../../../src/core/csf/catalog';
import type { Findings } from '../../../../src/core/document/findings';
import { readScopingDocument } from '../../../../src/core/document/scopingDocument';

/** What a Markdown document says, with the real catalog. */
export function findingsIn(text: string, file = 'scope.md'): Findings {
  return readScopingDocument(text, { file, syntax: 'markdown', catalog }).findings;
}

/** A table with two columns, the second under a heading. */
export function table(heading: string, ...rows: readonly (readonly [id: string, cell: string])[]): string {
  return ['| Control | ' + heading + ' |', '| --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join(
    '\n',
  );
}
