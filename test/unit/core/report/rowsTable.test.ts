import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parse } from 'csv-parse/browser/esm/sync';
import { english, message } from '../../../../src/core/message';
import { defuse } from '../../../../src/core/report/defuse';
import { printTableRows, type TableRow } from '../../../../src/core/report/rowsTable';

function row(given: Partial<TableRow> = {}): TableRow {
  return {
    id: '01.c',
    title: 'Privilege Management',
    responsibility: message('customer'),
    status: message('status-needs-evidence'),
    open: [message('policy'), message('procedure')],
    evidence: 2,
    requests: 0,
    references: 3,
    ...given,
  };
}

const print = (rows: readonly TableRow[], format: 'markdown' | 'csv'): string => printTableRows(rows, format, english);

describe('rows of the summary as a table to be put in elsewhere', () => {
  it('are a Markdown table', () => {
    assert.deepEqual(print([row()], 'markdown').split('\n'), [
      '| Id | Title | Responsibility | Status | Open | Evidence | Requests | Referenced in |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| 01.c | Privilege Management | Customer | Needs evidence | policy; procedure | 2 | 0 | 3 |',
      '',
    ]);
  });

  it('are CSV without a head, nor a byte order mark, which would be pasted too', () => {
    assert.equal(
      print([row(), row({ id: '01.d', title: 'A "quoted", one', open: [] })], 'csv'),
      [
        'Id,Title,Responsibility,Status,Open,Evidence,Requests,Referenced in',
        '01.c,Privilege Management,Customer,Needs evidence,policy; procedure,2,0,3',
        '01.d,"A ""quoted"", one",Customer,Needs evidence,,2,0,3',
        '',
      ]
        .join('\r\n')
        .replace('policy; procedure', '"policy; procedure"'),
    );
  });

  it('have no formula in them, and nothing that Markdown or HTML would take for more than text', () => {
    const hostile = row({ title: '=HYPERLINK("https://x.y")|<img src=x onerror=alert(1)>\n[a](command:b) `c`' });
    assert.match(print([hostile], 'csv'), /"'=HYPERLINK/);
    const [, , line = '', ...others] = print([hostile], 'markdown').split('\n');
    assert.deepEqual(others, ['']);
    assert.match(line, /\\\|\\<img/);
    assert.match(line, /\\\[a\\\]\(command:b\) \\`c\\`/);
  });

  it('have as many lines and cells as there are rows and columns, whatever stands in them', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '|', '\n', '\r', '"', ',', ';', '\\', '<', '\u202e', ' ', 'a'),
    });
    fc.assert(
      fc.property(fc.array(fc.record({ id: text, title: text }), { maxLength: 4 }), (cells) => {
        const rows = cells.map((given) => row(given));
        const lines = print(rows, 'markdown').trimEnd().split('\n');
        assert.equal(lines.length, rows.length + 2);
        for (const line of lines) assert.equal(line.match(/(?<!\\)(?:\\\\)*\|/g)?.length, 9, line);
        const parsed: string[][] = parse(print(rows, 'csv'), { record_delimiter: ['\r\n'] });
        assert.equal(parsed.length, rows.length + 1);
        for (const [index, found] of parsed.slice(1).entries()) {
          assert.equal(found.length, 8);
          assert.equal(found[1], defuse(rows[index]?.title ?? ''));
        }
      }),
    );
  });
});
