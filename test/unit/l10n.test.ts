import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { problemTable } from '../../src/core/problems';
import { sentences } from '../../src/core/sentences';

// The build makes the bundle, and the tests run in the folder of the project.
const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Readonly<Record<string, string>>;

describe('the sentences to be translated', () => {
  it('hold every problem and every sentence of core', () => {
    const core = [...Object.values(problemTable).map(({ text }) => text), ...Object.values(sentences)];
    assert.deepEqual(
      core.filter((sentence) => bundle[sentence] !== sentence),
      [],
    );
  });

  it('hold what features say themselves, on one line or several', () => {
    for (const sentence of [
      'Load Matrix…',
      'Mark of {0}',
      '{0} is a file that the comparison is made from. Save to another one.',
    ])
      assert.equal(bundle[sentence], sentence);
  });

  it('are found by VS Code where the manifest says', () => {
    assert.equal((JSON.parse(readFileSync('package.json', 'utf8')) as { readonly l10n?: string }).l10n, './l10n');
  });
});
