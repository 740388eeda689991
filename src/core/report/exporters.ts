import { barsExporter } from './barsSvg';
import { csv, openItemsCsv } from './csv';
import { html } from './html';
import { json } from './json';
import { markdown } from './markdown';
import { findFormat } from './findFormat';
import { oscal } from './oscal';
import { requestsSheet } from './requestsSheet';
import type { Exporter, ExportFormat } from './exporter';

export { barsExporter };

/** A format whose exporter is a part of its own, loaded when that format is wanted. */
export interface ExporterPart extends ExportFormat {
  readonly part: 'xlsx';
}

const xlsx: ExporterPart = {
  format: 'xlsx',
  name: 'Excel',
  purpose: 'format-xlsx',
  extension: 'xlsx',
  isBinary: true,
  part: 'xlsx',
};

/** Those that are texts. */
export const exporters: readonly Exporter[] = [markdown, html, csv, openItemsCsv, json, requestsSheet, oscal];

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

/** The exporter of a format, by its name or by the extension of a file's name; undefined where there is none. */
export function findExporter(format: string | undefined, file: string | undefined): OfferedExporter | undefined {
  return findFormat(offeredExporters, format, file);
}
