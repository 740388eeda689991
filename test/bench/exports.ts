import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { barsExporter, exporters } from '../../src/core/report/exporters';
import { checkReport } from '../../src/core/report/checked';
import type { ExportedSummary } from '../../src/core/report/exported/exportedSummary';
import { exportedSummary } from '../../src/core/report/exported/exportSteps';
import { TABLE_NAMES } from '../../src/core/report/exported/tables';
import type { Exporter } from '../../src/core/report/exporter';
import type { Report } from '../../src/core/report/report';
import { sarif } from '../../src/core/report/sarif';
import { xlsx } from '../../src/core/report/xlsx/xlsx';
import { finish, type Steps } from '../../src/core/steps';
import { largeReport } from '../unit/core/report/largeReport';
import { best, bestOf, longestStretch, report, reportGrowth, reportStretch } from './measure';

const REQUIREMENTS = 3_342;

/** Every format of 3,342 requirements: beside a peer that writes the same data, and beside twice as many. */
export async function reportExports(): Promise<void> {
  const [large, double] = [largeReport(REQUIREMENTS), largeReport(2 * REQUIREMENTS)];
  for (const exporter of [...exporters, xlsx, bars, checked]) {
    const all = best(() => finish(stepsOf(exporter, large)));
    report(`3,342 requirements exported as ${exporter.format}`, all, ...(await peerOf(exporter, large)));
    reportGrowth(best(() => finish(stepsOf(exporter, double))) / all);
    reportStretch(longestStretch(() => stepsOf(exporter, large)));
  }
}

type Measured = Pick<Exporter, 'format' | 'write' | 'steps'>;

const bars: Measured = { ...barsExporter('category'), format: 'bars' };

const checked: Measured = {
  format: 'sarif',
  write: (of: Report) => sarif(checkReport(of, of.problems), of),
};

function* stepsOf(exporter: Measured, of: Report): Steps<Uint8Array> {
  return exporter.steps ? yield* exporter.steps(of) : exporter.write(of);
}

/** What others take to write the same data: the name and the time. */
async function peerOf({ format, write }: Measured, of: Report): Promise<readonly [string, number]> {
  const exported = exportedSummary(of);
  const text = new TextDecoder().decode(write(of));
  switch (format) {
    case 'xlsx':
      return ['exceljs', await bestOf(() => workbookOf(exported))];
    case 'csv':
    case 'csv-open-items':
    case 'requests': {
      const { data } = Papa.parse<string[]>(text, { delimiter: ',' });
      return ['papaparse', best(() => Papa.unparse(data))];
    }
    case 'json':
    case 'oscal':
    case 'sarif': {
      const data: unknown = JSON.parse(text);
      return ['JSON.stringify', best(() => JSON.stringify(data, undefined, 2))];
    }
    default:
      return ['JSON.stringify of its rows', best(() => JSON.stringify(exported, undefined, 2))];
  }
}

async function workbookOf(exported: ExportedSummary): Promise<void> {
  const book = new ExcelJS.Workbook();
  for (const name of TABLE_NAMES) {
    const sheet = book.addWorksheet(name);
    for (const row of exported[name]) sheet.addRow(Object.values(row));
  }
  await book.xlsx.writeBuffer();
}
