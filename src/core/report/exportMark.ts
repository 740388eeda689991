/** What made an export; its beginning in each format is in no language but this. */
export const TOOL = 'Azure Inheritance Scope';

/** The first line of an exported Markdown document or picture, and the second of an HTML page. */
export const EXPORT_MARK = `<!-- Exported by ${TOOL} -->`;

/** The label of an exported CSV file's first row. */
export const EXPORT_LABEL = 'Exported by';

const EXPORT = new RegExp(
  [
    EXPORT_MARK,
    String.raw`<!doctype html>\s*${EXPORT_MARK}`,
    // As a spreadsheet may have saved it since, or a formatter.
    String.raw`"?${EXPORT_LABEL}"?[,;\t]"?${TOOL} `,
    String.raw`\s*\{\s*"head":\s*\{\s*"tool":\s*"${TOOL} `,
    String.raw`\s*\{\s*"system-security-plan":\s*\{\s*"metadata":\s*\{\s*"remarks":\s*"${EXPORT_LABEL} ${TOOL} `,
    // What was found, as SARIF.
    String.raw`\s*\{\s*"\$schema":\s*"[^"]*",\s*"version":\s*"2\.1\.0",\s*"runs":\s*\[\s*\{\s*"tool":\s*\{\s*"driver":\s*\{\s*"name":\s*"${TOOL}"`,
  ]
    .map((beginning) => `^${beginning}`)
    .join('|'),
);

/**
 * Whether a text is an exported summary, in any format, and so no scoping document: it names every control there was, and
 * would keep them all in scope for ever.
 */
export function isExport(text: string): boolean {
  return EXPORT.test(text);
}

/** The same of a workbook, as long as no spreadsheet saved it since: its first part is stored as it is. */
export function isExportedWorkbook(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  return beginning.startsWith('PK') && beginning.includes(EXPORT_MARK);
}
