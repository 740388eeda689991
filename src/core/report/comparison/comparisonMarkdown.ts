import { inline, table } from '../markdownText';
import { EXPORT_MARK } from '../exportMark';
import { encode, type Exporter } from '../exporter';
import { type Block, type Cell, comparisonDocument, type Piece } from './comparisonDocument';
import type { ComparisonReport } from './comparisonReport';

/** The comparison as a Markdown document that reads well as plain text too. Text from files is escaped. */
export const comparisonMarkdown: Exporter<ComparisonReport> = {
  format: 'md',
  name: 'Markdown',
  purpose: 'format-md',
  extension: 'md',
  write: (report) =>
    encode(
      `${[EXPORT_MARK, '', ...comparisonDocument(report).flatMap((block) => [...lines(block, report), ''])]
        .join('\n')
        .trimEnd()}\n`,
    ),
};

function lines(block: Block, report: ComparisonReport): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inline(block.text)}`];
    case 'paragraph':
      return [inline(block.text)];
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`);
    case 'table':
      return table(
        block.header.map(inline),
        block.rows.map((row) => row.map((cell) => printCell(cell, report))),
      );
  }
}

function printCell(cell: Cell, report: ComparisonReport): string {
  return cell.map((pieces) => printLine(pieces, report)).join('<br>');
}

function printLine(pieces: readonly Piece[], { linkOf }: ComparisonReport): string {
  return pieces
    .map(({ text, mark, place }, index) => {
      const link = place && linkOf(place.file, place.line);
      const sign = mark === 'old' ? '~~' : mark === 'new' ? '**' : '';
      const printed = link === undefined ? `${sign}${inline(text)}${sign}` : `[${inline(text)}](${link})`;
      // Places are a list: a comma and space only ever stand between them.
      return index === 0 ? printed : `${place && pieces[index - 1]?.place ? ',' : ''} ${printed}`;
    })
    .join('');
}
