import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { problem } from '../../../../src/core/problems';
import { isExport } from '../../../../src/core/report/exportMark';
import type { Report } from '../../../../src/core/report/report';
import { requestsSheet } from '../../../../src/core/report/requestsSheet';
import { anyReport, report } from './given';

const A = '1149.01c2System.9';
const B = '1150.01c1System.10';
const C = '1118.01j2Organizational.124';

/** The rows of the table by their headings. */
function sheet(of: Report): readonly Readonly<Record<string, string>>[] {
  const all = parse(Buffer.from(requestsSheet.write(of)), {
    bom: true,
    relax_column_count: true,
    record_delimiter: '\r\n',
  });
  const blank = all.findIndex((row) => row.length === 1 && row[0] === '');
  const [header = [], ...table] = all.slice(blank + 1);
  return table.map((row) => {
    assert.equal(row.length, header.length);
    return Object.fromEntries(header.map((heading, index) => [heading, row[index] ?? '']));
  });
}

const HEADER =
  'requirement,cvid,type,provider,provider_assessment,component,weight,partial,state,srm_version,justification';

describe('the sheet of inheritance requests', () => {
  const given = {
    type: 'r2',
    matrix: `${A},Partial\n${B},Full\n${C},None`,
    list: `${A},0873.0\n${B},0874.0\n${C}`,
    requestsHeader: HEADER,
    requests: `${A},873,external,Microsoft Azure,2026 r2,Azure Kubernetes,100,no,created,1.4.1,=we ask for all`,
  } as const;

  it('has what one types into MyCSF for each request, and what the matrix lets one ask for', () => {
    const [row] = sheet(report(given));
    assert.deepEqual(row, {
      Row: 'Request',
      Requirement: A,
      CVID: '0873.0',
      Control: '01.c',
      Type: 'external',
      Provider: 'Microsoft Azure',
      'Provider assessment': '2026 r2',
      Component: 'Azure Kubernetes',
      'Weight (%)': '100',
      Partial: 'no',
      State: 'created',
      'SRM version': '1.4.1',
      Justification: "'=we ask for all",
      'Inheritable by the matrix': 'a part',
      What: '',
      File: 'requests.csv',
      Line: '2',
    });
  });

  it('says at a request what is wrong with it, such as that it asks for too much', () => {
    const overClaim = problem('over-claim-none', 'requests.csv', { line: 2 }, A);
    const place = { file: 'requests.csv', line: 2, column: 1, endColumn: 1 };
    const elsewhere = problem('over-claim-none', 'other.csv', { line: 2 }, B);
    const of = report(given, {
      problems: [
        { problem: overClaim, place },
        { problem: elsewhere, place },
      ],
    });
    const [row] = sheet(of);
    assert.equal(row?.['What'], of.translate(overClaim));
  });

  it('has behind all requests what none is planned for and could be, and nothing of what cannot be inherited', () => {
    assert.deepEqual(
      sheet(report(given)).map((row) => [row['Row'], row['Requirement'], row['CVID'], row['State']]),
      [
        ['Request', A, '0873.0', 'created'],
        ['Not planned', B, '0874.0', ''],
      ],
    );
  });

  it('takes a request to another provider for none to Azure, and one that was rejected for one', () => {
    const requests = `${A},,external,Amazon,,,50,yes,approved,,\n${B},,external,,,,100,no,rejected,,`;
    assert.deepEqual(
      sheet(report({ ...given, requests })).map((row) => [row['Row'], row['Requirement'], row['Provider']]),
      [
        ['Request', A, 'Amazon'],
        ['Request', B, ''],
        ['Not planned', A, ''],
      ],
    );
  });

  it('plans nothing for what is not applicable', () => {
    const list = `${A}\n${C},,n/a,No such system is in use.`;
    const rows = sheet(report({ matrix: `${A},Partial`, list }));
    assert.deepEqual(
      rows.map((row) => [row['Row'], row['Requirement']]),
      [['Not planned', A]],
    );
  });

  it('in the simple grain has a row for each requirement that a request for a control is for, or one for the control', () => {
    const rows = sheet(
      report({
        matrix: `${A},Partial\n${B},Full\n01.b,Full`,
        documents: '01.b 01.c',
        requests: '01.c,submitted\n01.b,planned',
      }),
    );
    assert.deepEqual(
      rows.map((row) => [row['Requirement'], row['Control'], row['State'], row['Inheritable by the matrix']]),
      [
        ['', '01.b', 'planned', 'all of it'],
        [A, '01.c', 'submitted', 'a part'],
        [B, '01.c', 'submitted', 'all of it'],
      ],
    );
  });

  it('has each request of everything in scope, and is known as an export', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const units = of.summary.controls.flatMap((control) => control.units);
        const requested = sheet(of).filter((row) => row['Row'] === 'Request');
        assert.deepEqual(
          requested.map((row) => [row['State'], row['Line']]),
          units.flatMap(({ requests }) => requests.map(({ state, line }) => [state, String(line)])),
        );
        assert.ok(isExport(new TextDecoder().decode(requestsSheet.write(of))));
      }),
    );
  });
});
