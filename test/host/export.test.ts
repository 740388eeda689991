import * as vscode from 'vscode';
import { readCsv } from '../../src/core/csv';
import { english } from '../../src/core/message';
import type { ExportedSummary } from '../../src/core/report/exported/exportedSummary';
import { readExport } from '../../src/core/report/exported/readExport';
import { equal, eventually, includes } from './expect';
import { file, read } from './workspace';

function exportSummary(answers: object): Thenable<vscode.Uri | undefined> {
  // Told which, for the copies of the sample that other tests make are assessments too as long as they are there.
  const assessment = file('inheritance-scope.json').toString();
  return vscode.commands.executeCommand('inheritanceScope.exportSummary', { assessment, ...answers });
}

async function readBack(path: string): Promise<ExportedSummary> {
  const reading = await readExport(new Uint8Array(await vscode.workspace.fs.readFile(file(path))), english);
  if ('failure' in reading) throw new Error(`${path}: ${reading.failure}`);
  equal(reading.problems.length, 0, path);
  return reading.summary;
}

async function sha256Of(path: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(await vscode.workspace.fs.readFile(file(path))));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('Export Summary…', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('out'), { recursive: true });
  });

  for (const [format, beginning] of [
    ['md', '<!-- Exported by Azure Inheritance Scope -->'],
    ['html', '<!doctype html>\n<!-- Exported by Azure Inheritance Scope -->\n<html lang="en">'],
    ['csv', 'Exported by,Azure Inheritance Scope '],
    ['json', '{\n  "head": {\n    "tool": "Azure Inheritance Scope '],
  ] as const) {
    it(`writes ${format} with the matrix's SHA-256, all controls and what could not be resolved, and opens it`, async () => {
      const target = file(`out/scoping-summary.${format}`);
      const written = await exportSummary({ format, target });
      equal(written?.toString(), target.toString());
      const text = await read(`out/scoping-summary.${format}`);
      equal(text.slice(0, beginning.length), beginning);
      for (const part of ['azure-srm-illustrative.csv', '12.c', 'HITRUST CSF has no control 14.a.'])
        includes(text, part);
      includes(text, await sha256Of('azure-srm-illustrative.csv'));
      equal(vscode.window.activeTextEditor?.document.uri.toString(), target.toString(), 'active editor');
    });
  }

  it('writes a workbook that opens, and reads back as the JSON does', async () => {
    for (const format of ['xlsx', 'json', 'csv']) await exportSummary({ format, target: file(`out/book.${format}`) });
    const [book, json, csv] = await Promise.all(
      ['xlsx', 'json', 'csv'].map((format) => readBack(`out/book.${format}`)),
    );
    equal(JSON.stringify(book), JSON.stringify(csv));
    equal(book?.manifest.name, json?.manifest.name);
    equal(book?.requirements.length, json?.requirements.length);
    equal((book?.requirements.length ?? 0) > 70, true);
  });

  it('writes the sheet of requests, with what is planned and what is not', async () => {
    await exportSummary({ format: 'requests', target: file('out/requests.csv') });
    const rows = readCsv(await read('out/requests.csv'), ',').rows.map(({ cells }) => cells);
    const header = rows.findIndex(([first]) => first === 'Row');
    equal(rows[header]?.slice(0, 4).join(), 'Row,Requirement,CVID,Control');
    const kinds = new Set(rows.slice(header + 1).map(([first]) => first));
    equal([...kinds].toSorted().join(), 'Not planned,Request');
  });

  it('writes OSCAL with every control in scope, the same bytes each time', async () => {
    await exportSummary({ format: 'oscal', target: file('out/plan.json') });
    const text = await read('out/plan.json');
    const plan = (JSON.parse(text) as { readonly 'system-security-plan': Readonly<Record<string, object>> })[
      'system-security-plan'
    ];
    equal(Object.keys(plan).includes('control-implementation'), true);
    includes(text, '"hitrust-01.c"');
    await exportSummary({ format: 'oscal', target: file('out/again.json') });
    equal(await read('out/again.json'), text);
  });

  it('writes no file where the person thinks better of it', async () => {
    await vscode.workspace.fs.createDirectory(file('out'));
    const before = (await vscode.workspace.fs.readDirectory(file('.'))).map(([name]) => name).join();
    const pending = exportSummary({});
    let done = false;
    void Promise.resolve(pending).finally(() => (done = true));
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      equal(done, true);
    });
    equal(await pending, undefined);
    equal((await vscode.workspace.fs.readDirectory(file('out'))).length, 0);
    equal((await vscode.workspace.fs.readDirectory(file('.'))).map(([name]) => name).join(), before);
  });

  it('takes the format from the name of the file, where nobody picks one', async () => {
    await exportSummary({ target: file('out/mine.json') });
    includes(await read('out/mine.json'), '"head"');
  });

  it('writes only the rows that it is given, and says so', async () => {
    const target = file('out/part.json');
    await exportSummary({ target, rows: ['01.c'], filter: 'Category: 01' });
    const { head, controls } = JSON.parse(await read('out/part.json')) as {
      readonly head: {
        readonly filter: { readonly words: string; readonly controls: number; readonly allControls: number };
      };
      readonly controls: readonly { readonly id: string }[];
    };
    equal(controls.map(({ id }) => id).join(), '01.c');
    equal(head.filter.words, 'Category: 01');
    equal(head.filter.controls, 1);
    equal(head.filter.allControls > 1, true);
  });

  it('writes no file where nothing of the rows is in scope', async () => {
    await vscode.workspace.fs.createDirectory(file('out'));
    equal(await exportSummary({ target: file('out/none.json'), rows: ['99.z'], filter: '' }), undefined);
    equal((await vscode.workspace.fs.readDirectory(file('out'))).length, 0);
  });

  it('leaves a file alone that the summary is made from', async () => {
    await vscode.workspace.fs.createDirectory(file('out'));
    const before = await read('evidence.csv');
    equal(await exportSummary({ target: file('evidence.csv') }), undefined);
    equal(await read('evidence.csv'), before);
  });
});

describe('Export Bars…', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('out'), { recursive: true });
  });

  for (const [axis, part] of [
    ['category', '01 Access Control'],
    ['domain', '11 Access Control'],
  ] as const) {
    it(`writes a picture of everything and of each ${axis}, and opens it`, async () => {
      const target = file(`out/bars-${axis}.svg`);
      const assessment = file('inheritance-scope.json').toString();
      const written = await vscode.commands.executeCommand<vscode.Uri | undefined>('inheritanceScope.exportBars', {
        assessment,
        axis,
        target,
      });
      equal(written?.toString(), target.toString());
      const text = await read(`out/bars-${axis}.svg`);
      for (const expected of ['<svg xmlns="http://www.w3.org/2000/svg"', '<title ', part]) includes(text, expected);
      equal(vscode.window.activeTextEditor?.document.uri.toString(), target.toString(), 'active editor');
    });
  }
});
