import { exporters } from '../../src/core/report/exporters';
import { writeSteps } from '../../src/core/report/report';
import { xlsx } from '../../src/core/report/xlsx/xlsx';
import { finish } from '../../src/core/steps';
import { largeReport } from '../unit/core/report/largeReport';
import { best, longestStretch, report, reportStretch } from './measure';

/** Every format of 3,342 requirements, beside a tenth of them. */
export function reportExports(): void {
  const [small, large] = [largeReport(334), largeReport(3_342)];
  for (const exporter of [...exporters, xlsx]) {
    const tenth = best(() => finish(writeSteps(exporter, small)));
    const all = best(() => finish(writeSteps(exporter, large)));
    report(`3,342 requirements exported as ${exporter.format}`, all, 'a tenth of them', tenth);
    reportStretch(longestStretch(() => writeSteps(exporter, large)));
  }
}
