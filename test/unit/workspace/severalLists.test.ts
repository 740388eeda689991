import assert from 'node:assert/strict';
import { loadPart } from '../../../src/cli/loadPart';
import { catalog } from '../../../src/core/csf/catalog';
import { english } from '../../../src/core/message';
import { createSummaryContent } from '../../../src/summary/summaryContent';
import { Assessment } from '../../../src/workspace/assessment';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const [A, B] = ['1149.01c2System.9', '1150.01c1System.10'];
const PROJECT = { assessment: { type: 'r2' }, matrix: 'srm.csv', documents: '*.md', requirements: ['a.csv', 'b.csv'] };

async function loaded(a: string, b: string) {
  const files = new InMemoryFiles({
    'inheritance-scope.json': JSON.stringify(PROJECT),
    'srm.csv': `ID,Inheritability\n${A},None\n${B},Full\n`,
    'scope.md': '01.c\n',
    'a.csv': `requirement,cvid,applicability\n${a}`,
    'b.csv': `requirement,cvid,applicability\n${b}`,
    'evidence.csv': 'requirement,cvid,maturity,location\n,0873.0,policy,https://x.y/a\n',
  });
  const source = { folder: FOLDER, projectFile: at('inheritance-scope.json'), defaults: { documents: [] } };
  const assessment = new Assessment(source, files, catalog, loadPart, today);
  await assessment.load();
  const content = createSummaryContent(assessment, files, english);
  return {
    assessment,
    content,
    rows: content.rows.map(({ id }) => id),
    said: assessment.problems.filter(({ code }) => code === 'requirement-in-several-lists').map(english),
  };
}

describe('a requirement that two lists have', () => {
  it('counts once, has one row in the summary, and is a problem where it stands again', async () => {
    const { assessment, content, rows, said } = await loaded(`${A},0873.0,\n`, `${B},,\n${A},0873.0,\n`);
    assert.deepEqual(rows, ['01.c', A, B]);
    assert.equal(assessment.summary.totals.requirements, 2);
    assert.equal(
      content.bars.all.segments.reduce((sum, { count }) => sum + count, 0),
      2,
    );
    assert.deepEqual(said, [
      `${A} is listed already (a.csv, line 2). One row counts (a.csv, line 2): the first that keeps it in scope, or else the first. Keep one row for each requirement.`,
    ]);
  });

  it('is found by its CVID', async () => {
    const { assessment } = await loaded(`${A},0873.0,\n`, `${A},0873.0,\n`);
    assert.ok(!assessment.problems.some(({ code }) => code === 'several-with-cvid'));
  });

  it('stays in scope where one of them keeps it there', async () => {
    for (const out of ['removed', 'n/a']) {
      const { rows, assessment, said } = await loaded(`${A},,${out}\n`, `${A},,\n`);
      assert.deepEqual(rows, ['01.c', A], out);
      assert.equal(assessment.summary.totals.byStatus['not-applicable'], 0);
      assert.match(said.join(), /One row counts \(b\.csv, line 2\)/);
    }
    assert.deepEqual((await loaded(`${A},,removed\n`, `${A},,removed\n`)).rows, []);
  });

  it('is none where each has its own', async () => {
    assert.deepEqual((await loaded(`${A},,\n`, `${B},,\n`)).said, []);
  });
});
