import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readCsv } from '../../../../src/core/csv';
import { english } from '../../../../src/core/message';
import { MAX_CELLS, MAX_UNPACKED_BYTES } from '../../../../src/core/workbook/limits';
import { readWorkbook } from '../../../../src/core/workbook/readWorkbook';
import { isWorkbook, type Sheet, workbookProblem } from '../../../../src/core/workbook/workbook';
import { columnName, compoundFile, type GivenWorkbook, textXml, withSize, workbookFile } from './workbookFile';

/** The sheets of a workbook that can be read. */
async function sheetsOf(given: Parameters<typeof workbookFile>[0] | Uint8Array): Promise<readonly Sheet[]> {
  const reading = await readWorkbook(given instanceof Uint8Array ? given : workbookFile(given));
  if ('failure' in reading) throw new Error(`not read: ${reading.failure}`);
  return reading.sheets;
}

/** The rows of the first sheet, by line. */
async function rowsOf(given: Parameters<typeof sheetsOf>[0]): Promise<Record<number, readonly string[]>> {
  const [sheet] = await sheetsOf(given);
  return Object.fromEntries(sheet!.rows.map(({ line, cells }) => [line, cells]));
}

/** The first row of a sheet of which the cells are given as XML. */
async function cellsOf(cells: string, given: Omit<GivenWorkbook, 'sheets'> = {}): Promise<readonly string[]> {
  const rows = await rowsOf({ ...given, sheets: [{ data: `<row r="1">${cells}</row>` }] });
  return rows[1] ?? [];
}

async function failureOf(bytes: Uint8Array): Promise<string | undefined> {
  const reading = await readWorkbook(bytes);
  return 'failure' in reading ? reading.failure : undefined;
}

describe('the cells of a workbook', () => {
  for (const [what, format, value, text] of [
    ['a CVID with its decimal place', '0.0', '2368', '2368.0'],
    ['a CVID with its leading zero', '0000.0', '873', '0873.0'],
    ['a number without the noise of its binary form', 0, '0.30000000000000004', '0.3'],
    ['a long number with all its digits', 0, '1234567890123', '1234567890123'],
    ['a whole number without a point', 0, '2368.0', '2368'],
    ['a number that a program wrote with an exponent', 0, '2.368E3', '2368'],
    ['a number under a text format as it is', 49, '873', '873'],
    ['a percentage', 9, '0.5', '50%'],
    ['a number with groups', 3, '1234567', '1,234,567'],
    ['an amount without the spaces that align it', 44, '5', '$5.00'],
    ['a number with words around it', '"v"0.0', '11', 'v11.0'],
    ['a number that its format would hide', ';;;', '3', '3'],
    ['a number whose format means nothing', '"0', '3', '3'],
    ['a number whose format is made to keep a reader busy', '0'.repeat(100_000), '3', '3'],
    ['a date', 14, '46023', '2026-01-01'],
    ['a date in the words of some country', '[$-407]d. mmm yyyy;@', '46023', '2026-01-01'],
    ['an East Asian date', 31, '46023', '2026-01-01'],
    ['a date with a time', 'm/d/yy h:mm', '46023.4166666667', '2026-01-01 10:00'],
    ['a date with seconds', 22, '46023.41677083', '2026-01-01 10:00:09'],
    ['the 29 February of 1900, which Excel alone has', 14, '60', '1900-02-29'],
    ['a time', 20, '0.75', '18:00'],
    ['a duration', '[h]:mm', '1.5', '36:00'],
    ['a date before all dates as its number', 14, '-1', '-1'],
    ['a date after all dates as its number', 14, '99999999', '99999999'],
    ['a number that is none as it is written', 0, '1,5', '1,5'],
    ['a style that the workbook does not have, as without', -1, '7.5', '7.5'],
  ] as const) {
    it(`are read as a person sees them: ${what}`, async () => {
      const style = format === -1 ? 99 : 1;
      assert.deepEqual(
        await cellsOf(`<c r="A1" s="${style}"><v>${value}</v></c>`, { formats: format === -1 ? [] : [format] }),
        [text],
      );
    });
  }

  it('have other dates in a workbook that counts from 1904', async () => {
    const cells = await cellsOf('<c r="A1" s="1"><v>44561</v></c><c r="B1" s="1"><v>0</v></c>', {
      formats: [14],
      hasDateSystem1904: true,
    });
    assert.deepEqual(cells, ['2026-01-01', '1904-01-01']);
  });

  for (const [what, cell, text] of [
    ['TRUE', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['FALSE', '<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['the number of a formula, as last worked out', '<c r="A1"><f>SUM(B1:B9)</f><v>7</v></c>', '7'],
    ['the text of a formula', '<c r="A1" t="str"><f>B1&amp;"x"</f><v>Shared &amp; ours</v></c>', 'Shared & ours'],
    ['a date in words, from a strict workbook', '<c r="A1" t="d"><v>2026-01-31T00:00:00</v></c>', '2026-01-31'],
    ['a text in the cell itself', '<c r="A1" t="inlineStr"><is><t>Azure</t></is></c>', 'Azure'],
    [
      'rich text in the cell itself',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Not </t></r><r><t>inheritable</t></r></is></c>',
      'Not inheritable',
    ],
    ['what stands in CDATA', '<c r="A1" t="str"><v><![CDATA[a<b&amp;]]></v></c>', 'a<b&amp;'],
    ['an emoji as an entity', '<c r="A1" t="str"><v>&#128512;&#x1F600;</v></c>', '😀😀'],
    [
      'an entity that means nothing, as it is written',
      '<c r="A1" t="str"><v>&nbsp;&#x110000;</v></c>',
      '&nbsp;&#x110000;',
    ],
    ['a cell with a comment in it', '<c r="A1" t="str"><!-- x --><v>a<!-- y -->b</v></c>', 'ab'],
  ] as const) {
    it(`are read as a person sees them: ${what}`, async () => assert.deepEqual(await cellsOf(cell), [text]));
  }

  for (const [what, item, text] of [
    ['with the spaces around it', '<t xml:space="preserve"> a b </t>', ' a b '],
    ['of several runs', '<r><t>Partially </t></r><r><rPr/><t>inheritable</t></r>', 'Partially inheritable'],
    ['without phonetic hints', '<t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh>', '東京'],
    ['with its line breaks', '<t>one\ntwo\r\nthree</t>', 'one\ntwo\nthree'],
    ['with characters that XML cannot hold', '<t>a_x000D_\nb_x005F_x000D_</t>', 'a\r\nb_x000D_'],
    ['with nothing in it', '<t/>', ''],
  ] as const) {
    it(`have a shared text ${what}`, async () => {
      const cells = await cellsOf('<c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>end</v></c>', { strings: [item] });
      assert.deepEqual(cells, [text, 'end']);
    });
  }

  it('keep their columns where cells between them are missing, and count on where they do not say', async () => {
    assert.deepEqual(
      await cellsOf('<c r="B1" t="str"><v>b</v></c><c t="str"><v>c</v></c><c r="AB1" t="str"><v>ab</v></c>'),
      ['', 'b', 'c', ...Array<string>(24).fill(''), 'ab'],
    );
  });

  it('are the same with prefixes, as some programs write all elements', async () => {
    const sheet =
      '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="3"><x:c r="A3" t="inlineStr"><x:is><x:t>01.c</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    assert.deepEqual(await rowsOf({ sheets: [{ data: '' }], parts: { 'xl/worksheets/sheet1.xml': sheet } }), {
      3: ['01.c'],
    });
  });

  it('are the same in a strict workbook', async () =>
    assert.deepEqual(await rowsOf({ isStrict: true, sheets: [{ data: [['01.c', 'Shared']] }] }), {
      1: ['01.c', 'Shared'],
    }));

  it('give back the texts that were written, whatever is in them', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('_', 'x', '0', 'D', '\r', '\n', '\t', ' ', '&', '<', ']', '>', '"') }),
      fc.constant(''),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
        fc.boolean(),
        async (table, isShared) => {
          const texts = table.flat();
          let next = 0;
          const data = table.map((cells, row) => {
            const content = cells.map(
              (_, column) => `<c r="${columnName(column)}${row + 1}" t="s"><v>${next++}</v></c>`,
            );
            return `<row r="${row + 1}">${content.join('')}</row>`;
          });
          const [sheet] = await sheetsOf(
            isShared
              ? { strings: texts.map(textXml), sheets: [{ data: data.join('') }] }
              : { sheets: [{ data: table }] },
          );
          // Blank rows go, and so do blank cells at the end of a row.
          const expected = table
            .map((cells, row) => ({
              line: row + 1,
              cells: cells.slice(0, cells.findLastIndex((text) => text !== '') + 1),
            }))
            .filter(({ cells }) => cells.some((text) => text.trim() !== ''));
          assert.deepEqual(sheet?.rows, expected);
        },
      ),
    );
  });

  it('are those of the same table saved as CSV', async () => {
    const table = [['Title'], [], ['BUID', 'Responsibility'], ['1149.01c2System.9 - 01.c', 'Shared\n"both"']];
    const text = table.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
    const [sheet] = await sheetsOf(table);
    assert.deepEqual(sheet?.rows, readCsv(text, ',').rows);
  });
});

describe('the rows of a workbook', () => {
  it('have the numbers that Excel shows, blank ones left out', async () => {
    const data =
      '<row r="2"><c t="str"><v>a</v></c></row><row r="5" hidden="1"><c t="str"><v>b</v></c></row><row><c t="str"><v>c</v></c></row><row><c t="str"><v> </v></c></row>';
    assert.deepEqual(await rowsOf({ sheets: [{ data }] }), { 2: ['a'], 5: ['b'], 6: ['c'] });
  });

  it('take no more room than they fill, whatever the sheet says of its size', async () => {
    const data =
      '<row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="XFD2" s="1"/></row><row r="1048576"><c r="B1048576" t="str"><v>z</v></c></row>';
    const rows = await rowsOf({
      sheets: [{ data, before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols>' }],
    });
    assert.deepEqual(rows, { 1: ['a'], 1048576: ['', 'z'] });
  });

  const merged = (...ranges: string[]): string =>
    `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;

  it('have an id that is merged over several of them', async () => {
    const data = [
      ['BUID', 'Element'],
      ['1149.01c2System.9', '1'],
      ['', '2'],
      ['', '3'],
      ['next', '1'],
    ];
    assert.deepEqual(await rowsOf({ sheets: [{ data, after: merged('A2:A4') }] }), {
      1: ['BUID', 'Element'],
      2: ['1149.01c2System.9', '1'],
      3: ['1149.01c2System.9', '2'],
      4: ['1149.01c2System.9', '3'],
      5: ['next', '1'],
    });
  });

  it('have a title that is merged to the side in its first column only', async () => {
    const data = [
      ['Title', '', ''],
      ['', '', ''],
      ['ID', 'Who', 'Text'],
    ];
    assert.deepEqual(await rowsOf({ sheets: [{ data, after: merged('A1:C2') }] }), {
      1: ['Title'],
      3: ['ID', 'Who', 'Text'],
    });
  });

  it('have in the lower of two header rows what is merged over both', async () => {
    const data = [
      ['Control ID', 'Customer', ''],
      ['', 'Responsibility', 'Notes'],
    ];
    assert.deepEqual((await rowsOf({ sheets: [{ data, after: merged('A1:A2', 'B1:C1') }] }))[2], [
      'Control ID',
      'Responsibility',
      'Notes',
    ]);
  });

  it('keep what a covered cell holds of its own, and are filled to the side of what there is', async () => {
    const data = [['a', '', '', 'x'], ['b'], ['', 'c']];
    assert.deepEqual(await rowsOf({ sheets: [{ data, after: merged('D1:D9', 'A1:A3') }] }), {
      1: ['a', '', '', 'x'],
      2: ['b', '', '', 'x'],
      3: ['a', 'c', '', 'x'],
    });
  });

  it('are not added by a merge over a whole column, nor filled from a blank cell', async () => {
    const data = [['a'], ['b', 'c']];
    assert.deepEqual(await rowsOf({ sheets: [{ data, after: merged('C1:C1048576', 'B1:B1048576', 'A2:A1048576') }] }), {
      1: ['a'],
      2: ['b', 'c'],
    });
  });
});

describe('the sheets of a workbook', () => {
  it('come in its order, with their names, and hidden ones are told', async () => {
    const sheets = await sheetsOf({
      sheets: [
        { name: 'Read me', data: [] },
        { name: 'Matrix & <more>', data: [['a']] },
        { name: 'Lists', state: 'hidden', data: [['b']] },
        { name: 'Secret', state: 'veryHidden', data: [] },
      ],
    });
    assert.deepEqual(
      sheets.map(({ name, isHidden, rows }) => [name, isHidden, rows.length]),
      [
        ['Read me', false, 0],
        ['Matrix & <more>', false, 1],
        ['Lists', true, 1],
        ['Secret', true, 0],
      ],
    );
  });

  it('are all there when there are 200', async () => {
    const sheets = await sheetsOf({
      sheets: Array.from({ length: 200 }, (_, index) => ({ data: [[`sheet ${index}`]] })),
    });
    assert.equal(sheets.length, 200);
    assert.deepEqual(sheets[199]?.rows, [{ line: 1, cells: ['sheet 199'] }]);
  });

  it('are without those of charts, which have no rows', async () => {
    const sheets = await sheetsOf({
      sheets: [
        { data: '', kind: 'chartsheet' },
        { name: 'Data', data: [['a']] },
      ],
    });
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Data'],
    );
  });

  it('are read without styles and shared texts where there are none', async () => {
    const without = ['xl/styles.xml', 'xl/sharedStrings.xml'];
    const relationships =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
    const parts = { 'xl/_rels/workbook.xml.rels': relationships };
    assert.deepEqual(await rowsOf({ sheets: [{ data: '<row><c s="3"><v>1.5</v></c></row>' }], without, parts }), {
      1: ['1.5'],
    });
  });

  it('are read whatever else is broken in the workbook, as long as it is not theirs', async () => {
    const parts = { 'xl/drawings/drawing1.xml': '<unclosed', 'xl/theme/theme1.xml': 'no XML' };
    assert.deepEqual(await rowsOf({ sheets: [{ data: [['a']] }], parts }), { 1: ['a'] });
  });

  it('are found under names in other letters than they are called by', async () => {
    const bytes = workbookFile({
      sheets: [{ data: [['a']] }],
      without: ['xl/worksheets/sheet1.xml'],
      parts: {
        'xl/Worksheets/Sheet1.xml': '<worksheet><sheetData><row><c t="str"><v>a</v></c></row></sheetData></worksheet>',
      },
    });
    assert.deepEqual(await rowsOf(bytes), { 1: ['a'] });
  });

  it('let the host do other things between the pieces they are read in', async () => {
    let pauses = 0;
    await readWorkbook(workbookFile([['a']]), () => {
      pauses++;
      return Promise.resolve();
    });
    assert.ok(pauses >= 5);
  });
});

describe('a file', () => {
  it('is for reading as a workbook if it is an archive or a compound file, whatever its name', () => {
    const text = (content: string): Uint8Array => new TextEncoder().encode(content);
    assert.deepEqual(
      [
        workbookFile([['a']]),
        workbookFile([['a']]).subarray(0, 100),
        compoundFile('Workbook'),
        text('ID,Responsibility\n01.c,Azure'),
        text('PK,1'),
        text(''),
      ].map(isWorkbook),
      [true, true, true, false, false, false],
    );
  });

  for (const [what, bytes, failure] of [
    ['protected with a password', () => compoundFile('EncryptedPackage'), 'workbook-encrypted'],
    ['of the kind of before 2007', () => compoundFile('Workbook'), 'workbook-legacy'],
    ['of the kind of before 1997', () => compoundFile('Book'), 'workbook-legacy'],
    ['an old Word document', () => compoundFile('WordDocument'), 'workbook-other-kind'],
    ['a compound file cut off', () => compoundFile('Workbook').subarray(0, 600), 'workbook-other-kind'],
    [
      'a Word document',
      () =>
        workbookFile({ sheets: [], parts: { 'xl/workbook.xml': '<w:document xmlns:w="w"><w:body/></w:document>' } }),
      'workbook-other-kind',
    ],
    ['a text', () => new TextEncoder().encode('ID,Responsibility'), 'workbook-other-kind'],
    ['nothing at all', () => new Uint8Array(), 'workbook-other-kind'],
    [
      'an archive of anything',
      () => workbookFile({ sheets: [], without: ['[Content_Types].xml'] }),
      'workbook-other-kind',
    ],
    [
      'an archive without a main part',
      () => workbookFile({ sheets: [], without: ['_rels/.rels'] }),
      'workbook-other-kind',
    ],
    [
      'a binary workbook',
      () =>
        workbookFile({
          sheets: [],
          parts: { '_rels/.rels': '<R><Relationship Type="a/officeDocument" Target="xl/workbook.bin"/></R>' },
        }),
      'workbook-other-kind',
    ],
    [
      'a workbook without one of its sheets',
      () => workbookFile({ sheets: [{ data: [] }], without: ['xl/worksheets/sheet1.xml'] }),
      'workbook-corrupt',
    ],
    [
      'a workbook that refers to a text it does not have',
      () => sheet('<row><c t="s"><v>7</v></c></row>'),
      'workbook-corrupt',
    ],
    ['a workbook with a row past the last', () => sheet('<row r="1048577"><c><v>1</v></c></row>'), 'workbook-corrupt'],
    ['a workbook with a row that is none', () => sheet('<row r="one"><c><v>1</v></c></row>'), 'workbook-corrupt'],
    ['a workbook with rows out of order', () => sheet('<row r="2"/><row r="1"/>'), 'workbook-corrupt'],
    ['a workbook with a column past the last', () => sheet('<row><c r="XFE1"><v>1</v></c></row>'), 'workbook-corrupt'],
    ['a workbook with a cell in no place', () => sheet('<row><c r="1A"><v>1</v></c></row>'), 'workbook-corrupt'],
    ['a workbook whose XML does not close', () => sheet('<row>'), 'workbook-corrupt'],
    ['a workbook whose XML is very deep', () => sheet('<a>'.repeat(100)), 'workbook-corrupt'],
    [
      'a workbook that is no UTF-8',
      () =>
        workbookFile({
          sheets: [{ data: [] }],
          parts: { 'xl/worksheets/sheet1.xml': Uint8Array.of(0x3c, 0x61, 0xff) },
        }),
      'workbook-corrupt',
    ],
    [
      'a workbook with a sheet that says less than its size',
      () => withSize(sheet(`<row><c><v>${'1'.repeat(500)}</v></c></row>`), 'xl/worksheets/sheet1.xml', 100),
      'workbook-corrupt',
    ],
    [
      'a workbook with a sheet that says more than its size',
      () => withSize(workbookFile([['a']]), 'xl/worksheets/sheet1.xml', 100_000),
      'workbook-corrupt',
    ],
    [
      'a workbook with a sheet that says it is a bomb',
      () => withSize(workbookFile([['a']]), 'xl/worksheets/sheet1.xml', MAX_UNPACKED_BYTES + 1),
      'workbook-too-large',
    ],
    [
      'a workbook with 3,000 sheets',
      () => workbookFile({ sheets: Array.from({ length: 3_000 }, () => ({ data: '' })), level: 0 }),
      'workbook-too-large',
    ],
    [
      'a workbook with one text of two million characters',
      () => workbookFile({ sheets: [{ data: `<row><c t="str"><v>${'a'.repeat(2 ** 21)}</v></c></row>` }], level: 0 }),
      'workbook-too-large',
    ],
    ['a workbook with too many cells', () => sheet(wideRows(Math.ceil(MAX_CELLS / 16_384))), 'workbook-too-large'],
    [
      'a workbook with few cells that share a text until they are a library',
      () =>
        workbookFile({
          strings: [textXml('x'.repeat(500_000))],
          sheets: [{ data: '<row><c t="s"><v>0</v></c></row>'.repeat(1_000) }],
        }),
      'workbook-too-large',
    ],
    [
      'a workbook with many merged cells over many rows',
      () =>
        workbookFile({
          sheets: [
            {
              data: `<row>${'<c><v>1</v></c>'.repeat(6_000)}</row>${'<row><c><v>1</v></c></row>'.repeat(1_000)}`,
              after: `<mergeCells>${Array.from({ length: 6_000 }, (_, column) => `<mergeCell ref="${columnName(column)}1:${columnName(column)}1048576"/>`).join('')}</mergeCells>`,
            },
          ],
        }),
      'workbook-too-large',
    ],
  ] as const) {
    it(`is refused as ${failure} if it is ${what}`, async () => {
      assert.equal(await failureOf(bytes()), failure);
    });
  }

  it('is no workbook if it declares entities of its own, which are neither followed nor multiplied', async () => {
    for (const declaration of [
      '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;">]>',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE a SYSTEM "http://localhost/a.dtd">',
    ]) {
      const bytes = workbookFile({
        sheets: [{ data: [] }],
        parts: { 'xl/sharedStrings.xml': `${declaration}<sst><si><t>&b;&c;</t></si></sst>` },
      });
      assert.equal(await failureOf(bytes), 'workbook-corrupt');
    }
  });

  it('is refused before it is unpacked if it is a bomb that lies about its size', async () => {
    // Spaces, of which a thousand go into a byte.
    const size = 128 * 1024 ** 2;
    const name = 'xl/worksheets/sheet1.xml';
    const bomb = workbookFile({ sheets: [{ data: [] }], parts: { [name]: new Uint8Array(size).fill(0x20) } });
    assert.ok(bomb.length < size / 900);
    const before = process.memoryUsage().arrayBuffers;
    assert.equal(await failureOf(withSize(bomb, name, 1_000)), 'workbook-corrupt');
    // What one piece of the archive can give, a few times over.
    assert.ok(process.memoryUsage().arrayBuffers - before < size / 2);
  });

  for (const level of [0, 6] as const) {
    it(`is refused and never fails, wherever it is cut off (${level === 0 ? 'stored' : 'deflated'})`, async () => {
      const whole = workbookFile({ ...RICH, level });
      for (let length = 4; length < whole.length; length += 3) {
        assert.equal(await failureOf(whole.subarray(0, length)), 'workbook-corrupt', `cut off at ${length}`);
      }
    });
  }

  it('is refused or read as before, and never fails, whichever of its bytes is another', async () => {
    const whole = workbookFile(RICH);
    const before = JSON.stringify(await sheetsOf(whole));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = whole.slice();
        changed[at] = changed[at]! ^ change;
        const reading = await readWorkbook(changed);
        if ('sheets' in reading) assert.equal(JSON.stringify(reading.sheets), before);
      }),
      { numRuns: 500 },
    );
  });

  it('never fails, whatever stands in its parts', async () => {
    const words = [
      '<row',
      '<c',
      '<v>',
      '</v>',
      '</c>',
      '</row>',
      ' r="A1"',
      ' r="2"',
      ' t="s"',
      '>',
      '/>',
      '<is>',
      '<t>',
      '</t>',
      '</is>',
      '1',
      '&',
      '<!--',
      '<![CDATA[',
      ']]>',
      '<mergeCell ref="A1:B9"/>',
      '<mergeCell ref=""/>',
      '</sheetData>',
      '<?',
      '"',
      '\0',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 30 }), async (pieces) => {
        await readWorkbook(
          workbookFile({ sheets: [{ data: pieces.join('') }], strings: [pieces.join('')], formats: [pieces.join('')] }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('that cannot be read gives a sentence that says what to do', () => {
    assert.equal(
      english(workbookProblem('workbook-too-large', '/w/srm.xlsx', 'srm.xlsx')),
      'srm.xlsx is too large to be read: it unpacks to more than 256 MB, or has more than 5,000,000 cells. Save the sheet that is needed as a workbook of its own.',
    );
    const encrypted = workbookProblem('workbook-encrypted', '/w/srm.xlsx', 'srm.xlsx');
    assert.deepEqual([encrypted.file, encrypted.at], ['/w/srm.xlsx', undefined]);
    assert.match(english(encrypted), /^srm\.xlsx is protected with a password/);
  });
});

/** A workbook with a little of everything. */
const RICH: GivenWorkbook = {
  sheets: [
    {
      name: 'Matrix',
      data: '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>2368</v></c></row><row r="3"><c r="B3" t="b"><v>1</v></c></row>',
      after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    },
    { name: 'More', state: 'hidden', data: [['a', 'b']] },
  ],
  strings: [textXml('1149.01c2System.9')],
  formats: ['0.0'],
};

function sheet(data: string): Uint8Array {
  return workbookFile({ sheets: [{ data }] });
}

/** Rows with one number each, in the last column there is. */
function wideRows(count: number): string {
  return '<row><c r="XFD1"><v>1</v></c></row>'.repeat(count);
}
