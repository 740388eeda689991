import assert from 'node:assert/strict';
import { type Impact, impactOf } from '../../../../src/core/assessment/impact';
import { tell } from '../../../../src/core/assessment/openItems';
import { compareMatrices } from '../../../../src/core/matrix/compare';
import { english } from '../../../../src/core/message';
import { evidence, type Given, requests, summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';

/** What the change from one matrix to another means for what is given. An e1, so that evidence is one item. */
function impacts(old: string, now: string, given: Omit<Given, 'matrix'>): readonly Impact[] {
  const [before, after] = [old, now].map((matrix) => summary({ type: 'e1', matrix, ...given }));
  assert.ok(before && after);
  return impactOf(
    compareMatrices(before.matrix, after.matrix).changes,
    { before, after },
    { evidence: evidence(given.evidence ?? ''), requests: requests(given.requests ?? '') },
  );
}

function open(changes: Impact['newlyOpen']): readonly string[] {
  return changes.flatMap(({ unit, items }) => items.map((item) => `${unit} ${english(tell(item))}`));
}

function touches(impact: Impact | undefined): readonly string[] {
  return (impact?.touches ?? []).map(({ what, file, text }) => `${what} ${file} ${text}`);
}

describe('what a change of the matrix touches', () => {
  it('is each reference to the requirement, to its control, and each range that includes it, and nothing else', () => {
    const documents = { 'a.md': `${A} - 01.c, ${B} and 01.a`, 'b.md': '01.a–01.d', 'c.md': 'see 01.c' };
    const [impact] = impacts(`${A},Full\n${B},None`, `${A},None\n${B},None`, { documents });
    assert.deepEqual(touches(impact), [
      `reference a.md ${A} - 01.c`,
      'reference b.md 01.a–01.d',
      'reference c.md 01.c',
    ]);
  });

  it('is each row of evidence and each request for it or for its control, those that do not count included', () => {
    const [impact] = impacts(`${A},Full`, `${A},None`, {
      documents: '01.c',
      evidence: `${A},implemented,a.pdf,requested\n${B},implemented,b.pdf,\n01.c,implemented,,collected`,
      requests: `${A},approved,external,100,no,Azure\n01.c,planned,external,,,\n01.d,planned,external,,,`,
    });
    assert.deepEqual(touches(impact).slice(1), [
      'evidence evidence.csv a.pdf',
      'evidence evidence.csv ',
      'request requests.csv approved',
      'request requests.csv planned',
    ]);
  });

  it('is all that is about a control where its own row changed', () => {
    const [impact] = impacts('01.c,Full', '01.c,None', { documents: `${A}, 01.c, 01.d` });
    assert.deepEqual(touches(impact), [`reference scope.md ${A}`, 'reference scope.md 01.c']);
  });

  it('is the place of the former id, where the CVID tells that it is the same', () => {
    const header = 'ID,Inheritability,CVID';
    const [impact] = impacts(`${A},Full,12.0`, `${B},Full,12.0`, { documents: A, header });
    assert.deepEqual([impact?.change.kind, touches(impact)], ['renamed', [`reference scope.md ${A}`]]);
  });
});

describe('what a change of the matrix leaves open', () => {
  const given = { documents: '01.c', evidence: '', requests: `${A},approved,external,100,no,Azure` };

  it('is what the newer matrix asks for and the older did not', () => {
    const [impact] = impacts(`${A},Full`, `${A},None`, given);
    assert.deepEqual(open(impact?.newlyOpen ?? []), [`${A} needs implemented evidence`]);
    assert.deepEqual(impact?.noLongerOpen, []);
  });

  it('is told the other way round, too', () => {
    const [impact] = impacts(`${A},None`, `${A},Full`, given);
    assert.deepEqual(open(impact?.noLongerOpen ?? []), [`${A} needs implemented evidence`]);
    assert.deepEqual(impact?.newlyOpen, []);
  });

  it('is nothing for a control that no document mentions', () => {
    const [impact] = impacts(`${A},Full`, `${A},None`, { documents: '01.d' });
    assert.deepEqual([impact?.touches, impact?.newlyOpen], [[], []]);
  });

  it('is nothing that was open on the control’s own row, when its requirements come in its place', () => {
    const [impact, ...others] = impacts('01.c,None', `${A},None\n${B},Partial`, { documents: '01.c' });
    assert.deepEqual(
      [impact?.change.kind, open(impact?.newlyOpen ?? []), others],
      ['regrained', [`${B} coverage needed: no inheritance request`], []],
    );
  });

  it('is that nobody knows who is responsible for what was removed and is still mentioned', () => {
    const [impact] = impacts(`${A},None\n${B},None`, `${B},None`, { documents: A });
    assert.deepEqual(open(impact?.newlyOpen ?? []), [`${A} responsibility unknown: not in the matrix`]);
  });

  it('is nothing where only the words changed', () => {
    const header = 'ID,Inheritability,Customer Responsibility';
    const [impact] = impacts(`${A},None,x`, `${A},None,y`, { documents: '01.c', header });
    assert.deepEqual([impact?.change.kind, impact?.newlyOpen, impact?.noLongerOpen], ['reworded', [], []]);
  });
});
