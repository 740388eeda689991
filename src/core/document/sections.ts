import { HEADING, subjectsAtStart } from '../assessment/outline';
import type { LineCheck } from './findings';

/** The headings of a document. */
export const readSections: LineCheck = (line, _file, catalog) => {
  const { content, start, references } = line;
  const marked = HEADING.exec(content);
  if (!marked) return {};
  const mark = marked[0].length;
  const span = { start: start + mark, end: start + content.length };
  const depth = marked.groups?.['hashes']?.length ?? 1;
  const [subject, ...others] = subjectsAtStart(line, mark, catalog);
  const [first] = references;
  if (!subject || others.length > 0 || !first) return { sections: [{ ...span, depth, title: content.slice(mark) }] };
  return { sections: [{ ...span, depth, subject, title: content.slice(first.end - start) }] };
};
