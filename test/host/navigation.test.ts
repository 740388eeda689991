import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { allLenses, file, read, withContent, write } from './workspace';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const DOCUMENT = 'ways/scope.md';
const PLAIN = 'ways/scope.txt';
const PROJECT = 'ways/inheritance-scope.json';

const PROJECT_TEXT = `{
  "name": "Ways",
  "assessment": { "type": "i1" },
  "matrix": "srm.csv",
  "evidence": "evidence.csv",
  "requests": "missing.csv",
  "documents": "scope.{md,txt}",
  "carveOuts": [{ "party": "Them", "requirements": ["${A}"] }]
}
`;

const FILES: Readonly<Record<string, string>> = {
  'srm.csv': `BUID,Inheritability\n${A},Partial\n${B},None\n1002.01d1System.1,None\n1166.01e1System.12,None\n`,
  'proof.md': 'A policy.\n',
  'scope.md': [
    '# Scope',
    '',
    '### 01.c - Privilege Management',
    '',
    `${A} - 01.c and 01.C, 01.a–01.e`,
    '',
    'Evidence (policy): `proof.md`, [link](proof.md) and gone.md',
    '',
    'Also 01.d',
    '',
  ].join('\n'),
  'scope.txt': [
    'See ./sub/../proof.md and command:/x.y',
    '',
    '01.d Passwords',
    '  with 01.c',
    '1) 01.e Review',
    '',
  ].join('\n'),
  'evidence.csv': [
    'requirement,location,note',
    `${A},proof.md,01.c`,
    '01.c,https://example.org/a,',
    '01.d,command:workbench.action.quit,',
    '01.d,gone.md,',
    '',
  ].join('\n'),
  'gaps.csv': `gap_id,requirement,status\nG1,${A},open\n`,
};

async function positionOf(path: string, text: string, from = 0): Promise<vscode.Position> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const offset = document.getText().indexOf(text, from);
  if (offset < 0) throw new Error(`"${text}" does not stand in ${path}.`);
  return document.positionAt(offset + 1);
}

function inWords(uri: vscode.Uri, { start }: vscode.Range): string {
  return `${uri.path.split('/').at(-1) ?? ''}:${start.line + 1}`;
}

async function run<T>(command: string, path: string, ...args: readonly unknown[]): Promise<T> {
  await vscode.workspace.openTextDocument(file(path));
  return vscode.commands.executeCommand<T>(`vscode.${command}`, file(path), ...args);
}

async function linksIn(path: string): Promise<readonly string[]> {
  const links = await run<vscode.DocumentLink[]>('executeLinkProvider', path);
  const document = await vscode.workspace.openTextDocument(file(path));
  return links
    .filter(({ tooltip }) => tooltip?.startsWith('Open the') === true)
    .map(({ range, target, tooltip }) => {
      const to = target?.scheme.startsWith('http') === true ? target.toString() : target?.path.split('/').at(-1);
      return `${range.start.line + 1} ${document.getText(range)} → ${to ?? ''} (${tooltip ?? ''})`;
    });
}

/** The words with which something that was asked for is refused. */
async function refusal(asked: Thenable<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'not refused';
}

/** Whether the symbols of the workspace name an assessment: then it is loaded. */
async function isLoaded(name: string): Promise<boolean> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    '01.c',
  );
  return found.some(({ containerName }) => containerName.startsWith(name));
}

async function writeAll(): Promise<void> {
  for (const [name, text] of Object.entries(FILES)) await write(`ways/${name}`, text);
  await write(PROJECT, PROJECT_TEXT);
}

/** An assessment that is still there when the next suite begins would be asked about. */
async function remove(folder: string, name: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.workspace.fs.delete(file(folder), { recursive: true });
  await eventually(async () => equal(await isLoaded(name), false, 'presence of the assessment'), 15_000);
}

describe('finding the way', () => {
  before(async () => {
    await writeAll();
    await eventually(async () => equal(await isLoaded('Ways'), true, 'presence of the assessment'), 15_000);
    await eventually(async () => equal((await allLenses(DOCUMENT)).length > 2, true, 'presence of lenses'));
  });

  after(() => remove('ways', 'Ways'));

  it('leads from the project file to the row of the matrix', async () => {
    const found = await run<(vscode.Location | vscode.LocationLink)[]>(
      'executeDefinitionProvider',
      PROJECT,
      await positionOf(PROJECT, A),
    );
    const places = found.map((place) =>
      'targetUri' in place ? inWords(place.targetUri, place.targetRange) : inWords(place.uri, place.range),
    );
    equal(places, ['srm.csv:2']);
  });

  it('finds the references in documents, registers and the project file, by file and line', async () => {
    const found = await run<vscode.Location[]>('executeReferenceProvider', DOCUMENT, await positionOf(DOCUMENT, A));
    const ours = found.map(({ uri, range }) => inWords(uri, range));
    equal(
      [...new Set(ours)],
      [
        ...['evidence.csv:2', 'evidence.csv:3', 'gaps.csv:2', 'inheritance-scope.json:8'],
        ...['scope.md:3', 'scope.md:5', 'scope.txt:4', 'srm.csv:2'],
      ],
    );
  });

  it('marks the other places of an id in a document and in a register', async () => {
    const marks = async (path: string, text: string): Promise<readonly string[]> => {
      const found = await run<vscode.DocumentHighlight[]>(
        'executeDocumentHighlights',
        path,
        await positionOf(path, text),
      );
      const document = await vscode.workspace.openTextDocument(file(path));
      return found.map(({ range, kind }) => `${document.getText(range)} ${kind ?? 0}`);
    };
    const { Read, Text } = vscode.DocumentHighlightKind;
    equal(await marks(DOCUMENT, '01.c'), [`01.c ${Read}`, `01.C ${Read}`, `01.a–01.e ${Text}`]);
    equal(await marks('ways/evidence.csv', '01.c,https'), [`01.c ${Read}`, `01.c ${Read}`]);
  });

  it('links evidence and the files of the project, where they are there, and no command', async () => {
    equal(await linksIn(DOCUMENT), ['7 proof.md → proof.md (Open the evidence)']);
    equal(await linksIn(PLAIN), ['1 ./sub/../proof.md → proof.md (Open the evidence)']);
    equal(await linksIn('ways/evidence.csv'), [
      '2 proof.md → proof.md (Open the evidence)',
      '3 https://example.org/a → https://example.org/a (Open the evidence)',
    ]);
    equal(await linksIn(PROJECT), [
      '4 srm.csv → srm.csv (Open the matrix)',
      '5 evidence.csv → evidence.csv (Open the evidence list)',
    ]);
  });

  it('finds controls and requirements by name, and says of which assessment', async () => {
    const symbols = async (query: string): Promise<readonly string[]> => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      return (
        found
          // VS Code's own Markdown support finds headings.
          .filter(({ containerName }) => containerName.startsWith('Ways'))
          .map(
            ({ name, containerName, location: { uri, range } }) =>
              `${name} | ${containerName} | ${inWords(uri, range)}`,
          )
      );
    };
    equal(await symbols('privilege'), ['01.c Privilege Management | Ways · Varies by requirement | scope.md:3']);
    equal(await symbols(A.slice(0, 8)), [`${A} | Ways · 01.c · Shared | scope.md:3`]);
    equal((await symbols('')).length, 5, 'number of controls in scope');
  });

  it('has an outline of plain text and of registers, and leaves Markdown its own', async () => {
    const outline = async (path: string): Promise<readonly string[]> => {
      const found = await run<vscode.DocumentSymbol[] | undefined>('executeDocumentSymbolProvider', path);
      const words = ({ name, children }: vscode.DocumentSymbol): string =>
        [name, ...children.map((child) => child.name)].join(' > ');
      return (found ?? []).map(words);
    };
    equal(await outline(PLAIN), [
      '01.d User Password Management > 01.c Privilege Management',
      '01.e Review of User Access Rights',
    ]);
    equal(await outline('ways/evidence.csv'), [`01.c Privilege Management > ${A}`, '01.d User Password Management']);
    equal((await outline(DOCUMENT))[0]?.startsWith('# Scope'), true, 'outline of Markdown');
  });

  it('goes from open item to open item, through the documents and round again', async () => {
    const selected = (): string => {
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      return document && selection ? `${inWords(document.uri, selection)} ${document.getText(selection)}` : '';
    };
    const editor = await vscode.window.showTextDocument(file(DOCUMENT));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const go = async (name: string): Promise<string> => {
      await vscode.commands.executeCommand(`inheritanceScope.${name}`);
      return selected();
    };
    equal(await go('nextOpenItem'), 'scope.md:3 01.c');
    for (let step = 0; step < 5; step++) await go('nextOpenItem');
    equal(selected(), 'scope.txt:3 01.d');
    equal(await go('previousOpenItem'), 'scope.md:9 01.d');
    for (let step = 0; step < 4; step++) await go('previousOpenItem');
    equal(await go('previousOpenItem'), 'scope.txt:5 01.e');
  });
});

describe('a document whose lines end in several ways', () => {
  const PATH = 'mixed/scope.txt';

  before(async () => {
    await write('mixed/srm.csv', 'Control,Responsibility\n01.c,Customer\n01.d,Customer\n');
    await write(PATH, `${'a\r\n'.repeat(20)}01.c one\n01.C and 14.a\n01.d\n${'b\n'.repeat(30)}`);
    await write('mixed/inheritance-scope.json', '{ "name": "Mixed", "matrix": "srm.csv", "documents": "*.txt" }');
    await eventually(async () => equal(await isLoaded('Mixed'), true, 'presence of the assessment'), 15_000);
  });

  after(() => remove('mixed', 'Mixed'));

  it('is marked, outlined and walked through where its ids stand', async () => {
    const found = await run<vscode.DocumentHighlight[]>(
      'executeDocumentHighlights',
      PATH,
      await positionOf(PATH, '01.c'),
    );
    const document = await vscode.workspace.openTextDocument(file(PATH));
    equal(
      found.map(({ range }) => document.getText(range)),
      ['01.c', '01.C'],
    );
    const outline = await run<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', PATH);
    equal(
      outline.map(({ range }) => range.start.line),
      [20, 21, 22],
    );
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    for (const line of [20, 21, 22]) {
      await vscode.commands.executeCommand('inheritanceScope.nextOpenItem');
      equal(vscode.window.activeTextEditor?.selection.start.line, line, 'line of the open item');
    }
  });

  it('is offered what mends it before a key is pressed', async () => {
    const at = await positionOf(PATH, '14.a');
    const ask = (): Promise<vscode.CodeAction[]> =>
      run('executeCodeActionProvider', PATH, new vscode.Range(at, at), 'quickfix');
    await eventually(async () =>
      equal(
        (await ask()).some(({ title }) => title.startsWith('Ignore unknown-control')),
        true,
      ),
    );
  });
});

describe('replacing an id while somebody types', () => {
  const names = Array.from({ length: 12 }, (_, place) => `busy/${String(place + 10)}.txt`);

  before(async () => {
    await write('busy/srm.csv', 'Control,Responsibility\n01.c,Customer\n');
    for (const name of names) await write(name, '01.c\n');
    await write('busy/inheritance-scope.json', '{ "name": "Busy", "matrix": "srm.csv", "documents": "*.txt" }');
    await eventually(async () => equal(await isLoaded('Busy'), true, 'presence of the assessment'), 15_000);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await remove('busy', 'Busy');
  });

  it('changes the places where they have moved to', async () => {
    const [first = '', second = ''] = names;
    const { document } = await vscode.window.showTextDocument(file(first));
    const typing = new vscode.WorkspaceEdit();
    typing.insert(document.uri, new vscode.Position(0, 0), 'Meanwhile\n');
    const typed = new Promise((resolve, reject) => {
      const listener = vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (uri.toString() !== file(second).toString()) return;
        listener.dispose();
        vscode.workspace.applyEdit(typing).then(resolve, reject);
      });
    });
    const edit = await run<vscode.WorkspaceEdit>(
      'executeDocumentRenameProvider',
      first,
      await positionOf(first, '01.c'),
      '01.v',
    );
    await typed;
    const places = edit.get(document.uri).map(({ range }) => document.getText(range));
    equal(places, ['01.c']);
    equal(edit.entries().length, names.length, 'number of files');
  });
});

describe('the outline of a large matrix', () => {
  after(() => remove('large', 'Large'));

  it('has its controls alone', async () => {
    const rows = Array.from({ length: 3_500 }, (_, row) => `${1000 + row}.01c1System.${row},Full`);
    await write('large/srm.csv', `BUID,Inheritability\n${rows.join('\n')}\n`);
    await write('large/inheritance-scope.json', '{ "name": "Large", "matrix": "srm.csv" }');
    await eventually(async () => {
      const found = await run<vscode.DocumentSymbol[] | undefined>('executeDocumentSymbolProvider', 'large/srm.csv');
      const [only, ...others] = found ?? [];
      equal([only?.name, only?.children.length, others.length], ['01.c Privilege Management', 0, 0]);
    }, 15_000);
  });
});

describe('replacing an id everywhere', () => {
  const assessment = (): string => file(PROJECT).toString();
  const renames = async (path: string, at: vscode.Position, to: string): Promise<readonly string[]> => {
    const edit = await run<vscode.WorkspaceEdit>('executeDocumentRenameProvider', path, at, to);
    return edit
      .entries()
      .flatMap(([uri, edits]) => edits.map(({ range, newText }) => `${inWords(uri, range)} ${newText}`))
      .toSorted();
  };

  before(async () => {
    await writeAll();
    await eventually(async () => equal(await isLoaded('Ways'), true, 'presence of the assessment'), 15_000);
    await eventually(async () => equal((await allLenses(DOCUMENT)).length > 2, true, 'presence of lenses'));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [name, text] of Object.entries(FILES))
      if ((await read(`ways/${name}`)) !== text) await write(`ways/${name}`, text);
    // VS Code shows what is on disk in its own time.
    for (const [name, text] of Object.entries(FILES))
      await eventually(async () =>
        equal((await vscode.workspace.openTextDocument(file(`ways/${name}`))).getText(), text, name),
      );
  });

  after(() => remove('ways', 'Ways'));

  it('by F2 changes documents, registers and the project file together', async () => {
    equal(await renames(PLAIN, await positionOf(PLAIN, '01.c'), '01.V'), [
      'evidence.csv:3 01.v',
      'scope.md:3 01.v',
      'scope.md:5 01.v',
      'scope.txt:4 01.v',
    ]);
    equal(await renames('ways/evidence.csv', await positionOf('ways/evidence.csv', A), B), [
      `evidence.csv:2 ${B}`,
      `gaps.csv:2 ${B}`,
      `inheritance-scope.json:8 ${B}`,
      `scope.md:5 ${B} - 01.c`,
    ]);
  });

  it('says what is wrong with the new id', async () => {
    const at = await positionOf(PLAIN, '01.c');
    for (const [to, words] of [
      ['01.z', 'category 01 goes from 01.a to 01.y'],
      ['01.c', 'stands there already'],
      [A, 'only another control'],
    ] as const)
      includes(await refusal(renames(PLAIN, at, to)), words);
  });

  it('is offered on an id alone, and not in the matrix or a range', async () => {
    const prepare = async (path: string, text: string, from = 0): Promise<string> => {
      const at = await positionOf(path, text, from);
      try {
        const found = await run<{ range: vscode.Range; placeholder: string }>('prepareRename', path, at);
        return found.placeholder;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    };
    equal(await prepare(PLAIN, '01.c'), '01.c');
    equal(await prepare(PROJECT, A), A);
    // VS Code's own Markdown support would rename the heading.
    equal(await prepare(DOCUMENT, '01.c - Priv'), '01.c');
    includes(await prepare('ways/srm.csv', A), 'The matrix is the provider’s');
    includes(await prepare(DOCUMENT, '01.a–01.e'), 'A range stands for several controls');
    includes(await prepare(PLAIN, 'Passwords'), 'There is no id');
    includes(await prepare('ways/evidence.csv', '01.c\n'), 'Only the id that a row is about');
  });

  it('by the command shows each place first, and changes none that is not ticked', async () => {
    const running = vscode.commands.executeCommand('inheritanceScope.replaceControl', {
      assessment: assessment(),
      from: '01.c',
      to: '01.v',
      choose: true,
    });
    let isDone = false;
    void running.then(() => {
      isDone = true;
    });
    await eventually(async () => {
      await vscode.commands.executeCommand('refactorPreview.discard');
      equal(isDone, true, 'end of the preview');
    });
    equal(await read(DOCUMENT), FILES['scope.md']);
    equal((await vscode.workspace.openTextDocument(file(DOCUMENT))).isDirty, false, 'change of the document');
  });

  it('goes by what stands in editors now, saved or not', async () => {
    await withContent('ways/evidence.csv', FILES['evidence.csv'] ?? '', async () => {
      const document = await vscode.workspace.openTextDocument(file('ways/evidence.csv'));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '01.c,https://x.y/z,\n'));
      const found = await renames(PLAIN, await positionOf(PLAIN, '01.c'), '01.v');
      equal(found.slice(0, 2), ['evidence.csv:2 01.v', 'evidence.csv:4 01.v']);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });
  });

  it('leaves out a register that VS Code would save in another encoding', async () => {
    const text = `requirement,note\r\n01.c,caf\u00e9\r\n`;
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    await vscode.workspace.fs.writeFile(file('ways/evidence.csv'), bytes);
    const at = await positionOf(PLAIN, '01.c');
    await eventually(async () =>
      equal(await renames(PLAIN, at, '01.v'), ['scope.md:3 01.v', 'scope.md:5 01.v', 'scope.txt:4 01.v']),
    );
    equal(Array.from(await vscode.workspace.fs.readFile(file('ways/evidence.csv'))), Array.from(bytes));
  });

  it('leaves out a register that VS Code cannot open as text', async () => {
    await vscode.workspace.fs.writeFile(
      file('ways/gaps.csv'),
      Uint8Array.from({ length: 64 }, (_, byte) => byte % 3),
    );
    equal(await renames(PLAIN, await positionOf(PLAIN, '01.c'), '01.v'), [
      'evidence.csv:3 01.v',
      'scope.md:3 01.v',
      'scope.md:5 01.v',
      'scope.txt:4 01.v',
    ]);
  });

  it('by the command changes every place, and no other byte', async () => {
    await vscode.commands.executeCommand('inheritanceScope.replaceControl', {
      assessment: assessment(),
      from: '01.c',
      to: '01.v',
      choose: false,
    });
    await vscode.workspace.saveAll();
    equal(await read('ways/evidence.csv'), FILES['evidence.csv']?.replace('\n01.c,', '\n01.v,'));
    equal(
      await read(DOCUMENT),
      FILES['scope.md']?.replace('### 01.c - Privilege', '### 01.v - Privilege').replace('01.C', '01.v'),
    );
    equal(await read('ways/srm.csv'), FILES['srm.csv']);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
