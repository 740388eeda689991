import assert from 'node:assert/strict';
import { findTarget, type Target } from '../../../src/summary/target';
import type { TargetKind } from '../../../src/summary/protocol';
import { at, FOLDER } from '../inMemoryFiles';
import { CONTENTS, LISTED, loaded } from './summaryContent';

async function target(id: string, kind: TargetKind, index: number, contents = CONTENTS): Promise<Target | undefined> {
  const { assessment, files } = await loaded(contents);
  const control = assessment.summary.controlById.get(id);
  assert.ok(control);
  return findTarget(control, kind, index, FOLDER, files);
}

describe('a click in the summary leads', () => {
  it('from a reference to its place in the document', async () => {
    assert.deepEqual(await target('01.c', 'reference', 1), { file: at('docs/b.md'), at: { start: 1, end: 5 } });
  });

  it('from a row of the matrix to its line', async () => {
    assert.deepEqual(await target('01.c', 'matrixRow', 1), { file: at('srm.csv'), at: { line: 3 } });
  });

  it('from a row that names evidence to its line', async () => {
    assert.deepEqual(await target('01.b', 'evidenceRow', 1), { file: at('evidence.csv'), at: { line: 3 } });
  });

  it('from evidence to its file in the assessment’s folder, or to its link', async () => {
    assert.deepEqual(await target('01.b', 'evidence', 0), { file: at('policies/acp.pdf') });
    assert.deepEqual(await target('01.b', 'evidence', 2), { link: 'https://x.y/z' });
  });

  it('from evidence that a document names to its file beside that document', async () => {
    const contents = {
      ...CONTENTS,
      'docs/c.md': '## 01.c\n\nEvidence (policy): [ACP](acp.md)\n',
      'docs/acp.md': 'text',
    };
    assert.deepEqual(await target('01.c', 'evidence', 0, contents), { file: at('docs/acp.md') });
    assert.deepEqual(await target('01.c', 'evidenceRow', 0, contents), { file: at('docs/c.md'), at: { line: 3 } });
  });

  it('from evidence for the whole control to its file, and to the row that names it', async () => {
    assert.deepEqual(await target('01.c', 'notYetMapped', 0, LISTED), { file: at('policies/acp.pdf') });
    assert.deepEqual(await target('01.c', 'notYetMappedRow', 0, LISTED), { file: at('evidence.csv'), at: { line: 3 } });
  });

  it('nowhere from what is not there', async () => {
    for (const kind of [
      'reference',
      'matrixRow',
      'evidenceRow',
      'evidence',
      'notYetMappedRow',
      'notYetMapped',
    ] as const)
      assert.equal(await target('01.c', kind, 99), undefined, kind);
  });
});
