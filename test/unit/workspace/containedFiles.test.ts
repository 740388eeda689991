import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadPart } from '../../../src/cli/loadPart';
import { catalog } from '../../../src/core/csf/catalog';
import { Assessment } from '../../../src/workspace/assessment';
import { containFiles, type ContainedFiles } from '../../../src/workspace/containedFiles';
import { FileError, type Files } from '../../../src/workspace/files';
import { createNodeFiles } from '../../../src/workspace/nodeFiles';
import { realPath } from '../../../src/workspace/realPath';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const OUTSIDE = '/elsewhere/secret.csv';

/** Files in and outside a workspace that is not trusted, unless said otherwise. */
function contain(files: Files, isTrusted = (): boolean => false, folders = (): string[] => [FOLDER]): ContainedFiles {
  return containFiles(files, { isTrusted, folders, follow: (location) => Promise.resolve(location) });
}

const isOutside = (error: unknown): boolean => error instanceof FileError && error.reason === 'outside';

describe('files of a workspace that is not trusted', () => {
  let all: InMemoryFiles;
  let files: ContainedFiles;

  beforeEach(() => {
    all = new InMemoryFiles({ 'srm.csv': 'inside', [OUTSIDE]: 'secret', [`${FOLDER}-twin/a.csv`]: 'a neighbour' });
    files = contain(all);
  });

  it('are read, written and listed inside it', async () => {
    assert.equal((await files.read(at('srm.csv'))).length, 'inside'.length);
    await files.write(at('new/evidence.csv'), new Uint8Array());
    assert.equal((await files.list(FOLDER)).length, 2);
    assert.equal(await files.kindOf(at('srm.csv')), 'file');
    assert.ok(await files.stampOf(at('srm.csv')));
  });

  for (const [what, location] of Object.entries({
    'an absolute path': OUTSIDE,
    'a folder whose name begins alike': `${FOLDER}-twin/a.csv`,
    'the folder above': at('..'),
    'a path up': at('../elsewhere/secret.csv'),
    'a path that is not resolved': `${FOLDER}/docs/../../elsewhere/secret.csv`,
    'a name that Windows takes for the folder above': `${FOLDER}/.. /secret.csv`,
    'a name of many points': `${FOLDER}/.../secret.csv`,
    'the same with the space encoded': `${FOLDER}/..%20/secret.csv`,
    'another case': FOLDER.toUpperCase(),
    'a drive': 'C:\\secret.csv',
    'another machine': '\\\\server\\share\\secret.csv',
    'another machine, with slashes': '//server/share/secret.csv',
    'another scheme': 'https://example.org/secret.csv',
  })) {
    it(`are neither read, written, listed nor looked for at ${what}`, async () => {
      // As a location, and not as a path: what `resolve` makes of it is not relied on.
      const port = contain({
        ...methods(all),
        resolve: (folder, path) => (path === '.' && !/^[./]/.test(folder) ? folder : all.resolve(folder, path)),
      });
      all.forgetCounts();
      await assert.rejects(port.read(location), isOutside);
      await assert.rejects(port.write(location, new Uint8Array()), isOutside);
      await assert.rejects(port.remove(location, { content: new Uint8Array() }), isOutside);
      await assert.rejects(port.list(location), isOutside);
      assert.deepEqual([await port.kindOf(location), await port.stampOf(location)], [undefined, undefined]);
      assert.deepEqual([all.reads, all.writes, all.removals], [[], [], []]);
    });
  }

  it('stay inside whatever path is resolved', async () => {
    const part = fc.constantFrom('..', '.', 'a', '..%2f', '%2e%2e', '...', '.. ', '', '\\..', '//x');
    await fc.assert(
      fc.asyncProperty(fc.array(part), fc.boolean(), async (parts, isAbsolute) => {
        const location = all.resolve(FOLDER, `${isAbsolute ? '/' : ''}${parts.join('/')}`);
        assert.ok(!(await files.allows(location)) || `${location}/`.startsWith(`${FOLDER}/`), location);
      }),
    );
  });

  it('are looked at elsewhere where a person picked them', async () => {
    files.grant('/elsewhere');
    assert.equal((await files.read(OUTSIDE)).length, 'secret'.length);
    await assert.rejects(files.read(`${FOLDER}-twin/a.csv`), isOutside);
  });

  it('may lie in any of its folders, and follow folders that come', async () => {
    const folders = [FOLDER];
    const several = contain(
      all,
      () => false,
      () => folders,
    );
    await assert.rejects(several.read(OUTSIDE), isOutside);
    folders.push('/elsewhere');
    assert.equal((await several.read(OUTSIDE)).length, 'secret'.length);
  });

  it('are all looked at once it is trusted', async () => {
    let isTrusted = false;
    const trusting = contain(all, () => isTrusted);
    assert.equal(await trusting.kindOf(OUTSIDE), undefined);
    isTrusted = true;
    assert.equal(await trusting.kindOf(OUTSIDE), 'file');
    assert.equal((await trusting.read(OUTSIDE)).length, 'secret'.length);
  });
});

/** The methods of files, to put others in the place of some. */
function methods(files: Files): Files {
  return {
    read: (location) => files.read(location),
    write: (location, content, expected) => files.write(location, content, expected),
    remove: (location, expected) => files.remove(location, expected),
    list: (folder) => files.list(folder),
    kindOf: (location) => files.kindOf(location),
    stampOf: (location) => files.stampOf(location),
    allows: (location) => files.allows(location),
    resolve: (folder, path) => files.resolve(folder, path),
    relative: (folder, location) => files.relative(folder, location),
    name: (location) => files.name(location),
    label: (location) => files.label(location),
  };
}

describe('links in a workspace that is not trusted', () => {
  let folder: string;
  let files: ContainedFiles;
  const path = (...names: readonly string[]): string => join(folder, ...names);

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'inheritance-scope-')));
    await mkdir(path('workspace', 'docs'), { recursive: true });
    await mkdir(path('elsewhere'));
    await writeFile(path('elsewhere', 'secret.csv'), 'secret');
    await writeFile(path('workspace', 'docs', 'a.md'), '01.a');
    files = containFiles(createNodeFiles(path('workspace')), {
      isTrusted: () => false,
      folders: () => [path('workspace')],
      follow: realPath,
    });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are followed, and not out of it', async () => {
    await symlink(path('elsewhere', 'secret.csv'), path('workspace', 'srm.csv'));
    await symlink(path('elsewhere'), path('workspace', 'linked'));
    await symlink(path('workspace', 'docs'), path('workspace', 'same'));
    await assert.rejects(files.read(path('workspace', 'srm.csv')), isOutside);
    await assert.rejects(files.read(path('workspace', 'linked', 'secret.csv')), isOutside);
    await assert.rejects(files.write(path('workspace', 'linked', 'new.csv'), new Uint8Array()), isOutside);
    assert.equal((await files.read(path('workspace', 'same', 'a.md'))).length, 4);
  });

  it('may lead to the workspace itself', async () => {
    await symlink(path('workspace'), path('by-link'));
    const linked = containFiles(createNodeFiles(path('by-link')), {
      isTrusted: () => false,
      folders: () => [path('by-link')],
      follow: realPath,
    });
    assert.equal((await linked.read(path('by-link', 'docs', 'a.md'))).length, 4);
  });
});

describe('an assessment in a workspace that is not trusted', () => {
  const load = async (
    contents: Readonly<Record<string, string>>,
    source: { readonly projectFile?: string; readonly matrix?: string },
  ): Promise<{ readonly assessment: Assessment; readonly read: readonly string[] }> => {
    const all = new InMemoryFiles({ [OUTSIDE]: 'Control,Responsibility\n01.a,Shared\n', ...contents });
    const { projectFile, matrix } = source;
    const assessment = new Assessment(
      {
        folder: FOLDER,
        ...(projectFile !== undefined && { projectFile }),
        defaults: { documents: ['*.md'], ...(matrix !== undefined && { matrix }) },
      },
      contain(all),
      catalog,
      loadPart,
      today,
    );
    await assessment.load();
    return { assessment, read: all.reads };
  };
  const told = ({ problems }: Assessment): readonly (readonly unknown[])[] =>
    problems
      .filter(({ code }) => code === 'path-outside-workspace')
      .map(({ file, at: place, args }) => [file, place, ...args]);

  it('reads nothing that its project file names outside, and says so at each place', async () => {
    const project = `{ "matrix": "${OUTSIDE}", "documents": ["*.md", "../elsewhere/**/*.md", "../elsewhere/one.md"], "gaps": "../elsewhere/gaps.csv" }`;
    const projectFile = at('inheritance-scope.json');
    const { assessment, read } = await load({ 'inheritance-scope.json': project, 'a.md': '01.a' }, { projectFile });
    const span = (text: string): object => {
      const start = project.indexOf(JSON.stringify(text));
      return { start, end: start + JSON.stringify(text).length };
    };
    assert.deepEqual(
      told(assessment).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
      [
        [projectFile, span('../elsewhere/**/*.md'), '../elsewhere'],
        [projectFile, span('../elsewhere/gaps.csv'), '../elsewhere/gaps.csv'],
        [projectFile, span('../elsewhere/one.md'), '../elsewhere/one.md'],
        [projectFile, span(OUTSIDE), '../elsewhere/secret.csv'],
      ].toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    );
    assert.deepEqual(
      read.filter((location) => location.startsWith('/elsewhere')),
      [],
    );
    assert.equal(assessment.summary.controlById.has('01.a'), true);
  });

  it('reads no matrix that a setting names outside, and says so of the folder', async () => {
    const { assessment, read } = await load({ 'a.md': '01.a' }, { matrix: OUTSIDE });
    assert.deepEqual(told(assessment), [[FOLDER, undefined, '../elsewhere/secret.csv']]);
    assert.equal(read.includes(OUTSIDE), false);
  });

  it('does not look for evidence outside, and says so in its row', async () => {
    const rows = `requirement,maturity,location\n01.a,policy,${OUTSIDE}\n`;
    const matrix = 'Control,Responsibility\n01.a,Shared\n';
    const { assessment, read } = await load(
      { 'a.md': '01.a', 'srm.csv': matrix, 'evidence.csv': rows },
      { matrix: 'srm.csv' },
    );
    assert.deepEqual(told(assessment), [[at('evidence.csv'), { line: 2 }, OUTSIDE]]);
    assert.equal(assessment.problems.length, 1);
    assert.equal(read.includes(OUTSIDE), false);
  });
});
