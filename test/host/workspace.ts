import * as vscode from 'vscode';

/** The folder that is open: a copy of the sample assessment, which tests may change as long as they put it back. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) throw new Error('No folder is open.');
  return first.uri;
}

export function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), path);
}

export async function read(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));
}

export async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
}

/** Runs a test with other content in a file, and puts the old back whatever happens. */
export async function withContent(path: string, text: string, test: () => Promise<void>): Promise<void> {
  const before = await read(path);
  await write(path, text);
  try {
    await test();
  } finally {
    await write(path, before);
  }
}

/** The titles of the lenses that stand on a line, 1-based, of a document. */
export async function lensesOn(path: string, line: number): Promise<readonly string[]> {
  const lenses = await allLenses(path);
  return lenses.filter(({ range }) => range.start.line === line - 1).map(({ command }) => command?.title ?? '');
}

export async function allLenses(path: string): Promise<readonly vscode.CodeLens[]> {
  await vscode.workspace.openTextDocument(file(path));
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', file(path), 1_000);
}

/** The 1-based line on which a text stands first. */
export async function lineOf(path: string, text: string): Promise<number> {
  const index = (await read(path)).split('\n').findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`"${text}" does not stand in ${path}.`);
  return index + 1;
}

/** The code of a problem, which leads to what it means. */
export function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The problems of a file as `line: code`, sorted. */
export function problemsOf(path: string): readonly string[] {
  return vscode.languages
    .getDiagnostics(file(path))
    .filter(({ source }) => source === 'Inheritance Scope')
    .map(({ range, code }) => `${range.start.line + 1}: ${codeOf(code)}`)
    .toSorted();
}
