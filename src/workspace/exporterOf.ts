import type { OfferedExporter } from '../core/report/exporters';
import type { Exporter } from '../core/report/exporter';
import type { LoadPart } from './parts';

/** The exporter of a format; one that is a part of its own is loaded now. */
export async function exporterOf(offered: OfferedExporter, loadPart: LoadPart): Promise<Exporter> {
  return 'part' in offered ? (await loadPart(offered.part)).xlsx : offered;
}
