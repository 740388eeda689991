// `npm run package`: builds and packs the extension. Two packages of the same commit are equal byte for byte.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installProject, root } from './install.mjs';

/**
 * Builds, and packs the extension.
 * @param {string} folder where to put the package, named after the extension and its version
 * @param {{ quiet?: boolean }} [options] `quiet` shows what the tools print only if they fail
 * @returns {string} the package's path
 */
export function packageExtension(folder, { quiet = false } = {}) {
  installProject();
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(folder, `${name}-${version}.vsix`);
  // Not by a `vscode:prepublish` script: .npmrc lets none run.
  run(quiet, 'scripts/build.mjs');
  // `--no-dependencies`: the bundles hold them. The repository is private: README's links stay as they are.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file];
  run(quiet, join('node_modules', '@vscode', 'vsce', 'vsce'), 'package', ...options);
  return file;
}

/** @param {boolean} quiet @param {string} script @param {...string} args */
function run(quiet, script, ...args) {
  // vsce dates the files in the package with the first; the format holds local time, hence the second.
  const env = { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? lastCommitDate(), TZ: 'UTC' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    env,
    stdio: quiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${quiet ? stdout + stderr : ''}${script} failed.`);
}

/** In seconds since 1970. Where there is no history, the first day that a package's format can hold: 1 January 1980. */
function lastCommitDate() {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return (status === 0 && stdout.trim()) || '315532800';
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  try {
    packageExtension(root);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
