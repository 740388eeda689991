import type { Summary } from '../assessment/summary';
import type { CalendarDate } from '../calendarDate';
import type { Translate } from '../message';
import type { Span } from '../span';

/** A matrix file as a report names it. */
export interface ReportedMatrix {
  /** As a person sees it, relative to where they work. */
  readonly name: string;
  readonly entries: number;
  /** What it says of itself above its header row. */
  readonly preamble?: string;
}

/** A place in a file as reports name it: all 1-based, in UTF-16 units, `endColumn` exclusive. */
export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Everything an exporter may use. It reads no file, knows no clock and finds no words of its own. */
export interface Report {
  readonly summary: Summary;
  readonly matrices: readonly ReportedMatrix[];
  /** The day it was made for. */
  readonly today: CalendarDate;
  readonly toolVersion: string;
  readonly translate: Translate;
  readonly placeOf: (file: string, span: Span) => ReportedPlace;
}

/** One format of the exported summary. A new one is a file beside this one and a line in `exporters.ts`. */
export interface Exporter {
  /** Its name on the command line. */
  readonly format: string;
  /** What follows the point in the file's name. */
  readonly extension: string;
  /** The whole file. The same report gives the same bytes. */
  write(report: Report): Uint8Array;
}

/** The first line of an exported document, by which it is known not to be a scoping document itself. */
export const EXPORT_MARK = '<!-- Exported by Azure Inheritance Scope -->';

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
