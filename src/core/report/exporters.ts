import { barsExporter } from './barsSvg';
import { csv } from './csv';
import { html } from './html';
import { json } from './json';
import { markdown } from './markdown';
import { findFormat } from './findFormat';
import { oscal } from './oscal';
import { requestsSheet } from './requestsSheet';
import type { Exporter } from './report';

export { barsExporter };

/**
 * In the order in which they are offered. Loaded when something is exported, and not before. Of two that write files of
 * one extension the first is taken for it.
 */
export const exporters: readonly Exporter[] = [markdown, html, csv, json, requestsSheet, oscal];

/** The exporter of a format, by its name or by the extension of a file's name; undefined where there is none. */
export function findExporter(format: string | undefined, file: string | undefined): Exporter | undefined {
  return findFormat(exporters, format, file);
}
