import type * as policies from '../core/azure/builtInPolicies';
import type * as search from '../core/csf/searchControls';
import type * as patterns from '../core/matrix/idPattern';
import type * as comparison from '../core/report/comparison/comparisonExporters';
import type * as report from '../core/report/exporters';
import type * as xlsx from '../core/report/xlsx/xlsx';
import type * as seal from '../core/sharing/seal';
import type * as workbook from '../core/workbook/readWorkbook';

/** The parts that are loaded on demand, by the name of their bundle in `dist/parts`. */
export interface Parts {
  readonly comparison: typeof comparison;
  readonly patterns: typeof patterns;
  readonly policies: typeof policies;
  readonly report: typeof report;
  readonly search: typeof search;
  readonly seal: typeof seal;
  readonly workbook: typeof workbook;
  readonly xlsx: typeof xlsx;
}

/** Loads a part of the program when it is first needed. */
export type LoadPart = <N extends keyof Parts>(name: N) => Promise<Parts[N]>;
