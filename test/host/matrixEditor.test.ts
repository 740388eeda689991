import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { allLenses, file, lensesOn, lineOf, write } from './workspace';

const MATRIX = 'azure-srm-illustrative.csv';
const DOCUMENT = 'scoping/access-control.md';

/** A matrix as spreadsheets save it, a repeated row and ids in other words included. */
const UGLY = [
  'Shared responsibility matrix',
  '"Guidance, over',
  'two lines"',
  '',
  'BUID;Control Reference;Inheritability;Customer Responsibility',
  '"1149.01c2System.9 - 01.c";01.c Privilege Management;Partially Inheritable;"First line',
  'second line, see 01.d',
  '',
  'last line"',
  '"1149.01c2System.9 - 01.c";01.c Privilege Management;Partially Inheritable;"First line',
  'second line, see 01.d',
  '',
  'last line"',
  ';01.D Passwords;Fully Inheritable;',
  '',
].join('\r\n');

/** The first place of a text in a file. */
async function at(path: string, text: string): Promise<vscode.Position> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`"${text}" does not stand in ${path}.`);
  return document.positionAt(offset + 1);
}

/** Places as `file:line`, sorted. */
function inWords(places: readonly (vscode.Location | vscode.LocationLink)[]): readonly string[] {
  const words = places.map((place) => {
    const [uri, { start }] = 'uri' in place ? [place.uri, place.range] : [place.targetUri, place.targetRange];
    return `${vscode.workspace.asRelativePath(uri)}:${start.line + 1}`;
  });
  return [...new Set(words)].toSorted();
}

async function referencesAt(path: string, position: vscode.Position): Promise<readonly string[]> {
  await vscode.workspace.openTextDocument(file(path));
  return inWords(
    await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', file(path), position),
  );
}

async function definitionsAt(path: string, text: string): Promise<readonly string[]> {
  const position = await at(path, text);
  const places = inWords(
    await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      file(path),
      position,
    ),
  );
  // VS Code's own Markdown support takes a heading for its own definition.
  return places.filter((place) => !place.startsWith(`${path}:`));
}

async function hoverAt(path: string, position: vscode.Position): Promise<string> {
  await vscode.workspace.openTextDocument(file(path));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    file(path),
    position,
  );
  return hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join('\n');
}

describe('the matrix in the editor', () => {
  before(() => eventually(async () => equal((await allLenses(MATRIX)).length > 20, true, 'presence of lenses')));

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has lenses on each row: whose it is, and in how many documents it is referenced', async () => {
    const row = await lineOf(MATRIX, '1149.01c2System.9');
    equal(await lensesOn(MATRIX, row), ['Shared', 'referenced in 1 document']);
    equal(await lensesOn(MATRIX, await lineOf(MATRIX, '0904.10f2Organizational.1')), [
      'Unknown · the matrix does not say who is responsible in words that are known',
      'referenced in 1 document',
    ]);
    equal(await lensesOn(MATRIX, await lineOf(MATRIX, '1519.11c2Organizational.2')), [
      'Unknown · the matrix contradicts itself',
      'referenced in 1 document',
    ]);
    equal(await lensesOn(MATRIX, 2), [], 'lenses of the header');
    equal((await allLenses(MATRIX)).length, 2 * 70, 'number of lenses');
  });

  it('shows the places behind a lens', async () => {
    const row = await lineOf(MATRIX, '1149.01c2System.9');
    const lens = (await allLenses(MATRIX)).find(
      ({ range, command }) => range.start.line === row - 1 && command?.title.startsWith('referenced') === true,
    );
    await vscode.window.showTextDocument(file(MATRIX));
    await vscode.commands.executeCommand(
      lens?.command?.command ?? '',
      ...((lens?.command?.arguments ?? []) as never[]),
    );
  });

  it('keeps its lenses with their rows while it is edited', async () => {
    const document = await vscode.workspace.openTextDocument(file(MATRIX));
    const editor = await vscode.window.showTextDocument(document);
    const row = await lineOf(MATRIX, '1149.01c2System.9');
    const before = await allLenses(MATRIX);
    try {
      await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '\n\n'));
      equal(await lensesOn(MATRIX, row + 2), ['Shared', 'referenced in 1 document']);
      await editor.edit((edit) => edit.insert(new vscode.Position(row + 1, 0), '1150'));
      equal(await lensesOn(MATRIX, row + 2), [], 'lenses of a row with another id');
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    equal((await allLenses(MATRIX)).length, before.length, 'number of lenses');
  });

  it('tells in a hover on an id what it is, what is open, and which documents name it', async () => {
    const text = await hoverAt(MATRIX, await at(MATRIX, '1149.01c2System.9'));
    includes(text, '**1149.01c2System.9 (01.c Privilege Management)**');
    includes(text, '01 Access Control › 01.02');
    includes(text, 'Shared · coverage needed: the inheritance request is planned');
    includes(text, 'Referenced in');
    includes(text, `access-control.md#L${await lineOf(DOCUMENT, '### 01.c - ')})`);
  });

  it('finds from a row, wherever in it, the places in the documents', async () => {
    const row = await lineOf(MATRIX, '1149.01c2System.9');
    const fromId = await referencesAt(MATRIX, new vscode.Position(row - 1, 2));
    const fromText = await referencesAt(MATRIX, await at(MATRIX, 'standing administrator roles'));
    equal(fromText, fromId);
    includes(fromId.join(' '), `${DOCUMENT}:${await lineOf(DOCUMENT, '### 01.c - ')}`);
    includes(fromId.join(' '), `${MATRIX}:${row}`);
  });

  it('finds the same from an id in a document and in a register', async () => {
    const row = await lineOf(MATRIX, '1149.01c2System.9');
    const fromRow = await referencesAt(MATRIX, new vscode.Position(row - 1, 2));
    equal(await referencesAt(DOCUMENT, await at(DOCUMENT, '1149.01c2System.9')), fromRow);
    const ofControl = await referencesAt(DOCUMENT, await at(DOCUMENT, '01.d - '));
    equal(ofControl.length > 1, true, 'presence of the row and of places');
    equal(await referencesAt('evidence.csv', await at('evidence.csv', '01.d,')), ofControl);
  });

  it('is where Go to Definition leads: to the row of a requirement, to all rows of a control', async () => {
    const rowOf = async (id: string): Promise<string> => `${MATRIX}:${await lineOf(MATRIX, id)}`;
    equal(await definitionsAt(DOCUMENT, '1149.01c2System.9'), [await rowOf('1149.01c2System.9')]);
    const control = ['1143.01c1', '1145.01c2', '1149.01c2', '1153.01c3'];
    equal(await definitionsAt(DOCUMENT, '01.c - '), (await Promise.all(control.map(rowOf))).toSorted());
    equal(await definitionsAt('evidence.csv', '01.d,'), [await rowOf('1002.01d1System.1')]);
  });

  it('is not led to by what it does not hold', async () => {
    equal(await definitionsAt(DOCUMENT, '01.a - '), []);
  });

  it('leaves other files alone', async () => {
    equal(await allLenses('evidence.csv'), []);
    equal(await definitionsAt('evidence/access-control-policy.md', 'olicy'), []);
  });
});

describe('an ugly matrix in the editor', () => {
  const [srm, scope] = ['ugly/srm.csv', 'ugly/scope.md'];

  before(async () => {
    await write(srm, UGLY);
    await write(scope, '01.c and 1149.01c2System.9\n\n01.c–01.d\n');
    await write('ugly/inheritance-scope.json', '{ "matrix": "srm.csv", "documents": ["*.md"] }');
    await eventually(async () => equal((await allLenses(srm)).length > 0, true, 'presence of lenses'));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('ugly'), { recursive: true });
  });

  it('has its lenses on the lines where its rows begin, and none on a repetition', async () => {
    const lines = (await allLenses(srm)).map(({ range }) => range.start.line + 1);
    equal(lines, [6, 6, 14, 14]);
    equal(await lensesOn(srm, 14), ['Azure', 'referenced in 1 document']);
  });

  it('takes every line of a row for the row, but an id in its text for that id', async () => {
    const row = [`${scope}:1`, `${scope}:3`, `${srm}:6`];
    for (const line of [6, 7, 8, 9])
      equal(await referencesAt(srm, new vscode.Position(line - 1, 0)), row, `references of line ${line}`);
    equal(await referencesAt(srm, await at(srm, '01.d')), [`${scope}:3`, `${srm}:14`]);
    for (const line of [1, 2, 3, 11])
      equal(await referencesAt(srm, new vscode.Position(line - 1, 0)), [], `references of line ${line}`);
  });

  it('is led to at the lines where its rows begin, from a range too', async () => {
    equal(await definitionsAt(scope, '01.c–01.d'), [`${srm}:14`, `${srm}:6`]);
    equal(await definitionsAt(scope, '1149'), [`${srm}:6`]);
  });

  it('has hovers on ids alone', async () => {
    includes(await hoverAt(srm, await at(srm, '1149.01c2System.9')), 'Privilege Management');
    equal(await hoverAt(srm, await at(srm, 'First line')), '');
  });

  it('has the lenses of each assessment that it belongs to', async () => {
    await write('ugly/more/inheritance-scope.json', '{ "name": "More", "matrix": "../srm.csv" }');
    await eventually(async () =>
      equal(await lensesOn(srm, 14), ['ugly: Azure', 'referenced in 1 document', 'More: Azure', 'not referenced']),
    );
    const unnamed = await hoverAt(srm, await at(srm, '01.D'));
    includes(unnamed, 'More');
    includes(unnamed, 'Azure · in no scoping document');
    await vscode.workspace.fs.delete(file('ugly/more'), { recursive: true });
    await eventually(async () => equal((await lensesOn(srm, 14)).length, 2, 'number of lenses'));
  });
});

describe('a large matrix in the editor', () => {
  it('has lenses around what is in sight', async () => {
    const rows = Array.from({ length: 5_000 }, (_, row) => `${1000 + row}.01c1System.${row},Full`);
    await write('large/srm.csv', `BUID,Inheritability\n${rows.join('\n')}\n`);
    await write('large/inheritance-scope.json', '{ "matrix": "srm.csv" }');
    try {
      const document = await vscode.workspace.openTextDocument(file('large/srm.csv'));
      const editor = await vscode.window.showTextDocument(document);
      const lines = async (): Promise<readonly number[]> =>
        (await allLenses('large/srm.csv')).map(({ range }) => range.start.line);
      await eventually(async () => equal((await lines()).includes(1), true, 'presence of lenses'));
      equal((await lines()).length < 2_000, true, 'limit');
      editor.revealRange(new vscode.Range(4_000, 0, 4_000, 0));
      await eventually(async () => {
        const now = await lines();
        equal([now.includes(1), now.includes(4_000)], [false, true], 'places of lenses');
      });
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(file('large'), { recursive: true });
    }
  });
});
