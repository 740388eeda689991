import { parse } from 'csv-parse/browser/esm/sync';
import { catalog } from '../../src/core/csf/catalog';
import type { Matrix } from '../../src/core/matrix/matrix';
import { type MatrixReading, readMatrix } from '../../src/core/matrix/readMatrix';
import { compareMatrices } from '../../src/core/matrix/compare';
import { rollUp } from '../../src/core/matrix/rollUp';
import { finish, type Steps } from '../../src/core/steps';
import { reportFullGrain } from './fullGrain';
import { reportKeys } from './keys';
import { reportExports } from './exports';
import { best, longestStretch, report, reportStretch } from './measure';
import { reportSummaryPage } from './summaryPage';
import { reportRowSearch } from './rowSearch';

// Times mean something only beside each other: each figure is the best of several runs, told as a ratio to a peer that
// did the same work in the same process, and as growth when the work grows tenfold.

/**
 * A matrix by requirement, twelve columns wide, with as many rows and about 960 characters a row.
 *
 * @param changed of so many of its rows value and words are others
 */
function createMatrix(rows: number, changed = 0): string {
  const controls = [...catalog.controls.keys()];
  const values = ['Not Inheritable', 'Partially Inheritable', 'Fully Inheritable'];
  const header =
    'Baseline Unique ID (BUID),Cross Version ID,Control Reference,Domain Name,Inheritability,Customer Responsibility,Azure Implementation,A,B,C,D,E';
  const words = 'Accounts are given, changed and taken away by a recorded procedure that names who decides. ';
  const lines = Array.from({ length: rows }, (_, row) => {
    const control = controls[row % controls.length] ?? '01.a';
    const id = `${String(1000 + row).slice(0, 6)}.${control.replace('.', '')}1Organizational.${row}`;
    const isOther = row % Math.ceil(rows / changed) === 0;
    const value = values[(row + (isOther ? 1 : 0)) % 3] ?? '';
    const said = `${words.repeat(4)}${isOther ? words.replace('changed', 'altered') : words}`;
    return `${id},${row}.0,${control} Title,Access Control,${value},"${said}","${words.repeat(4)}",,,,,`;
  });
  return [header, ...lines].join('\r\n');
}

for (const rows of [2_724, 27_240]) {
  const text = createMatrix(rows);
  const bytes = new TextEncoder().encode(text);
  const peer = best(() =>
    parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true }),
  );
  const read = (): Steps<MatrixReading> =>
    readMatrix(bytes, 'matrix.csv', 'matrix.csv', { path: 'matrix.csv' }, catalog);
  const ours = best(() => {
    const reading = finish(read());
    if (!('matrix' in reading) || reading.matrix.entries.length !== rows)
      throw new Error('The matrix was not read whole.');
    return rollUp([reading.matrix]);
  });
  report(`matrix of ${rows} rows, from bytes to index`, ours, 'csv-parse', peer);
  reportStretch(longestStretch(read));
}

{
  const read = (changed: number): Matrix => {
    const bytes = new TextEncoder().encode(createMatrix(2_724, changed));
    const reading = finish(readMatrix(bytes, `${changed}.csv`, `${changed}.csv`, { path: '' }, catalog));
    if (!('matrix' in reading)) throw new Error('The matrix was not read.');
    return reading.matrix;
  };
  const [older, newer] = [read(0), read(202)];
  const [before, after] = [rollUp([older]), rollUp([newer])];
  const reading = best(() => rollUp([read(0)]));
  const comparing = best(() => {
    if (compareMatrices(before, after).changes.length < 190) throw new Error('Changes are missing.');
  });
  report('two matrices of 2724 rows, 202 others, compared', comparing, 'reading one', reading);
}

reportRowSearch();

void reportExports().then(reportKeys).then(reportFullGrain).then(reportSummaryPage);
