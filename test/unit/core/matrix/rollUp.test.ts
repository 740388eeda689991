import assert from 'node:assert/strict';
import { english, message } from '../../../../src/core/message';
import { type MatrixIndex, rollUp, type RollUpOptions } from '../../../../src/core/matrix/rollUp';
import { matrix } from '../../given';

const HEADER = 'BUID,Control,Element,Version,Inheritability';
const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const OTHER = '1116.01j1Organizational.145';

/** Rolls up rows of `BUID,Control,Element,Version,Inheritability`; each text is a matrix file of its own. */
function rolled(files: string | readonly string[], options?: RollUpOptions): MatrixIndex {
  const texts = typeof files === 'string' ? [files] : files;
  return rollUp(
    texts.map((rows, index) => matrix(`${HEADER}\n${rows}`, {}, `srm${index + 1}.csv`)),
    options,
  );
}

/** The units of a control, as `id responsibility` or `id reason`. */
const unitsOf = (index: MatrixIndex, control: string, mentioned: readonly string[] = []): readonly string[] =>
  index
    .control(control, mentioned)
    .units.map(({ id, verdict }) => `${id} ${verdict.responsibility ?? verdict.unknown}`);

describe('a requirement', () => {
  for (const [elements, responsibility] of [
    [['Full', 'Full'], 'azure'],
    [['None', 'None'], 'customer'],
    [['Partial', 'Partial'], 'shared'],
    [['Full', 'None'], 'shared'],
    [['Full', 'Full', 'Partial'], 'shared'],
    [['None', 'Partial'], 'shared'],
  ] as const) {
    it(`with elements that are ${elements.join(', ')} is ${responsibility}`, () => {
      const index = rolled(elements.map((value, element) => `${A},,${element + 1},,${value}`).join('\n'));
      assert.deepEqual(unitsOf(index, '01.c'), [`${A} ${responsibility}`]);
    });
  }

  for (const [what, rows, reason, problems] of [
    ['that no row speaks for is absent', `${OTHER},,,,Full`, 'absent', []],
    ['with a value that is not known is unmapped', `${A},,,,Perhaps`, 'unmapped', []],
    ['with one element that is not known is unmapped', `${A},,1,,Full\n${A},,2,,Perhaps`, 'unmapped', []],
    ['with two rows that differ is disputed', `${A},,,,Full\n${A},,,,None`, 'disputed', [[2, 3]]],
    [
      'with two rows for an element that differ is disputed',
      `${A},,1,,Full\n${A},,2,,Full\n${A},,1,,None`,
      'disputed',
      [[2, 4]],
    ],
    ['with two rows for a version that differ is disputed', `${A},,,11.2,Full\n${A},,,11.2,None`, 'disputed', [[2, 3]]],
    ['with versions that disagree varies by version', `${A},,,9.1,Full\n${A},,,11.2,None`, 'varies-by-version', []],
  ] as const) {
    it(`${what}: its responsibility is unknown`, () => {
      const index = rolled(rows);
      assert.deepEqual(unitsOf(index, '01.c', [A]), [`${A} ${reason}`]);
      assert.equal(index.control('01.c', [A]).responsibility, null);
      assert.deepEqual(
        index.problems.map(({ code, args }) => [code, ...args]),
        problems.map((lines) => ['disputed-row', A, ...lines.map((line) => message('place-line', line))]),
      );
    });
  }

  it('is what its rows of the assessment’s CSF version say', () => {
    const rows = `${A},,,9.1,Full\n${A},,,9.1,None\n${A},,,11.2,Partial`;
    assert.deepEqual(unitsOf(rolled(rows, { csfVersion: '11.2' }), '01.c'), [`${A} shared`]);
  });

  it('is what its other rows say where none is of that version, if they agree', () => {
    const rows = `${A},,,9.1,Full\n${A},,,10.0,Full`;
    assert.deepEqual(unitsOf(rolled(rows, { csfVersion: '11.2' }), '01.c'), [`${A} azure`]);
  });

  it('is not disputed by rows for different elements', () => {
    assert.deepEqual(rolled(`${A},,1,,Full\n${A},,2,,None`).problems, []);
  });

  it('is not disputed by a verbatim repetition, in another file either', () => {
    assert.deepEqual(unitsOf(rolled(`${A},,,,Full\n${A},,,,Full`), '01.c'), [`${A} azure`]);
    assert.deepEqual(unitsOf(rolled([`${A},,,,Full`, `${A},,,,Full`]), '01.c'), [`${A} azure`]);
  });

  it('that two files contradict each other about is disputed, and each file is named with its own line', () => {
    const index = rolled([`${OTHER},,,,Full\n${A},,,,Full`, `${A},,,,None`]);
    assert.deepEqual(unitsOf(index, '01.c'), [`${A} disputed`]);
    assert.match(index.problems.map(english).join(), /srm1\.csv/);
  });
});

describe('a control', () => {
  for (const [what, rows, responsibility, counts] of [
    ['takes the value that its requirements agree on', `${A},,,,Full\n${B},,,,Full`, 'azure', { azure: 2 }],
    ['is mixed where they differ', `${A},,,,Full\n${B},,,,None`, 'mixed', { azure: 1, customer: 1 }],
    ['is mixed where one of them is unknown', `${A},,,,Full\n${B},,,,Perhaps`, 'mixed', { azure: 1, unknown: 1 }],
    ['is null where none of them is known', `${A},,,,Perhaps\n${B},,,,`, null, { unknown: 2 }],
    ['is null where the matrix does not hold it', `${OTHER},,,,Full`, null, { unknown: 1 }],
    ['takes its own row in a matrix by control', `,01.c,,,Partial`, 'shared', { shared: 1 }],
    [
      'is decided by its requirements’ rows, and not by its own',
      `,01.c,,,Full\n${A},,,,None`,
      'customer',
      { customer: 1 },
    ],
    [
      'takes its own row where the file has requirements of other controls only',
      `,01.c,,,Full\n${OTHER},,,,None`,
      'azure',
      { azure: 1 },
    ],
    ['is disputed by two rows of its own that differ', `,01.c,,,Full\n,01.c,,,None`, null, { unknown: 1 }],
  ] as const) {
    it(what, () => {
      const verdict = rolled(rows).control('01.c');
      const none = { customer: 0, shared: 0, azure: 0, unknown: 0 };
      assert.deepEqual([verdict.responsibility, verdict.counts], [responsibility, { ...none, ...counts }]);
    });
  }

  it('has a unit more for a requirement that a document names and a matrix by requirement does not hold', () => {
    const index = rolled(`${A},,,,Full`);
    assert.deepEqual(unitsOf(index, '01.c', [B, A]), [`${A} azure`, `${B} absent`]);
    assert.equal(index.control('01.c', [B]).responsibility, 'mixed');
  });

  it('speaks for the requirements that a document names in a matrix by control', () => {
    assert.deepEqual(unitsOf(rolled(',01.c,,,Partial'), '01.c', [A, B]), ['01.c shared']);
  });

  it('stands in for itself where the matrix holds nothing of it', () => {
    assert.deepEqual(unitsOf(rolled(',01.d,,,Partial'), '01.c'), ['01.c absent']);
    assert.deepEqual(
      rollUp([])
        .control('01.c')
        .units.map(({ id }) => id),
      ['01.c'],
    );
  });
});

describe('all that the matrices hold', () => {
  it('are their requirements, and the controls without any', () => {
    const index = rolled([`,01.c,,,Full\n${A},,,,None`, `,01.d,,,Full\n${A},,,,None`]);
    assert.deepEqual(index.units.map(({ id }) => id).toSorted(), ['01.d', A]);
  });
});

describe('a requirement in several CSF versions', () => {
  const CVID_HEADER = 'BUID,Control,CVID,Version,Inheritability';
  const OLDER = '1149.01c1System.9';
  const joined = (rows: string, options?: RollUpOptions): MatrixIndex =>
    rollUp([matrix(`${CVID_HEADER}\n${rows}`)], options);

  for (const [written, version] of [
    ['v11.2', '11.2.0'],
    ['11.2.0', 'v11.2'],
    ['CSF v11.2', '11.2'],
    ['9.1 and 11.2', '11.2.0'],
  ] as const) {
    it(`has its rows of ${written} where the assessment is of ${version}`, () => {
      const index = joined(`${A},,,${written},Full\n${A},,,10.0,None`, { csfVersion: version });
      assert.deepEqual([unitsOf(index, '01.c'), index.versions.hasOwn], [[`${A} azure`], true]);
    });
  }

  it('is not of 11.2 where it is of 11.20 or of 1.12', () => {
    const index = joined(`${A},,,11.20,Full\n${B},,,1.12,Full`, { csfVersion: '11.2' });
    assert.equal(index.versions.hasOwn, false);
  });

  it('is one unit by its CVID, under its id of the assessment’s version, or of the newest', () => {
    const rows = `${OLDER},,873.0,9.4,None\n${A},,873.0,11.1,Full`;
    assert.deepEqual(unitsOf(joined(rows), '01.c'), [`${A} varies-by-version`]);
    assert.deepEqual(unitsOf(joined(rows, { csfVersion: '11.1' }), '01.c'), [`${A} azure`]);
    assert.deepEqual(unitsOf(joined(rows, { csfVersion: 'v9.4.0' }), '01.c'), [`${OLDER} customer`]);
    const index = joined(rows, { csfVersion: '11.1' });
    assert.deepEqual([index.idOf(OLDER), index.units[0]?.otherIds], [A, [OLDER]]);
    assert.deepEqual(unitsOf(index, '01.c', [OLDER]), [`${A} azure`]);
  });

  it('is joined by the CVID’s number where a spreadsheet took the text away', () => {
    assert.deepEqual(unitsOf(joined(`${OLDER},,873,9.4,Full\n${A},,0873.0,11.1,Full`), '01.c'), [`${A} azure`]);
  });

  it('is not joined to one of another control, nor to one of its own version', () => {
    const across = joined(`${OTHER},,873.0,9.4,Full\n${A},,873.0,11.1,None`);
    assert.deepEqual(across.units.map(({ id }) => id).toSorted(), [OTHER, A].toSorted());
    const within = joined(`${B},,873.0,11.1,Full\n${A},,873.0,11.1,None`);
    assert.deepEqual(unitsOf(within, '01.c'), [`${A} customer`, `${B} azure`]);
    const unsaid = joined(`${B},,873.0,,Full\n${A},,873.0,11.1,None`);
    assert.equal(unsaid.units.length, 2);
  });

  it('is not joined by 2368.0 and 2368.1', () => {
    assert.equal(joined(`${B},,2368.0,9.4,Full\n${A},,2368.1,11.1,None`).units.length, 2);
  });

  it('that is in other versions only is none of the control, where the matrix has the assessment’s', () => {
    const rows = `${A},,1.0,11.1,Full\n${B},,2.0,9.4,None`;
    assert.deepEqual(unitsOf(joined(rows, { csfVersion: '11.1' }), '01.c'), [`${A} azure`]);
    assert.deepEqual(unitsOf(joined(rows, { csfVersion: '8.0' }), '01.c'), [`${A} azure`, `${B} customer`]);
    assert.deepEqual(unitsOf(joined(rows, { csfVersion: '11.1' }), '01.c', [B]), [`${A} azure`, `${B} customer`]);
  });

  it('stands for itself by its CVID where a row has no other id of it', () => {
    const index = joined(',01.c,2368.0,,Full\n,01.c,2369.0,,None\n,01.d,,,Full');
    assert.deepEqual(unitsOf(index, '01.c'), ['01.c CVID 2368.0 azure', '01.c CVID 2369.0 customer']);
  });

  it('takes in the rows that have its CVID and no id', () => {
    assert.deepEqual(unitsOf(joined(`,01.c,2368,9.4,Full\n${A},01.c,2368.0,11.1,Full`), '01.c'), [`${A} azure`]);
  });

  it('is disputed where a row that has its CVID and no id says otherwise of the same version', () => {
    const index = joined(`${A},01.c,2368.0,11.1,Full\n,01.c,2368.0,11.1,None`);
    assert.deepEqual(unitsOf(index, '01.c'), [`${A} disputed`]);
    assert.match(index.problems.map(english).join(), /line 2.*line 3/);
    assert.deepEqual(unitsOf(joined(`${A},01.c,2368.0,11.1,Full\n,01.c,2368.0,11.1,Full`), '01.c'), [`${A} azure`]);
  });

  it('counts the rows of each version, the newest first', () => {
    const { counts } = joined(`${A},,,9.4,Full\n${B},,,v11.1.0,Full\n${OTHER},,,"11.1, 9.4",Full`).versions;
    assert.deepEqual(
      [...counts],
      [
        ['11.1', 2],
        ['9.4', 2],
      ],
    );
  });
});
