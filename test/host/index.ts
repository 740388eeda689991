// Runs the host suites inside VS Code's extension host: the one of Node or the web worker, so nothing of Node is used here.
import type MochaModule from 'mocha';
import * as vscode from 'vscode';

/** The suites. They call `describe`, which is there only once Mocha is set up. */
const suites = [
  () => import('./hostKind.test'),
  () => import('./workspaceFiles.test'),
  () => import('./codeLens.test'),
  () => import('./quietModes.test'),
  () => import('./hover.test'),
  () => import('./lifecycle.test'),
  () => import('./problems.test'),
  () => import('./codeActions.test'),
  () => import('./goToControl.test'),
  () => import('./completion.test'),
  () => import('./navigation.test'),
  () => import('./commands.test'),
  () => import('./mapMatrix.test'),
  () => import('./explainStatus.test'),
  () => import('./importRequirements.test'),
  () => import('./projectFile.test'),
  () => import('./export.test'),
  () => import('./registers.test'),
  () => import('./sharing.test'),
  () => import('./sharingCopies.test'),
  () => import('./fullGrain.test'),
  () => import('./matrixEditor.test'),
  () => import('./reload.test'),
  () => import('./compare.test'),
  () => import('./virtualFiles.test'),
  () => import('./languages.test'),
  () => import('./workbookView.test'),
  () => import('./views.test'),
  () => import('./summary.test'),
  () => import('./navigation.test'),
];

/**
 * What VS Code calls for `extensionTestsPath`. Prints each test, the failures, and the line of counts that scripts/test.mjs reads.
 * @throws if a test failed or none ran: VS Code then ends with a status that is not 0.
 */
export async function run(): Promise<void> {
  console.log(`Host suites in VS Code ${vscode.version}`);
  // Mocha's browser build serves both hosts. It is loaded in here because esbuild takes it for an ES module (Mocha's package.json
  // says so), whereby its UMD wrapper assigns the `module.exports` of this bundle.
  // @ts-expect-error: without types
  await import('mocha/mocha.js');
  const { Mocha } = globalThis as unknown as { Mocha: typeof MochaModule };
  const reporter = LineReporter as unknown as Mocha.ReporterConstructor;
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, forbidOnly: true, reporter });
  mocha.grep(new RegExp(vscode.workspace.getConfiguration('inheritanceScopeTest').get('grep', '')));
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const suite of suites) await suite();

  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  if (!stats) throw new Error('Mocha gave no counts.');
  console.log(`counts: ${stats.passes} passed, ${stats.failures} failed, ${stats.pending} skipped`);
  if (stats.failures > 0) throw new Error(`${stats.failures} of the host tests failed.`);
  if (stats.passes === 0) throw new Error('No host test ran.');
}

/** One line a test: the lines travel one by one from the extension host to the console. */
function LineReporter(runner: Mocha.Runner): void {
  runner.on('pass', (test) => console.log(`  ✓ ${test.fullTitle()}`));
  runner.on('pending', (test) => console.log(`  - ${test.fullTitle()}`));
  runner.on('fail', (test, error: unknown) => {
    console.log(`  ✗ ${test.fullTitle()}\n${where(error).replace(/^\s*/gm, '      ')}`);
  });
}

/** An error with its stack, as far as that is about the test. */
function where(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = (error.stack ?? error.message).split('\n');
  const mocha = lines.findIndex((line) => /\bcallFn\b/.test(line));
  // The web worker evaluates the bundle: the position in it follows a long address of the evaluating code.
  return lines
    .slice(0, mocha < 0 ? undefined : mocha)
    .join('\n')
    .replace(/eval at _loadCommonJSModule \(.*?\), <anonymous>/g, 'index.js');
}
