import { openLines } from '../../assessment/combine';
import type { Impact, Touch } from '../../assessment/impact';
import { CHANGE_KINDS, type ChangeKind } from '../../matrix/compare';
import type { WordChange } from '../../matrix/compareUnits';
import { type Message, message } from '../../message';
import type { SentenceCode } from '../../sentences';
import { inline, table } from '../markdownText';
import { encode, EXPORT_MARK, type Exporter, type ReportedMatrix } from '../report';
import {
  allOpen,
  type ComparisonReport,
  fromTo,
  isTouching,
  regrainedRequirements,
  requirementOf,
  tellChange,
  touchedPlaces,
} from './comparisonReport';

/** So many changes are told at one place of a document; the table of all changes has the rest. */
const MOST_AT_PLACE = 5;

/**
 * The comparison of two matrices as a Markdown document: what is newly open and where first, then file by file what to look
 * at, then all changes by their kind. Text from files is escaped (`markdownText.ts`).
 */
export const comparisonMarkdown: Exporter<ComparisonReport> = {
  format: 'md',
  name: 'Markdown',
  purpose: 'format-md',
  extension: 'md',
  write: (report) =>
    encode(
      `${[heading, short, newlyOpen, byFile, noLongerOpen, all, problems]
        .flatMap((part) => part(report))
        .join('\n')
        .trimEnd()}\n`,
    ),
};

function heading(report: ComparisonReport): readonly string[] {
  const { name, older, newer, own, translate, today, toolVersion, isLive, impacts } = report;
  const ofMatrix = (which: 'older' | 'newer', { name: file, entries, sha256, preamble }: ReportedMatrix): Message[] => [
    message(`comparison-${which}`, message('report-matrix-entries', file, entries)),
    message('report-sha256', file, sha256 ?? message('report-sha256-missing')),
    ...(preamble === undefined ? [] : [message('matrix-preamble', preamble)]),
  ];
  const facts = [
    ...ofMatrix('older', older),
    ...ofMatrix('newer', newer),
    ...(own ? [message(`comparison-own-${own}`, (own === 'older' ? older : newer).name)] : []),
    ...report.notCompared.map((column) => message(`not-compared-${column}`)),
    message('report-basis-documents'),
    ...report.assumptions,
    message('report-date', today),
    message('report-tool', toolVersion),
  ];
  return [
    EXPORT_MARK,
    '',
    `# ${inline(translate(message('comparison-title', name)))}`,
    '',
    ...(isLive && impacts.length > 0 ? [inline(translate(message('comparison-live'))), ''] : []),
    ...facts.map((fact) => `- ${inline(translate(fact))}`),
    '',
  ];
}

function short({ impacts, own, isLive, translate }: ComparisonReport): readonly string[] {
  const words = (told: Message): string => inline(translate(told));
  if (impacts.length === 0) return [words(message('comparison-same')), ''];
  const touching = impacts.filter(isTouching).length;
  const opening = (some: readonly Impact[]): number => some.filter((impact) => impact.newlyOpen.length > 0).length;
  const rows = CHANGE_KINDS.map((kind) => ({ kind, some: impacts.filter(({ change }) => change.kind === kind) }));
  return [
    `## ${words(message('comparison-short'))}`,
    '',
    words(message('comparison-counts', impacts.length, touching, opening(impacts))),
    '',
    ...table(
      (['column-change', 'column-number', 'column-touching', 'column-opening', 'column-meaning'] as const).map((code) =>
        words(message(code)),
      ),
      rows
        .filter(({ some }) => some.length > 0)
        .map(({ kind, some }) => [
          words(message(`change-${kind}`)),
          String(some.length),
          String(some.filter(isTouching).length),
          String(opening(some)),
          words(message(`means-${kind}`)),
        ]),
    ),
    '',
    ...(isLive && own === 'older' ? [words(message('comparison-next')), ''] : []),
  ];
}

function newlyOpen(report: ComparisonReport): readonly string[] {
  return openSection(report, 'newlyOpen', 'comparison-newly-open', ['comparison-newly-open-why']);
}

function noLongerOpen(report: ComparisonReport): readonly string[] {
  return openSection(report, 'noLongerOpen', 'comparison-no-longer-open', []);
}

function openSection(
  report: ComparisonReport,
  which: 'newlyOpen' | 'noLongerOpen',
  title: SentenceCode,
  intro: readonly SentenceCode[],
): readonly string[] {
  const { impacts, translate } = report;
  if (impacts.length === 0) return [];
  const rows = allOpen(impacts, which).map(({ impact, open }) => [
    nameOf(open.control, report),
    inline(requirementOf(open.control, open.unit)),
    inline(`${translate(message(`change-${impact.change.kind}`))}: ${translate(fromTo(impact.change))}`),
    inline(
      openLines(open.items)
        .map((line) => translate(line.message))
        .join('; '),
    ),
    linesOf(impact.touches, report),
  ]);
  return section(
    report,
    title,
    intro,
    ['column-control', 'column-requirement', 'column-change', 'column-open', 'column-references'],
    rows,
  );
}

function byFile(report: ComparisonReport): readonly string[] {
  const { impacts, translate, labelOf } = report;
  if (impacts.length === 0) return [];
  const word = (code: SentenceCode): string => inline(translate(message(code)));
  const files = [...touchedPlaces(report)];
  return [
    `## ${word('comparison-by-file')}`,
    '',
    ...(files.length === 0 ? [word('touches-none'), ''] : []),
    ...files.flatMap(([file, places]) => [
      `### ${inline(labelOf(file))}`,
      '',
      ...table(
        (['column-line', 'column-text', 'column-change'] as const).map(word),
        places.map(({ touch, place, changes }) => [
          linkTo(String(place.line), file, place.line, report),
          inline(translate(message(`touch-${touch.what}`, touch.text))),
          [
            ...changes.slice(0, MOST_AT_PLACE).map((change) => inline(translate(tellChange(change)))),
            ...(changes.length > MOST_AT_PLACE
              ? [inline(translate(message('told-more', changes.length - MOST_AT_PLACE)))]
              : []),
          ].join('; '),
        ]),
      ),
      '',
    ]),
  ];
}

function all(report: ComparisonReport): readonly string[] {
  const { impacts, translate } = report;
  if (impacts.length === 0) return [];
  const tables = CHANGE_KINDS.flatMap((kind) => {
    const some = impacts.filter(({ change }) => change.kind === kind);
    return some.length === 0 ? [] : kindTable(kind, some, report);
  });
  return [`## ${inline(translate(message('comparison-all')))}`, '', ...tables];
}

function kindTable(kind: ChangeKind, impacts: readonly Impact[], report: ComparisonReport): readonly string[] {
  const { translate } = report;
  const words = (told: Message): string => inline(translate(told));
  const title = message('comparison-kind', message(`change-${kind}`), impacts.length);
  return [
    `### ${words(title)}`,
    '',
    words(message(`means-${kind}`)),
    '',
    ...table(
      (['column-control', 'column-requirement', 'column-from-to', 'column-words', 'column-touches'] as const).map(
        (code) => words(message(code)),
      ),
      impacts.map((impact) => [
        nameOf(impact.change.control, report),
        inline(requirementOf(impact.change.control, impact.change.id)),
        words(fromTo(impact.change)),
        details(impact, report),
        touchesCell(impact, report),
      ]),
    ),
    '',
  ];
}

/** What is said otherwise: the words around each difference, the former id, the requirements of a control. */
function details({ change }: Impact, { translate }: ComparisonReport): string {
  const { words, oldId, joinedBy, kind } = change;
  const requirements = regrainedRequirements(change);
  return [
    ...(oldId === undefined ? [] : [inline(translate(message(`former-id-${joinedBy ?? 'cvid'}`, oldId)))]),
    ...(requirements.length > 0 ? [inline(translate(message('words-requirements', requirements)))] : []),
    ...words.map((difference) => {
      const told = translate(message('words-part', message(`words-${difference.column}`), ''));
      return `${inline(told).trimEnd()} ${marked(difference)}`;
    }),
    ...(kind === 'reworded' && words.length === 0 ? [inline(translate(message('words-other')))] : []),
  ].join('<br>');
}

/** Struck through what went, in bold what came. */
function marked({ before, old, new: now, after }: WordChange): string {
  return [inline(before), mark('~~', old), mark('**', now), inline(after)].filter((part) => part !== '').join(' ');
}

function mark(sign: string, text: string): string {
  return text === '' ? '' : `${sign}${inline(text)}${sign}`;
}

function touchesCell(impact: Impact, report: ComparisonReport): string {
  const { translate } = report;
  const parts = (['reference', 'evidence', 'request'] as const).flatMap((what) => {
    const touches = impact.touches.filter((touch) => touch.what === what);
    if (touches.length === 0) return [];
    return [`${inline(translate(message(`touches-${what}`, ''))).trimEnd()} ${linesOf(touches, report, what)}`];
  });
  return parts.length > 0 ? parts.join('<br>') : inline(translate(message('touches-none')));
}

/** The lines that are touched, file by file: `scope.md:3, 12`. */
function linesOf(touches: readonly Touch[], report: ComparisonReport, what: Touch['what'] = 'reference'): string {
  const byFile = new Map<string, Set<number>>();
  for (const { file, at, what: kind } of touches) {
    if (kind !== what) continue;
    const lines = byFile.get(file) ?? new Set<number>();
    byFile.set(file, lines.add(report.placeOf(file, at).line));
  }
  return [...byFile]
    .map(([file, lines]) =>
      [...lines]
        .map((line, index) =>
          linkTo(index === 0 ? `${report.labelOf(file)}:${line}` : String(line), file, line, report),
        )
        .join(', '),
    )
    .join('; ');
}

function linkTo(text: string, file: string, line: number, { linkOf }: ComparisonReport): string {
  const link = linkOf(file, line);
  return link === undefined ? inline(text) : `[${inline(text)}](${link})`;
}

function nameOf(control: string, { titleOf }: ComparisonReport): string {
  return inline(`${control} ${titleOf(control)}`.trimEnd());
}

function problems(report: ComparisonReport): readonly string[] {
  if (report.problems.length === 0) return [];
  return section(
    report,
    'report-problems',
    [],
    ['column-place', 'column-message'],
    report.problems.map(({ problem, place }) => [
      linkTo(`${place.file}:${place.line}`, problem.file, place.line, report),
      inline(report.translate(problem)),
    ]),
  );
}

function section(
  { translate }: ComparisonReport,
  title: SentenceCode,
  intro: readonly SentenceCode[],
  columns: readonly SentenceCode[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const word = (code: SentenceCode): string => inline(translate(message(code)));
  if (rows.length === 0) return [`## ${word(title)}`, '', word('report-none'), ''];
  return [`## ${word(title)}`, '', ...intro.flatMap((code) => [word(code), '']), ...table(columns.map(word), rows), ''];
}
