import type { ExportFormat } from '../exporter';

/** The workbook as it is offered, before what writes it is loaded. */
export const XLSX: ExportFormat = {
  format: 'xlsx',
  name: 'Excel',
  purpose: 'format-xlsx',
  extension: 'xlsx',
  isBinary: true,
};
