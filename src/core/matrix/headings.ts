import { COLUMN_NUMBER } from './headerReader';

/** How columns are called: by their headings or, where one is blank or not the only one, with its number as well. */
export function columnHeadings(headings: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const heading of headings) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  return headings.map((heading, index) =>
    heading !== '' && counts.get(heading) === 1 ? heading : `${heading} #${index + 1}`.trim(),
  );
}

/** How the project file names columns: by their headings where that tells one from all others, else by their numbers. */
export function columnNames(headings: readonly string[]): readonly string[] {
  return columnHeadings(headings).map((name, index) =>
    name === headings[index] && !COLUMN_NUMBER.test(name) ? name : `#${index + 1}`,
  );
}
