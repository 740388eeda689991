import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  LIST_COLUMNS,
  readRequirementList,
  type RequirementListReading,
} from '../../../../src/core/assessment/requirementList';
import { catalog } from '../../../../src/core/csf/catalog';
import { english } from '../../../../src/core/message';
import { csv } from '../../given';

const read = (text: string | Uint8Array): RequirementListReading =>
  readRequirementList(typeof text === 'string' ? csv(text) : text, 'requirements.csv', 'requirements.csv', catalog);
const codes = (text: string): readonly string[] =>
  read(text).problems.map(({ code, at }) => `${at && 'line' in at ? at.line : '-'} ${code}`);
const A = '1149.01c2System.9';
const B = '0201.09j1Organizational.124';

describe('the requirement list', () => {
  it('is read with all that a row says', () => {
    const row = `${A},0873.0,01.c,11,11.2.0,yes,N/A,No such thing here,,Ada,2027-02-28,x`;
    assert.deepEqual(read(`${Object.keys(LIST_COLUMNS).join()}\n${row}`), {
      requirements: [
        {
          file: 'requirements.csv',
          line: 2,
          requirement: A,
          control: '01.c',
          cvid: '0873.0',
          domain: '11',
          csfVersion: '11.2.0',
          core: true,
          applicability: 'n/a',
          rationale: 'No such thing here',
          owner: 'Ada',
          due: '2027-02-28',
        },
      ],
      problems: [],
    });
  });

  it('needs no more than ids, in any spelling, and then takes the domain from them', () => {
    const { requirements, problems } = read('Requirement\n1149.01C2SYSTEM.9 - 01.c\nhipaa-0201.09j1Organizational.124');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      requirements.map(({ requirement, control, domain, applicability }) => [
        requirement,
        control,
        domain,
        applicability,
      ]),
      [
        [A, '01.c', '11', 'in-scope'],
        [B, '09.j', '02', 'in-scope'],
      ],
    );
  });

  it('is read as spreadsheets save it: a byte order mark, semicolons, other columns, blank rows, line breaks in cells', () => {
    const text = `\ufeffOurs;CVID;Requirement;Rationale\r\n"a;\r\nb";0873.0;\u00a0${A}\u00a0;"two\r\nlines"\r\n;;;\r\n;;${B};\r\n`;
    const { requirements, problems } = read(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      requirements.map(({ line, requirement, rationale }) => [line, requirement, rationale]),
      [
        [2, A, 'two lines'],
        [6, B, undefined],
      ],
    );
  });

  describe('says whether a requirement applies', () => {
    const of = (word: string): string | undefined =>
      read(
        csv([
          ['requirement', 'applicability'],
          [A, word],
        ]),
      ).requirements[0]?.applicability;
    for (const [applicability, ...words] of [
      ['in-scope', '', 'in-scope', 'In Scope', 'applicable'],
      ['n/a', 'n/a', 'N/A', 'na', 'Not Applicable'],
      ['carved-out', 'carved-out', 'Carved Out'],
      ['removed', 'removed', 'REMOVED'],
    ] as const) {
      it(`${applicability}: ${words.map((word) => word || 'a blank cell').join(', ')}`, () => {
        for (const word of words) assert.equal(of(word), applicability, word);
      });
    }

    it('and never leaves it out on a word that is not known', () => {
      for (const word of ['no', 'N.A.', 'out', 'n/a?', 'azure', 'Inheritance']) {
        const { requirements, problems } = read(
          csv([
            ['requirement', 'applicability'],
            [A, word],
          ]),
        );
        assert.equal(requirements[0]?.applicability, 'in-scope', word);
        assert.deepEqual(
          problems.map(({ code }) => code),
          ['unknown-applicability'],
        );
      }
    });

    it('whatever stands in the cell', () => {
      fc.assert(
        fc.property(fc.string(), (word) => {
          const { requirements, problems } = read(
            csv([
              ['requirement', 'applicability'],
              [A, word],
            ]),
          );
          const [row] = requirements;
          assert.ok(row);
          if (row.applicability !== 'in-scope') assert.deepEqual(problems, []);
        }),
      );
    });
  });

  for (const [what, text, ...expected] of [
    ['a control', 'requirement\n01.c', '- list-without-rows', '2 control-in-list'],
    ['an objective’s number', 'requirement\n01.02', '- list-without-rows', '2 unknown-id'],
    [
      'a requirement of a control that does not exist',
      'requirement\n1149.14a2System.9',
      '- list-without-rows',
      '2 unknown-id',
    ],
    ['two requirements in a cell', `requirement\n"${A}, ${B}"`, '- list-without-rows', '2 several-ids'],
    ['a CVID and no id', 'requirement,cvid\n,0873.0', '- list-without-rows', '2 cvid-without-requirement'],
    ['neither', 'requirement,cvid,note\n,,later', '- list-without-rows', '2 missing-id'],
    ['another control beside the id', `requirement,control\n${A},01.d`, '2 control-against-id'],
    ['a domain that is none', `requirement,domain\n${A},42 Everything`, '2 unknown-domain'],
    ['a date in another order', `requirement,due\n${A},03/04/2027`, '2 unreadable-date'],
    ['a day that is in no calendar', `requirement,due\n${A},2027-02-29`, '2 unreadable-date'],
    ['a requirement twice', `requirement\n${A}\n${A}`, '3 repeated-requirement'],
    ['no column for ids', 'control,note\n01.c,x', '1 missing-register-column'],
    ['a quotation mark that never closes', `requirement,note\n${A},"x`, '2 unclosed-quote'],
    ['nothing', ' \n', '- file-empty'],
    ['nothing but a header', 'requirement,note\n', '- list-without-rows'],
  ] as const) {
    it(`says so where there is ${what}`, () => assert.deepEqual(codes(text), expected));
  }

  it('takes a row all the same where only a cell beside its id is wrong, and the id tells control and domain', () => {
    const [row] = read(`requirement,control,domain,due\n${A},09.j,Everything,soon`).requirements;
    assert.deepEqual([row?.requirement, row?.control, row?.domain, row?.due], [A, '01.c', '11', undefined]);
  });

  for (const [cell, domain] of [
    ['19', '19'],
    ['2', '02'],
    ['02 Endpoint Protection', '02'],
    ['Access Control', '11'],
    ['', '11'],
  ] as const) {
    it(`reads the domain "${cell}" as ${domain}`, () => {
      const { requirements, problems } = read(
        csv([
          ['requirement', 'domain'],
          [A, cell],
        ]),
      );
      assert.deepEqual([requirements[0]?.domain, problems], [domain, []]);
    });
  }

  it('counts the first of several rows for a requirement, or the first that keeps it in scope, and names both lines', () => {
    const list = read(`requirement,applicability,owner\n${A},n/a,Ada\n${B},,Bo\n${A},,Cy\n${B},n/a,Di`);
    assert.deepEqual(
      list.requirements.map(({ requirement, line, applicability }) => [requirement, line, applicability]),
      [
        [A, 4, 'in-scope'],
        [B, 3, 'in-scope'],
      ],
    );
    assert.deepEqual(list.problems.map(english), [
      `${A} stands on line 2 already. The row on line 4 counts: the first that keeps it in scope, or else the first. Keep one row for each requirement.`,
      `${B} stands on line 3 already. The row on line 3 counts: the first that keeps it in scope, or else the first. Keep one row for each requirement.`,
    ]);
  });

  it('is read without a failure of the program, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, hasHeader) => {
        const text = hasHeader ? csv(`requirement,cvid,domain,due\n${A},`) : new Uint8Array();
        const { requirements } = read(new Uint8Array([...text, ...bytes]));
        assert.ok(requirements.length <= bytes.length + 1);
      }),
    );
  });
});
