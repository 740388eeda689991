import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './commandLine';

const README = readFileSync('README.md', 'utf8');

/** The block of code of a language that follows some words of the README. */
function block(language: string, words: string): string {
  const start = README.indexOf(`\`\`\`${language}\n`, README.indexOf(words));
  assert.ok(README.includes(words) && start >= 0, words);
  return README.slice(README.indexOf('\n', start) + 1, README.indexOf('\n```', start + 3));
}

/** The commands of a pipeline's steps, and what each step publishes. */
function steps(yaml: string, key: 'run' | 'script'): readonly string[] {
  return [...yaml.matchAll(new RegExp(`^ *- ${key}: (.*?)(?: #.*)?$`, 'gm'))].map(([, command = '']) => command);
}

describe('the recipes of the README', function () {
  const run = commandLine(this);

  before(function () {
    if (spawnSync('bash', ['-c', 'exit 0']).status !== 0) this.skip();
    mkdirSync(run.path('tools'));
    cpSync('dist/cli.js', run.path('tools/inheritance-scope.js'));
    mkdirSync(run.path('staging'));
    for (const name of ['portal', 'billing']) {
      mkdirSync(run.path(name));
      for (const file of ['inheritance-scope.json', 'srm.csv', 'scope.md', 'evidence.csv', 'requests.csv']) {
        cpSync(run.path(file), run.path(join(name, file)));
      }
    }
  });

  /** As the pipeline does it, with `bash -e`. */
  function shell(command: string): number | null {
    const cwd = run.path('.');
    const { status, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], { cwd, encoding: 'utf8' });
    assert.doesNotMatch(stderr, /^\s+at /m);
    return status;
  }

  function sarifResults(file: string): number {
    const log = JSON.parse(readFileSync(run.path(file), 'utf8')) as {
      readonly runs: readonly { readonly results: readonly object[] }[];
    };
    return log.runs[0]?.results.length ?? 0;
  }

  it('for GitHub Actions export, and go on to upload what check found', () => {
    const [exporting = '', checking = '', ...others] = steps(block('yaml', 'GitHub Actions, where'), 'run');
    assert.deepEqual(others, []);
    // Twice: a machine of one's own may keep what the last run wrote.
    for (let time = 0; time < 2; time++) {
      assert.equal(shell(exporting), 0);
      assert.ok(existsSync(run.path('summary.xlsx')));
      assert.equal(shell(checking), 0);
      assert.ok(sarifResults('check.sarif') > 0);
    }
  });

  it('for GitHub Actions fail where check could not run', () => {
    const [, checking = ''] = steps(block('yaml', 'GitHub Actions, where'), 'run');
    const project = readFileSync(run.path('inheritance-scope.json'));
    rmSync(run.path('inheritance-scope.json'));
    try {
      assert.notEqual(shell(checking), 0);
    } finally {
      writeFileSync(run.path('inheritance-scope.json'), project);
    }
  });

  it('for Azure Pipelines export, and fail where something is found, with what to publish', () => {
    const yaml = block('yaml', 'Azure Pipelines, where').replaceAll('$(Build.ArtifactStagingDirectory)', 'staging');
    const [exporting = '', checking = '', ...others] = steps(yaml, 'script');
    assert.deepEqual(others, []);
    assert.equal(shell(exporting), 0);
    assert.equal(shell(checking), 1);
    for (const [, published = ''] of yaml.matchAll(/^ *- publish: (.*)$/gm)) assert.ok(existsSync(run.path(published)));
    assert.ok(sarifResults('staging/check.sarif') > 0);
  });

  it('for several repositories add them up', () => {
    assert.equal(shell(block('sh', 'For repositories checked out side by side')), 0);
    const { assessments, totals } = JSON.parse(readFileSync(run.path('together.json'), 'utf8')) as {
      readonly assessments: readonly { readonly totals: { readonly controls: number } }[];
      readonly totals: { readonly controls: number };
    };
    assert.equal(assessments.length, 2);
    assert.equal(totals.controls, 2 * (assessments[0]?.totals.controls ?? NaN));
  });
});
