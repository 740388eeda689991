import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isAzure,
  isInEffect,
  lastOfEach,
  leavesPart,
  readRequests,
  REQUEST_STATES,
  type RequestsReading,
} from '../../../../src/core/assessment/requests';
import { catalog } from '../../../../src/core/csf/catalog';
import { english } from '../../../../src/core/message';
import { csv, requests } from '../../given';

const read = (rows: string): RequestsReading =>
  readRequests(csv(`requirement,state,type,weight,partial\n${rows}`), 'r.csv', 'r.csv', catalog);

describe('an inheritance request', () => {
  it('is read with its line, in any case, with a percent sign or without', () => {
    assert.deepEqual(read('1149.01C2SYSTEM.9,Approved,Internal,60 %,YES').requests, [
      {
        file: 'r.csv',
        line: 2,
        control: '01.c',
        requirement: '1149.01c2System.9',
        state: 'approved',
        internal: true,
        weight: 60,
        partial: true,
      },
    ]);
  });

  for (const [what, row, code] of [
    ['an id that does not exist', '14.a,approved', 'unknown-id'],
    ['no state', '01.c,', 'unknown-state'],
    ['a state that is none', '01.c,open', 'unknown-state'],
    ['a weight over 100', '01.c,approved,,101', 'invalid-weight'],
    ['a weight under 0', '01.c,approved,,-1', 'invalid-weight'],
    ['a weight that is no number', '01.c,approved,,all', 'invalid-weight'],
  ] as const) {
    it(`with ${what} is a problem and does not count`, () => {
      const { requests: counted, problems } = read(row);
      assert.deepEqual([counted, problems.map(({ code: found }) => found)], [[], [code]]);
    });
  }

  for (const state of REQUEST_STATES) {
    for (const type of ['external', 'internal']) {
      const expected = state === 'approved' || (state === 'applied' && type === 'internal');
      it(`that is ${state} and ${type} ${expected ? 'takes effect' : 'does not take effect'}`, () => {
        assert.deepEqual(requests(`01.c,${state},${type}`).map(isInEffect), [expected]);
      });
    }
  }

  for (const [weight, partial, part] of [
    ['100', 'no', false],
    ['', '', false],
    ['99', 'no', true],
    ['0', '', true],
    ['100', 'yes', true],
    ['100', 'TRUE', true],
    ['100', 'x', true],
  ] as const) {
    it(`of weight "${weight}" and partial "${partial}" leaves the customer ${part ? 'a part' : 'nothing'}`, () => {
      assert.deepEqual(requests(`01.c,approved,external,${weight},${partial}`).map(leavesPart), [part]);
    });
  }

  it('with a word under partial that is neither yes nor no is not taken for whole without a word', () => {
    const { requests: counted, problems } = read('01.c,approved,external,100,partially');
    assert.ok(problems.length > 0 || counted.every(leavesPart));
  });

  it('is read with its version of the matrix, its reason and its days', () => {
    const text =
      'requirement,state,type,weight,srm_version,justification,submitted,decided\n' +
      '01.c,approved,external,60,1.4.1,"An office, ours",2027-01-11,2027-02-03';
    assert.deepEqual(readRequests(csv(text), 'r.csv', 'r.csv', catalog), {
      requests: [
        {
          file: 'r.csv',
          line: 2,
          control: '01.c',
          state: 'approved',
          internal: false,
          weight: 60,
          partial: false,
          srmVersion: '1.4.1',
          justification: 'An office, ours',
          submitted: '2027-01-11',
          decided: '2027-02-03',
        },
      ],
      unplaced: [],
      problems: [],
    });
  });

  for (const date of ['03/04/2026', '2026-02-30', '2026-3-4', 'soon']) {
    it(`submitted on "${date}" counts, without its date, and says how to write it`, () => {
      const bytes = csv(`requirement,state,weight,submitted\n01.c,submitted,100,${date}`);
      const { requests: counted, problems } = readRequests(bytes, 'r.csv', 'r.csv', catalog);
      assert.deepEqual([counted.length, counted.some(({ submitted }) => submitted !== undefined)], [1, false]);
      assert.deepEqual(
        problems.map(({ code, at }) => [code, at]),
        [['unreadable-date', { line: 2 }]],
      );
      assert.ok(problems.map(english).every((words) => words.startsWith(`"${date}" under "submitted" `)));
    });
  }

  for (const [row, expected] of [
    ['01.c,submitted,external,', ['missing-weight-submitted']],
    ['01.c,approved,external,', ['missing-weight']],
    ['01.c,planned,external,', []],
    ['01.c,created,external,', []],
    ['01.c,submitted,external,0', []],
    ['01.c,submitted,internal,', []],
    ['01.c,approved,internal,', []],
  ] as const) {
    it(`without a weight is a problem from submission on: ${row}: ${expected.join() || 'none'}`, () => {
      const { requests: counted, problems } = read(row);
      assert.deepEqual([counted.length, problems.map(({ code }) => code)], [1, expected]);
    });
  }

  describe('to another provider', () => {
    const withProvider = (rows: string, provider?: string): RequestsReading =>
      readRequests(csv(`requirement,state,type,weight,provider\n${rows}`), 'r.csv', 'r.csv', catalog, provider);

    it('is kept under its name, said, and never takes effect', () => {
      const { requests: counted, problems } = withProvider('01.c,approved,external,100,AWS');
      assert.deepEqual(
        counted.map((request) => [request.otherProvider, isInEffect(request)]),
        [['AWS', false]],
      );
      assert.deepEqual(problems.map(english), [
        'The request goes to "AWS" and not to Azure; it says nothing about the part of this matrix.',
      ]);
    });

    it('is no repetition of the one to Azure, but of one to the same', () => {
      const { requests: counted, problems } = withProvider(
        '01.c,approved,external,50,\n01.c,approved,external,20,AWS\n01.c,approved,external,30,aws\n01.c,applied,internal,100,',
      );
      assert.deepEqual(
        counted.map(({ line }) => line),
        [2, 4, 5],
      );
      assert.deepEqual(
        problems.filter(({ code }) => code === 'repeated-request').map(({ at, args }) => [at, args]),
        [[{ line: 4 }, ['01.c', 3]]],
      );
    });

    for (const provider of [
      '',
      'Azure',
      'Microsoft Azure',
      'azure government',
      'Microsoft',
      'Microsoft Corp.',
      'CSP',
      'Contoso',
    ]) {
      it(`is not one to "${provider}", where the project calls Azure Contoso`, () => {
        const { requests: counted, problems } = withProvider(`01.c,approved,external,100,${provider}`, 'contoso');
        assert.deepEqual([counted.map(({ otherProvider }) => otherProvider), problems], [[undefined], []]);
      });
    }

    it('has a name, for a blank one is none', () => {
      assert.deepEqual(
        ['', 'Azure', 'Azured', 'Microsoft Office'].map((name) => isAzure(name)),
        [false, true, false, false],
      );
    });
  });

  it('of a type that is not known does not count, and is told', () => {
    const text = 'requirement,type,state\n01.c,intrnal,approved\n01.c,External,approved\n';
    const { requests: counted, problems } = readRequests(csv(text), 'r.csv', 'r.csv', catalog);
    assert.deepEqual(
      counted.map(({ line, internal }) => [line, internal]),
      [[3, false]],
    );
    assert.ok(problems.some(({ code, at }) => code === 'unknown-request-type' && at && 'line' in at && at.line === 2));
  });

  describe('whose row names a CVID alone', () => {
    const text =
      'requirement,cvid,state,type,weight\n,0873.0,submitted,external,60\n01.c,2368.0,planned,,\n,,planned,,\n,12.0,open,,';

    it('is read apart, with all but what it is about', () => {
      const { requests: placed, unplaced, problems } = readRequests(csv(text), 'r.csv', 'r.csv', catalog);
      assert.deepEqual(unplaced, [
        { cvid: '0873.0', file: 'r.csv', line: 2, state: 'submitted', internal: false, weight: 60, partial: false },
      ]);
      assert.deepEqual(
        placed.map(({ line }) => line),
        [3],
      );
      assert.deepEqual(
        problems.map(({ code, at }) => [code, at]),
        [
          ['missing-id', { line: 4 }],
          ['unknown-state', { line: 5 }],
        ],
      );
    });

    it('needs no column of ids', () => {
      const { unplaced, problems } = readRequests(csv('CVID,State\n0873.0,planned'), 'r.csv', 'r.csv', catalog);
      assert.deepEqual([unplaced.map(({ cvid }) => cvid), problems], [['0873.0'], []]);
    });

    it('can be looked through for repetitions once it is placed', () => {
      const { requests: placed, unplaced } = readRequests(csv(text), 'r.csv', 'r.csv', catalog);
      const joined = unplaced.map((request) => ({ control: '01.c', ...request }));
      const { requests: counted, problems } = lastOfEach([...joined, ...placed]);
      assert.deepEqual([counted.map(({ line }) => line), problems.map(({ at }) => at)], [[3], [{ line: 3 }]]);
    });
  });

  it('is read, or is a problem, whatever its cells hold', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '',
        '01.c',
        '1149.01c2System.9',
        '0873.0',
        'approved',
        'planned',
        '60',
        '110',
        'yes',
        'AWS',
        '2027-01-11',
      ),
    );
    const header = ['requirement', 'cvid', 'state', 'weight', 'partial', 'provider', 'submitted'];
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 8 }), (rows) => {
        const reading = readRequests(csv([header, ...rows]), 'r.csv', 'r.csv', catalog);
        const told = new Set(reading.problems.map(({ at }) => (at && 'line' in at ? at.line : 0)));
        const kept = [...reading.requests, ...reading.unplaced].map(({ line }) => line);
        assert.equal(new Set(kept).size, kept.length);
        assert.ok([...reading.requests, ...reading.unplaced].every(({ weight = 0 }) => weight >= 0 && weight <= 100));
        assert.ok(rows.length === 0 || kept.length > 0 || told.size > 0);
      }),
    );
  });
});
