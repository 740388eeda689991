import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CommandLine, type HoverWords } from './commandLine';
import { rowsOfTable } from './summaryTable';
import { openWorkbench, type Workbench } from './workbench';

// The promise: after every change the window shows and exports what the command line says of the same files.

const SUMMARY = 'Inheritance Summary';
const PROJECT = 'inheritance-scope.json';
const MATRIX = 'azure-srm-illustrative.csv';

/** Short enough for all its lenses to be in view at once. */
const DOCUMENT = 'scoping/sign-in.md';
const TEXT = `# Signing in

### 01.q - Signing in at the portal

No shared accounts (1122.01q1System.1 - 01.q), as 01.q and \`01.Q\` ask for.

Evidence (procedure): [Accounts](../evidence/user-provisioning-procedure.md)

Ask about 01.t, 01.v, 01.t again, 01.j and 01.c. The sites have 08.b–08.e, and 14.a.

| Control | Practice | Evidence (policy) |
| --- | --- | --- |
| 09.aa | The tenant’s sign-in log | TBD |
| 13.k | What the portal shows | [Policy](../evidence/access-control-policy.md) |
`;
const RENAMED = 'scoping/Anmeldung (01.q).md';

for (const host of ['node', 'web'] as const) {
  describe(`with the extension in the ${host} host, window and command line agree`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench({ host, byFile: true, size: { width: 2560, height: 1000 } });
      await workbench.open('scoping/access-control.md');
      await workbench.runCommand('Inheritance Scope: Open Summary');
    });

    after(() => workbench.close());

    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await workbench.screenshot(`failed-agreement-${host}`);
    });

    const at = (file: string): string => join(workbench.folder, file);
    const edit = (file: string, change: (text: string) => string): void => {
      writeFileSync(at(file), change(readFileSync(at(file), 'utf8')));
    };

    /** What the command line says of the sample, or of a copy of it. */
    const askOfProject = (folder = workbench.folder): Promise<CommandLine> => {
      const documents = readdirSync(join(folder, 'scoping')).toSorted();
      return CommandLine.ask(
        folder,
        ['--project', PROJECT],
        documents.map((name) => `scoping/${name}`),
      );
    };

    /** Waits until the window shows what the command line says. The document is the active editor's. */
    const agrees = async (
      said: CommandLine,
      {
        document = DOCUMENT,
        control = '01.q',
        format = 'json',
      }: { readonly document?: string; readonly control?: string; readonly format?: 'json' | 'md' } = {},
    ): Promise<void> => {
      const { line, column } = said.find(control, document);
      const page = await workbench.webviewFrame(SUMMARY);
      await eventually(() => rowsOfTable(page), said.rows);
      await eventually(() => workbench.codeLenses(), said.lenses(document));
      await eventually(async () => wordsOf(await workbench.hover(line, column)), said.hover(control, document));
      await eventually(() => exported(format, said), said.exported[format]);
    };

    /** What the window exports of an assessment. */
    const exported = async (format: 'json' | 'md', said: CommandLine): Promise<string> => {
      // The command line may have been asked about a copy.
      const name = basename(said.folder);
      const file = join(dirname(workbench.folder), name, `scoping-summary.${format}`);
      await workbench.exportSummary(format === 'md' ? 'Markdown' : 'JSON', basename(file));
      const text = readFileSync(file, 'utf8');
      await workbench.closeEditor();
      rmSync(file);
      return withoutFolder(text, name);
    };

    it('on a document that is new', async () => {
      writeFileSync(at(DOCUMENT), TEXT);
      await workbench.open(DOCUMENT);
      await agrees(await askOfProject(), { format: 'md' });
    });

    it('on what is typed and not saved', async () => {
      const typed = 'First 12.c, 01.a-01.d and 16.a. ';
      await workbench.goToLine(1);
      await workbench.page.keyboard.type(typed);
      const copy = join(dirname(workbench.folder), 'typed', basename(workbench.folder));
      cpSync(workbench.folder, copy, { recursive: true });
      writeFileSync(join(copy, DOCUMENT), `${typed}${TEXT}`);
      await agrees(await askOfProject(copy), { control: '12.c' });
      assert.equal(readFileSync(at(DOCUMENT), 'utf8'), TEXT);
    });

    it('on what is saved', async () => {
      await workbench.save();
      assert.notEqual(readFileSync(at(DOCUMENT), 'utf8'), TEXT);
      await agrees(await askOfProject(), { control: '12.c' });
    });

    it('on files that change on disk', async () => {
      edit('evidence.csv', (text) => text.split('\n').slice(0, -8).join('\n'));
      edit('scoping/access-control.md', (text) => text.replaceAll('01.t', '01.w'));
      await agrees(await askOfProject());
    });

    it('on documents that are renamed on disk', async () => {
      renameSync(at('scoping/operations-and-network.md'), at('scoping/überblick & netz.md'));
      renameSync(at('scoping/resilience-and-facilities.md'), at('scoping/access=facilities.md'));
      await agrees(await askOfProject());
    });

    it('on the active document when it is renamed in the window', async () => {
      await workbench.open(DOCUMENT);
      await workbench.rename(basename(RENAMED));
      await agrees(await askOfProject(), { document: RENAMED });
    });

    it('on the others when a document is deleted that is open', async () => {
      await workbench.open('scoping/access-control.md');
      rmSync(at('scoping/access-control.md'));
      await eventually(() => workbench.codeLenses(1), []);
      await workbench.closeEditor();
      await agrees(await askOfProject(), { document: RENAMED });
    });

    it('on the matrix when it is written anew', async () => {
      edit(MATRIX, (text) => text.replaceAll('Partially Inheritable', 'Fully Inheritable'));
      await agrees(await askOfProject(), { document: RENAMED });
    });

    it('on the matrix when it is gone', async () => {
      rmSync(at(MATRIX));
      await agrees(await askOfProject(), { document: RENAMED });
    });

    it('on another matrix that the project file names', async () => {
      writeFileSync(at('by-control.csv'), 'Control,Responsibility\n01.q,Shared\n01.t,Azure\n08.b,Customer\n');
      edit(PROJECT, (text) => text.replace(MATRIX, 'by-control.csv'));
      await agrees(await askOfProject(), { document: RENAMED });
    });

    describe('on a second folder,', () => {
      const NOTES = 'notes/rights.md';
      let second: string;

      /** The settings of the folder, which has no project file. */
      const set = (settings: { readonly matrix: string; readonly documents?: readonly string[] }): void => {
        const named = Object.entries(settings).map(([name, value]) => [`inheritanceScope.${name}`, value]);
        writeFileSync(join(second, '.vscode/settings.json'), JSON.stringify(Object.fromEntries(named)));
      };

      before(() => {
        second = join(dirname(workbench.folder), 'portal-assessment');
        for (const folder of ['.vscode', 'notes']) mkdirSync(join(second, folder), { recursive: true });
        writeFileSync(join(second, NOTES), '# Rights\n\n## 01.c\n\nAs said under 01.q, 02.e and 16.a.\n');
        writeFileSync(join(second, 'draft.md'), '# Draft\n\n01.c and 05.a.\n');
        writeFileSync(join(second, 'srm.csv'), 'Control,Responsibility\n01.c,Customer\n01.q,Azure\n');
        writeFileSync(join(second, 'new.csv'), 'Control,Inheritability\n01.c,Partial\n01.q,Maybe\n02.e,No\n');
        set({ matrix: 'srm.csv' });
      });

      it('which is opened too, once its summary is picked', async () => {
        workbench.addFolder(second);
        await workbench.files.filter({ hasText: basename(second) }).waitFor();
        const said = await CommandLine.ask(second, ['--matrix', 'srm.csv'], ['draft.md', NOTES]);
        await workbench.runCommand('View: Close All Editors');
        await workbench.open(NOTES);
        await eventually(() => workbench.codeLenses(), said.lenses(NOTES));
        // No scoping document, so that it does not say which assessment is meant.
        await workbench.open('README.md');
        await workbench.runCommand('Inheritance Scope: Open Summary');
        await workbench.pick(basename(second));
        await workbench.open(NOTES);
        await agrees(said, { document: NOTES, control: '01.c' });
      });

      it('when its settings name other documents', async () => {
        set({ matrix: 'srm.csv', documents: ['notes/*.md'] });
        const said = await CommandLine.ask(second, ['--matrix', 'srm.csv'], [NOTES]);
        await agrees(said, { document: NOTES, control: '01.c' });
      });

      it('when its settings name another matrix', async () => {
        set({ matrix: 'new.csv', documents: ['notes/*.md'] });
        const said = await CommandLine.ask(second, ['--matrix', 'new.csv'], [NOTES]);
        await agrees(said, { document: NOTES, control: '01.q' });
      });

      it('and on the first one beside it', async () => {
        await workbench.runCommand('View: Close All Editors');
        await workbench.open(RENAMED);
        await workbench.runCommand('Inheritance Scope: Open Summary');
        await agrees(await askOfProject(), { document: RENAMED });
      });
    });
  });
}

/** Where several folders are open, the window says of each file in which of them it is. */
function withoutFolder(text: string, folder: string): string {
  return text.replaceAll(`${folder}/`, '');
}

/** Reads again and again until it is what is expected, and fails with the difference where that takes too long. */
async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  for (const limit = Date.now() + 10_000; ;) {
    const actual = await read();
    try {
      assert.deepEqual(actual, expected);
      return;
    } catch (error) {
      if (Date.now() > limit) throw error;
    }
  }
}

/** A hover's lines: name, category, headline, what is open with its rule below each, and then what is behind a link. */
function wordsOf([control = '', , headline = '', ...lines]: readonly string[]): HoverWords {
  const links = lines.findIndex((line) => line.startsWith('Open in the summary'));
  const open = lines.slice(0, links);
  return {
    control,
    headline,
    open: open.filter((_, index) => index % 2 === 0).join('; '),
    why: [...new Set(open.filter((_, index) => index % 2 === 1))],
  };
}
