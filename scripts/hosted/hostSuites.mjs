// Runs the host suites once: `hostSuites.mjs desktop` in a desktop VS Code (Node host), `hostSuites.mjs node` and
// `hostSuites.mjs web` in the VS Code of the npm registry. A second word picks tests by their names.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { root } from '../install.mjs';
import { copyWorkspace, temporaryFolder } from './workspace.mjs';

/** The version of the hosted VS Code, so that both say the same. */
const version = '1.139.1';
const launcher = join(root, 'scripts', 'hosted', 'launch.mjs');

const kind = process.argv[2];
const workspace = copyWorkspace(join(root, 'data', 'sample'), {
  // The suites assert that they run where they were meant to: VS Code may choose another host without a word.
  'inheritanceScopeTest.host': kind === 'web' ? 'web' : 'node',
  'inheritanceScopeTest.grep': process.argv[3] ?? '',
});
const paths = {
  extensionDevelopmentPath: root,
  extensionTestsPath: join(root, 'out', 'test', 'host', 'index.cjs'),
};

try {
  if (kind === 'desktop') await runDesktop();
  else await runHosted();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function runDesktop() {
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ version, timeout: 15_000 });
  const userData = temporaryFolder();
  mkdirSync(join(userData, 'User'));
  const settings = {
    'chat.disableAIFeatures': true,
    'workbench.startupEditor': 'none',
    'telemetry.telemetryLevel': 'off',
  };
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(settings));
  const launchArgs = [workspace, `--user-data-dir=${userData}`, '--disable-extensions'];
  await runTests({ vscodeExecutablePath, ...paths, launchArgs });
}

async function runHosted() {
  const launchArgs = [workspace, `--host-kind=${kind}`];
  if (process.platform !== 'win32') {
    await runTests({ vscodeExecutablePath: launcher, ...paths, launchArgs });
    return;
  }
  // A script is no executable there.
  const flags = Object.entries(paths).map(([name, path]) => `--${name}=${path}`);
  const { status } = spawnSync(process.execPath, [launcher, ...launchArgs, ...flags], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`Test run failed with code ${status}`);
}
