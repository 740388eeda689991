import type { LoadPart, Parts } from '../workspace/parts';

const PARTS: { readonly [N in keyof Parts]: () => Promise<Parts[N]> } = {
  comparison: () => import('../core/report/comparison/comparisonExporters'),
  patterns: () => import('../core/matrix/idPattern'),
  policies: () => import('../core/azure/builtInPolicies'),
  report: () => import('../core/report/exporters'),
  search: () => import('../core/csf/searchControls'),
  seal: () => import('../core/sharing/seal'),
  workbook: () => import('../core/workbook/readWorkbook'),
  xlsx: () => import('../core/report/xlsx/xlsx'),
};

/** The parts in a program of one file. */
export const loadPart: LoadPart = (name) => PARTS[name]();
