import { csv } from './csv';
import { json } from './json';
import { markdown } from './markdown';
import type { Exporter } from './report';

/** In the order in which they are offered. Loaded when something is exported, and not before. */
export const exporters: readonly Exporter[] = [markdown, csv, json];

/** The exporter of a format, by its name or by the extension of a file's name; undefined where there is none. */
export function findExporter(format: string | undefined, file: string | undefined): Exporter | undefined {
  if (format !== undefined) return exporters.find((exporter) => exporter.format === format);
  const extension = /\.([^./\\]+)$/.exec(file ?? '')?.[1]?.toLowerCase();
  return exporters.find((exporter) => exporter.extension === extension);
}
