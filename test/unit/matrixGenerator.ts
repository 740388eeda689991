import * as fc from 'fast-check';
import type { Delimiter } from '../../src/core/csv';
import type { ColumnMeaning } from '../../src/core/matrix/columns';
import type { Inheritability, Responsibility } from '../../src/core/matrix/responsibility';
import { controlIds, requirementIds } from './core/csf/arbitraries';
import { printRequirementId } from '../../src/core/csf/requirementId';

// Matrices in every mix of what real files do. Each is given as the entries that were meant and as the rows and bytes in
// which they were written, so that a test can say: what is read is what was written.

/** What a row of a matrix was meant to say. */
export interface WrittenEntry {
  readonly control: string;
  readonly requirement?: string;
  readonly cvid?: string;
  readonly element?: string;
  readonly csfVersion?: string;
  readonly responsibility: Responsibility | null;
  readonly inheritability: Inheritability | null;
  readonly customerText?: string;
}

export type Encoding = 'utf-8' | 'utf-8-mark' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A matrix and how it is written down. */
export interface WrittenMatrix {
  readonly entries: readonly WrittenEntry[];
  /** The rows below the header that are no entries, by the code of the problem that each is. */
  readonly dropped: readonly string[];
  readonly duplicates: number;
  /** All rows, titles and header included; a row without cells is a blank line. */
  readonly rows: readonly (readonly string[])[];
  /** The index of the header row. */
  readonly header: number;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** Cells that need no quotation marks have none. */
  readonly quotesLittle: boolean;
  /** The last row is cut off inside a quoted cell. */
  readonly isCutOff: boolean;
}

type Layout = 'responsibility' | 'inheritability' | 'both' | 'marked';
type Grain = 'control' | 'requirement' | 'element';

const HEADINGS: Readonly<Partial<Record<ColumnMeaning | 'requirement', readonly string[]>>> = {
  requirement: [
    'Baseline Unique ID (BUID)',
    'BUID',
    'Baseline\nUnique ID',
    ' baseline unique id\u00a0',
    'Requirement ID',
  ],
  control: ['Control Reference', 'HITRUST CSF Control Reference', 'Control ID', 'CONTROL'],
  cvid: ['Cross Version ID', 'CVID', 'Cross Version ID (CVID)'],
  element: ['Evaluative Element', 'Element'],
  csfVersion: ['CSF Version', 'HITRUST CSF Version', 'Version'],
  responsibility: ['Responsibility', 'Responsible\nParty', 'SSRM Control Ownership', '\u200bShared Responsibility'],
  inheritability: [
    'Inheritability',
    'Can Be Inherited from CSP',
    'Azure Inheritability',
    'External\u00a0Inheritability Type',
  ],
  customer: ['Customer', 'CSC', 'Customer Only'],
  shared: ['Shared', 'Both'],
  azure: ['Azure', 'Microsoft', 'CSP', 'Cloud Service Provider'],
  customerText: [
    'Customer Responsibility',
    'CSC Responsibilities',
    'Specific Inheritance and Customer Agency/CSP Responsibilities',
  ],
};

const VALUES: Readonly<
  Record<'responsibility' | 'inheritability', Readonly<Record<Responsibility, readonly string[]>>>
> = {
  responsibility: {
    customer: ['Customer', 'CSC-owned', 'CUSTOMER PROVIDED'],
    shared: ['Shared', 'Shared CSP and CSC'],
    azure: ['Azure', 'Microsoft', 'CSP', 'csp\u2013owned'],
  },
  inheritability: {
    customer: ['No', 'Not Inheritable', 'None', 'not'],
    shared: ['Partial', 'Partially Inheritable', 'Partially'],
    azure: ['Yes', 'Full', 'Fully Inheritable'],
  },
};

const INHERITABILITY_OF = { customer: 'none', shared: 'partial', azure: 'full' } as const;

/** Headings that mean nothing here, those included that other programs stumble over. */
const OTHER_HEADINGS = [
  '__proto__',
  'constructor',
  'Textbox52',
  'Domain Name',
  'Notes',
  'Notes',
  '',
  'Inheritance Status',
];
const OTHER_CELLS = ['', 'x', 'Yes', 'Access Control', '__proto__', '01.c', 'a, b; c | d\te', 'say "no"'];

/** Texts of cells: dashes and quotes that Windows-1252 has, line breaks, delimiters, quotation marks. */
const texts = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.constantFrom('Review it.', 'Accounts – “all” of them…', 'a,b;c|d\te', 'He said "no".', '€ é ß'),
  },
  {
    weight: 15,
    arbitrary: fc.constantFrom('First line.\nSecond line.', '1. a\n\n2. "b"\n', '"quoted"\nfrom the start'),
  },
  { weight: 1, arbitrary: fc.constantFrom('Long. '.repeat(5_100), `${'w'.repeat(30_000)}\nx`) },
  { weight: 15, arbitrary: fc.constant('') },
);

const paddings = fc.constantFrom('', '', '', ' ', '\u00a0', '  ');
const zeroWidth = fc.constantFrom('', '', '', '\u200b', '\ufeff');

const ids: Readonly<Record<Grain, fc.Arbitrary<{ readonly control: string; readonly requirement?: string }>>> = {
  control: controlIds.map((control) => ({ control })),
  requirement: requirementIds.map((id) => ({ control: id.control, requirement: printRequirementId(id) })),
  element: requirementIds.map((id) => ({ control: id.control, requirement: printRequirementId(id) })),
};

interface Shape {
  readonly grain: Grain;
  readonly layout: Layout;
  readonly hasControl: boolean;
  readonly hasCvid: boolean;
  readonly hasVersion: boolean;
  readonly hasText: boolean;
  readonly others: number;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  grain: fc.constantFrom('control', 'requirement', 'element'),
  layout: fc.constantFrom('responsibility', 'inheritability', 'both', 'marked'),
  hasControl: fc.boolean(),
  hasCvid: fc.boolean(),
  hasVersion: fc.boolean(),
  hasText: fc.boolean(),
  others: fc.integer({ min: 0, max: 4 }),
});

/** A row to be written: what it means, and its cells by what their columns mean. */
interface Row {
  readonly entry: WrittenEntry;
  readonly cells: Readonly<Partial<Record<ColumnMeaning, string>>>;
}

function rowsOf(shape: Shape): fc.Arbitrary<Row> {
  const { grain, layout, hasControl, hasCvid, hasVersion, hasText } = shape;
  const parties = fc.constantFrom('customer', 'shared', 'azure');
  const optional = <T>(has: boolean, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    has ? arbitrary : fc.constant(undefined);
  return fc
    .record({
      id: ids[grain],
      suffix: fc.constantFrom('', ' ', ' - Title, and more'),
      responsibility: parties,
      inheritability: parties,
      spelling: fc.nat(),
      isBlank: fc.integer({ max: 9, min: 0 }).map((number) => number === 0),
      element: optional(grain === 'element', fc.constantFrom('1', '2', '3.a')),
      cvid: optional(hasCvid, fc.constantFrom('2368.0', '0873.0', '12')),
      csfVersion: optional(hasVersion, fc.constantFrom('v11.2.0', '9.1', 'CSF 11.2, 10.0')),
      customerText: optional(hasText, texts),
      padding: paddings,
      invisible: zeroWidth,
    })
    .map(({ id, suffix, responsibility, inheritability, spelling, isBlank, padding, invisible, ...rest }): Row => {
      const spell = (column: 'responsibility' | 'inheritability', party: Responsibility): string => {
        const all = VALUES[column][party];
        return isBlank ? '' : `${padding}${all[spelling % all.length] ?? ''}${padding}`;
      };
      const { element, cvid, csfVersion, customerText } = rest;
      // A title behind a requirement id would begin with the control that Microsoft appends.
      const written = `${invisible}${padding}${id.requirement ?? id.control}${id.requirement === undefined ? suffix : padding}`;
      const says = (column: 'responsibility' | 'inheritability'): boolean => layout === column || layout === 'both';
      const cells: Partial<Record<ColumnMeaning, string>> = {
        id: written,
        ...(hasControl && id.requirement !== undefined && { control: id.control }),
        ...(element !== undefined && { element }),
        ...(cvid !== undefined && { cvid }),
        ...(csfVersion !== undefined && { csfVersion }),
        ...(customerText !== undefined && { customerText }),
        ...(says('responsibility') && { responsibility: spell('responsibility', responsibility) }),
        ...(says('inheritability') && { inheritability: spell('inheritability', inheritability) }),
        ...(layout === 'marked' && { customer: '', shared: 'No', azure: '0' }),
        ...(layout === 'marked' && !isBlank && { [responsibility]: ['X', 'x ', '✓', 'Yes'][spelling % 4] ?? '' }),
      };
      const party = layout === 'inheritability' ? inheritability : responsibility;
      const inherits = layout === 'both' || layout === 'inheritability' ? inheritability : responsibility;
      const shown = customerText === undefined ? '' : tidied(customerText);
      return {
        cells,
        entry: {
          ...id,
          ...(element !== undefined && { element }),
          ...(cvid !== undefined && { cvid }),
          ...(csfVersion !== undefined && { csfVersion }),
          ...(shown !== '' && { customerText: shown }),
          responsibility: isBlank ? null : party,
          inheritability: isBlank ? null : INHERITABILITY_OF[inherits],
        },
      };
    });
}

function tidied(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ');
}

/** What stands between the entries and is none. */
const INTERRUPTIONS = [
  'none',
  'none',
  'none',
  'none',
  'blank',
  'spaces',
  'repeat',
  'header',
  'unknown',
  'nothing',
  'several',
  'merged',
] as const;

export const writtenMatrices: fc.Arbitrary<WrittenMatrix> = shapes.chain((shape) => {
  const meanings = meaningsOf(shape);
  return fc
    .record({
      rows: fc.array(fc.tuple(rowsOf(shape), fc.constantFrom(...INTERRUPTIONS), fc.nat()), {
        minLength: 1,
        maxLength: 12,
      }),
      order: fc.shuffledSubarray([...meanings.keys()], { minLength: meanings.length }),
      spellings: fc.array(fc.nat(), { minLength: meanings.length, maxLength: meanings.length }),
      titles: fc.subarray([
        ['Shared responsibility matrix'],
        ['Guidance: inheritability, “explained”\nID by ID.', '', 'v1.4'],
        [],
      ]),
      otherCells: fc.array(fc.constantFrom(...OTHER_CELLS), { minLength: 40, maxLength: 40 }),
      encoding: fc.constantFrom<Encoding>('utf-8', 'utf-8-mark', 'utf-16le', 'utf-16be', 'windows-1252'),
      delimiter: fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      quotesLittle: fc.boolean(),
      isCutOff: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
    })
    .map(({ rows: given, order, spellings, titles, otherCells, ...form }): WrittenMatrix => {
      const columns = order.map((index) => meanings[index] ?? 'other');
      const header = columns.map((meaning, index) => headingOf(meaning, shape, spellings[index] ?? 0, columns, index));
      const cellsOf = (cells: Row['cells'], row: number): readonly string[] =>
        columns.map((meaning, index) =>
          meaning === 'other' ? (otherCells[(row * 3 + index) % otherCells.length] ?? '') : (cells[meaning] ?? ''),
        );
      const body: (readonly string[])[] = [];
      const entries: WrittenEntry[] = [];
      const dropped: string[] = [];
      const seen = new Set<string>();
      let duplicates = 0;
      const write = (row: readonly string[], entry: WrittenEntry): void => {
        body.push(row);
        const content = [entry.requirement ?? entry.control, ...row].join('\0');
        if (seen.has(content)) duplicates++;
        else entries.push(entry);
        seen.add(content);
      };
      const drop = (row: readonly string[], code: string): void => {
        body.push(row);
        dropped.push(code);
      };
      for (const [index, [row, interruption, which]] of given.entries()) {
        write(cellsOf(row.cells, index), row.entry);
        const junk = { ...row.cells, control: '' };
        if (interruption === 'blank') body.push([]);
        else if (interruption === 'spaces') body.push(columns.map(() => ['', ' ', '\u00a0'][which % 3] ?? ''));
        else if (interruption === 'repeat') write(cellsOf(row.cells, index), row.entry);
        else if (interruption === 'header') drop(header, 'repeated-header');
        else if (interruption === 'unknown') drop(cellsOf({ ...junk, id: 'AC-2' }, index), 'unknown-id');
        else if (interruption === 'several') drop(cellsOf({ ...junk, id: '01.a, 01.b' }, index), 'several-ids');
        else if (interruption === 'merged' && shape.grain === 'element') {
          write(cellsOf({ ...junk, id: '', element: '9' }, index), { ...row.entry, element: '9' });
        } else if (interruption === 'nothing') {
          const cells = cellsOf({ customerText: 'Of nothing', cvid: '99.0' }, index);
          if (cells.some((cell) => cell !== '')) drop(cells, 'missing-id');
        }
      }
      const rows = [...titles, header, ...body];
      // What Windows-1252 does not have a spreadsheet saves in another encoding.
      const isLatin = rows.flat().every((cell) => /^[\0-\x7f\xa0-\xff€…“”–]*$/.test(cell));
      const encoding = form.encoding === 'windows-1252' && !isLatin ? 'utf-8' : form.encoding;
      return { ...form, entries, dropped, duplicates, rows, header: titles.length, encoding };
    });
});

function meaningsOf(shape: Shape): readonly (ColumnMeaning | 'other')[] {
  const { grain, layout, hasControl, hasCvid, hasVersion, hasText, others } = shape;
  const when = (has: boolean, ...meanings: readonly ColumnMeaning[]): readonly ColumnMeaning[] => (has ? meanings : []);
  return [
    'id',
    ...when(hasControl && grain !== 'control', 'control'),
    ...when(grain === 'element', 'element'),
    ...when(hasCvid, 'cvid'),
    ...when(hasVersion, 'csfVersion'),
    ...when(layout === 'responsibility' || layout === 'both', 'responsibility'),
    ...when(layout === 'inheritability' || layout === 'both', 'inheritability'),
    ...when(layout === 'marked', 'customer', 'shared', 'azure'),
    ...when(hasText, 'customerText'),
    ...Array.from({ length: others }, () => 'other' as const),
  ];
}

function headingOf(
  meaning: ColumnMeaning | 'other',
  { grain }: Shape,
  spelling: number,
  columns: readonly string[],
  index: number,
): string {
  if (meaning === 'other') {
    // A blank heading at the end would leave its cells without one.
    const known = OTHER_HEADINGS.filter((heading) => heading !== '' || index < columns.length - 1);
    return known[spelling % known.length] ?? '';
  }
  const all = HEADINGS[meaning === 'id' ? (grain === 'control' ? 'control' : 'requirement') : meaning] ?? [];
  return all[spelling % all.length] ?? '';
}

/** The text of a matrix; line breaks inside its cells are line feeds. */
export function textOf({ rows, delimiter, lineEnd, quotesLittle, isCutOff }: WrittenMatrix): string {
  const needsQuotes = (cell: string): boolean => /["\r\n,;\t|]/.test(cell);
  const quoted = (cell: string): string =>
    quotesLittle && !needsQuotes(cell) ? cell : `"${cell.replaceAll('"', '""')}"`;
  const text = rows.map((cells) => cells.map(quoted).join(delimiter)).join(lineEnd);
  return isCutOff ? `${text}${lineEnd}01.a${delimiter}"Cut of` : `${text}${lineEnd}`;
}

/** The line on which each row begins. */
export function linesOf({ rows }: WrittenMatrix): readonly number[] {
  let line = 1;
  return rows.map((cells) => {
    const begins = line;
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return begins;
  });
}

/** A text in an encoding that has all its characters. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-mark':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Uint8Array.from(text, (character) => WINDOWS_1252.get(character) ?? character.charCodeAt(0));
  }
}

/** What of Windows-1252 stands in the texts and is none of Latin-1. */
const WINDOWS_1252: ReadonlyMap<string, number> = new Map([
  ['€', 0x80],
  ['…', 0x85],
  ['“', 0x93],
  ['”', 0x94],
  ['–', 0x96],
]);
