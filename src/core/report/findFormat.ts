import type { ExportFormat } from './exporter';

/** Of several formats the one of that name, or else the first of the extension of a file's name. */
export function findFormat<F extends ExportFormat>(
  formats: readonly F[],
  format: string | undefined,
  file: string | undefined,
): F | undefined {
  if (format !== undefined) return formats.find((known) => known.format === format);
  const extension = /\.([^./\\]+)$/.exec(file ?? '')?.[1]?.toLowerCase();
  return formats.find((known) => known.extension === extension);
}
