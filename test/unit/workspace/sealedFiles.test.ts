import assert from 'node:assert/strict';
import { armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { loadPart } from '../../../src/cli/loadPart';
import { catalog } from '../../../src/core/csf/catalog';
import { english } from '../../../src/core/message';
import { seal } from '../../../src/core/sharing/seal';
import { isSealed } from '../../../src/core/sharing/sealed';
import { decodeText } from '../../../src/core/text';
import { Assessment } from '../../../src/workspace/assessment';
import { readDocument } from '../../../src/workspace/content';
import { findFiles, isFound } from '../../../src/workspace/findFiles';
import { isInput } from '../../../src/workspace/isInput';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

/** Sealed in the library's two forms: bytes, and lines of text. */
async function sealedForms(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const key = await identityToRecipient(await generateX25519Identity());
  const bytes = await seal(new TextEncoder().encode('01.a and 01.b'), { recipients: [key] });
  // A short file may hold no NUL, and look like text in the encoding of Windows: this one is made to.
  const withoutNul = bytes.map((byte) => (byte === 0 ? 1 : byte));
  return [
    ['bytes', bytes],
    ['bytes without a NUL', withoutNul],
    ['lines of text', new TextEncoder().encode(armor.encode(bytes))],
  ];
}

async function load(contents: Readonly<Record<string, string | Uint8Array>>): Promise<{
  readonly assessment: Assessment;
  readonly files: InMemoryFiles;
}> {
  const files = new InMemoryFiles(contents);
  const source = { folder: FOLDER, projectFile: at('inheritance-scope.json'), defaults: { documents: [] } };
  const assessment = new Assessment(source, files, catalog, loadPart, today);
  await assessment.load();
  return { assessment, files };
}

const project = (more: object): string => JSON.stringify({ assessment: { type: 'e1' }, documents: '**/*', ...more });

describe('a sealed file', () => {
  it('is known by its beginning, in each form, and is no text', async () => {
    for (const [form, bytes] of await sealedForms()) {
      assert.ok(isSealed(bytes), form);
      assert.equal(decodeText(bytes), undefined, form);
    }
    for (const other of ['', 'age', 'See age-encryption.org/v1 for what is sealed.', 'age-encryption.org'])
      assert.equal(isSealed(new TextEncoder().encode(other)), false);
  });

  it('is none of the documents that a wildcard finds: it is neither read nor complained of, nor in the way of a copy', async () => {
    for (const [form, bytes] of await sealedForms()) {
      const { assessment, files } = await load({
        'inheritance-scope.json': project({}),
        'scope.md': '01.a',
        'copies/summary.md.age': bytes,
        'copies/SUMMARY.MD.AGE': bytes,
      });
      assert.deepEqual(assessment.documents, [at('scope.md')], form);
      assert.ok(!files.reads.some((location) => /age$/i.test(location)));
      assert.ok(!assessment.problems.some(({ file }) => /age$/i.test(file)));
      assert.equal(await isInput(at('copies/summary.md.age'), assessment, files), false);
      await assessment.update(at('copies/summary.md.age'));
      assert.deepEqual(assessment.documents, [at('scope.md')]);
    }
  });

  it('is left out of any glob, wherever it begins', async () => {
    const files = new InMemoryFiles({ 'a.md': '', 'a.md.age': '', 'd/b.age': '', '../o/c.AGE': '', 'd/age': '' });
    for (const [glob, expected] of [
      ['**/*', ['a.md', 'd/age']],
      ['*', ['a.md']],
      ['*.age', []],
      ['d/**', ['d/age']],
      ['../o/*', []],
    ] as const) {
      const search = { folder: FOLDER, globs: [glob] };
      const { locations } = await findFiles(files, search);
      assert.deepEqual(
        locations.map((location) => files.label(location)),
        expected,
      );
      for (const sealed of ['a.md.age', 'd/b.age', '../o/c.AGE']) assert.ok(!isFound(files, search, at(sealed)));
    }
  });

  for (const [role, key, path] of [
    ['document', 'documents', 'scope.md.age'],
    ['document with the name of a text', 'documents', 'scope.md'],
    ['matrix', 'matrix', 'srm.csv.age'],
    ['requirement list', 'requirements', 'list.csv'],
    ['evidence list', 'evidence', 'evidence.csv.age'],
    ['list of requests', 'requests', 'requests.csv'],
    ['list of gaps', 'gaps', 'gaps.csv'],
  ] as const) {
    it(`that is named as ${role} is told plainly, with what to do, and nothing is read from it`, async () => {
      for (const [form, bytes] of await sealedForms()) {
        const contents = {
          'inheritance-scope.json': project({ documents: 'other.md', [key]: path }),
          'other.md': '01.c',
        };
        const { assessment } = await load({ ...contents, [path]: bytes });
        const problems = assessment.problems.filter(({ file }) => file === at(path));
        assert.deepEqual(
          problems.map(({ code }) => code),
          ['file-not-text'],
          form,
        );
        assert.match(problems.map(english).join(), /sealed \(age\), open it with age/);
      }
    });
  }

  it('that was opened in an editor all the same is taken for an empty document', async () => {
    for (const [form, bytes] of await sealedForms()) {
      const { document } = readDocument(`${new TextDecoder().decode(bytes)}\n01.a`, at('scope.md'), catalog);
      assert.equal(document?.scan.references.length, 0, form);
    }
  });
});
