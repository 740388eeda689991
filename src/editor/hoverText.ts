// The parts of a hover as Markdown. Texts of files are in the words too, so all words are escaped: they mean nothing in
// Markdown. A part with nothing to say is empty.
import { openLines } from '../core/assessment/combine';
import type { UsableEvidence } from '../core/assessment/evidence';
import type { OpenItem } from '../core/assessment/openItems';
import type { UnitSummary } from '../core/assessment/summary';
import { noticesOf, policyFacts, requestLine } from '../core/assessment/unitFacts';
import type { CombinedPolicy } from '../core/azure/combinePolicy';
import type { CalendarDate } from '../core/calendarDate';
import { type Message, message, type Reasoned, type Translate } from '../core/message';
import { inline } from '../core/report/markdownText';

/** A hover is read at a glance: of more lines or requirements than these the summary tells. */
export const LINES_SHOWN = 5;
export const UNITS_SHOWN = 3;

/** A row of a register. */
type Row = { readonly file: string; readonly line: number };

export interface HoverWords {
  readonly translate: Translate;
  /** A link to a row, in Markdown. */
  readonly linkTo: (row: Row) => string;
  /** How a file is called. */
  readonly nameOf: (file: string) => string;
}

/** A headline, and what is open with the rule behind it. */
export function stateText(
  headline: readonly Message[],
  openItems: readonly OpenItem[],
  { translate }: Pick<HoverWords, 'translate'>,
): string {
  const words = headline.map((part) => inline(translate(part))).join(' · ');
  return paragraphs(words, list(openLines(openItems).map((line) => reasoned(line, translate))));
}

/** What else is to be known of requirements, each once. */
export function noticesText(units: readonly UnitSummary[], { translate }: Pick<HoverWords, 'translate'>): string {
  const lines = noticesOf(units).map((notice) => reasoned(notice, translate));
  return list(shortened(lines, translate));
}

/** The requests for requirements, each once, with how they stand and for how long. */
export function requestsText(units: readonly UnitSummary[], today: CalendarDate, words: HoverWords): string {
  const { translate, linkTo } = words;
  const requests = new Set(units.flatMap((unit) => unit.requests));
  const lines = [...requests].map((request) => {
    const { requirement } = request;
    const whose = units.length > 1 && requirement !== undefined ? `${inline(requirement)}: ` : '';
    return `${whose}${inline(translate(requestLine(request, today)))} ${linkTo(request)}`;
  });
  return list(shortened(lines, translate));
}

/** Evidence at its levels, with its dates, under a heading. */
export function evidenceText(heading: Message, evidence: readonly UsableEvidence[], words: HoverWords): string {
  if (evidence.length === 0) return '';
  const { translate, linkTo } = words;
  const lines = evidence.map((row) => {
    const { maturity, title, dates = {} } = row;
    const facts = [title, ...Object.entries(dates).map(([column, date]) => `${column} ${date}`)];
    return `${inline(translate(message(maturity)))}: ${inline(facts.join(', '))} ${linkTo(row)}`;
  });
  return paragraphs(inline(translate(heading)), list(lines));
}

/** What Azure Policy says of requirements: a partial view, and a fact with a date. */
export function policyText(
  units: readonly Pick<UnitSummary, 'id' | 'otherIds'>[],
  policy: ReadonlyMap<string, CombinedPolicy>,
  { translate, nameOf }: HoverWords,
): string {
  const found = units.flatMap((unit) => {
    const facts = policyFacts(unit, policy, nameOf).map((fact) => inline(translate(fact)));
    return facts.length > 0 ? [{ id: unit.id, facts }] : [];
  });
  const shown = found.slice(0, UNITS_SHOWN);
  const more = found.length - shown.length;
  return paragraphs(
    ...shown.map(({ id, facts }) => paragraphs(units.length > 1 ? `**${inline(id)}**` : '', list(facts))),
    more > 0 ? inline(translate(message('hover-more', more))) : '',
  );
}

/** Parts one below the other, without those that are empty. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function reasoned(item: Reasoned, translate: Translate): string {
  return `${inline(translate(item.message))}  \n  _${inline(translate(item.why))}_`;
}

function shortened(items: readonly string[], translate: Translate): readonly string[] {
  const more = items.length - LINES_SHOWN;
  return more > 0 ? [...items.slice(0, LINES_SHOWN), inline(translate(message('told-more', more)))] : items;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
