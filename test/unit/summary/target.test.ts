import assert from 'node:assert/strict';
import { english } from '../../../src/core/message';
import type { Place } from '../../../src/summary/details';
import { createRowDetails } from '../../../src/summary/rowDetails';
import { findTarget, type Target } from '../../../src/summary/target';
import { rowFactsOf, rowsOfControl } from '../../../src/core/assessment/rowFacts';
import { TARGET_KINDS, type TargetKind } from '../../../src/summary/protocol';
import { at, FOLDER } from '../inMemoryFiles';
import { CONTENTS, LISTED, loaded } from './summaryContent';

async function target(id: string, kind: TargetKind, index: number, contents = CONTENTS): Promise<Target | undefined> {
  const { assessment, files } = await loaded(contents);
  const row = rowFactsOf(id, assessment.summary);
  assert.ok(row);
  return findTarget(row, kind, index, FOLDER, files);
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

  it('from a request to its row', async () => {
    assert.deepEqual(await target('01.c', 'request', 0, LISTED), { file: at('requests.csv'), at: { line: 2 } });
  });

  it('from a requirement’s row by the requirement’s own lists', async () => {
    const id = '1148.01c2System.78';
    assert.deepEqual(await target(id, 'matrixRow', 0, LISTED), { file: at('srm.csv'), at: { line: 3 } });
    assert.equal(await target(id, 'matrixRow', 1, LISTED), undefined);
    assert.equal(await target(id, 'request', 0, LISTED), undefined);
    assert.equal(await target(id, 'notYetMapped', 0, LISTED), undefined);
    const other = '1109.01b1System.479';
    assert.deepEqual(await target(other, 'evidence', 0, LISTED), { link: 'https://x.y/screenshot' });
  });

  it('nowhere from what is not there', async () => {
    for (const id of ['01.c', '1148.01c2System.78'])
      for (const kind of TARGET_KINDS) assert.equal(await target(id, kind, 99, LISTED), undefined, `${id} ${kind}`);
  });

  it('from the places of details to what they say', async () => {
    for (const contents of [CONTENTS, LISTED]) {
      const { assessment, files } = await loaded(contents);
      for (const row of assessment.summary.controls.flatMap((control) => rowsOfControl(control, assessment.summary))) {
        const details = createRowDetails(row.id, assessment, files, english);
        assert.ok(details);
        const places: readonly (readonly [TargetKind, readonly Place[]])[] = [
          ['matrixRow', details.matrix],
          ['evidence', details.evidence],
          ['evidenceRow', details.evidence.flatMap(({ rows }) => rows)],
          ['notYetMappedRow', details.notYetMapped.flatMap(({ rows }) => rows)],
          ['request', details.requests],
          ['reference', details.documents.flatMap((document) => document.places)],
        ];
        for (const [kind, of] of places)
          for (const { index, label } of of) {
            const found = findTarget(row, kind, index, FOLDER, files);
            assert.ok(found, `${row.id} ${kind} ${index}`);
            if ('file' in found && found.at && 'line' in found.at)
              assert.ok(label.endsWith(`${files.name(found.file)}, line ${found.at.line}`), label);
          }
      }
    }
  });
});
