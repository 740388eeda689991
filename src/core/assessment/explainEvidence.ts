import { type Message, message } from '../message';
import { clockRules, runRule, runTimeOf, timeOf, type TimeVerdict } from './clocks';
import type { AssessmentCalendar } from './calendar';
import { type Evidence, type UsableEvidence, whyNotUsed } from './evidence';
import { documentKey } from './evidenceDocuments';
import { openSteps, ownRows, rowPlace, type Step, step, type StepPlace, type UnitFacts } from './explainStep';
import type { MaturityLevel } from './maturity';
import { isEvidenceWanted, whyEvidence } from './openItems';

/** What counts as evidence, level by level, and what does not (README, rules 3 and 4). */
export function evidenceSteps(about: UnitFacts): readonly Step[] {
  const { unit, recorded, terms, facts } = about;
  const { profile } = facts;
  const own = [...recorded.evidence, ...recorded.pending];
  if (!isEvidenceWanted(unit.verdict, recorded.requests)) {
    const spare = message('explain-evidence-spare', own.map(titleOf));
    return [
      step(3, message('explain-evidence-not-wanted'), [], message('why-evidence-azure')),
      ...(own.length > 0
        ? [
            step(
              3,
              spare,
              own.flatMap((item) => placesOf(item, about)),
            ),
          ]
        : []),
      ...controlSteps(about),
    ];
  }
  const levels = terms.levels.map((level) => message(level));
  const unscored = recorded.evidence.filter(({ maturity }) => !terms.levels.includes(maturity));
  return [
    ...(profile.typeIsAssumed ? [step(3, message('assumed-type', profile.type))] : []),
    step(3, message('explain-evidence-wanted', levels), [], whyEvidence(unit.verdict)),
    ...terms.levels.flatMap((level) => levelSteps(level, about)),
    ...unscored.map((item) =>
      step(3, message('explain-evidence-unscored', titleOf(item), message(item.maturity)), placesOf(item, about)),
    ),
    ...failures(about),
    ...controlSteps(about),
  ];
}

/** What the clocks say of each document at each level, and of each gap (README, rule 5). */
export function clockSteps(about: UnitFacts): readonly Step[] {
  const { unit, recorded, terms, facts } = about;
  const { calendar, levels } = terms;
  const counted = recorded.evidence.filter(({ maturity }) => levels.includes(maturity));
  const isRead = isEvidenceWanted(unit.verdict, recorded.requests) && counted.length + recorded.gaps.length > 0;
  if (!isRead) return [];
  if (!calendar) return [step(5, message('no-submission-date'))];
  const assumed = facts.profile.fieldworkIsAssumed
    ? [step(5, message('assumed-fieldwork', calendar.fieldworkStart, calendar.clocks.fieldworkDays))]
    : [];
  const steps = levels.flatMap((level) => {
    const items = counted.filter(({ maturity }) => maturity === level);
    const late = unit.openItems.filter(({ kind, maturity }) => kind === 'late-evidence' && maturity === level);
    const isSpared = late.length === 0 && items.some((item) => timeOf(item, level, calendar).late);
    return [
      ...items.flatMap((item) => documentSteps(item, level, calendar, about)),
      ...gapSteps(level, calendar, about),
      ...(isSpared ? [step(5, message('explain-one-in-time', message(level)))] : []),
      ...openSteps(
        5,
        late,
        items.flatMap((item) => placesOf(item, about)),
      ),
    ];
  });
  return [...assumed, ...distinct(steps)];
}

function levelSteps(level: MaturityLevel, about: UnitFacts): readonly Step[] {
  const { recorded, unit } = about;
  const counted = recorded.evidence.filter(({ maturity }) => maturity === level);
  const pending = recorded.pending.filter(({ maturity = level }) => maturity === level);
  const missing = unit.openItems.filter(({ kind, maturity }) => kind === 'needs-evidence' && maturity === level);
  return [
    ...counted.map((item) =>
      step(
        3,
        message('explain-evidence-counts', message(level), titleOf(item), [item.state, ...datesOf(item)]),
        placesOf(item, about),
        message('why-evidence-counts'),
      ),
    ),
    ...pending.flatMap((item) => {
      const why = whyNotUsed(item);
      return why ? [step(3, message('explain-evidence-pending', message(level), why), placesOf(item, about))] : [];
    }),
    ...openSteps(
      3,
      missing,
      pending.flatMap((item) => placesOf(item, about)),
    ),
  ];
}

/** Rows that are at hand and do not count, each with what is wrong with it. */
function failures(about: UnitFacts): readonly Step[] {
  const isOwn = ownRows(about);
  return about.facts.records.unusable
    .of(about.control.id)
    .items.filter(({ item }) => isOwn(item))
    .map(({ item, why }) =>
      step(
        3,
        message('explain-evidence-fails', titleOf(item), why),
        placesOf(item, about),
        message('why-evidence-counts'),
      ),
    );
}

/** What is recorded for the whole control, where that counts, and where it does not (README, rule 4). */
function controlSteps(about: UnitFacts): readonly Step[] {
  const { control, unit, recorded, facts } = about;
  const { records, profile } = facts;
  const isOfControl = ({ requirement }: { readonly requirement?: string }): boolean => requirement === undefined;
  if (profile.hasList) {
    const rows = [
      ...[...control.notYetMapped, ...records.pending.of(control.id).items.filter(isOfControl)].map((item) => ({
        told: titleOf(item),
        places: placesOf(item, about),
      })),
      ...records.requests
        .of(control.id)
        .items.filter(isOfControl)
        .map((request) => ({
          told: message('explain-request-not-mapped', request.state),
          places: [rowPlace(request)],
        })),
    ];
    return rows.map(({ told, places }) =>
      step(4, message('explain-not-mapped', control.id, told), places, message('why-not-mapped')),
    );
  }
  const ofControl = unit.id === control.id ? [] : recorded.evidence.filter(isOfControl);
  if (ofControl.length === 0) return [];
  const told = message('explain-of-control', control.id, ofControl.map(titleOf));
  return [
    step(
      4,
      told,
      ofControl.flatMap((item) => placesOf(item, about)),
      message('why-of-control'),
    ),
  ];
}

function documentSteps(
  item: UsableEvidence,
  level: MaturityLevel,
  calendar: AssessmentCalendar,
  about: UnitFacts,
): readonly Step[] {
  const places = placesOf(item, about);
  const time = timeOf(item, level, calendar);
  const said = timeSteps(time, places);
  if (said.length > 0) return [...said, ...eventSteps(time, places)];
  const [rule, other] = clockRules(item, level, calendar);
  if (!rule) return [step(5, message('explain-no-clock', titleOf(item), item.type ?? ''), places)];
  const dates = datesOf(item);
  const told = message(
    'explain-in-time',
    titleOf(item),
    message(level),
    dates.length > 0 ? dates : message('explain-no-dates'),
  );
  return [
    step(5, told, places, other ? message('explain-both-rules', rule, other) : rule),
    ...eventSteps(time, places),
  ];
}

function gapSteps(level: MaturityLevel, calendar: AssessmentCalendar, { recorded }: UnitFacts): readonly Step[] {
  return recorded.gaps.flatMap((gap) => {
    const rule = runRule(gap, level, calendar);
    if (!rule) return [];
    const time = runTimeOf(gap, level, calendar);
    const places = [rowPlace(gap)];
    const said = timeSteps(time, places);
    return said.length > 0
      ? said
      : [step(5, message('explain-ran-in-time', gap.id, message(level), gap.fixedOn ?? ''), places, rule)];
  });
}

function timeSteps({ late, notices }: TimeVerdict, places: readonly StepPlace[]): readonly Step[] {
  return [...(late ? [late] : []), ...notices].map((said) => step(5, said.message, places, said.why));
}

/** What is yet to come; that something becomes testable is told as a notice. */
function eventSteps({ events }: TimeVerdict, places: readonly StepPlace[]): readonly Step[] {
  const toCome = events.filter(({ message: { code } }) => code !== 'clock-becomes-testable');
  return toCome.map(({ date, message: told }) => step(5, message('explain-event', date, told), places));
}

/** A gap can say the same at several levels. */
function distinct(steps: readonly Step[]): readonly Step[] {
  return [...new Map(steps.map((each) => [JSON.stringify(each), each])).values()];
}

function titleOf({ title }: Pick<Evidence, 'title'>): string | Message {
  return title || message('evidence-untitled');
}

function datesOf({ dates = {} }: Pick<Evidence, 'dates'>): readonly string[] {
  return Object.entries(dates).map(([column, date]) => `${column} ${date}`);
}

/** Its row, and the row of the document that it refers to. */
function placesOf(item: Evidence, { facts: { documents } }: UnitFacts): readonly StepPlace[] {
  const document = item.documentId === undefined ? undefined : documents?.get(documentKey(item.documentId));
  return [rowPlace(item), ...(document ? [rowPlace(document)] : [])];
}
