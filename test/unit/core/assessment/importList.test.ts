import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareLists, type ListComparison, mergeList } from '../../../../src/core/assessment/importList';
import { type ListExport, type ListExportReading, readListExport } from '../../../../src/core/assessment/listExport';
import { readListRows, readRequirementList } from '../../../../src/core/assessment/requirementList';
import { catalog } from '../../../../src/core/csf/catalog';
import type { MatrixInput } from '../../../../src/core/matrix/table';
import { finish } from '../../../../src/core/steps';
import { readWorkbook } from '../../../../src/core/workbook/readWorkbook';
import { csv, evidence, requests } from '../../given';
import { workbookFile } from '../workbook/workbookFile';

const A = '1149.01c2System.9';
const B = '0201.09j1Organizational.124';
const C = '1105.01e1System.1';
const FILE = 'requirements.csv';

const reading = (input: MatrixInput | string, source = {}): ListExportReading =>
  finish(readListExport(typeof input === 'string' ? csv(input) : input, 'export.csv', 'export.csv', source, catalog));

function listOf(input: MatrixInput | string, source = {}): ListExport {
  const result = reading(input, source);
  if ('failure' in result) throw new Error(`not read: ${result.failure.code}`);
  return result.list;
}

const idsOf = (rows: readonly { readonly requirement: string }[]): readonly string[] =>
  rows.map(({ requirement }) => requirement);
const codesOf = ({ problems }: Pick<ListExport, 'problems'>): readonly string[] =>
  problems.map(({ code, at }) => `${at && 'line' in at ? at.line : '-'} ${code}`);

function compared(current: string | undefined, input: MatrixInput | string): ListComparison {
  const list = current === undefined ? [] : readRequirementList(csv(current), FILE, FILE, catalog).requirements;
  return compareLists(list, listOf(input).requirements, [], []);
}

/** The text of the list after an import. */
function merged(current: string | undefined, input: MatrixInput | string): string {
  const bytes = current === undefined ? undefined : csv(current);
  const result = mergeList({ bytes, file: FILE, name: FILE }, compared(current, input), catalog);
  if ('failure' in result) throw new Error(`not merged: ${result.failure.code}`);
  return new TextDecoder().decode(result.bytes);
}

const HEADER = 'requirement,cvid,control,domain,csf_version,core,applicability,rationale,maturity,owner,due,note';
const STATEMENT = 'The zebra quorum shall verify, per §4.1, "marmalade"';

/** As MyCSF’s reports come. */
const EXPORT: readonly (readonly string[])[] = [
  ['Requirement Statements of Quillmere Home', '', '', '', ''],
  ['Guidance: filter by domain.\r\nSee 01.c.', '', '', '', ''],
  ['Domain Name', 'Baseline Unique ID', 'Cross Version ID', 'Control Reference', 'Requirement Statement'],
  ['11 Access Control', `${A} - 01.c`, '0873.0', '01.c Privilege Management', `${STATEMENT}\r\nand more, of 01.d`],
  ['11 Access Control', `${A} - 01.c`, '0873.0', '01.c Privilege Management', `${STATEMENT}\r\nand more, of 01.d`],
  ['02 Endpoint Protection', B.toUpperCase(), '2368.0', '09.j Controls Against Malicious Code', STATEMENT],
];

describe('an export of the requirement list', () => {
  for (const [kind, input] of [
    ['a CSV file', () => csv(EXPORT)],
    [
      'a workbook',
      async () => {
        const sheets = [
          { name: 'Cover', data: [['Confidential']] },
          { name: 'List', data: EXPORT },
        ];
        const workbook = await readWorkbook(workbookFile({ sheets }));
        if ('failure' in workbook) throw new Error(workbook.failure);
        return workbook;
      },
    ],
  ] as const) {
    it(`is read from ${kind} as it arrives: titles above its header, line breaks in cells, rows repeated`, async () => {
      const list = listOf(await input());
      assert.deepEqual(codesOf(list), []);
      assert.deepEqual([list.headerRow, list.rows, list.repetitions], [kind === 'a workbook' ? 3 : 4, 3, 1]);
      assert.deepEqual(
        list.requirements.map(({ requirement, control, cvid, domain }) => [requirement, control, cvid, domain]),
        [
          [A, '01.c', '0873.0', '11'],
          [B, '09.j', '2368.0', '02'],
        ],
      );
      assert.deepEqual(
        list.columns.map(({ meaning, heading }) => [meaning, heading]),
        [
          ['id', 'Baseline Unique ID'],
          ['cvid', 'Cross Version ID'],
          ['control', 'Control Reference'],
          ['domain', 'Domain Name'],
        ],
      );
    });
  }

  it('is read by what stands in its columns where a report writer made the headings up', () => {
    const list = listOf(`Textbox52,Textbox7,Textbox8\n1,${A},x\n2,${B},y\n3,${C},z`);
    assert.deepEqual(idsOf(list.requirements), [A, B, C]);
    assert.deepEqual(list.columns, [{ meaning: 'id', heading: 'Textbox7', ground: 'contents' }]);
  });

  it('takes row numbers under ID for no ids, whatever the control beside them', () => {
    const rows = [A, B, C].map((id, index) => `${index + 1},01.c,${id}`);
    assert.deepEqual(idsOf(listOf(`ID,Control Reference,Textbox3\n${rows.join('\n')}`).requirements), [A, B, C]);
  });

  it('is asked about where it is not certain which column holds the ids, and then read as told', () => {
    const text = `Textbox1,Textbox2\n${A},${B}\n${B},${C}\n${C},${A}`;
    const asked = reading(text);
    assert.ok('failure' in asked);
    assert.equal(asked.failure.code, 'list-without-id-column');
    assert.deepEqual(
      asked.columns.map(({ heading, samples }) => [heading, samples]),
      [
        ['Textbox1', [A, B, C]],
        ['Textbox2', [B, C, A]],
      ],
    );
    assert.deepEqual(idsOf(listOf(text, { columns: { id: 'Textbox2' } }).requirements), [B, C, A]);
  });

  for (const [what, text, ...expected] of [
    ['a control in place of a requirement', `BUID\n${A}\n01.c`, '3 control-in-list'],
    [
      'controls alone',
      'Control Reference\n01.c\n01.d',
      '1 list-without-rows',
      '2 control-in-list',
      '3 control-in-list',
    ],
    ['a CVID without an id', `BUID,CVID\n${A},1\n,2`, '3 cvid-without-requirement'],
    ['a total below', `BUID,CVID\n${A},1\nTotal: 1,`, '3 unknown-id'],
    ['the header again', `BUID,CVID\n${A},1\nBUID,CVID\n${B},2`, '3 repeated-header'],
    ['a comma that nobody quoted', `BUID,CVID\n${A},x,0873.0`, '2 shifted-list-row'],
    ['an id under the CVID', `BUID,CVID\n${A},01.c`, '2 unknown-cvid'],
    ['prose under the CVID', `BUID,CVID\n${A},see the other sheet`, '2 unknown-cvid'],
    ['two rows that contradict each other', `BUID,CVID\n${A},1\n${A},2`, '3 repeated-requirement'],
    ['a word that is no applicability', `BUID,Applicability\n${A},Inheritance`, '2 unknown-applicability'],
    ['one that is removed and listed', `BUID,Applicability\n${A},removed`, '2 unknown-applicability'],
    ['two columns for applicability', `BUID,Applicability,Applicable\n${A},n/a,`, '1 several-applicability-columns'],
  ] as const) {
    it(`says so where there is ${what}`, () => assert.deepEqual(codesOf(listOf(text)), expected));
  }

  it('loses no row: each is a requirement, a repetition or a problem', () => {
    const cell = fc.oneof(fc.constantFrom(A, B, C, '01.c', '', '0873.0', '873', 'n/a', '11', 'BUID'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 4 }), { maxLength: 12 }), (rows) => {
        const list = listOf(csv([['BUID', 'CVID', 'Applicability'], ...rows]), { headerRow: 1 });
        const written = rows.flatMap((cells, index) => (cells.some((text) => text.trim() !== '') ? [index + 2] : []));
        // Of rows that contradict each other the problem names both lines.
        const told = new Set<unknown>([
          ...list.requirements.map(({ line }) => line),
          ...list.problems.flatMap(({ at, args }) => [...(at && 'line' in at ? [at.line] : []), ...args]),
        ]);
        assert.equal(list.rows, written.length);
        assert.ok(written.filter((line) => !told.has(line)).length <= list.repetitions);
        assert.ok(new Set(idsOf(list.requirements)).size === list.requirements.length);
      }),
    );
  });
});

describe('an import', () => {
  it('makes a list where there is none', () => {
    assert.equal(
      merged(undefined, csv(EXPORT)),
      `${HEADER}\n${A},0873.0,01.c,11,,,in-scope,,,,,\n${B},2368.0,09.j,02,,,in-scope,,,,,\n`,
    );
  });

  it('takes version, core and applicability where the export has them', () => {
    const text = merged(undefined, `BUID,CSF Version,Core,Applicable\n${A},v11.2.0,X,N/A\n${B},11.2.0,,`);
    assert.equal(text, `${HEADER}\n${A},,01.c,11,v11.2.0,yes,n/a,,,,,\n${B},,09.j,02,11.2.0,,in-scope,,,,,\n`);
  });

  it('appends what is new, and marks what is gone instead of deleting it', () => {
    const current = `${HEADER}\r\n${A},0873.0,01.c,11,,,,,,Ada,,\r\n${B},2368.0,09.j,02,,,n/a,none here,,Bo,,\r\n`;
    const { added, removed, unchanged } = compared(current, `BUID,CVID\n${A},0873.0\n${C},99.0`);
    assert.deepEqual([added, removed].map(idsOf), [[C], [B]]);
    assert.deepEqual(
      unchanged.map((pair) => pair.current.requirement),
      [A],
    );
    assert.equal(
      merged(current, `BUID,CVID\n${A},0873.0\n${C},99.0`),
      `${current.replace(',n/a,', ',removed,')}${C},99.0,01.e,11,,,in-scope,,,,,\r\n`,
    );
  });

  it('brings back what a later export lists again', () => {
    const current = `requirement,applicability\n${A},removed\n${B},removed\n`;
    const { returned, absent, removed } = compared(current, `BUID\n${A}`);
    assert.deepEqual([returned.map((pair) => pair.incoming.requirement), idsOf(absent), removed], [[A], [B], []]);
    assert.equal(merged(current, `BUID\n${A}`), `requirement,applicability\n${A},in-scope\n${B},removed\n`);
  });

  it('gives a requirement its new id in place, told by its CVID as text, then as a number', () => {
    const current = `note,requirement,cvid,control,domain,owner\nmine,${A},0873.0,01.c,11,Ada\n`;
    for (const [cvid, joinedBy] of [
      ['0873.0', 'cvid'],
      ['873', 'cvid-number'],
    ] as const) {
      const [pair] = compared(current, `BUID,CVID\n${C},${cvid}`).renumbered;
      assert.deepEqual([pair?.current.requirement, pair?.incoming.requirement, pair?.joinedBy], [A, C, joinedBy]);
      assert.equal(
        merged(current, `BUID,CVID\n${C},${cvid}`),
        `note,requirement,cvid,control,domain,owner\nmine,${C},0873.0,01.e,11,Ada\n`,
      );
    }
  });

  it('joins nothing by a CVID that two have', () => {
    const { renumbered, added, removed } = compared(`requirement,cvid\n${A},1.0`, `BUID,CVID\n${B},1.0\n${C},1.0`);
    assert.deepEqual([renumbered, idsOf(added), idsOf(removed)], [[], [B, C], [A]]);
  });

  it('does not let a spreadsheet’s number take the place of a CVID, nor the export decide what applies', () => {
    const current = `requirement,cvid,applicability\n${A},0873.0,n/a\n`;
    const input = `BUID,CVID,Applicability\n${A},873,`;
    assert.equal(merged(current, input), current);
    assert.deepEqual(
      compared(current, input).contested.map((pair) => pair.current.requirement),
      [A],
    );
  });

  it('marks each of several rows for a requirement that is gone', () => {
    const current = `requirement,applicability\n${A},n/a\n${A},\n${B},\n`;
    assert.equal(merged(current, `BUID\n${B}`), `requirement,applicability\n${A},removed\n${A},removed\n${B},\n`);
  });

  it('refuses where the list has no column to mark in, and says which', () => {
    const comparison = compared(`requirement\n${A}\n`, `BUID\n${B}`);
    const result = mergeList({ bytes: csv(`requirement\n${A}\n`), file: FILE, name: FILE }, comparison, catalog);
    assert.ok('failure' in result);
    assert.deepEqual([result.failure.code, result.failure.args], ['register-lacks-column', [FILE, 'applicability', 1]]);
  });

  it('writes what the list has a column for, and names the columns that it left out', () => {
    const current = `requirement\n${A}\n`;
    const comparison = compared(current, `BUID,CVID\n${A},1.0\n${B},2.0`);
    const result = mergeList({ bytes: csv(current), file: FILE, name: FILE }, comparison, catalog);
    assert.ok('bytes' in result);
    assert.equal(new TextDecoder().decode(result.bytes), `requirement\n${A}\n${B}\n`);
    assert.deepEqual(result.left, ['cvid', 'control', 'domain', 'applicability']);
  });

  it('tells which evidence and requests are left without a requirement, and the id that it has now', () => {
    const list = `requirement,cvid\n${A},1.0\n${B},2.0`;
    const { orphanedEvidence, orphanedRequests } = compareLists(
      readRequirementList(csv(list), FILE, FILE, catalog).requirements,
      listOf(`BUID,CVID\n${C},1.0`).requirements,
      evidence(`${A},policy,a.pdf,\n${C},policy,c.pdf,\n01.e,policy,e.pdf,\n01.c,policy,d.pdf,`),
      requests(`${B},planned,,,,`),
    );
    assert.deepEqual(
      orphanedEvidence.map(({ row, now }) => [row.line, row.requirement ?? row.control, now]),
      [
        [2, A, C],
        [5, '01.c', undefined],
      ],
    );
    assert.deepEqual(
      orphanedRequests.map(({ row, now }) => [row.line, row.requirement, now]),
      [[2, B, undefined]],
    );
  });
});

describe('importing lists of any kind', () => {
  const ids = [A, B, C, '19.13jAISecOrganizational.1', '0662.09sCSPOrganizational.2', '1271.09ad2System.1'];
  const exported = fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom(...ids),
        fc.constantFrom('', '1.0', '0002.0', '2', '3.0', '12.10'),
        fc.constantFrom('', 'N/A', '?'),
      ),
      { selector: ([id]) => id, minLength: 1 },
    )
    .map((rows) =>
      csv([
        ['BUID', 'Cross Version ID', 'Applicability', 'Requirement Statement'],
        ...rows.map((row) => [...row, STATEMENT]),
      ]),
    );
  const cell = fc.string({ unit: fc.constantFrom('a', 'ß', ' ', ',', '"', '\n', ';', '=', '7') });
  const current = fc
    .array(
      fc.tuple(
        fc.constantFrom(...ids, '01.c', 'none', ''),
        fc.constantFrom('', '1.0', '0002.0', '2', '3'),
        fc.constantFrom('', 'n/a', 'removed', 'carved out', 'who knows'),
        cell,
        cell,
      ),
    )
    .map((rows) => [['requirement', 'cvid', 'applicability', 'rationale', 'our own'], ...rows]);

  const importInto = (bytes: Uint8Array | undefined, input: Uint8Array): Uint8Array => {
    const list = bytes ? readRequirementList(bytes, FILE, FILE, catalog).requirements : [];
    const comparison = compareLists(list, listOf(input).requirements, [], []);
    const result = mergeList({ bytes, file: FILE, name: FILE }, comparison, catalog);
    if ('failure' in result) throw new Error(result.failure.code);
    return result.bytes;
  };

  it('changes no byte the second time', () => {
    fc.assert(
      fc.property(fc.option(current, { nil: undefined }), exported, (rows, input) => {
        const once = importInto(rows && csv(rows), input);
        assert.deepEqual(Buffer.from(importInto(once, input)).toString(), Buffer.from(once).toString());
      }),
    );
  });

  it('leaves what a person wrote, and the order', () => {
    fc.assert(
      fc.property(current, exported, (rows, input) => {
        const before = csv(rows);
        const own = (bytes: Uint8Array): readonly string[] =>
          readListRows(bytes, FILE, FILE, catalog).rows.map(({ rationale = '' }) => rationale);
        const after = importInto(before, input);
        assert.deepEqual(own(after).slice(0, own(before).length), own(before));
        for (const [, , , rationale, other] of rows.slice(1)) {
          const written = [rationale, other].map((text) => `"${text?.replaceAll('"', '""') ?? ''}"`).join();
          assert.ok(Buffer.from(after).toString().includes(written));
        }
      }),
    );
  });

  it('puts each requirement of the export into the list, and each in one part of the comparison', () => {
    fc.assert(
      fc.property(current, exported, (rows, input) => {
        const list = readRequirementList(csv(rows), FILE, FILE, catalog).requirements;
        const incoming = listOf(input).requirements;
        const { added, returned, renumbered, unchanged, removed, absent } = compareLists(list, incoming, [], []);
        const pairs = [...returned, ...renumbered, ...unchanged];
        assert.deepEqual(
          [...idsOf(added), ...pairs.map((pair) => pair.incoming.requirement)].toSorted(),
          idsOf(incoming).toSorted(),
        );
        assert.deepEqual(
          [...idsOf(removed), ...idsOf(absent), ...pairs.map((pair) => pair.current.requirement)].toSorted(),
          idsOf(list).toSorted(),
        );
        const after = readRequirementList(importInto(csv(rows), input), FILE, FILE, catalog).requirements;
        const inList = after.filter(({ applicability }) => applicability !== 'removed');
        assert.deepEqual(idsOf(inList).toSorted(), idsOf(incoming).toSorted());
      }),
    );
  });

  it('writes no word of the statements', () => {
    fc.assert(
      fc.property(exported, (input) => {
        const text = Buffer.from(importInto(undefined, input)).toString();
        for (const word of ['zebra', 'quorum', 'shall', 'verify', '§4', 'marmalade']) assert.ok(!text.includes(word));
      }),
    );
  });
});
