import { barsExporter } from './barsSvg';
import { csv } from './csv';
import { openItemsCsv } from './csvOpenItems';
import { html } from './html';
import { json } from './json';
import { markdown } from './markdown';
import { findFormat } from './findFormat';
import { oscal } from './oscal';
import { requestsSheet } from './requestsSheet';
import type { Exporter, ExportFormat } from './exporter';
import { XLSX } from './xlsx/xlsxFormat';

export { barsExporter };

/** A format whose exporter is a part of its own, loaded when that format is wanted. */
export interface ExporterPart extends ExportFormat {
  readonly part: 'xlsx';
}

const xlsx: ExporterPart = { ...XLSX, part: 'xlsx' };

export type OfferedExporter = Exporter | ExporterPart;

/**
 * All formats in the order in which they are offered. Loaded when something is exported, and not before. Of two that write
 * files of one extension the first is taken for it.
 */
export const offeredExporters: readonly OfferedExporter[] = [
  markdown,
  html,
  xlsx,
  csv,
  openItemsCsv,
  json,
  requestsSheet,
  oscal,
];

/** Those that need no other part to be loaded. */
export const exporters: readonly Exporter[] = offeredExporters.flatMap((offered) => ('part' in offered ? [] : offered));

/** The exporter of a format, by its name or by the extension of a file's name; undefined where there is none. */
export function findExporter(format: string | undefined, file: string | undefined): OfferedExporter | undefined {
  return findFormat(offeredExporters, format, file);
}
