import { findFormat } from '../findFormat';
import type { Exporter } from '../exporter';
import { comparisonCsv } from './comparisonCsv';
import { comparisonJson } from './comparisonJson';
import { comparisonMarkdown } from './comparisonMarkdown';
import type { ComparisonReport } from './comparisonReport';

/** In the order in which they are offered. Loaded when matrices are compared, and not before. */
export const comparisonExporters: readonly Exporter<ComparisonReport>[] = [
  comparisonMarkdown,
  comparisonCsv,
  comparisonJson,
];

/** The exporter of a format, by its name or by the extension of a file's name; undefined where there is none. */
export function findComparisonExporter(
  format: string | undefined,
  file: string | undefined,
): Exporter<ComparisonReport> | undefined {
  return findFormat(comparisonExporters, format, file);
}
