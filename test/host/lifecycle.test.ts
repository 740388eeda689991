import * as vscode from 'vscode';
import { equal, eventually } from './expect';
import { file, folder, lensesOn, problemsOf, write } from './workspace';

const NEW = 'scoping/new.md';
const MOVED = 'scoping/later/moved.md';
// One of its own: VS Code may be reading a file again that came and went.
const TYPED = 'scoping/typed.md';

/** How often the exported summary names a place in a document: what a person would find in it. */
async function placesIn(document: string): Promise<number> {
  const target = file('out/lifecycle.md');
  await vscode.commands.executeCommand('inheritanceScope.exportSummary', { target, format: 'md' });
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
  return text.split(`${document}:`).length - 1;
}

/** How many disposables live in this host, counted in the heap once what is garbage is gone; undefined where none can be counted. */
function liveDisposables(): number | undefined {
  const { process } = globalThis as { readonly process?: NodeProcess };
  return process?.getBuiltinModule?.('node:v8')?.queryObjects?.(vscode.Disposable, { format: 'count' });
}

interface NodeProcess {
  readonly getBuiltinModule?: (
    name: string,
  ) => { readonly queryObjects?: (type: unknown, options: { readonly format: 'count' }) => number } | undefined;
}

describe('documents that come and go', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [NEW, TYPED, 'scoping/later', 'out']) {
      await Promise.resolve(vscode.workspace.fs.delete(file(path), { recursive: true })).catch(() => undefined);
    }
  });

  it('are taken in when they are made', async () => {
    await write(NEW, '01.d\n\n14.a\n');
    await eventually(async () => equal(await lensesOn(NEW, 1), ['Customer · complete']));
    await eventually(() => equal(problemsOf(NEW), ['3: unknown-control']));
    equal((await placesIn(NEW)) > 0, true, 'presence in the summary');
  });

  it('are followed when they are moved', async () => {
    await vscode.workspace.fs.rename(file(NEW), file(MOVED));
    await eventually(async () => equal(await lensesOn(MOVED, 1), ['Customer · complete']));
    await eventually(() => equal([problemsOf(NEW), problemsOf(MOVED)], [[], ['3: unknown-control']]));
    equal([await placesIn(NEW), (await placesIn(MOVED)) > 0], [0, true]);
  });

  it('are gone when they are deleted, with the folder they are in', async () => {
    await vscode.workspace.fs.delete(file('scoping/later'), { recursive: true });
    await eventually(() => equal(problemsOf(MOVED), []));
    equal(await placesIn(MOVED), 0);
  });

  it('belong to a project whose folder is moved into the workspace', async () => {
    const outside = vscode.Uri.joinPath(folder(), '..', 'second-assessment');
    const at = (uri: vscode.Uri, path: string): vscode.Uri => vscode.Uri.joinPath(uri, path);
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    await vscode.workspace.fs.writeFile(at(outside, 'inheritance-scope.json'), bytes('{ "matrix": "srm.csv" }'));
    await vscode.workspace.fs.writeFile(at(outside, 'srm.csv'), bytes('Control,Responsibility\n01.d,Azure\n'));
    await vscode.workspace.fs.writeFile(at(outside, 'scope.md'), bytes('01.d\n\n14.a\n'));
    await vscode.workspace.fs.rename(outside, file('second'));
    await eventually(async () =>
      equal(await lensesOn('second/scope.md', 1), ['Azure · coverage needed: no inheritance request']),
    );
    await eventually(() => equal(problemsOf('second/scope.md'), ['3: unknown-control']));
    await vscode.workspace.fs.delete(file('second'), { recursive: true });
    await eventually(() => equal(problemsOf('second/scope.md'), []));
  });

  it('leave no trace of what was typed and not saved', async () => {
    await write(TYPED, '01.d\n');
    const editor = await vscode.window.showTextDocument(file(TYPED));
    equal(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '01.m ')), true, 'edit');
    await eventually(async () => equal((await lensesOn(TYPED, 1)).length, 2, 'number of lenses'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(async () => equal((await lensesOn(TYPED, 1)).length, 1, 'number of lenses'));
  });
});

describe('five hundred documents that are opened and closed', () => {
  const names = Array.from({ length: 500 }, (_, index) => `scoping/many/scope${index}.md`);

  /** VS Code keeps some fifty of those that nothing shows, and closes the others. */
  const isOpen = (): number => vscode.workspace.textDocuments.filter(({ uri }) => /\/many\//.test(uri.path)).length;

  async function openAndClose(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const document = await vscode.workspace.openTextDocument(file(path));
      await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 10);
      await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 3));
    }
    // Two that a person looks at and types in.
    for (const path of paths.slice(0, 2)) {
      const editor = await vscode.window.showTextDocument(file(path));
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Typed: 01.d\n'));
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }

  before(async () => {
    for (const [index, name] of names.entries())
      await write(name, `01.${'abcd'[index % 4] ?? ''}\n\n14.a and 01.b–01.c\n`);
    await eventually(() => equal(problemsOf(names.at(-1) ?? ''), ['3: unknown-control']), 80_000);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('scoping/many'), { recursive: true });
    await eventually(() => equal(problemsOf(names[0] ?? ''), []));
  });

  it('leave as many live disposables as there were', async function () {
    this.timeout(120_000);
    if (liveDisposables() === undefined) this.skip();
    await openAndClose(names.slice(0, 60));
    await eventually(() => equal(isOpen() <= 60, true, `${isOpen()} are open`));
    const before = liveDisposables();
    await openAndClose(names);
    await eventually(() => equal(isOpen() <= 60, true, `${isOpen()} are open`));
    equal(liveDisposables(), before, 'disposables');
  });
});
