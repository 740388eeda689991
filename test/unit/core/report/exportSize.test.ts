import assert from 'node:assert/strict';
import { exporters } from '../../../../src/core/report/exporters';
import { writeSteps } from '../../../../src/core/report/exporter';
import { xlsx } from '../../../../src/core/report/xlsx/xlsx';
import { finish } from '../../../../src/core/steps';
import { assertGrowsLinearly } from '../../growth';
import { largeReport } from './largeReport';

describe('an export of 3,342 requirements', () => {
  const reports = new Map([334, 3_342].map((requirements) => [requirements, largeReport(requirements)]));
  const reportOf = (requirements: number) => reports.get(requirements) ?? largeReport(requirements);

  for (const exporter of [...exporters, xlsx]) {
    it(`takes time in proportion as ${exporter.format}`, () => {
      assertGrowsLinearly('x', 3_342, ({ length }) => exporter.write(cached(length)));
    });

    it(`is made in many steps as ${exporter.format}, tells how far it is, and is the same file`, () => {
      const told: number[] = [];
      const steps = writeSteps(exporter, reportOf(334), (done, total) => told.push(done / total));
      let count = 0;
      let step = steps.next();
      for (; !step.done; step = steps.next()) count++;
      assert.deepEqual(step.value, exporter.write(reportOf(334)));
      assert.ok(count >= 10, `${count} steps`);
      assert.ok(told.length > 0);
      assert.deepEqual(
        told,
        told.toSorted((a, b) => a - b),
      );
      assert.ok(told.every((part) => part > 0 && part <= 1) || told[0] === 0);
    });

    it(`is a file in proportion as ${exporter.format}`, () => {
      const [small, large] = [334, 3_342].map((size) => finish(writeSteps(exporter, reportOf(size))).length);
      assert.ok((large ?? 0) < (small ?? 0) * 15);
    });
  }

  function cached(requirements: number) {
    const known = reportOf(requirements);
    reports.set(requirements, known);
    return known;
  }
});
