import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/csf/catalog';
import { createLineIndex } from '../../../../src/core/lineIndex';
import type { Argument } from '../../../../src/core/message';
import type { Problem } from '../../../../src/core/problems';
import { fixesOf } from '../../../../src/core/fixes/fixesOf';
import { sharedFile } from '../../fixture';
import { summary } from '../../given';
import { applied } from '../fixes/given';
import { placeOf, problemsOf, textOf } from './given';
import { WRONG_IN_PUBLIC_MAPPING } from './publicMapping';
import { titleLines } from './titleLines';

/** Whose a wrong title is, in the words of the list. */
function whose(reason: Argument | undefined): string {
  if (typeof reason !== 'object' || !('code' in reason)) return '';
  const kind = reason.code.replace(/^title-(?:of-|like-)/, '').replace('nothing', 'none');
  const like = reason.code.startsWith('title-like') ? 'like ' : '';
  return [`${like}${kind === 'control' ? '' : kind}`.trim(), textOf(reason.args[0])].join(' ').trim();
}

function row(problem: Problem, text: string): string {
  const { at, code, args } = problem;
  const line = createLineIndex(text).positionAt(at && 'start' in at ? at.start : 0).line + 1;
  return code === 'title-mismatch'
    ? `${line} ${code} ${textOf(args[0])}, ${whose(args[3])}`
    : `${line} ${code} ${placeOf(problem, text)}`;
}

describe('the public mapping document', () => {
  it('has the problems that a person finds by reading, and no other', function () {
    const text = sharedFile('corpus/open-access-control_mapping.md');
    if (text === undefined) this.skip();
    const found = problemsOf(text).map((problem) => row(problem, text));
    assert.deepEqual(found.toSorted(), [...WRONG_IN_PUBLIC_MAPPING].toSorted());
  });
});

describe('400 lines with an id and a title, right and wrong in twelve ways', () => {
  for (const seed of [1, 2, 3]) {
    it(`are told apart (seed ${seed})`, () => {
      const lines = [...titleLines(seed, 400)].map((line) => ({
        ...line,
        isFlagged: problemsOf(line.text).length > 0,
      }));
      const wrong = lines.filter(({ isRight }) => !isRight);
      const right = lines.filter(({ isRight }) => isRight);
      assert.equal(new Set(wrong.map(({ way }) => way)).size, 12);
      const missed = wrong.filter(({ isFlagged }) => !isFlagged).map(({ text }) => text);
      const falseAlarms = right.filter(({ isFlagged }) => isFlagged).map(({ text }) => text);
      assert.ok(missed.length <= wrong.length * 0.01, `missed:\n${missed.join('\n')}`);
      assert.ok(falseAlarms.length <= right.length * 0.01, `false alarms:\n${falseAlarms.join('\n')}`);
    });
  }

  it('are mended by the first fix where the title is misspelt', () => {
    const misspelt = [...titleLines(4, 4000)].filter(({ way }) => way === 'one slip' || way === 'two slips');
    const wrong = misspelt.filter(({ text, control }) => {
      const context = { text, catalog, summary: summary({}) };
      const [fix] = problemsOf(text).flatMap((problem) => fixesOf(problem, context));
      return !fix || !applied(fix, text).includes(control.title);
    });
    assert.ok(misspelt.length > 300);
    assert.ok(wrong.length <= misspelt.length * 0.05, wrong.map(({ text }) => text).join('\n'));
  });
});
