import assert from 'node:assert/strict';
import { english } from '../../../../src/core/message';
import type { Matrix } from '../../../../src/core/matrix/matrix';
import { matrix, reading } from '../../given';

const REQUIREMENT = '1149.01c2System.9';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = ({ problems }: Matrix): readonly string[] => problems.map(({ code }) => code);
/** The headings of the columns taken, by what they were taken for. */
const headingsOf = ({ columns }: Pick<Matrix, 'columns'>): Readonly<Record<string, string>> =>
  Object.fromEntries(columns.map(({ meaning, heading }) => [meaning, heading]));
/** The line and code of each problem. */
const linesAndCodes = ({ problems }: Matrix): readonly string[] =>
  problems.map(({ at, code }) => `${at && 'line' in at ? at.line : '-'} ${code}`);

describe('a matrix', () => {
  it('is read with the line, words and texts of each entry', () => {
    const { entries } = matrix(
      'Baseline Unique ID (BUID),Cross Version ID,Evaluative Element,CSF Version,Inheritability,Customer Responsibility,Azure Implementation\n' +
        `${REQUIREMENT} - 01.c,0873.0,1,11.2.0,Partially Inheritable,Review it.,Azure logs it.`,
    );
    assert.deepEqual(entries, [
      {
        file: 'srm.csv',
        line: 2,
        control: '01.c',
        requirement: REQUIREMENT,
        cvid: '0873.0',
        element: '1',
        csfVersion: '11.2.0',
        responsibility: 'shared',
        inheritability: 'partial',
        customerText: 'Review it.',
        providerText: 'Azure logs it.',
      },
    ]);
  });

  for (const heading of [
    'BUID',
    'Baseline Unique ID (BUID)',
    'Baseline Unique ID',
    ' baseline\u00a0unique\nid ',
    'HITRUST Baseline Unique ID',
    'Requirement ID',
    'Control Reference',
    'Control ID',
    'Question ID',
    'Control',
    'ID',
  ]) {
    it(`has its ids under ${JSON.stringify(heading)}`, () => {
      const { columns, entries } = matrix(`"${heading}",Responsibility\n01.c,Shared`);
      assert.deepEqual([headingsOf({ columns })['id'], entries.length], [heading.replace(/\s+/g, ' ').trim(), 1]);
    });
  }

  it('prefers the requirement’s id to the control’s and keeps both columns', () => {
    const { columns, entries } = matrix(`Control Reference,BUID,Responsibility\n01.c,${REQUIREMENT},Shared`);
    assert.deepEqual(
      [headingsOf({ columns }), entries[0]?.requirement],
      [{ id: 'BUID', control: 'Control Reference', responsibility: 'Responsibility' }, REQUIREMENT],
    );
  });

  it('is a row of its control where the requirement’s id is blank', () => {
    const [entry] = matrix('BUID,Control Reference,Responsibility\n,01.c,Shared').entries;
    assert.deepEqual([entry?.control, entry?.requirement], ['01.c', undefined]);
  });

  it('has its header below titles and guidance', () => {
    const { headerRow, entries, rows } = matrix(
      '"Shared responsibility\nmatrix for Azure"\n\n"Guidance: inheritability and responsibility are explained, ID by ID."\n' +
        'Control ID,Title,Can Be Inherited from CSP\n01.c,x,Yes',
    );
    assert.deepEqual([headerRow, rows, entries[0]?.line, entries[0]?.responsibility], [5, 1, 6, 'azure']);
  });

  for (const [name, delimiter] of Object.entries({ semicolons: ';', tabs: '\t', pipes: '|', commas: ',' })) {
    it(`is read where ${name} separate the cells`, () => {
      const cells = [
        ['BUID', 'Inheritability', 'Note'],
        [REQUIREMENT, 'Full', '"a, b; c | d"'],
      ];
      const read = matrix(cells.map((row) => row.join(delimiter)).join('\n'));
      assert.deepEqual([read.delimiter, read.entries[0]?.responsibility], [delimiter, 'azure']);
    });
  }

  const euro = 'ID,Responsibility,Customer Responsibility\n01.c,Shared,€ é –\n';
  for (const [encoding, content] of [
    ['utf-8', bytes(euro)],
    ['utf-8', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes(euro))],
    ['utf-16le', Uint8Array.of(0xff, 0xfe, ...Buffer.from(euro, 'utf16le'))],
    ['utf-16be', Uint8Array.of(0xfe, 0xff, ...Buffer.from(euro, 'utf16le').swap16())],
    ['windows-1252', Uint8Array.from(Buffer.from(euro.replace('€', '\x80').replace('–', '\x96'), 'latin1'))],
  ] as const) {
    it(`is read in ${encoding}${content[0] === 0xef ? ' with a byte order mark' : ''}`, () => {
      const read = matrix(content);
      assert.deepEqual(
        [read.encoding, headingsOf(read)['id'], read.entries[0]?.customerText],
        [encoding, 'ID', '€ é –'],
      );
    });
  }

  it('counts lines as an editor does, where cells hold CRLF and LF', () => {
    const { entries } = matrix('ID,Responsibility,Note\r\n01.a,Shared,"a\r\nb\nc"\r\n\r\n01.b,Shared,\r\n');
    assert.deepEqual(
      entries.map(({ line }) => line),
      [2, 6],
    );
  });

  it('reports ids that do not exist, and does not use their rows', () => {
    const read = matrix('ID,Responsibility\n14.a,Shared\nAC-2,Shared\n01.c,Shared\n');
    assert.deepEqual([linesAndCodes(read), read.entries.length], [['2 unknown-id', '3 unknown-id'], 1]);
  });

  it('counts verbatim repetitions once, and names both lines', () => {
    const read = matrix('ID,Responsibility\n01.c,Shared\n01.d,Azure\n01.c,Shared\n01.c,Shared\n');
    assert.deepEqual(
      [read.rows, read.entries.length, read.duplicates, linesAndCodes(read), read.problems.map(english)[0]],
      [4, 2, 2, ['4 duplicate-row', '5 duplicate-row'], '01.c repeats line 2 word for word; it is counted once.'],
    );
  });

  it('keeps a row whose value is unknown or missing, as unknown, and says so', () => {
    const read = matrix('ID,Responsibility\n01.c,It depends\n01.d,\n');
    assert.deepEqual(
      [read.entries.map(({ responsibility }) => responsibility), linesAndCodes(read)],
      [
        [null, null],
        ['2 unmapped-value', '3 missing-value'],
      ],
    );
  });

  it('keeps both responsibility and inheritability where a row has both', () => {
    const [entry] = matrix('ID,Responsibility,Inheritability\n01.c,Shared,Full').entries;
    assert.deepEqual([entry?.responsibility, entry?.inheritability], ['shared', 'full']);
  });

  it('reports an unknown value in either column where a row has both', () => {
    assert.deepEqual(linesAndCodes(matrix('ID,Responsibility,Inheritability\n01.c,Perhaps,Full')), [
      '2 unmapped-value',
    ]);
    assert.deepEqual(linesAndCodes(matrix('ID,Responsibility,Inheritability\n01.c,Shared,Perhaps')), [
      '2 unmapped-value',
    ]);
  });

  for (const headings of [
    'Responsibility,Responsibility',
    'Responsibility,Control Ownership',
    'Responsible Party,Responsibility',
  ]) {
    it(`asks which column is meant where there are ${headings.replace(',', ' and ')}, and takes neither`, () => {
      const read = matrix(`ID,${headings}\n01.c,Shared,Customer`);
      assert.deepEqual([linesAndCodes(read), headingsOf(read)['responsibility']], [['1 ambiguous-column'], undefined]);
      assert.equal(read.entries[0]?.responsibility, null);
    });
  }

  it('reads what stands before a quotation mark that never closes, and names its line', () => {
    const read = matrix('ID,Responsibility\n01.c,Shared\n01.d,"Shared\n01.e,Shared\n');
    assert.deepEqual([read.entries.length, linesAndCodes(read)], [1, ['3 unclosed-quote']]);
  });

  it('says where none of its rows has an id, and where no column states a responsibility', () => {
    assert.deepEqual(codes(matrix('ID,Responsibility\nAC-2,Shared')), ['matrix-without-entries', 'unknown-id']);
    assert.deepEqual(codes(matrix('ID,Notes\n01.c,Shared')), ['missing-responsibility-column']);
  });
});

describe('a file that is no matrix', () => {
  for (const [what, content, code] of [
    ['is empty', bytes(''), 'file-empty'],
    ['is blank', bytes(' \r\n\r\n'), 'file-empty'],
    ['is a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 8), 'file-not-text'],
    ['has no id column', bytes('Name,Responsibility\n01.c,Shared'), 'missing-id-column'],
    ['is prose', bytes('# Heading\n\nAll of 01.c is shared.'), 'missing-id-column'],
  ] as const) {
    it(`because it ${what} fails with ${code}`, () => {
      const result = reading(content);
      assert.equal('failure' in result && result.failure.code, code);
    });
  }

  it('names the headings that were found', () => {
    const result = reading('Name,Party\nx,y');
    assert.match('failure' in result ? english(result.failure) : '', /Found: Name, Party\./);
  });
});
