import * as vscode from 'vscode';
import type { App } from '../../src/app';
import { loadPart } from '../../src/cli/loadPart';
import { catalog } from '../../src/core/csf/catalog';
import { english } from '../../src/core/message';
import { ALL } from '../../src/summary/pageState';
import { parseToPage, type ToHost, type ToPage } from '../../src/summary/protocol';
import { SavedFilters } from '../../src/summary/savedFilters';
import { type PageSurface, SummaryPage } from '../../src/summary/summaryPage';
import { AssessmentIndex } from '../../src/workspace/assessmentIndex';
import { MatrixNews } from '../../src/workspace/matrixNews';
import { createContainedFiles } from '../../src/workspace/workspaceFiles';
import { equal, eventually, includes } from './expect';
import { file, write } from './workspace';

const DOCUMENT = 'scoping/access-control.md';

/** How long after an edit the page knows of it, in milliseconds. */
const LIVE_MS = 200;

type Message<T extends ToPage['type']> = Extract<ToPage, { readonly type: T }>;

/** A surface without a screen: what is posted can be read, and what a page would say be said. */
class ReadSurface implements PageSurface {
  readonly posted: { readonly message: ToPage; readonly at: number }[] = [];
  readonly #said = new vscode.EventEmitter<unknown>();
  readonly #shown = new vscode.EventEmitter<void>();
  #isVisible = true;
  name: string | undefined;
  readonly onDidChangeVisibility = this.#shown.event;
  readonly webview: vscode.Webview = {
    options: {},
    html: '',
    cspSource: 'test:',
    onDidReceiveMessage: this.#said.event,
    asWebviewUri: (uri) => uri,
    postMessage: (value: unknown) => {
      const message = parseToPage(JSON.parse(JSON.stringify(value)));
      if (!message) throw new Error('The page does not take what was posted.');
      this.posted.push({ message, at: performance.now() });
      return Promise.resolve(true);
    },
  };

  isVisible = (): boolean => this.#isVisible;
  columnOfFiles = (): vscode.ViewColumn => vscode.ViewColumn.Active;
  setName = (name: string | undefined): void => {
    this.name = name;
  };

  say(message: ToHost): void {
    this.#said.fire(message);
  }

  sayAnything(value: unknown): void {
    this.#said.fire(value);
  }

  show(isVisible: boolean): void {
    this.#isVisible = isVisible;
    this.#shown.fire();
  }

  last<T extends ToPage['type']>(type: T): Message<T> {
    const found = this.posted.findLast(({ message }) => message.type === type)?.message;
    if (!found) throw new Error(`No ${type} was posted.`);
    return found as Message<T>;
  }
}

function createMemory(): vscode.Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string, other?: T) => (kept.has(key) ? (kept.get(key) as T) : other),
    update: (key: string, value: unknown) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}

describe('the host of the summary’s page', () => {
  const warnings: string[] = [];
  const errors: unknown[] = [];
  let app: App;
  let filters: SavedFilters;
  let pages: SummaryPage[] = [];

  before(() => {
    const extension = vscode.extensions.getExtension('inheritance-scope.azure-inheritance-scope');
    if (!extension) throw new Error('The extension is not there.');
    const files = createContainedFiles();
    const index = new AssessmentIndex(
      files,
      catalog,
      loadPart,
      (work) => work(() => undefined, new AbortController().signal),
      (error) => errors.push(error),
      () => '2027-03-24',
    );
    app = {
      extensionUri: extension.extensionUri,
      workspaceState: createMemory(),
      version: '0',
      catalog,
      files,
      index,
      matrixNews: new MatrixNews(),
      loadPart,
      translate: english,
      attempt: async (action) => action(),
      log: {
        warn: (text: string) => warnings.push(text),
        error: (error: string | Error) => errors.push(error),
      },
      today: () => '2027-03-24',
    };
    filters = new SavedFilters(app.workspaceState);
  });
  afterEach(() => {
    for (const page of pages) page.dispose();
    pages = [];
    warnings.length = 0;
    equal(errors.map(String), [], 'errors');
  });
  after(async () => {
    app.index.dispose();
    filters.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  function open(id = '', isFree = true): ReadSurface {
    const surface = new ReadSurface();
    pages.push(new SummaryPage(app, surface, filters, id, isFree));
    return surface;
  }

  async function opened(): Promise<ReadSurface> {
    const surface = open();
    await app.index.whenLoaded;
    surface.say({ type: 'ready' });
    await eventually(() => surface.last('summary'));
    return surface;
  }

  it('says that it reads, and sends the summary as soon as all is read', async () => {
    void app.index.reload();
    const surface = open();
    surface.say({ type: 'ready' });
    equal(surface.last('notice').notice.state, 'loading');
    const { summary, assessments } = await eventually(() => surface.last('summary'));
    equal(summary.title, 'Quillmere Home, r2 2027');
    includes(summary.headline.text, ' requirements still need evidence');
    equal(assessments.length, 1, 'number of assessments');
    includes(surface.webview.html, `default-src 'none'`);
  });

  it(`sends a new summary within ${LIVE_MS} ms of an edit, however fast somebody types, and the page’s own details`, async () => {
    const surface = await opened();
    const before = surface.last('summary');
    const editor = await vscode.window.showTextDocument(file(DOCUMENT));
    const edits: number[] = [];
    const listener = vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === editor.document) edits.push(performance.now());
    });
    try {
      for (let key = 0; key < 12; key++) {
        await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), key % 4 === 3 ? '01.b\n' : 'x'));
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      await eventually(() => equal(surface.last('summary').revision > before.revision, true, 'newness'));
      await new Promise((resolve) => setTimeout(resolve, LIVE_MS));
      const posts = surface.posted.filter(({ message }) => message.type === 'summary').map(({ at }) => at);
      const waits = edits.map((edit) => (posts.find((at) => at >= edit) ?? Infinity) - edit);
      console.log(`    the longest that an edit waited: ${Math.round(Math.max(...waits))} ms`);
      equal(Math.max(...waits) <= LIVE_MS, true, `promptness (${waits.map(Math.round).join(', ')} ms)`);

      const { revision } = surface.last('summary');
      surface.say({ type: 'details', rows: ['01.b'], revision: revision - 1 });
      surface.say({ type: 'details', rows: ['01.b', 'gone'], revision });
      const details = await eventually(() => surface.last('details'));
      equal(details.revision, revision, 'revision');
      equal(
        details.rows.map(({ id }) => id),
        ['01.b'],
      );
      equal(surface.posted.filter(({ message }) => message.type === 'details').length, 1, 'number of answers');
    } finally {
      listener.dispose();
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('refuses and logs what is no message, what comes out of order and what was not sent, and does nothing else', async () => {
    const early = open();
    early.say({ type: 'run', run: 'export' });
    equal(warnings.length, 1, 'number of warnings');
    const surface = await opened();
    const { length } = surface.posted;
    const { revision } = surface.last('summary');
    for (const value of [
      { type: 'execute', command: 'workbench.action.quit' },
      { type: 'open', kind: 'reference', row: '01.c', index: 0, revision: revision + 1 },
      { type: 'open', kind: 'reference', row: '01.c', index: 9_999, revision },
      { type: 'act', action: 'addEvidence', row: '01.zz' },
      { type: 'choose', assessment: 'file:///etc' },
      { type: 'run', run: 'retry' },
      { type: 'deleteFilter', name: 'none' },
    ])
      surface.sayAnything(value);
    equal(warnings.length, 8, 'number of warnings');
    includes(warnings.at(-1), 'A message of the summary’s page was refused');
    equal(surface.posted.length, length, 'number of messages to the page');
  });

  it('answers the last request alone in a flood of messages, and does not fill the log', async () => {
    const surface = await opened();
    const { revision, summary } = surface.last('summary');
    const rows = summary.rows.map(({ id }) => id);
    const { length } = surface.posted;
    for (let index = 0; index < 10_000; index++) {
      surface.say({ type: 'details', rows: rows.slice(0, (index % 5) + 1), revision });
      surface.sayAnything({ type: 'execute' });
    }
    // Details come in parts, a turn of the host each.
    await eventually(() => {
      const posted = surface.posted.slice(length).map(({ message }) => message);
      equal(
        posted.flatMap((message) => (message.type === 'details' ? message.rows.map(({ id }) => id) : [message.type])),
        rows.slice(0, 5),
      );
    });
    equal(warnings.length, 21, 'number of warnings');

    for (let index = 0; index < 1_000; index++) surface.say({ type: 'ready' });
    await new Promise((resolve) => setTimeout(resolve, 2 * LIVE_MS));
    const summaries = surface.posted.slice(length).filter(({ message }) => message.type === 'summary');
    equal(summaries.length, 1, 'number of summaries');
  });

  it('sends a hidden page nothing, and a page that is shown again what there is now', async () => {
    const surface = await opened();
    surface.show(false);
    const { length } = surface.posted;
    await filters.save(surface.last('summary').assessment, { name: 'Mine', view: ALL });
    await new Promise((resolve) => setTimeout(resolve, LIVE_MS));
    equal(surface.posted.length, length, 'number of messages');
    surface.show(true);
    surface.say({ type: 'ready' });
    equal(
      surface.last('summary').savedFilters.map(({ name }) => name),
      ['Mine'],
    );
  });

  it('keeps saved filters, and sends them to every page of the assessment', async () => {
    const [surface, other] = [await opened(), await opened()];
    const view = { ...ALL, text: 'log' };
    surface.say({ type: 'saveFilter', name: 'Logs', view });
    for (const each of [surface, other])
      await eventually(() => equal(each.last('summary').savedFilters.at(-1), { name: 'Logs', view }));
    // Before anything comes of them the second one knows nothing of the first.
    surface.say({ type: 'saveFilter', name: 'More logs', view });
    other.say({ type: 'saveFilter', name: 'Still more', view });
    other.say({ type: 'deleteFilter', name: 'More logs' });
    for (const each of [surface, other])
      await eventually(() =>
        equal(
          each
            .last('summary')
            .savedFilters.slice(-2)
            .map(({ name }) => name),
          ['Logs', 'Still more'],
        ),
      );
    surface.say({ type: 'deleteFilter', name: 'Logs' });
    await eventually(() =>
      equal(
        other.last('summary').savedFilters.some(({ name }) => name === 'Logs'),
        false,
      ),
    );
  });

  it('shows those of the saved filters that it can read', async () => {
    const surface = await opened();
    const { assessment } = surface.last('summary');
    const mine = { name: 'Mine', view: ALL };
    const remembered = [{ name: 'Old', view: { text: 'x' } }, null, mine, 7, { ...mine, name: {} }];
    await app.workspaceState.update(`summary.filters ${assessment}`, remembered);
    equal(filters.of(assessment), [mine]);
    for (const other of ['x', 7, { length: 1 }]) {
      await app.workspaceState.update(`summary.filters ${assessment}`, other);
      equal(filters.of(assessment), []);
    }
    await app.workspaceState.update(`summary.filters ${assessment}`, undefined);
  });

  it('says that its assessment is gone, and shows another where that is asked for', async () => {
    const surface = open('file:///gone/inheritance-scope.json', false);
    await app.index.whenLoaded;
    surface.say({ type: 'ready' });
    await eventually(() => equal(surface.last('notice').notice.state, 'empty'));
    const { title, actions } = surface.last('notice').notice;
    includes(title, 'no longer there');
    equal(
      actions.map(({ run, label }) => `${run}: ${label}`),
      ['retry: Show Quillmere Home, r2 2027'],
    );
    surface.say({ type: 'run', run: 'retry' });
    equal(surface.last('summary').summary.title, 'Quillmere Home, r2 2027');
  });

  it('shows another assessment that is chosen, says when that is gone, and shows it again once it is back', async () => {
    const surface = await opened();
    equal(surface.name, undefined, 'name beside the title');
    const project = 'other/inheritance-scope.json';
    const otherId = file(project).toString();
    try {
      await write(project, '{ "name": "Other" }');
      await app.index.reload();
      await eventually(() => equal(surface.last('summary').assessments.length, 2, 'number of assessments'));
      equal(surface.name, 'Quillmere Home, r2 2027', 'name beside the title');
      surface.say({ type: 'choose', assessment: otherId });
      equal(surface.last('summary').assessment, otherId, 'assessment');
      equal(surface.name, 'Other', 'name beside the title');
      await vscode.workspace.fs.delete(file('other'), { recursive: true });
      await app.index.reload();
      await eventually(() => includes(surface.last('notice').notice.title, 'no longer there'));
      equal(surface.posted.filter(({ message }) => message.type === 'notice').length, 1, 'number of notices');
      await write(project, '{ "name": "Other again" }');
      await app.index.reload();
      await eventually(() => equal(surface.last('summary').summary.title, 'Other again'));
    } finally {
      await vscode.workspace.fs.delete(file('other'), { recursive: true });
      await app.index.reload();
    }
  });

  it('stays with its assessment while the project file is broken, and where others are chosen faster than they are made', async () => {
    const surface = await opened();
    const { assessment } = surface.last('summary');
    const project = 'other/inheritance-scope.json';
    const otherId = file(project).toString();
    try {
      await write(project, '{ "name": "Other" }');
      await app.index.reload();
      await eventually(() => equal(surface.last('summary').assessments.length, 2, 'number of assessments'));
      for (let index = 0; index < 101; index++) {
        surface.say({ type: 'choose', assessment: index % 2 === 0 ? otherId : assessment });
        surface.say({ type: 'details', rows: ['01.c'], revision: surface.last('summary').revision });
      }
      equal(surface.last('summary').assessment, otherId, 'assessment');
      for (const broken of ['{ "name": ', '', '[]', '{ "name": 7, "matrix": {} }', '{ "name": "Mended" }']) {
        await write(project, broken);
        await app.index.reload();
        await eventually(() => equal(surface.last('summary').assessment, otherId, 'assessment'));
      }
      await eventually(() => equal(surface.last('summary').summary.title, 'Mended'));
      const notices = surface.posted.filter(({ message }) => message.type === 'notice');
      equal(notices.length, 0, 'number of notices');
      equal([...warnings], []);
    } finally {
      await vscode.workspace.fs.delete(file('other'), { recursive: true });
      await app.index.reload();
    }
  });

  it('says nothing to a page that is closed or hidden before it is answered', async () => {
    const [closed, hidden] = [await opened(), await opened()];
    for (const surface of [closed, hidden])
      surface.say({ type: 'details', rows: ['01.c'], revision: surface.last('summary').revision });
    const lengths = [closed, hidden].map(({ posted }) => posted.length);
    pages[0]?.dispose();
    hidden.show(false);
    closed.say({ type: 'ready' });
    hidden.say({ type: 'run', run: 'loadMatrix' });
    await new Promise((resolve) => setTimeout(resolve, LIVE_MS));
    equal(
      [closed, hidden].map(({ posted }) => posted.length),
      lengths,
    );
    equal(warnings.length, 1, 'number of warnings');
  });

  it('says that it failed, logs why, and tries again where that is asked for', async () => {
    const working = app;
    let isBroken = true;
    app = {
      ...working,
      translate: (message) => {
        if (isBroken) throw new Error('No words.');
        return english(message);
      },
    };
    try {
      const surface = open();
      await app.index.whenLoaded;
      surface.say({ type: 'ready' });
      const { state, text } = await eventually(() => surface.last('notice').notice);
      equal(state, 'failed');
      includes(text, 'No words.');
      includes(String(errors.at(-1)), 'No words.');
      isBroken = false;
      surface.say({ type: 'run', run: 'retry' });
      equal(surface.last('summary').summary.title, 'Quillmere Home, r2 2027');
    } finally {
      app = working;
      errors.length = 0;
    }
  });

  it('is there as a view, too', async () => {
    await vscode.commands.executeCommand('inheritanceScope.summaryView.focus');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });
});
