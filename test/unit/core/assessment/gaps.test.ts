import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type GapsReading, readGaps } from '../../../../src/core/assessment/gaps';
import { catalog } from '../../../../src/core/csf/catalog';
import { english } from '../../../../src/core/message';
import { csv } from '../../given';

const read = (text: string): GapsReading => readGaps(csv(text), 'gaps.csv', 'gaps.csv', catalog);

describe('the list of gaps', () => {
  it('is read by its columns, those that it does not know left alone', () => {
    assert.deepEqual(
      read(
        'gap_id,requirement,maturity,description,cap_required,corrective_action,point_of_contact,scheduled_completion,status,fixed_on,note\n' +
          'G-1,1149.01C2SYSTEM.9 - 01.c,Implemented,No recertification,yes,Do it,Ada,2027-03-31,In remediation,2027-03-15,x',
      ),
      {
        gaps: [
          {
            file: 'gaps.csv',
            line: 2,
            id: 'G-1',
            control: '01.c',
            requirement: '1149.01c2System.9',
            maturity: 'implemented',
            description: 'No recertification',
            status: 'In remediation',
            scheduledFor: '2027-03-31',
            fixedOn: '2027-03-15',
          },
        ],
        problems: [],
      },
    );
  });

  it('may be of whole controls and of every level, and a gap is called by them without an id', () => {
    assert.deepEqual(read('control\n01.c').gaps, [
      { file: 'gaps.csv', line: 2, id: '01.c', control: '01.c', description: '', status: '' },
    ]);
  });

  it('may name one gap for several requirements', () => {
    const { gaps, problems } = read('gap_id,control\nG,01.c\nG,01.d');
    assert.deepEqual([gaps.length, problems], [2, []]);
  });

  it('takes a gap whose level is none for one of every level, and says so', () => {
    const { gaps, problems } = read('gap_id,control,level\nG,01.c,level 2');
    assert.deepEqual(
      gaps.map(({ id, maturity }) => [id, maturity]),
      [['G', undefined]],
    );
    assert.match(
      problems.map(english).join(),
      /^"level 2" is no maturity level \(policy, .*\); the gap is taken for one of every level\.$/,
    );
  });

  it('keeps a gap whose dates cannot be read, and says so of each', () => {
    const { gaps, problems } = read('control,scheduled_completion,fixed_on\n01.c,Q3 2027,03/04/2026');
    assert.deepEqual([gaps.length, gaps[0]?.fixedOn, gaps[0]?.scheduledFor], [1, undefined, undefined]);
    assert.deepEqual(
      problems.map(({ code, args }) => [code, ...args.slice(0, 2)]),
      [
        ['unreadable-date', 'Q3 2027', 'scheduled_completion'],
        ['unreadable-date', '03/04/2026', 'fixed_on'],
      ],
    );
  });

  for (const [what, text, expected] of [
    ['an id that does not exist', 'gap_id,requirement\nG,14.a', '2 unknown-id'],
    ['several ids in a row', 'gap_id,requirement\nG,01.a–01.c', '2 several-ids'],
    ['a row for nothing', 'gap_id,requirement\nG,', '2 missing-id'],
    ['no column for what it is about', 'gap_id,status\nG,', '1 missing-register-column'],
    ['nothing in it', ' ', '- file-empty'],
  ] as const) {
    it(`says so where there is ${what}`, () => {
      const { gaps, problems } = read(text);
      const codes = problems.map(({ code, at }) => `${at && 'line' in at ? at.line : '-'} ${code}`);
      assert.deepEqual([gaps, codes], [[], [expected]]);
    });
  }

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readGaps(bytes, 'g.csv', 'g.csv', catalog);
      }),
    );
  });

  it('keeps each row, or says on its line why not', () => {
    const cell = fc.constantFrom('', '01.c', '01.c2', '14.a', 'policy', 'x', '2027-01-01', '1/2/2027');
    const columns = ['gap_id', 'requirement', 'control', 'maturity', 'status', 'fixed_on'];
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), { maxLength: 20 }),
        (rows) => {
          const { gaps, problems } = readGaps(csv([columns, ...rows]), 'g', 'g', catalog);
          const lines = new Set(gaps.map(({ line }) => line));
          const said = new Set(problems.map(({ at }) => at && 'line' in at && at.line));
          rows.forEach((cells, index) => {
            const isBlank = cells.every((each) => each === '');
            assert.ok(isBlank || lines.has(index + 2) || said.has(index + 2), cells.join());
          });
        },
      ),
    );
  });
});
