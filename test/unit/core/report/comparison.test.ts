import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { impactOf } from '../../../../src/core/assessment/impact';
import { catalog } from '../../../../src/core/csf/catalog';
import { compareMatrices } from '../../../../src/core/matrix/compare';
import { rollUp } from '../../../../src/core/matrix/rollUp';
import { english } from '../../../../src/core/message';
import { changeProblems } from '../../../../src/core/report/comparison/changeProblems';
import {
  comparisonExporters,
  findComparisonExporter,
} from '../../../../src/core/report/comparison/comparisonExporters';
import type { ComparisonReport } from '../../../../src/core/report/comparison/comparisonReport';
import { isExport } from '../../../../src/core/report/exportMark';
import { csv, evidence, matrix, requests, summary } from '../../given';
import { nastyText } from './given';

/** What a cell of a matrix can hold: a file with a NUL is no text. */
const cellText = nastyText.map((text) => text.replaceAll('\0', ''));

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
const HEADER = 'ID,Inheritability,Customer Responsibility';

interface Made {
  readonly old: string;
  readonly now: string;
  readonly documents?: Readonly<Record<string, string>>;
  readonly evidence?: string;
  readonly requests?: string;
}

function comparison({ old, now, ...given }: Made, changes: Partial<ComparisonReport> = {}): ComparisonReport {
  const [before, after] = [old, now].map((rows) => summary({ matrix: rows, header: HEADER, type: 'e1', ...given }));
  assert.ok(before && after);
  const { changes: all, notCompared } = compareMatrices(before.matrix, after.matrix);
  const registers = { evidence: evidence(given.evidence ?? ''), requests: requests(given.requests ?? '') };
  return {
    name: 'Portal',
    older: { name: 'old.csv', entries: 2, sha256: 'a1b2' },
    newer: { name: 'new.csv', entries: 3, sha256: 'c3d4' },
    own: 'older',
    impacts: impactOf(all, { before, after }, registers),
    notCompared,
    basis: 'documents',
    assumptions: [],
    problems: [],
    today: '2027-03-02',
    toolVersion: '0.1.0',
    translate: english,
    titleOf: (id) => catalog.controls.get(id)?.title ?? '',
    labelOf: (file) => file,
    placeOf: (file, at) => ({ file, line: 'line' in at ? at.line : at.start + 1, column: 1, endColumn: 1 }),
    linkOf: () => undefined,
    isLive: false,
    ...changes,
  };
}

function written(format: string, report: ComparisonReport): string {
  const exporter = findComparisonExporter(format, undefined);
  assert.ok(exporter);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(exporter.write(report));
}

const SAMPLE: Made = {
  old: `${A},Full,"Keep the list of administrators"\n01.d,None,x`,
  now: `${A},None,"Keep the short list of administrators"\n01.d,None,x\n01.e,Full,`,
  documents: { 'scope.md': '01.c', 'range.md': '01.b–01.d' },
  requests: `${A},approved,external,100,no,Azure`,
};

describe('the comparison as a document', () => {
  it('is headed by both matrices with their SHA-256, and says which is the older', () => {
    const text = written('md', comparison(SAMPLE));
    for (const part of ['old.csv', 'a1b2', 'new.csv', 'c3d4', 'Taken for the older one: old.csv']) {
      assert.ok(text.slice(0, text.indexOf('## ')).includes(part), part);
    }
  });

  it('tells first what is newly open and where, then the places by file, then all changes', () => {
    const text = written('md', comparison(SAMPLE, { linkOf: (file, line) => `${file}#L${line}` }));
    assert.deepEqual(
      [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title),
      [
        'What the newer matrix changes: Portal',
        'In short',
        'What is newly open',
        'What to look at in your files',
        'range.md',
        'scope.md',
        'requests.csv',
        'What is no longer open',
        'All changes',
        'Lowered (1)',
        'Added (1)',
        'About this comparison',
      ],
    );
    assert.ok(
      text.includes(
        `| 01.c Privilege Management<br>${A} | Lowered: Azure → Customer | needs implemented evidence | [range.md:1](range.md#L1)<br>[scope.md:1](scope.md#L1) |`,
      ),
      text,
    );
    assert.ok(text.includes('Customer: Keep the **short** list of administrators'), text);
  });

  it('says that nothing changed where nothing did', () => {
    const text = written('md', comparison({ ...SAMPLE, now: SAMPLE.old }));
    assert.match(text, /^Nothing changed between the two\.$/m);
  });

  it('shows the matrix’s words as text, whatever they are', () => {
    fc.assert(
      fc.property(cellText, cellText, (old, now) => {
        const rows = (text: string): string => new TextDecoder().decode(csv([[A, 'None', `a ${text} z`]]));
        const made = comparison({ old: rows(old), now: rows(now), documents: { 'scope.md': '01.c' } });
        for (const line of written('md', made).split('\n')) {
          const [, , , words] = line.split(/(?<!\\)\|/);
          if (!line.startsWith('| 01.c') || words === undefined) continue;
          assert.equal(line.split(/(?<!(?<!\\)(?:\\\\)*\\)\|/).length, 6, line);
          assert.doesNotMatch(words.replaceAll('<br>', ''), /(?<!\\)[<>[\]&`]/);
        }
      }),
    );
  });
});

describe('the comparison as CSV', () => {
  it('has a row for each change, each thing that opens or closes, and each place', () => {
    const [, table = ''] = written('csv', comparison(SAMPLE)).split('\r\n\r\n');
    const rows = parse<Readonly<Record<string, string>>>(table, { columns: true });
    assert.deepEqual(
      rows.map((row) => [
        row['Row'],
        row['Control'],
        row['Requirement'],
        row['Change'],
        row['Before'],
        row['Now'],
        row['File'],
      ]),
      [
        ['Change', '01.c', A, 'Lowered', 'Azure', 'Customer', ''],
        ['Change', '01.e', '', 'Added', '', 'Azure', ''],
        ['Newly open', '01.c', A, 'Lowered', 'Azure', 'Customer', ''],
        ['Touches', '01.c', A, 'Lowered', 'Azure', 'Customer', 'range.md'],
        ['Touches', '01.c', A, 'Lowered', 'Azure', 'Customer', 'scope.md'],
        ['Touches', '01.c', A, 'Lowered', 'Azure', 'Customer', 'requests.csv'],
      ],
    );
  });

  it('lets no spreadsheet take a cell for a formula', () => {
    fc.assert(
      fc.property(cellText, cellText, (old, now) => {
        const rows = (text: string): string => new TextDecoder().decode(csv([[A, 'None', text]]));
        const made = comparison({ old: rows(old), now: rows(now), documents: { [old]: '01.c' } });
        const cells: readonly (readonly string[])[] = parse(written('csv', made), {
          relax_column_count: true,
          bom: true,
        });
        for (const cell of cells.flat()) assert.doesNotMatch(cell, /^[=+@\t\r＝＋＠-]/);
      }),
    );
  });
});

describe('the comparison in any format', () => {
  for (const { format } of comparisonExporters) {
    it(`is known as an export in ${format}, gives the same bytes for the same report, and names what changed`, () => {
      const text = written(format, comparison(SAMPLE));
      assert.ok(isExport(text.replace('\ufeff', '')));
      assert.equal(written(format, comparison(SAMPLE)), text);
      for (const part of [A, 'scope.md', 'old.csv', 'new.csv', 'needs implemented evidence']) {
        assert.ok(text.includes(part), part);
      }
    });
  }
});

describe('the problems of a comparison', () => {
  it('are one at each place that is touched, with all changes there, as information', () => {
    const made = comparison({
      old: `${A},Full,\n${B},None,`,
      now: `${A},None,\n${B},Partial,`,
      documents: { 'scope.md': `01.c and ${A}` },
    });
    assert.deepEqual(
      changeProblems(made).map((problem) => [problem.code, problem.at, english(problem)]),
      [
        [
          'matrix-change',
          { start: 0, end: 4 },
          `In the newer matrix, new.csv: ${A} is lowered (Azure → Customer), ${B} is raised (Customer → Shared).`,
        ],
        ['matrix-change', { start: 9, end: 26 }, `In the newer matrix, new.csv: ${A} is lowered (Azure → Customer).`],
      ],
    );
  });

  it('stay short where much changed', () => {
    const rows = (value: string): string =>
      Array.from({ length: 9 }, (_, index) => `115${index}.01c1System.${index},${value},`).join('\n');
    const [only] = changeProblems(
      comparison({ old: rows('None'), now: rows('Full'), documents: { 'scope.md': '01.c' } }),
    );
    assert.ok(only);
    assert.match(english(only), /and 4 more\.$/);
  });
});

describe('a matrix and itself', () => {
  it('compare without a change, as they are read', () => {
    const index = rollUp([matrix(`${HEADER}\n${SAMPLE.now}`)]);
    assert.deepEqual(compareMatrices(index, index).changes, []);
  });
});
