import { tell } from '../../assessment/openItems';
import { calendarOfSummary, tellEvent } from '../../assessment/readiness';
import { scopeWords } from '../../assessment/status';
import type { Summary, UnitSummary } from '../../assessment/summary';
import { type Message, message } from '../../message';
import { barsOfReport, noticesOf, openItemsOf, type Report } from '../../report/report';
import { effectiveFields, neededFor, type Profile, PROFILE_FIELDS, type ProfileField, type TextKind } from '../profile';

/** Something that a profile left out or changed, for a person who looks before it is written. */
export interface LeftOut {
  /** What it is, in words. */
  readonly what: string;
  readonly treatment: 'remove' | 'pseudonym';
  readonly count: number;
  /** Some of it. */
  readonly examples: readonly string[];
}

/** As many as tell what is meant. */
const EXAMPLES = 3;

/** The tables and parts of a report that its readers do not get, where there was something in them. */
export function fieldsLeftOut(report: Report, { fields }: Profile): readonly LeftOut[] {
  const shown = effectiveFields(fields);
  return PROFILE_FIELDS.filter((field) => !shown.has(field) && isOutermost(field, shown)).flatMap((field) =>
    lineOf(message(`field-${field}`), 'remove', CONTENTS[field](report), report),
  );
}

/** The controls of an assessment that a report of a part does not tell at all. */
export function controlsLeftOut({ controls }: Pick<Summary, 'controls'>, report: Report): readonly LeftOut[] {
  const others = controls
    .filter(({ id }) => !report.summary.controlById.has(id))
    .map(({ id, title }) => `${id} ${title}`);
  return lineOf(message('left-out-controls'), 'remove', others, report);
}

/** What goes with its table is told with that. */
function isOutermost(field: ProfileField, shown: ReadonlySet<ProfileField>): boolean {
  const needed = neededFor(field);
  return needed === undefined || needed === 'controls' || shown.has(needed);
}

/** Texts that were removed or replaced in what is told, each once. */
export class LeftOutTexts {
  readonly #texts = new Map<string, Set<string>>();
  readonly #kinds = new Map<string, readonly [TextKind, LeftOut['treatment']]>();

  add(kind: TextKind, treatment: LeftOut['treatment'], text: string): void {
    const key = `${kind} ${treatment}`;
    this.#kinds.set(key, [kind, treatment]);
    const texts = this.#texts.get(key);
    if (texts) texts.add(text);
    else this.#texts.set(key, new Set([text]));
  }

  lines(report: Pick<Report, 'translate'>): readonly LeftOut[] {
    return [...this.#kinds].flatMap(([key, [kind, treatment]]) =>
      lineOf(message(`left-out-${kind}`), treatment, [...(this.#texts.get(key) ?? [])], report),
    );
  }
}

function lineOf(
  what: Message,
  treatment: LeftOut['treatment'],
  texts: readonly (string | Message)[],
  { translate }: Pick<Report, 'translate'>,
): readonly LeftOut[] {
  if (texts.length === 0) return [];
  const told = new Set(texts.map((text) => (typeof text === 'string' ? text : translate(text))));
  return [{ what: translate(what), treatment, count: texts.length, examples: [...told].slice(0, EXAMPLES) }];
}

/** What a report has to tell of each field. */
const CONTENTS: Readonly<Record<ProfileField, (report: Report) => readonly (string | Message)[]>> = {
  name: ({ summary }) => [summary.name].filter((name) => name !== ''),
  totals: ({ summary }) => [scopeWords(summary)],
  readiness: (report) => {
    const { byDomain, byCategory } = barsOfReport(report);
    return [...byDomain, ...byCategory].map(({ id, title }) => `${id} ${title}`.trim());
  },
  calendar: ({ summary }) => calendarOfSummary(summary).map((event) => tellEvent(event)),
  assumptions: ({ summary }) => summary.assumptions,
  matrices: ({ matrices }) => matrices.map(({ name }) => name),
  controls: ({ summary }) => summary.controls.map(({ id, title }) => `${id} ${title}`.trim()),
  requirements: (report) => listedIn(report).map(({ id }) => id),
  'requirements.rationale': (report) => listedIn(report).flatMap(({ listed }) => given(listed?.rationale)),
  openItems: ({ summary }) => summary.controls.flatMap((of) => openItemsOf(of).map(({ item }) => tell(item))),
  'openItems.why': ({ summary }) => {
    const all = summary.controls.flatMap(({ openItems }) => openItems.map(({ why }) => why));
    return [...new Map(all.map((why) => [JSON.stringify(why), why])).values()];
  },
  evidence: (report) => evidenceIn(report).map(({ title }) => title),
  'evidence.title': (report) => evidenceIn(report).flatMap(({ title }) => given(title)),
  'evidence.location': (report) => evidenceIn(report).flatMap(({ location }) => given(location)),
  'evidence.dates': (report) => evidenceIn(report).flatMap(({ dates = {} }) => Object.values(dates)),
  requests: (report) => unitsIn(report).flatMap(({ id, requests }) => requests.map(({ state }) => `${id}: ${state}`)),
  'requests.provider': (report) => requestsIn(report).flatMap(({ provider }) => given(provider)),
  'requests.justification': (report) => requestsIn(report).flatMap(({ justification }) => given(justification)),
  'requests.dates': (report) =>
    requestsIn(report).flatMap(({ submitted, decided }) => [...given(submitted), ...given(decided)]),
  gaps: ({ gaps }) => gaps.map(({ id }) => id),
  'gaps.description': ({ gaps }) => gaps.flatMap(({ description }) => given(description)),
  'gaps.dates': ({ gaps }) => gaps.flatMap(({ scheduledFor, fixedOn }) => [...given(scheduledFor), ...given(fixedOn)]),
  references: ({ summary }) => summary.controls.flatMap(({ references }) => references.map(({ text }) => text)),
  notices: ({ summary }) => summary.controls.flatMap((of) => noticesOf(of).map(({ message: told }) => told)),
  policy: (report) => unitsIn(report).flatMap(({ id }) => (report.policy.has(id) ? [id] : [])),
  project: ({ summary }) => summary.project.map(({ message: told }) => told),
  unresolved: ({ summary }) => summary.unresolved.map(({ text }) => text),
  problems: ({ problems }) => problems.map(({ problem }) => problem),
  places: (report) => {
    const { summary, labelOf } = report;
    const files = [
      ...evidenceIn(report),
      ...requestsIn(report),
      ...summary.controls.flatMap(({ references }) => references),
      ...listedIn(report).flatMap(({ listed }) => listed ?? []),
    ].map(({ file }) => labelOf(file));
    return [...new Set(files)];
  },
};

function unitsIn({ summary }: Report): readonly UnitSummary[] {
  return summary.controls.flatMap(({ units }) => units);
}

function listedIn(report: Report): readonly UnitSummary[] {
  return unitsIn(report).filter(({ listed }) => listed);
}

function evidenceIn({ summary }: Report): Report['summary']['controls'][number]['evidence'] {
  return summary.controls.flatMap(({ evidence, notYetMapped }) => [...evidence, ...notYetMapped]);
}

function requestsIn(report: Report): UnitSummary['requests'] {
  return unitsIn(report).flatMap(({ requests }) => requests);
}

function given(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : [text];
}
