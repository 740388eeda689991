/** How a column is called: by its heading or, where that is blank or not the only one, with its number as well. */
export function headingOf(headings: readonly string[], index: number): string {
  const heading = headings[index] ?? '';
  const isOnly = heading !== '' && headings.indexOf(heading) === headings.lastIndexOf(heading);
  return isOnly ? heading : `${heading} #${index + 1}`.trim();
}

/** How the project file names a column: by its heading where that tells it from all others, else by its number. */
export function columnName(headings: readonly string[], index: number): string {
  const name = headingOf(headings, index);
  return name.endsWith(`#${index + 1}`) ? `#${index + 1}` : name;
}
