import { openLines } from '../../assessment/combine';
import type { Impact, Touch } from '../../assessment/impact';
import { CHANGE_KINDS, type ChangeKind } from '../../matrix/compare';
import type { WordChange } from '../../matrix/compareUnits';
import { type Message, message } from '../../message';
import type { SentenceCode } from '../../sentences';
import type { ReportedMatrix } from '../report';
import {
  allOpen,
  type ComparisonReport,
  fromTo,
  isTouching,
  regrainedRequirements,
  requirementOf,
  tellChanges,
  touchedPlaces,
} from './comparisonReport';

/** A piece of text in a table: as it is, struck through because it went, in bold because it came, or a place to go to. */
export interface Piece {
  readonly text: string;
  readonly mark?: 'old' | 'new';
  readonly place?: FileLine;
}

export interface FileLine {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** The lines of a cell, each of pieces. */
export type Cell = readonly (readonly Piece[])[];

/** A part of the document. Texts are as they stand in the files: whoever shows them escapes them. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/**
 * The comparison as a document to read, for the page and for the Markdown file: what is newly open and where first, then
 * file by file what to look at, then all changes by their kind.
 */
export function comparisonDocument(report: ComparisonReport): readonly Block[] {
  return [heading, short, newlyOpen, byFile, noLongerOpen, all, problems, about].flatMap((part) => part(report));
}

function heading({ name, older, newer, own, notCompared, assumptions, translate }: ComparisonReport): readonly Block[] {
  const ofMatrix = (which: 'older' | 'newer', { name: file, entries, sha256 }: ReportedMatrix): readonly Message[] => [
    message(`comparison-${which}`, message('report-matrix-entries', file, entries)),
    message('report-sha256', file, sha256 ?? message('report-sha256-missing')),
  ];
  const facts = [
    ...ofMatrix('older', older),
    ...ofMatrix('newer', newer),
    ...(own ? [message(`comparison-own-${own}`, (own === 'older' ? older : newer).name)] : []),
    ...notCompared.map((column) => message(`not-compared-${column}`)),
    ...assumptions,
  ];
  return [
    { kind: 'heading', level: 1, text: translate(message('comparison-title', name)) },
    { kind: 'list', items: facts.map(translate) },
  ];
}

function about({ basis, older, newer, today, toolVersion, translate }: ComparisonReport): readonly Block[] {
  const facts = [
    ...[older, newer].flatMap(({ name, preamble }) =>
      preamble === undefined ? [] : [message('words-part', name, message('matrix-preamble', preamble))],
    ),
    message(`report-basis-${basis}`),
    message('report-adequacy'),
    message('report-date', today),
    message('report-tool', toolVersion),
  ];
  return [
    { kind: 'heading', level: 2, text: translate(message('comparison-about')) },
    { kind: 'list', items: facts.map(translate) },
  ];
}

function short({ impacts, own, isLive, translate }: ComparisonReport): readonly Block[] {
  if (impacts.length === 0) return [{ kind: 'paragraph', text: translate(message('comparison-same')) }];
  const touching = impacts.filter(isTouching).length;
  const opening = (some: readonly Impact[]): number => some.filter((impact) => impact.newlyOpen.length > 0).length;
  const rows = CHANGE_KINDS.map((kind) => ({ kind, some: impacts.filter(({ change }) => change.kind === kind) }));
  const paragraph = (told: Message): Block => ({ kind: 'paragraph', text: translate(told) });
  return [
    { kind: 'heading', level: 2, text: translate(message('comparison-short')) },
    paragraph(message('comparison-counts', impacts.length, touching, opening(impacts))),
    {
      kind: 'table',
      header: words(
        ['column-change', 'column-number', 'column-touching', 'column-opening', 'column-meaning'],
        translate,
      ),
      rows: rows
        .filter(({ some }) => some.length > 0)
        .map(({ kind, some }) => [
          plain(translate(message(`change-${kind}`))),
          plain(String(some.length)),
          plain(String(some.filter(isTouching).length)),
          plain(String(opening(some))),
          plain(translate(message(`means-${kind}`))),
        ]),
    },
    ...(isLive ? [paragraph(message('comparison-live'))] : []),
    ...(isLive && own === 'older' ? [paragraph(message('comparison-next'))] : []),
  ];
}

function newlyOpen(report: ComparisonReport): readonly Block[] {
  return openSection(report, 'newlyOpen', 'comparison-newly-open', ['comparison-newly-open-why']);
}

function noLongerOpen(report: ComparisonReport): readonly Block[] {
  return openSection(report, 'noLongerOpen', 'comparison-no-longer-open', []);
}

function openSection(
  report: ComparisonReport,
  which: 'newlyOpen' | 'noLongerOpen',
  title: SentenceCode,
  intro: readonly SentenceCode[],
): readonly Block[] {
  const { impacts, translate } = report;
  if (impacts.length === 0) return [];
  const rows = allOpen(impacts, which).map(({ impact, open }) => [
    nameOf(open.control, open.unit, report),
    plain(`${translate(message(`change-${impact.change.kind}`))}: ${translate(fromTo(impact.change))}`),
    openLines(open.items).map((line) => [{ text: translate(line.message) }]),
    placesOf(impact.touches, 'reference', report),
  ]);
  return section(report, title, intro, ['column-subject', 'column-change', 'column-open', 'column-references'], rows);
}

function byFile(report: ComparisonReport): readonly Block[] {
  const { impacts, translate, labelOf } = report;
  if (impacts.length === 0) return [];
  const files = [...touchedPlaces(report)];
  return [
    { kind: 'heading', level: 2, text: translate(message('comparison-by-file')) },
    ...(files.length === 0 ? [{ kind: 'paragraph', text: translate(message('touches-none')) } as const] : []),
    ...files.flatMap(([file, places]): Block[] => [
      { kind: 'heading', level: 3, text: labelOf(file) },
      {
        kind: 'table',
        header: words(['column-line', 'column-text', 'column-change'], translate),
        rows: places.map(({ touch, place: { line }, changes }) => [
          [[{ text: String(line), place: { file, line } }]],
          plain(translate(message(`touch-${touch.what}`, touch.text))),
          tellChanges(changes).map((told) => [{ text: translate(told) }]),
        ]),
      },
    ]),
  ];
}

function all(report: ComparisonReport): readonly Block[] {
  const { impacts, translate } = report;
  if (impacts.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: translate(message('comparison-all')) },
    ...CHANGE_KINDS.flatMap((kind) => {
      const some = impacts.filter(({ change }) => change.kind === kind);
      return some.length === 0 ? [] : ofKind(kind, some, report);
    }),
  ];
}

function ofKind(kind: ChangeKind, impacts: readonly Impact[], report: ComparisonReport): readonly Block[] {
  const { translate } = report;
  return [
    {
      kind: 'heading',
      level: 3,
      text: translate(message('comparison-kind', message(`change-${kind}`), impacts.length)),
    },
    { kind: 'paragraph', text: translate(message(`means-${kind}`)) },
    {
      kind: 'table',
      header: words(['column-subject', 'column-from-to', 'column-words', 'column-touches'], translate),
      rows: impacts.map((impact) => [
        nameOf(impact.change.control, impact.change.id, report),
        plain(translate(fromTo(impact.change))),
        details(impact, report),
        touched(impact, report),
      ]),
    },
  ];
}

/** What is said otherwise: the words around each difference, the former id, the requirements of a control. */
function details({ change }: Impact, { translate }: ComparisonReport): Cell {
  const { words: differences, oldId, joinedBy, kind } = change;
  const requirements = regrainedRequirements(change);
  const line = (told: Message): readonly Piece[] => [{ text: translate(told) }];
  return [
    ...(oldId !== undefined && joinedBy ? [line(message(`former-id-${joinedBy}`, oldId))] : []),
    ...(requirements.length > 0 ? [line(message('words-requirements', requirements))] : []),
    ...differences.map((difference) => [
      { text: translate(message('words-part', message(`words-${difference.column}`), '')).trimEnd() },
      ...marked(difference),
    ]),
    ...(kind === 'reworded' && differences.length === 0 ? [line(message('words-other'))] : []),
  ];
}

function marked({ before, old, new: now, after }: WordChange): readonly Piece[] {
  const pieces: Piece[] = [{ text: before }, { text: old, mark: 'old' }, { text: now, mark: 'new' }, { text: after }];
  return pieces.filter(({ text }) => text !== '');
}

function touched(impact: Impact, report: ComparisonReport): Cell {
  const { translate } = report;
  const lines = (['reference', 'evidence', 'request'] as const).flatMap((what) =>
    placesOf(impact.touches, what, report).map((pieces) =>
      what === 'reference' ? pieces : [{ text: translate(message(`touches-${what}`, '')).trimEnd() }, ...pieces],
    ),
  );
  return lines.length > 0 ? lines : plain(translate(message('touches-none')));
}

/** The lines that are touched, each file on a line of its own: `scope.md:3`, `12`. */
function placesOf(touches: readonly Touch[], what: Touch['what'], report: ComparisonReport): Cell {
  const byFile = new Map<string, Set<number>>();
  for (const { file, at, what: kind } of touches) {
    if (kind !== what) continue;
    const lines = byFile.get(file) ?? new Set<number>();
    byFile.set(file, lines.add(report.placeOf(file, at).line));
  }
  return [...byFile].map(([file, lines]) =>
    [...lines].map((line, index) => ({
      text: index === 0 ? `${report.labelOf(file)}:${line}` : String(line),
      place: { file, line },
    })),
  );
}

function problems(report: ComparisonReport): readonly Block[] {
  if (report.problems.length === 0) return [];
  return section(
    report,
    'report-problems',
    [],
    ['column-place', 'column-message'],
    report.problems.map(({ problem, place }) => [
      [[{ text: `${place.file}:${place.line}`, place: { file: problem.file, line: place.line } }]],
      plain(report.translate(problem)),
    ]),
  );
}

function section(
  { translate }: ComparisonReport,
  title: SentenceCode,
  intro: readonly SentenceCode[],
  columns: readonly SentenceCode[],
  rows: readonly (readonly Cell[])[],
): readonly Block[] {
  const paragraph = (code: SentenceCode): Block => ({ kind: 'paragraph', text: translate(message(code)) });
  return [
    { kind: 'heading', level: 2, text: translate(message(title)) },
    ...(rows.length === 0
      ? [paragraph('report-none')]
      : [...intro.map(paragraph), { kind: 'table', header: words(columns, translate), rows } as const]),
  ];
}

function words(codes: readonly SentenceCode[], translate: ComparisonReport['translate']): readonly string[] {
  return codes.map((code) => translate(message(code)));
}

function plain(text: string): Cell {
  return text === '' ? [] : [[{ text }]];
}

/** A control with its title and, on a line of its own, the requirement. */
function nameOf(control: string, id: string, { titleOf }: ComparisonReport): Cell {
  return [...plain(`${control} ${titleOf(control)}`.trimEnd()), ...plain(requirementOf(control, id))];
}
