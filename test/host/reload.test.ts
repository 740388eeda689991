import * as vscode from 'vscode';
import { equal, eventually } from './expect';
import { file, lensesOn, lineOf, problemsOf, read, withContent, write } from './workspace';

const MATRIX = 'azure-srm-illustrative.csv';
const DOCUMENT = 'scoping/access-control.md';

/** Longer than it takes until a change was read and told of. */
const QUIET_MS = 4_000;

interface Shown {
  readonly text: string;
  readonly buttons: readonly string[];
}

/** Takes down what is shown in place of showing it: nobody is there to close a message. */
function listen(): { readonly shown: Shown[]; readonly stop: () => void } {
  const shown: Shown[] = [];
  const { window } = vscode;
  const original = window.showInformationMessage;
  window.showInformationMessage = (text: string, ...buttons: unknown[]) => {
    shown.push({ text, buttons: buttons as string[] });
    return Promise.resolve(undefined);
  };
  return {
    shown,
    stop: () => {
      window.showInformationMessage = original;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe('a matrix that changes', function () {
  this.timeout(60_000);
  let content: string;
  let listener: ReturnType<typeof listen>;

  before(async () => {
    content = await read(MATRIX);
  });

  beforeEach(async () => {
    // What earlier tests changed has been told of by then.
    await pause(QUIET_MS);
    listener = listen();
  });

  afterEach(async () => {
    listener.stop();
    if ((await read(MATRIX)) !== content) await write(MATRIX, content);
  });

  it('is told of once, with what changed', async () => {
    const line = await lineOf(DOCUMENT, '### 01.t - ');
    const [before] = await lensesOn(DOCUMENT, line);
    const changed = content
      .replace(/^(.*,01\.t [^,]*,)Not Inheritable/m, '$1Fully Inheritable')
      .replace(/^1002\.01d1System\.1,.*\n/m, '')
      .concat('1166.01e1System.99,01.e Review of User Access Rights,Not Inheritable,,\n');
    await write(MATRIX, changed);
    await eventually(async () => equal((await lensesOn(DOCUMENT, line))[0] === before, false, 'sameness of lenses'));
    await eventually(() => equal(listener.shown.length, 1, 'number of messages'));
    equal(listener.shown, [
      { text: `The matrix ${MATRIX} changed: 1 entry changed, 1 added, 1 removed.`, buttons: [] },
    ]);
    await pause(QUIET_MS);
    equal(listener.shown.length, 1, 'number of messages');
  });

  it('leads to its problems where there are new ones', async () => {
    await write(MATRIX, content.replace('Partially Inheritable', 'Perhaps').replace(',None.', ',Nothing.'));
    await eventually(() => equal(listener.shown.length, 1, 'number of messages'));
    equal(listener.shown, [
      { text: `The matrix ${MATRIX} changed: 2 entries changed, 0 added, 0 removed.`, buttons: ['Show Problems'] },
    ]);
  });

  it('several times in a row is told of once', async () => {
    for (const word of ['one', 'two', 'three']) {
      await write(MATRIX, content.replaceAll(',None.', `,${word}`));
      await pause(700);
    }
    await pause(QUIET_MS);
    equal(listener.shown.length, 1, 'number of messages');
  });

  it('is not told of where nothing in it changed', async () => {
    await write(MATRIX, content);
    await write(MATRIX, `${content}\n`);
    await pause(QUIET_MS);
    equal(listener.shown, []);
  });

  it('is not told of where Load Matrix… tells of it', async () => {
    const project = await read('inheritance-scope.json');
    await write('other.csv', 'Control,Responsibility\n01.d,Azure\n');
    try {
      await vscode.commands.executeCommand('inheritanceScope.loadMatrix', { matrix: file('other.csv') });
      await pause(QUIET_MS);
      equal(
        listener.shown.map(({ text }) => text),
        ['The matrix was read. Entries: 1.'],
      );
    } finally {
      await write('inheritance-scope.json', project);
      await vscode.workspace.fs.delete(file('other.csv'));
    }
    await eventually(() => equal(problemsOf(MATRIX).length, 3));
  });

  it('is not read while it is half written', async () => {
    const line = await lineOf(DOCUMENT, '### 01.t - ');
    const before = await lensesOn(DOCUMENT, line);
    const seen = new Set<string>();
    const look = async (milliseconds: number): Promise<void> => {
      const limit = Date.now() + milliseconds;
      while (Date.now() < limit) {
        seen.add((await lensesOn(DOCUMENT, line)).join());
        await pause(50);
      }
    };
    await write(MATRIX, '');
    await look(500);
    await write(MATRIX, content.slice(0, content.indexOf('01.t') + 2));
    await look(1_000);
    await write(MATRIX, content);
    await look(3_000);
    await pause(QUIET_MS);
    equal([...seen], [before.join()], 'lenses seen');
    equal(listener.shown, []);
  });

  it('and is empty for good, is read as empty', async () => {
    await withContent(MATRIX, '', () =>
      eventually(() =>
        equal(
          problemsOf(MATRIX).some((each) => each.endsWith('file-empty')),
          true,
          'presence',
        ),
      ),
    );
    await eventually(() => equal(problemsOf(MATRIX).length, 3));
  });
});
