import * as vscode from 'vscode';
import { equal, eventually, includes } from './expect';
import { file, folder, read, write } from './workspace';

/** Types a text into a document at the end of a line that holds another, and puts the document back. */
async function typing<T>(
  path: string,
  behind: string,
  typed: string,
  test: (at: vscode.Position) => Promise<T>,
): Promise<T> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const before = document.getText();
  const offset = behind === '' ? before.length : before.indexOf(behind) + behind.length;
  const position = document.positionAt(offset);
  const insert = new vscode.WorkspaceEdit();
  insert.insert(document.uri, position, typed);
  await vscode.workspace.applyEdit(insert);
  try {
    return await test(document.positionAt(document.offsetAt(position) + typed.length));
  } finally {
    const undo = new vscode.WorkspaceEdit();
    undo.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), before);
    await vscode.workspace.applyEdit(undo);
    await document.save();
  }
}

async function completionsAt(
  path: string,
  position: vscode.Position,
  trigger?: string,
  resolved = 0,
): Promise<readonly vscode.CompletionItem[]> {
  const command = 'vscode.executeCompletionItemProvider';
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    command,
    file(path),
    position,
    trigger,
    resolved,
  );
  // Where there is none of ours, VS Code offers words of the file and snippets.
  return list.items.filter(({ sortText = '' }) => /^\d{4}$/.test(sortText));
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function textOf({ insertText }: vscode.CompletionItem): string {
  return typeof insertText === 'string' ? insertText : (insertText?.value ?? '');
}

describe('completion in a document', () => {
  const DOCUMENT = 'scoping/access-control.md';
  const at = (
    behind: string,
    typed: string,
    trigger?: string,
    resolved?: number,
  ): Promise<readonly vscode.CompletionItem[]> =>
    typing(DOCUMENT, behind, typed, (position) => completionsAt(DOCUMENT, position, trigger, resolved));

  before(() => eventually(async () => equal((await at('', '\n\n- 01.', '.')).length > 0, true), 20_000));

  it('finds a control by words of its title, and says whose it is', async () => {
    const [item] = await at('', '\n\nDone as acc pol');
    equal(item && labelOf(item), '01.a Access Control Policy');
    equal(item && textOf(item), '01.a');
    includes(item?.filterText, 'acc pol 01.a');
    equal(typeof item?.label === 'object' ? item.label.description : '', 'Unknown');
    const range = item?.range as { readonly inserting: vscode.Range };
    equal(
      range.inserting.end.character - range.inserting.start.character,
      'acc pol'.length,
      'length of what it replaces',
    );
  });

  it('finds a misspelt title too', async () => {
    const [item] = await at('', '\n\npriviledge mangement');
    equal(item && labelOf(item), '01.c Privilege Management');
  });

  it('writes the title as the neighbours do in a heading, and the id alone in a table', async () => {
    const inHeading = await at('', '\n\n### 01.', '.');
    equal(inHeading.map(textOf).includes('01.q – User Identification and Authentication'), true, 'offer of a title');
    const inTable = await at('| 1145.01c2System.1 | roles inside the application | none |', '\n| 01.', '.');
    equal(inTable.map(textOf).includes('01.t'), true, 'offer of an id');
  });

  it('comes up as a point is typed behind a category, but not at the end of a sentence or in code', async () => {
    equal((await at('', '\n\nSee 01.', '.')).length > 20, true, 'list');
    for (const text of [
      '\n\nSee section 10.',
      '\n\nIt is done.',
      '\n\n```\n01.',
      '\n\n[a](01.',
      '\n\nhttps://a.example/01.',
    ])
      equal((await at('', text, '.')).map(labelOf), [], `list in "${text}"`);
  });

  it('offers the requirements of a control that is typed in full', async () => {
    const labels = (await at('', '\n\nSee 01.c')).map(labelOf);
    equal(labels.slice(0, 2), ['01.c Privilege Management', '1143.01c1System.123']);
    equal((await at('', '\n\nSee 1149')).map(labelOf), ['1149.01c2System.9']);
  });

  it('tells of an item what a hover tells, and trusts nothing in it', async () => {
    const [item] = await at('', '\n\n### 01.', '.', 1);
    const text = item?.documentation as vscode.MarkdownString | undefined;
    includes(text?.value, '01 Access Control ›');
    equal(text?.isTrusted ?? false, false, 'trust');
    equal(text?.value.includes('command:'), false, 'presence of a command');
  });

  it('offers a section with a line for each level that is scored', async () => {
    const items = await at('', '\n\npriv');
    const section = items.find(({ kind }) => kind === vscode.CompletionItemKind.Snippet);
    const text = section ? textOf(section) : '';
    includes(text, '### 01.c – Privilege Management\n\nResponsibility: Varies by requirement');
    for (const level of ['policy', 'procedure', 'implemented']) includes(text, `- Evidence (${level}): `);
    equal(text.includes('measured'), false, 'presence of a level that is not scored');
  });

  it('leaves files alone that are no documents', async () => {
    await write('aside/notes.md', 'acc pol\n01.\n');
    try {
      equal((await completionsAt('aside/notes.md', new vscode.Position(0, 7))).map(labelOf), []);
      equal((await completionsAt('aside/notes.md', new vscode.Position(1, 3), '.')).map(labelOf), []);
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'aside'), { recursive: true });
    }
  });
});

describe('completion in the registers', () => {
  const at = (
    path: string,
    typed: string,
    trigger?: string,
    resolved?: number,
  ): Promise<readonly vscode.CompletionItem[]> =>
    typing(path, '', typed, (position) => completionsAt(path, position, trigger, resolved));

  before(() => eventually(async () => equal((await at('evidence.csv', '1149')).length > 0, true), 20_000));

  it('offers by column what the column can hold', async () => {
    const level = await at('evidence.csv', '1106.01b1System.1,,', ',');
    equal(level.map(labelOf), ['policy', 'procedure', 'implemented', 'measured', 'managed']);
    const documents = await at('evidence.csv', '1106.01b1System.1,,policy,');
    equal(documents.map(labelOf).includes('ACP-01'), true, 'offer of a document');
    const states = await at('evidence.csv', '1106.01b1System.1,,policy,ACP-01,,');
    equal(states.map(labelOf)[0], 'requested');
    equal((await at('inheritance-requests.csv', 'IR-999,x,')).map(labelOf), ['external', 'internal']);
    equal((await at('requirements.csv', 'x,,,,,,', ',')).map(labelOf)[1], 'n/a');
  });

  it('offers the ids of the list, found by title too, with what a hover tells', async () => {
    const [item] = await at('evidence.csv', '1149', undefined, 1);
    equal(item && labelOf(item), '1149.01c2System.9');
    includes((item?.documentation as vscode.MarkdownString | undefined)?.value, 'Privilege Management');
    const byTitle = (await at('gaps.csv', 'G-9,priv man')).map(labelOf);
    equal(byTitle.includes('1149.01c2System.9'), true, 'offer by title');
  });

  it('takes the whole cell, within its quotation marks', () =>
    typing('evidence.csv', '', '1106.01b1System.1,,"pol"', async (end) => {
      const [item] = await completionsAt('evidence.csv', end.translate(0, -1));
      equal(item && textOf(item), 'policy');
      equal((item?.range as vscode.Range | undefined)?.end.character, end.character - 1);
    }));

  it('says nothing at the end of a row that was not asked, nor where anything may stand', async () => {
    const document = await read('documents.csv');
    await write('documents.csv', 'document_id,type\n');
    try {
      equal((await at('documents.csv', 'A,', ',')).map(labelOf), []);
      equal((await at('documents.csv', 'A,')).map(labelOf)[0], 'policy');
    } finally {
      await write('documents.csv', document);
    }
    equal((await at('evidence.csv', '1106.01b1System.1,,policy,ACP-01,', ',')).map(labelOf), []);
  });
});

describe('completion between tabs', () => {
  const PATH = 'gaps.csv';
  const TEXT = 'gap_id\trequirement\tmaturity\tstatus\nG1\t\t\t\n';

  it('says nothing that was not asked, for the next key is likely another tab', async () => {
    const before = await read(PATH);
    const document = await vscode.workspace.openTextDocument(file(PATH));
    await write(PATH, TEXT);
    try {
      await eventually(() => equal(document.getText(), TEXT, 'text in the editor'));
      const cell = new vscode.Position(1, 4);
      await eventually(async () => equal((await completionsAt(PATH, cell)).map(labelOf)[0], 'policy'), 15_000);
      equal((await completionsAt(PATH, cell, '\t')).map(labelOf), []);
    } finally {
      await write(PATH, before);
      await eventually(() => equal(document.getText(), before, 'text in the editor'));
    }
  });
});

describe('completion in the project file', () => {
  const PATH = 'inheritance-scope.json';
  const at = async (behind: string, typed: string): Promise<readonly string[]> => {
    const items = await typing(PATH, behind, typed, (position) => completionsAt(PATH, position.translate(0, -1)));
    return items.map(labelOf);
  };

  it('offers the services of the list that are not named yet', async () => {
    const labels = await at('"Azure Storage"', ', ""');
    equal(labels.includes('Key Vault'), false, 'offer of a service that is named');
    equal(labels.length > 0, true, 'offer of services');
  });

  it('offers files for paths, and ids for what is carved out', async () => {
    const files = await at('"gaps": "gaps.csv"', ', "requirements": ""');
    for (const path of ['azure/', 'gaps.csv', 'requirements.csv']) equal(files.includes(path), true, path);
    equal((await at('"gaps": "gaps.csv"', ', "evidence": "azure/"')).includes('azure/policy-states.json'), false);
    const ids = await at('"gaps": "gaps.csv"', ', "carveOuts": [{ "requirements": ["1149"');
    equal(ids.includes('1149.01c2System.9'), true, 'offer of an id');
  });
});
