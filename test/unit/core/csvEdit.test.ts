import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readRegister } from '../../../src/core/assessment/register';
import { type Delimiter, DELIMITERS, readCsv, tidy } from '../../../src/core/csv';
import { appendRows, type RegisterFile, setCells } from '../../../src/core/csvEdit';
import { english } from '../../../src/core/message';
import { type DecodedText, decodeText, encodeText } from '../../../src/core/text';
import { writtenRows } from '../../../src/core/writtenRows';

const COLUMNS = {
  requirement: ['control'],
  maturity: ['level'],
  captured_on: ['collected'],
  note: [],
} as const;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const register = (content: string | Uint8Array | undefined): RegisterFile & { readonly bytes: Uint8Array } => ({
  // What is not there is asked for in one test only, which says so.
  bytes: (typeof content === 'string' ? utf8(content) : content) as Uint8Array,
  file: '/w/evidence.csv',
  name: 'evidence.csv',
});

function appended(
  content: string | Uint8Array | undefined,
  ...rows: readonly Partial<Record<keyof typeof COLUMNS, string>>[]
) {
  const result = appendRows(register(content), COLUMNS, rows);
  if ('failure' in result) throw new Error(english(result.failure));
  return { text: decodeText(result.bytes)?.text, ...result };
}

function changed(content: string, line: number, column: keyof typeof COLUMNS, value: string): string {
  const result = setCells(register(content), COLUMNS, [{ line, column, value }]);
  if ('failure' in result) throw new Error(english(result.failure));
  assert.deepEqual(result.left, []);
  return decodeText(result.bytes)?.text ?? '';
}

const failure = (result: object): string => ('failure' in result ? english(result.failure as never) : 'none');

const ROW = { requirement: '01.c', maturity: 'policy' };

describe('appending to a register', () => {
  for (const [what, before, after] of [
    ['of commas and LF', 'requirement,maturity\n01.a,policy\n', '01.c,policy\n'],
    ['of semicolons and CRLF', 'requirement;maturity\r\n01.a;policy\r\n', '01.c;policy\r\n'],
    ['of tabs and CR', 'requirement\tmaturity\r01.a\tpolicy\r', '01.c\tpolicy\r'],
    ['whose last row has no line end', 'requirement,maturity\r\n01.a,policy', '\r\n01.c,policy\r\n'],
    ['that is a header without a line end', 'requirement,maturity', '\n01.c,policy\n'],
    ['that ends with blank lines', 'requirement,maturity\n01.a,policy\n\n \n', '01.c,policy\n'],
    ['that ends with a blank line without a line end', 'requirement,maturity\n ', '\n01.c,policy\n'],
    ['in which all cells are quoted', '"requirement","maturity"\n"01.a","policy"\n', '"01.c","policy"\n'],
    ['in which all rows are quoted, though not the header', 'requirement,maturity\n"a",""\n', '"01.c","policy"\n'],
    ['in which all but blank cells are quoted', 'requirement,note,maturity\n"a",,"b"\n', '"01.c",,"policy"\n'],
    ['in which cells are quoted where they need it', 'requirement,maturity\n"a,b","c"\nd,e\n', '01.c,policy\n'],
    ['with other columns, repeated and blank headings', 'id,,Maturity,requirement,maturity\n', ',,policy,01.c,\n'],
    ['with other names of its columns', 'Level,Control\n', 'policy,01.c\n'],
    ['whose rows are shorter than its header', 'requirement,maturity,note,owner\na\n', '01.c,policy,,\n'],
    ['with a title line that is blank', '\nrequirement,maturity\n', '01.c,policy\n'],
  ] as const) {
    it(`${what} goes on as it is`, () => {
      assert.equal(appended(before, ROW).text, before + after);
    });
  }

  for (const [what, content] of [
    ['not there', undefined],
    ['empty', ''],
  ] as const) {
    it(`that is ${what} begins with a header`, () => {
      const { text, lines } = appended(content, ROW, { requirement: '01.d' });
      assert.equal(text, 'requirement,maturity,captured_on,note\n01.c,policy,,\n01.d,,,\n');
      assert.deepEqual(lines, [2, 3]);
    });
  }

  it('quotes what needs it, and defuses nothing in a person’s own file', () => {
    const { text } = appended('requirement,note\n', { requirement: '=1', note: 'a "b", c\nd' }, { note: ' -x ' });
    assert.equal(text, 'requirement,note\n=1,"a ""b"", c\nd"\n," -x "\n');
  });

  it('says on which lines the new rows begin', () => {
    const rows = [{ requirement: 'a', note: 'one\r\ntwo' }, { requirement: 'b' }];
    assert.deepEqual(appended('requirement,note\n"x\ny",', ...rows).lines, [4, 6]);
  });

  it('hands back what the file has no column for, and writes no row of nothing', () => {
    const { text, left, lines } = appended('requirement\n', ROW, { note: 'later' }, { requirement: '' });
    assert.equal(text, 'requirement\n01.c\n');
    assert.deepEqual(lines, [2]);
    assert.deepEqual(left, [
      { index: 0, column: 'maturity', value: 'policy' },
      { index: 1, column: 'note', value: 'later' },
    ]);
  });

  it('leaves a file as it is where there is nothing to add', () => {
    assert.equal(appended('requirement,maturity\n01.a,policy').text, 'requirement,maturity\n01.a,policy');
  });

  it('is refused where a column is missing without which the row would say something else', () => {
    const result = appendRows(register('\nrequirement\n'), COLUMNS, [ROW], ['requirement', 'maturity']);
    assert.match(failure(result), /has no column "maturity"\. Add that name to its headings, on line 2/);
  });

  it('is refused where a quotation mark does not close, or not in its cell', () => {
    const rows = [ROW];
    assert.match(failure(appendRows(register('requirement\n"01.a\n'), COLUMNS, rows)), /mark opens on line 2/);
    const stray = 'requirement,note\n"01.a,x\n01.b,y\n01.c,"z"\n';
    assert.match(failure(appendRows(register(stray), COLUMNS, rows)), /mark opens on line 2/);
  });

  it('is refused for a file that is no text, or UTF-16 with half a character', () => {
    const whole = encodeText('\ufeffrequirement\n', 'utf-16le') as Uint8Array;
    for (const bytes of [Uint8Array.of(0x50, 0x4b, 0, 1), Uint8Array.of(...whole, 0x41)]) {
      assert.match(failure(appendRows(register(bytes), COLUMNS, [ROW])), /is not a text file/);
    }
  });

  it('is refused where the encoding does not have a character, which it names', () => {
    const bytes = encodeText('requirement,note\n01.a,é\n', 'windows-1252') as Uint8Array;
    const result = appendRows(register(bytes), COLUMNS, [{ requirement: '01.c', note: 'naïve – 漢' }]);
    assert.match(failure(result), /in Windows-1252, which cannot hold the character "漢"/);
  });

  it('is refused where the new characters would make UTF-16 without a mark read as something else', () => {
    const bytes = encodeText('requirement,note\n', 'utf-16le') as Uint8Array;
    const result = appendRows(register(bytes), COLUMNS, [{ requirement: '01.c', note: '一' }]);
    assert.match(failure(result), /in UTF-16, which cannot hold the character "一"/);
  });
});

describe('changing a cell of a register', () => {
  const TABLE = 'requirement,maturity,note\r\n01.a , policy,"x ""y"""\n\n01.b\r"01.c",,\n';

  for (const [what, line, column, value, old, now] of [
    ['keeps the spaces of the cells beside it', 2, 'note', 'z', '"x ""y"""', '"z"'],
    ['quotes what needs it', 2, 'maturity', 'a,b', ' policy', '"a,b"'],
    ['makes a short row as long as it has to be', 4, 'note', 'z', '01.b\r', '01.b,,z\r'],
    ['fills a blank cell', 5, 'note', '=z', '"01.c",,', '"01.c",,=z'],
    ['keeps quotation marks', 5, 'requirement', '01.d', '"01.c"', '"01.d"'],
  ] as const) {
    it(what, () => {
      assert.equal(changed(TABLE, line, column, value), TABLE.replace(old, now));
    });
  }

  it('takes several cells of a row, in any order', () => {
    const edits = [
      { line: 4, column: 'note', value: 'n' },
      { line: 2, column: 'maturity', value: 'm' },
      { line: 4, column: 'maturity', value: 'o' },
    ] as const;
    const result = setCells(register(TABLE), COLUMNS, edits);
    const text = 'bytes' in result ? decodeText(result.bytes)?.text : failure(result);
    assert.equal(text, TABLE.replace(' policy', 'm').replace('01.b\r', '01.b,o,n\r'));
  });

  it('hands back what the file has no column for', () => {
    const result = setCells(register(TABLE), COLUMNS, [{ line: 2, column: 'captured_on', value: '2027-01-01' }]);
    assert.deepEqual('left' in result && [result.left.length, decodeText(result.bytes)?.text], [1, TABLE]);
  });

  for (const line of [1, 3, 6, 99]) {
    it(`is refused on line ${line}, where no row of the table begins`, () => {
      const result = setCells(register(TABLE), COLUMNS, [{ line, column: 'note', value: 'z' }]);
      assert.match(failure(result), new RegExp(`no row begins on line ${line} `));
    });
  }
});

// Random files, as people’s programs write them.

const ENCODINGS: readonly (readonly [DecodedText['encoding'], string])[] = [
  ['utf-8', ''],
  ['utf-8', '\ufeff'],
  ['utf-16le', '\ufeff'],
  ['utf-16be', '\ufeff'],
  ['utf-16le', ''],
  ['utf-16be', ''],
  ['windows-1252', ''],
];

const words = fc.string({
  unit: fc.constantFrom('a', 'B', '7', ' ', ' ', 'é', 'ß', '=', '-', "'", '"', ',', ';', '\t', '|', '\n', '\r\n', '\r'),
  maxLength: 6,
});

interface Table {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly delimiter: Delimiter;
  /** How many columns the rows have. */
  readonly width: number;
}

const HEADINGS = ['Requirement', 'level', 'owner', '', 'level'];

const tables: fc.Arbitrary<Table> = fc
  .record({
    rows: fc.array(fc.array(words, { minLength: 1, maxLength: 6 }), { maxLength: 5 }),
    headings: fc.shuffledSubarray([...HEADINGS], { minLength: 2 }),
    encoding: fc.constantFrom(...ENCODINGS),
    delimiter: fc.constantFrom<Delimiter>(...DELIMITERS),
    lineEnds: fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 }),
    quotes: fc.constantFrom('all', 'needed', 'random'),
    endsWithLineEnd: fc.boolean(),
  })
  .map(({ rows, headings, encoding: [encoding, mark], delimiter, lineEnds, quotes, endsWithLineEnd }) => {
    const print = (cell: string, index: number): string => {
      const isQuoted =
        quotes === 'all' || /["\r\n,;\t|]/.test(cell) || (quotes === 'random' && (cell.length + index) % 2 === 0);
      return isQuoted ? `"${cell.replaceAll('"', '""')}"` : cell;
    };
    const lines = [headings, ...rows].map((cells) => cells.map(print).join(delimiter));
    const body = lines.map((line, index) => {
      const isLast = index === lines.length - 1;
      return line + (isLast && !endsWithLineEnd ? '' : (lineEnds[index % lineEnds.length] ?? '\n'));
    });
    const text = body.join('');
    // Windows-1252 is read as such only where it is no UTF-8.
    const whole = encoding === 'windows-1252' ? text.replace(/$/, `${delimiter}é!`) : text;
    const bytes = encodeText(mark + whole, encoding);
    if ('unencodable' in bytes) throw new Error(bytes.unencodable);
    return { bytes, text: whole, delimiter, width: headings.length };
  })
  // Without its mark a short UTF-16 file is none that anyone could tell.
  .filter(({ bytes, text }) => decodeText(bytes)?.text === text);

/** A row whose only cell is emptied is none any more. */
const values = words.filter((word) => word.trim() !== '');

const newRows = fc.array(
  fc.record({ requirement: words, maturity: words, note: words }, { requiredKeys: ['requirement'] }),
  { maxLength: 3 },
);

function cellsIn(bytes: Uint8Array, delimiter: Delimiter): readonly (readonly string[])[] {
  return readCsv(decodeText(bytes)?.text ?? '', delimiter).rows.map(({ cells }) => cells);
}

/** How many bytes a part of a file's text takes there. */
function lengthOf(part: string, bytes: Uint8Array): number {
  const encoded = encodeText(part, decodeText(bytes)?.encoding ?? 'utf-8');
  return 'unencodable' in encoded ? NaN : encoded.length;
}

describe('any register', () => {
  it('is made of its rows as they are written, which begin where they are read', () => {
    fc.assert(
      fc.property(tables, fc.string({ unit: fc.constantFrom('"', 'a', ',', ' ', '\n', '\r') }), (table, soup) => {
        for (const [text, delimiter] of [
          [table.text, table.delimiter],
          [soup, ','],
        ] as const) {
          const written = writtenRows(text, delimiter);
          assert.equal(written.map(({ cells, lineEnd }) => cells.join(delimiter) + lineEnd).join(''), text);
          const { rows, strayQuoteLines, unclosedQuoteLine } = readCsv(text, delimiter);
          if (strayQuoteLines.length > 0 || unclosedQuoteLine !== undefined) continue;
          for (const { line, cells } of rows) {
            const row = written.find((each) => each.line === line);
            assert.equal(row?.cells.length, cells.length);
            assert.deepEqual(readCsv(row.cells.join(delimiter), delimiter).rows[0]?.cells, cells);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps all its bytes before what is appended, and reads back as the old rows and the new ones', () => {
    let written = 0;
    fc.assert(
      fc.property(tables, newRows, ({ bytes, delimiter }, rows) => {
        const result = appendRows(register(bytes), COLUMNS, rows);
        if ('failure' in result) {
          assert.equal(result.failure.code, 'register-encoding');
          return;
        }
        written += result.lines.length;
        assert.deepEqual(result.bytes.slice(0, bytes.length), bytes);
        assert.equal(decodeText(result.bytes)?.encoding, decodeText(bytes)?.encoding);
        const before = cellsIn(bytes, delimiter);
        assert.deepEqual(cellsIn(result.bytes, delimiter).slice(0, before.length), before);
        const { rows: read } = readRegister(result.bytes, 'f', 'f', []);
        const fresh = read.slice(before.length - 1);
        assert.deepEqual(
          fresh.map(({ line }) => line),
          result.lines,
        );
        const lost = new Map(result.left.map(({ index, column, value }) => [`${index} ${column}`, value]));
        const given = rows
          .map((row, index) =>
            (['requirement', 'maturity', 'note'] as const).map((column) => {
              const value = row[column] ?? '';
              const isLost = value !== '' && lost.get(`${index} ${column}`) === value;
              return isLost ? '' : tidy(value);
            }),
          )
          .filter((cells) => cells.some((cell) => cell !== ''));
        assert.deepEqual(
          fresh.map((row) => [row.get('requirement', 'control'), row.get('maturity', 'level'), row.get('note')]),
          given,
        );
      }),
      { numRuns: 500 },
    );
    assert.ok(written > 300);
  });

  it('changes one cell and no byte of any other', () => {
    let changes = 0;
    fc.assert(
      fc.property(tables, fc.nat(), values, ({ bytes, text, delimiter }, pick, value) => {
        const { rows } = readRegister(bytes, 'f', 'f', []);
        const row = rows[pick % Math.max(rows.length, 1)];
        if (!row) return;
        const result = setCells(register(bytes), COLUMNS, [{ line: row.line, column: 'maturity', value }]);
        if ('failure' in result) {
          assert.equal(result.failure.code, 'register-encoding');
          return;
        }
        const [old, now] = [writtenRows(text, delimiter), writtenRows(decodeText(result.bytes)?.text ?? '', delimiter)];
        assert.equal(now.length, old.length);
        const names = readCsv(text, delimiter).rows[0]?.cells.map((cell) => cell.toLowerCase()) ?? [];
        const place = names.indexOf('level');
        assert.equal(result.left.length, place < 0 ? 1 : 0);
        for (const [index, { line, cells, lineEnd }] of old.entries()) {
          assert.equal(now[index]?.lineEnd, lineEnd);
          if (line !== row.line || place < 0) assert.deepEqual(now[index].cells, cells);
          else {
            changes++;
            const edited = now[index].cells;
            const others = (of: readonly string[]) => of.filter((_, at) => at !== place && at < cells.length);
            assert.deepEqual(others(edited), others(cells));
            const [read] = readCsv(edited.join(delimiter), delimiter).rows;
            assert.equal(read?.cells[place], value);
          }
        }
        const { start = 0, cells = [] } = old.find(({ line }) => line === row.line) ?? {};
        const before = lengthOf(text.slice(0, start), bytes);
        const behind = lengthOf(text.slice(start + cells.join(delimiter).length), bytes);
        const mark = bytes.length - lengthOf(text, bytes);
        assert.deepEqual(result.bytes.slice(0, mark + before), bytes.slice(0, mark + before));
        assert.deepEqual(result.bytes.slice(result.bytes.length - behind), bytes.slice(bytes.length - behind));
      }),
      { numRuns: 500 },
    );
    assert.ok(changes > 100);
  });
});
