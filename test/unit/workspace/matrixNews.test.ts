import { loadPart } from '../../../src/cli/loadPart';
import assert from 'node:assert/strict';
import { catalog } from '../../../src/core/csf/catalog';
import { Assessment } from '../../../src/workspace/assessment';
import { MatrixNews } from '../../../src/workspace/matrixNews';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const HEADER = 'ID,Inheritability\n';
const FIRST = `${HEADER}01.a,None\n01.b,Full\n`;
const SECOND = `${HEADER}01.a,Full\n01.b,Full\n01.c,Full\n`;

async function given(folder = FOLDER, files = new InMemoryFiles({ 'srm.csv': FIRST })) {
  const assessment = new Assessment(
    { folder, defaults: { matrix: at('srm.csv'), documents: [] } },
    files,
    catalog,
    loadPart,
    today,
  );
  await assessment.load();
  return { files, assessment, news: new MatrixNews() };
}

/** The news in numbers: changed, added, removed. */
function told(news: MatrixNews, ...assessments: Assessment[]): readonly (readonly number[])[] {
  return news.take(assessments).map(({ changes: { changed, added, removed } }) => [changed, added, removed]);
}

describe('the news of a matrix', () => {
  const setUp = async () => {
    const all = await given();
    const change = async (content: string): Promise<void> => {
      all.files.set('srm.csv', content);
      await all.assessment.update(at('srm.csv'));
    };
    return { ...all, change };
  };

  it('are none when it is first read', async () => {
    const { news, assessment } = await setUp();
    assert.deepEqual(told(news, assessment), []);
  });

  it('are what changed, and are told once', async () => {
    const { news, assessment, change } = await setUp();
    news.meet([assessment]);
    await change(SECOND);
    assert.deepEqual(told(news, assessment), [[1, 1, 0]]);
    assert.deepEqual(told(news, assessment), []);
  });

  it('take several changes for one, and what was taken back for none', async () => {
    const { news, assessment, change } = await setUp();
    news.meet([assessment]);
    await change(SECOND);
    await change(HEADER + '01.a,Full\n');
    assert.deepEqual(told(news, assessment), [[1, 0, 1]]);
    await change(SECOND);
    await change(HEADER + '01.a,Full\n');
    assert.deepEqual(told(news, assessment), []);
  });

  it('are none where the same bytes were written, or its rows were only moved', async () => {
    const { news, assessment, change } = await setUp();
    news.meet([assessment]);
    await change(FIRST);
    assert.deepEqual(told(news, assessment), []);
    await change(`${HEADER}01.b,Full\n01.a,None\n`);
    assert.deepEqual(told(news, assessment), []);
  });

  it('pass over the time in which it cannot be read', async () => {
    const { news, assessment, change } = await setUp();
    news.meet([assessment]);
    await change('');
    assert.deepEqual(told(news, assessment), []);
    await change(SECOND);
    assert.deepEqual(told(news, assessment), [[1, 1, 0]]);
  });

  it('are not told of what the person hears of otherwise', async () => {
    const { news, assessment, change } = await setUp();
    news.meet([assessment]);
    await change(SECOND);
    news.accept(at('srm.csv'), [assessment]);
    assert.deepEqual(told(news, assessment), []);
  });

  it('are told once where several assessments share it', async () => {
    const { news, assessment, files, change } = await setUp();
    const other = (await given(at('inner'), files)).assessment;
    news.meet([assessment, other]);
    await change(SECOND);
    await other.update(at('srm.csv'));
    assert.deepEqual(told(news, assessment, other), [[1, 1, 0]]);
    assert.deepEqual(told(news, assessment, other), []);
  });

  it('say whether there are new problems in it', async () => {
    const { news, assessment, change } = await setUp();
    news.meet([assessment]);
    const hasNew = (): readonly boolean[] => news.take([assessment]).map(({ hasNewProblems }) => hasNewProblems);
    await change(`${FIRST}01.c,Perhaps\n`);
    assert.deepEqual(hasNew(), [true]);
    await change(`${HEADER}01.c,Perhaps\n01.a,Full\n`);
    assert.deepEqual(hasNew(), [false]);
    await change(`${HEADER}01.c,Perhaps\n01.a,Full\n01.a,None\n`);
    assert.deepEqual(hasNew(), [true]);
  });
});
