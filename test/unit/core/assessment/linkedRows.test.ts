import assert from 'node:assert/strict';
import { linkedRows, targetsOf } from '../../../../src/core/assessment/linkedRows';
import type { MaturityLevel } from '../../../../src/core/assessment/maturity';
import type { Subject } from '../../../../src/core/csf/subject';
import { summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const OTHER = '0201.09j1Organizational.124';
const matrix = `${A},None,\n${B},None,\n${OTHER},None,`;
const header = 'ID,Inheritability,CVID';
const plain = summary({ documents: '01.c 09.j', header, matrix });
const listed = summary({
  documents: '',
  header,
  matrix,
  list: `${A},,,\n${B},,n/a,No such accounts exist in this system\n${OTHER},,,`,
});

const ids = (subjects: readonly Subject[], of = plain) => targetsOf(subjects, of).targets.map(({ id }) => id);

describe('what a selection means for evidence', () => {
  it('is the whole control without a requirement list, and else each of its requirements that is applicable', () => {
    assert.deepEqual(ids([{ control: '01.c' }]), ['01.c']);
    assert.deepEqual(ids([{ control: '01.c' }], listed), [A]);
  });

  it('is a requirement where that is meant, each once', () => {
    const both = [
      { control: '01.c', requirement: B },
      { control: '01.c', requirement: A },
      { control: '01.c', requirement: B },
    ];
    assert.deepEqual(ids(both), [B, A]);
    assert.deepEqual(ids([{ control: '01.c' }, { control: '01.c', requirement: A }], listed), [A]);
  });

  it('is the one requirement of a control that has no other', () => {
    assert.deepEqual(ids([{ control: '09.j' }]), [OTHER]);
  });

  it('leaves out what is not in scope, and says what', () => {
    const meant = targetsOf(
      [{ control: '02.a' }, { control: '01.c', requirement: '1151.01c3System.1' }, { control: '01.c' }],
      plain,
    );
    assert.deepEqual(meant.outside, ['02.a', '1151.01c3System.1']);
    assert.equal(meant.targets.length, 1);
  });
});

describe('the rows that link a document', () => {
  const link = (
    subjects: readonly Subject[],
    levels: readonly MaturityLevel[],
    existing: Parameters<typeof linkedRows>[3] = [],
    of = plain,
  ) => linkedRows(targetsOf(subjects, of).targets, levels, { location: 'a.pdf' }, existing, of);
  const told = ({ rows }: ReturnType<typeof linkedRows>) =>
    rows.map(({ requirement, maturity }) => `${requirement ?? ''} ${maturity ?? ''}`);

  it('are one for each target at each level', () => {
    const both = [{ control: '01.c' }, { control: '09.j' }];
    const linked = link(both, ['policy', 'procedure']);
    assert.deepEqual(told(linked), ['01.c policy', `${OTHER} policy`, '01.c procedure', `${OTHER} procedure`]);
    assert.ok(linked.rows.every(({ location }) => location === 'a.pdf'));
    assert.deepEqual(linked.already, []);
  });

  it('are none for what has the document at that level', () => {
    const linked = link(
      [
        { control: '01.c', requirement: A },
        { control: '01.c', requirement: B },
      ],
      ['policy', 'procedure'],
      [{ control: '01.c', requirement: A, maturity: 'policy' }],
    );
    assert.deepEqual(told(linked), [`${B} policy`, `${A} procedure`, `${B} procedure`]);
    assert.deepEqual(linked.already, [A]);
  });

  it('are none for a requirement where a row for its control speaks for it, and not the other way round', () => {
    const ofWhole = [{ control: '01.c', maturity: 'policy' }] as const;
    assert.deepEqual(told(link([{ control: '01.c', requirement: A }], ['policy'], ofWhole)), []);
    assert.deepEqual(told(link([{ control: '01.c', requirement: A }], ['policy'], ofWhole, listed)), [`${A} policy`]);
    const ofOne = [{ control: '01.c', requirement: A, maturity: 'policy' }] as const;
    assert.deepEqual(told(link([{ control: '01.c' }], ['policy'], ofOne)), ['01.c policy']);
  });

  it('count a row without a level where one level is scored', () => {
    const { targets } = targetsOf([{ control: '01.c', requirement: A }], plain);
    const existing = [{ control: '01.c', requirement: A }];
    const rows = (onlyLevel?: MaturityLevel) =>
      linkedRows(targets, ['implemented'], {}, existing, plain, onlyLevel).rows;
    assert.equal(rows('implemented').length, 0);
    assert.equal(rows().length, 1);
  });
});
