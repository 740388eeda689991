import type { Report, ReportedPlace } from '../../report/report';
import type { Span } from '../../span';
import { PLACE } from './knownTexts';
import type { Texts } from './texts';

/** Where something is recorded, as its reader gets it. The file is a key that says nothing but which file it is. */
export interface RedactedPlace {
  readonly file: string;
  readonly line: number;
}

/** The places of a report for a reader. They are taken in one by one, and told by what was taken in. */
export interface Places {
  readonly recorded: (file: string, line: number) => RedactedPlace;
  readonly span: (file: string, span: Span) => Span & { readonly file: string };
  readonly told: (place: ReportedPlace) => ReportedPlace;
  readonly labelOf: Report['labelOf'];
  readonly placeOf: Report['placeOf'];
}

const NOWHERE: ReportedPlace = { file: '', line: 0, column: 0, endColumn: 0 };

export function createPlaces(report: Pick<Report, 'labelOf' | 'placeOf'>, texts: Texts): Places {
  const isShown = texts.shows('places');
  const keys = new Map<string, string>();
  const labels = new Map<string, string>();
  const known = new Map<string, ReportedPlace>();
  const keyOf = (file: string): string => {
    const key = keys.get(file) ?? `file ${keys.size + 1}`;
    if (!keys.has(file)) {
      keys.set(file, key);
      labels.set(key, isShown ? texts.required(report.labelOf(file), PLACE) : '');
    }
    return key;
  };
  const told = ({ file, line, column, endColumn }: ReportedPlace): ReportedPlace =>
    isShown ? { file: texts.required(file, PLACE), line, column, endColumn } : NOWHERE;
  return {
    recorded: (file, line) => ({ file: keyOf(file), line: isShown ? line : 0 }),
    span: (file, { start, end }) => {
      const key = keyOf(file);
      if (!isShown) return { file: key, start: 0, end: 0 };
      known.set(placeKey(key, { start, end }), told(report.placeOf(file, { start, end })));
      return { file: key, start, end };
    },
    told,
    labelOf: (file) => labels.get(file) ?? '',
    placeOf: (file, span) => known.get(placeKey(file, span)) ?? NOWHERE,
  };
}

function placeKey(file: string, { start, end }: Span): string {
  return `${file}:${start}:${end}`;
}
