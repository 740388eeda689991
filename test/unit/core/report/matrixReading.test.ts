import assert from 'node:assert/strict';
import type { MatrixSource } from '../../../../src/core/matrix/matrix';
import { rollUp } from '../../../../src/core/matrix/rollUp';
import { english } from '../../../../src/core/message';
import { explainMatrix } from '../../../../src/core/report/matrixReading';
import { matrix } from '../../given';

const explain = (text: string, source: Partial<MatrixSource> = {}): string => {
  const read = matrix(text, source);
  const { units } = rollUp([read]);
  return explainMatrix({
    matrix: read,
    units,
    problems: read.problems,
    translate: english,
  });
};

describe('how a matrix was read', () => {
  const written = explain(
    'SRM of 2027\nBUID,Version,Inheritability,Textbox9,Status\n1149.01c2System.9,v11.2,Full,x,\n01.d,9.1,Perhaps,,\n01.d,9.1,Perhaps,,\nAC-2,,No,,\n',
  );

  it('tells the form of the file, its rows, grains and versions', () => {
    for (const fact of [
      '- **File:** text (CSV), utf-8, cells separated by comma',
      '- **Headings:** line 2',
      '- **Above the headings:** SRM of 2027',
      '- **Rows below:** 4: 2 used, 1 repeated word for word, 1 not used',
      '- **A row is for:** a requirement (1), a whole control (1)',
      '- **CSF versions:** 11.2 (1 rows), 9.1 (1 rows)',
    ]) {
      assert.ok(written.includes(`\n${fact}\n`), fact);
    }
  });

  it('tells of each column what it was taken for and why', () => {
    assert.match(written, /^\| 1 \| BUID \| the id of the requirement or control \| its heading says so \|$/m);
    assert.match(written, /^\| 4 \| Textbox9 \| not used \| {2}\|$/m);
  });

  it('tells of each value how often it stands there and what it was taken for', () => {
    assert.match(written, /^\| Inheritability \| Full \| 1 \| Azure \|$/m);
    assert.match(written, /^\| Inheritability \| Perhaps \| 1 \| nothing: it is not known what this means \|$/m);
  });

  it('tells the problems with their lines', () => {
    assert.match(written, /^## Problems \(3\)$/m);
    assert.match(written, /^\| 6 \| warning \| "AC-2" is no control/m);
  });

  it('tells why a column was found, or asked for', () => {
    assert.match(
      explain('Ref,Who\n01.a,Shared\n01.b,Azure\n01.c,Azure\n'),
      /\| Ref \| the id .* \| told by what stands in it \|\n\| 2 \| Who \| not used; could be who is responsible \|/,
    );
    assert.match(explain('Ref,Who\n01.a,Azure\n', { columns: { id: 'Ref' } }), /the project file says so/);
  });

  it('tells that there are no headings', () => {
    assert.match(explain('01.a,Shared\n01.b,Azure\n01.c,Azure\n'), /\*\*Headings:\*\* none/);
  });

  it('lists no more than a person reads, and says how much more there is', () => {
    const rows = Array.from({ length: 500 }, (_, index) => `01.a,"${index} ${'prose '.repeat(100)}"`);
    const long = explain(`ID,Responsibility\n${rows.join('\n')}`);
    assert.match(long, /^and 400 more$/m);
    assert.match(long, /^and 400 more, in the Problems panel$/m);
    assert.ok(long.length < 100_000);
  });

  it('shows text from the file as text: nothing in it is a table, code, a link or HTML', () => {
    const evil = '[a](command:x) | `b` <img src=x onerror=y> **c** ![d](e) & <!-- f';
    const shown = explain(`"${evil}"\nID,Responsibility,"${evil}"\n01.a,"${evil}",\n"${evil}",Shared,\n`);
    // What stands unescaped is what the product writes itself.
    const bare = shown.replace(/\\./g, '').replace(/^\|.*\|$/gm, (row) => row.replace(/^\| | \|$| \| /g, ''));
    assert.doesNotMatch(bare.replace(/^- \*\*.*?:\*\*/gm, ''), /[`<>*[\]|&]/);
    assert.ok(shown.includes(String.raw`\[a\](command:x) \| \`b\` \<img`));
    for (const row of shown.split('\n').filter((line) => line.startsWith('|'))) {
      assert.ok([4, 5].includes(row.replace(/\\./g, '').split('|').length - 1), row);
    }
  });
});
