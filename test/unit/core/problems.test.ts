import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { english } from '../../../src/core/message';
import { problem, type ProblemCode, problemTable, severityOf } from '../../../src/core/problems';
import { sentences } from '../../../src/core/sentences';
import { readManifest, wordsFor } from '../manifest';

describe('the table of problems', () => {
  for (const [code, { text }] of Object.entries(problemTable)) {
    it(`gives ${code} a whole sentence whose placeholders count from 0`, () => {
      const numbers = new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number)));
      assert.deepEqual(
        [...numbers].toSorted(),
        [...numbers.keys()].map((_, index) => index),
      );
      assert.match(text, /^["A-Z{].*\.$/);
    });
  }

  it('shares no code with the other sentences', () => {
    assert.deepEqual(
      Object.keys(problemTable).filter((code) => code in sentences),
      [],
    );
  });

  it('makes of a code, a place and arguments what a person reads', () => {
    const found = problem('duplicate-row', 'srm.csv', { line: 5 }, '01.c', 3);
    assert.deepEqual([found.at, severityOf(found)], [{ line: 5 }, 'information']);
    assert.equal(english(found), '01.c repeats line 3 word for word; it is counted once.');
  });

  it('leaves the place out where the whole file is meant', () => {
    const code: ProblemCode = 'file-empty';
    assert.equal('at' in problem(code, 'srm.csv', undefined, 'srm.csv'), false);
  });
});

describe('the README', () => {
  it('lists every problem with its severity, and no other', () => {
    // The tests run in the folder of the project.
    const [, section = ''] = readFileSync('README.md', 'utf8').split(/^## Problems$/m);
    const rows = [...section.matchAll(/^\| `([a-z\d-]+)` +\| ([a-z]+) +\|/gm)].map(([, code, severity]) => [
      code,
      severity,
    ]);
    const table = Object.entries(problemTable).map(([code, { severity }]) => [code, severity]);
    assert.deepEqual(rows.toSorted(), table.toSorted());
  });

  it('names each command and setting of the manifest, and no other', () => {
    const readme = readFileSync('README.md', 'utf8');
    const { contributes } = readManifest();
    const [, section = ''] = readme.split(/^## Commands and settings$/m);
    const [body = ''] = section.split(/^## /m);
    const commands = [...body.matchAll(/^\| _([^_]+)_ +\|/gm)].map(([, title]) => title);
    const settings = [...body.matchAll(/^\| `([\w.]+)` +\|/gm)].map(([, name]) => name);
    assert.deepEqual(commands.toSorted(), contributes.commands.map(({ title }) => wordsFor(title)).toSorted());
    assert.deepEqual(settings.toSorted(), Object.keys(contributes.configuration.properties).toSorted());
  });
});
