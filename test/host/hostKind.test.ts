import * as vscode from 'vscode';

describe('the extension host', () => {
  it('is the one that this run is for', () => {
    // Written into the workspace by scripts/hosted/hostSuites.mjs.
    const expected = vscode.workspace.getConfiguration('inheritanceScopeTest').get<string>('host', 'undefined');
    const actual = (globalThis as { process?: NodeJS.Process }).process?.versions.node === undefined ? 'web' : 'node';
    if (actual !== expected)
      throw new Error(`Expected to run in the ${expected} host, but this is the ${actual} host.`);
  });
});
