import { IGNORE } from '../csf/hiddenSpans';
import type { LineIndex } from '../lineIndex';
import type { ProblemCode } from '../problems';

/** A comment to be written, which lacks only its reason. */
export interface IgnoreComment {
  /** Where it goes. */
  readonly offset: number;
  /** What stands before and behind the reason. */
  readonly before: string;
  readonly after: string;
}

/** How comments are written: at the end of a line, or only on lines of their own. */
interface Style {
  readonly endings: RegExp;
  readonly open: string;
  readonly close: string;
  readonly isAbove?: boolean;
}

const STYLES: readonly Style[] = [
  { endings: /\.(?:md|markdown|mdx|html?|xml)$/i, open: '<!-- ', close: ' -->' },
  { endings: /\.(?:adoc|asciidoc)$/i, open: '// ', close: '\n', isAbove: true },
  { endings: /\.rst$/i, open: '.. ', close: '\n\n', isAbove: true },
  { endings: /\.(?:tex|latex)$/i, open: '% ', close: '' },
  { endings: /\.(?:ya?ml|toml|tf|py|sh|ps1)$/i, open: '# ', close: '' },
  { endings: /\.(?:bicep|c|cs|go|java|jsonc|[jt]s)$/i, open: '// ', close: '' },
];
/** Where nothing is known of comments it stands in the text. */
const PLAIN: Omit<Style, 'endings'> = { open: '', close: '' };

const LAST_BAR = /(?<!\\)\|$/;

/**
 * The comment by which a problem of a line is ignored, as the document's language has comments; in the last cell of a row
 * of a table. Undefined where none can stand there: in reStructuredText one would break a paragraph in two.
 *
 * @param line 0-based
 * @param file the document's location
 */
export function ignoreComment(
  code: ProblemCode,
  line: number,
  text: string,
  lines: LineIndex,
  file: string,
): IgnoreComment | undefined {
  const { open, close, isAbove } = STYLES.find(({ endings }) => endings.test(file)) ?? PLAIN;
  const comment = `${open}${IGNORE} ${code}: `;
  const contentOf = (number: number): string => text.slice(lines.startOf(number), lines.startOf(number + 1)).trimEnd();
  const content = contentOf(line);
  const start = lines.startOf(line);
  if (isAbove) {
    const breaksText = open === '.. ' && line > 0 && contentOf(line - 1) !== '';
    const indent = open === '.. ' ? content.slice(0, content.length - content.trimStart().length) : '';
    return breaksText ? undefined : { offset: start, before: `${indent}${comment}`, after: close };
  }
  const row = open === '<!-- ' ? content.replace(LAST_BAR, '').trimEnd() : content;
  return { offset: start + row.length, before: ` ${comment}`, after: close };
}
