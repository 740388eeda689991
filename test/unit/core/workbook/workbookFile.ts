import { strToU8, zipSync } from 'fflate';

/** A sheet to be made. */
export interface GivenSheet {
  readonly name?: string;
  /** What stands in `sheetData`, as XML; texts by row and column become cells of their own text. */
  readonly data: string | readonly (readonly string[])[];
  /** Elements behind `sheetData`, such as `mergeCells`. */
  readonly after?: string;
  /** Elements before it, such as `dimension`. */
  readonly before?: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly kind?: 'worksheet' | 'chartsheet';
}

/** A workbook to be made. */
export interface GivenWorkbook {
  readonly sheets: readonly GivenSheet[];
  /** The contents of `si` elements. */
  readonly strings?: readonly string[];
  /** Number formats by style, from 1; style 0 is General. A number is a format's built-in id. */
  readonly formats?: readonly (string | number)[];
  readonly hasDateSystem1904?: boolean;
  readonly isStrict?: boolean;
  /** Further parts, or others in place of those made. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Parts that are not there. */
  readonly without?: readonly string[];
  /** Of `zipSync`: 0 stores. */
  readonly level?: 0 | 6;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** The bytes of a workbook as Excel writes it, made of as little as it takes. */
export function workbookFile(given: GivenWorkbook | readonly (readonly string[])[]): Uint8Array {
  const workbook: GivenWorkbook = 'sheets' in given ? given : { sheets: [{ data: given }] };
  const parts = { ...partsOf(workbook), ...workbook.parts };
  const files = Object.entries(parts)
    .filter(([name]) => !workbook.without?.includes(name))
    .map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const);
  return zipSync(Object.fromEntries(files), { level: workbook.level ?? 6, mtime: '2026-01-01' });
}

function partsOf({ sheets, strings, formats, hasDateSystem1904, isStrict }: GivenWorkbook): Record<string, string> {
  const { main, relationships } = isStrict ? STRICT : TRANSITIONAL;
  const related = (targets: readonly (readonly [type: string, target: string])[]): string =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(
        ([type, target], index) =>
          `<Relationship Id="rId${index + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  const listed = sheets.map(
    ({ name = '', state }, index) =>
      `<sheet name="${escapeXml(name || `Sheet${index + 1}`)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  );
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr${hasDateSystem1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related([
      ...sheets.map(({ kind = 'worksheet' }, index) => [kind, `worksheets/sheet${index + 1}.xml`] as const),
      ['sharedStrings', '/xl/sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${main}">${(strings ?? []).map((content) => `<si>${content}</si>`).join('')}</sst>`,
    'xl/styles.xml': stylesXml(formats ?? [], main),
    ...Object.fromEntries(
      sheets.map(({ data, before = '', after = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${HEAD}<worksheet xmlns="${main}">${before}<sheetData>${typeof data === 'string' ? data : rowsXml(data)}</sheetData>${after}</worksheet>`,
      ]),
    ),
  };
}

function stylesXml(formats: readonly (string | number)[], main: string): string {
  const own = formats.flatMap((format, index) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`] : [],
  );
  const ids = [0, ...formats.map((format, index) => (typeof format === 'string' ? 164 + index : format))];
  return `${HEAD}<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${ids
    .map((id) => `<xf numFmtId="${id}" xfId="0"/>`)
    .join('')}</cellXfs></styleSheet>`;
}

function rowsXml(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, row) => {
      const content = cells.map((text, column) =>
        text === '' ? '' : `<c r="${columnName(column)}${row + 1}" t="inlineStr"><is>${textXml(text)}</is></c>`,
      );
      return `<row r="${row + 1}">${content.join('')}</row>`;
    })
    .join('');
}

/** A text as Excel writes it. */
export function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(escapeString(text))}</t>`;
}

/** What XML cannot hold, and what would look like an escape, as `_x000D_`. */
function escapeString(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(
      /[\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    );
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** `A`, …, `Z`, `AA`, … of a 0-based column. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** Other sizes in an archive's directory, which is where they are looked up, for the file of that name. */
export function withSize(archive: Uint8Array, name: string, size: number): Uint8Array {
  const changed = archive.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 46 < changed.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(changed.subarray(at + 46, at + 46 + length)) === name)
      view.setUint32(at + 24, size, true);
  }
  return changed;
}

/** A compound file whose directory has an entry of that name. */
export function compoundFile(name: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set([...Buffer.from('Root Entry', 'utf16le')], 1024);
  bytes.set([...Buffer.from(name, 'utf16le')], 1024 + 3 * 128);
  return bytes;
}
