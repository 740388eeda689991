import assert from 'node:assert/strict';
import { findFiles } from '../../../src/workspace/findFiles';
import { DEFAULT_DOCUMENTS } from '../../../src/workspace/defaults';
import { FOLDER, InMemoryFiles } from '../inMemoryFiles';

const PATHS = [
  'a.md',
  'b.txt',
  'c.png',
  'docs/d.md',
  'docs/deep/e.markdown',
  'docs/deep/f.md',
  'docs/(old)/g.md',
  'Docs2/h.MD',
  'node_modules/x/readme.md',
  'docs/node_modules/y.md',
  '.git/z.md',
  '.hidden.md',
  '../other/i.md',
  '../other/.cache/j.md',
];

const find = async (...globs: string[]): Promise<readonly string[]> => {
  const files = new InMemoryFiles(Object.fromEntries(PATHS.map((path) => [path, ''])));
  const { locations } = await findFiles(files, { folder: FOLDER, globs });
  return locations.map((location) => files.label(location));
};

describe('a glob', () => {
  for (const [glob, ...expected] of [
    ['*.md', 'a.md'],
    ['./*.md', 'a.md'],
    ['docs/*.md', 'docs/d.md'],
    ['docs\\*.md', 'docs/d.md'],
    ['docs/**/*.md', 'docs/(old)/g.md', 'docs/d.md', 'docs/deep/f.md'],
    ['docs/**', 'docs/(old)/g.md', 'docs/d.md', 'docs/deep/e.markdown', 'docs/deep/f.md'],
    ['**/{d,e}.*', 'docs/d.md', 'docs/deep/e.markdown'],
    ['../other/**/*.md', '../other/i.md'],
    ['../*/i.md', '../other/i.md'],
    ['/other/*.md', '../other/i.md'],
    ['a.md', 'a.md'],
    ['./docs/d.md', 'docs/d.md'],
    ['../other/i.md', '../other/i.md'],
    ['docs/(old)/g.md', 'docs/(old)/g.md'],
    ['nowhere/*.md'],
    ['nowhere.md'],
  ] as const) {
    it(`${glob} finds ${expected.join(', ') || 'nothing'}`, async () => assert.deepEqual(await find(glob), expected));
  }

  it('of the default finds text documents at every depth, and passes node_modules and dot folders over', async () => {
    assert.deepEqual(await find(...DEFAULT_DOCUMENTS), [
      'a.md',
      'b.txt',
      'docs/(old)/g.md',
      'docs/d.md',
      'docs/deep/e.markdown',
      'docs/deep/f.md',
    ]);
  });
});

describe('several globs', () => {
  it('find each file once, sorted', async () =>
    assert.deepEqual(await find('docs/*.md', '*.md', '**/d.md'), ['a.md', 'docs/d.md']));

  it('find nothing where there are none', async () => assert.deepEqual(await find(), []));
});

describe('a folder that cannot be read', () => {
  it('is named, and the rest is found', async () => {
    const files = new InMemoryFiles({ 'a.md': '', 'secret/b.md': '', 'docs/c.md': '' });
    files.fail('secret', 'no-permission');
    const { locations, failures } = await findFiles(files, { folder: FOLDER, globs: ['**/*.md'] });
    assert.deepEqual(
      locations.map((location) => files.label(location)),
      ['a.md', 'docs/c.md'],
    );
    assert.deepEqual(
      failures.map(({ reason, location }) => [reason, files.label(location)]),
      [['no-permission', 'secret']],
    );
  });
});
