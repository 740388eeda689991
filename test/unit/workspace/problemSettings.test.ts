import assert from 'node:assert/strict';
import { loadPart } from '../../../src/cli/loadPart';
import { catalog } from '../../../src/core/csf/catalog';
import { severityOf } from '../../../src/core/problems';
import { english } from '../../../src/core/message';
import type { SeveritySettings } from '../../../src/core/severities';
import { Assessment } from '../../../src/workspace/assessment';
import { createReport } from '../../../src/workspace/createReport';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const CONTENTS = {
  'srm.csv': 'ID,Inheritability\n01.a,None\n01.a,None\n',
  'one.md': '01.a\n14.a\n',
};

async function load(problems: SeveritySettings, fromSettings: SeveritySettings = {}): Promise<Assessment> {
  const project = JSON.stringify({ matrix: 'srm.csv', documents: ['*.md'], problems });
  const files = new InMemoryFiles({ ...CONTENTS, 'inheritance-scope.json': project });
  const assessment = new Assessment(
    {
      folder: FOLDER,
      projectFile: at('inheritance-scope.json'),
      defaults: { documents: [], problems: fromSettings },
    },
    files,
    catalog,
    loadPart,
    today,
  );
  await assessment.load();
  return assessment;
}

const told = ({ problems }: Assessment): readonly string[] =>
  problems.map((problem) => `${problem.code} ${severityOf(problem)}`).toSorted();

describe('the problems of an assessment', () => {
  it('are as severe as the table has them where nothing is set', async () => {
    assert.deepEqual(told(await load({})), ['duplicate-row information', 'unknown-control warning']);
  });

  it('are as severe as the project file says, or not there at all', async () => {
    const assessment = await load({ 'unknown-control': 'error', 'duplicate-row': 'off' });
    assert.deepEqual(told(assessment), ['unknown-control error']);
    assert.equal(assessment.allProblems.length, 2);
  });

  it('are as severe as the settings say where the project file is silent', async () => {
    const settings = { 'unknown-control': 'off', 'duplicate-row': 'hint' } as const;
    assert.deepEqual(told(await load({ 'unknown-control': 'information' }, settings)), [
      'duplicate-row hint',
      'unknown-control information',
    ]);
  });

  it('are left out where a comment of the document ignores them, as it stands in the editor', async () => {
    const assessment = await load({ 'duplicate-row': 'off' });
    assessment.setText(at('one.md'), '14.a <!-- inheritance-scope-ignore unknown-control: theirs -->');
    assert.deepEqual(told(assessment), []);
    assessment.setText(at('one.md'), '01.a <!-- inheritance-scope-ignore unknown-control: theirs -->');
    assert.deepEqual(told(assessment), ['unused-ignore information']);
    assessment.setText(at('one.md'), '14.a <!-- inheritance-scope-ignore unknown-control -->');
    assert.deepEqual(told(assessment), ['ignore-without-reason warning', 'unknown-control warning']);
  });

  it('that are off make no comment unused, and comments have severities too', async () => {
    const assessment = await load({ 'unknown-control': 'off', 'duplicate-row': 'off', 'unused-ignore': 'hint' });
    assessment.setText(at('one.md'), '14.a <!-- inheritance-scope-ignore unknown-control: theirs -->');
    assert.deepEqual(told(assessment), []);
    assessment.setText(at('one.md'), '01.a <!-- inheritance-scope-ignore unknown-control: theirs -->');
    assert.deepEqual(told(assessment), ['unused-ignore hint']);
  });

  it('are not told twice in a report, as unresolved and as a problem, whatever is set', async () => {
    const assessment = await load({ 'unknown-control': 'error' });
    const context = { today: today(), toolVersion: '0', translate: english };
    const report = createReport(assessment, new InMemoryFiles(), context);
    assert.deepEqual(
      [report.summary.unresolved.length, report.problems.map(({ problem }) => problem.code)],
      [1, ['duplicate-row']],
    );
  });
});
