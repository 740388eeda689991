import type { Exporter } from './report';

/** Of several exporters the one of a format, by its name or by the extension of a file's name. */
export function findFormat<R>(
  exporters: readonly Exporter<R>[],
  format: string | undefined,
  file: string | undefined,
): Exporter<R> | undefined {
  if (format !== undefined) return exporters.find((exporter) => exporter.format === format);
  const extension = /\.([^./\\]+)$/.exec(file ?? '')?.[1]?.toLowerCase();
  return exporters.find((exporter) => exporter.extension === extension);
}
