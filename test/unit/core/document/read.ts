import { catalog } from '../../../../src/core/csf/catalog';
import { scan } from '../../../../src/core/csf/scanner';
import { type Findings, readFindings } from '../../../../src/core/document/findings';
import { createLineIndex } from '../../../../src/core/lineIndex';

/** What a Markdown document says, with the real catalog. */
export function findingsIn(text: string, file = 'scope.md'): Findings {
  return readFindings(text, file, scan(text, catalog), createLineIndex(text), catalog);
}

/** A table with two columns, the second under a heading. */
export function table(heading: string, ...rows: readonly (readonly [id: string, cell: string])[]): string {
  return ['| Control | ' + heading + ' |', '| --- | --- |', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join(
    '\n',
  );
}
