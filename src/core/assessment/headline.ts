import type { Verdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import { sameness } from './combine';
import { MATURITY_LEVELS, type MaturityLevel } from './maturity';
import { type Evaluation, type OpenItem, tell } from './openItems';
import { RESPONSIBILITY_ORDER } from './status';
import type { ControlSummary, UnitSummary } from './summary';

/**
 * A control in a few words, for a lens or a line of a list: who is responsible, then what is open. The edge puts ` · `
 * between the parts.
 */
export function headline({ responsibility, counts, units, status }: ControlSummary): readonly Message[] {
  const [only] = units;
  if (only && units.length === 1) return unitHeadline(only);
  if (status === 'not-applicable') return notApplicable(responsibility);
  if (responsibility === null) return [...responsibilityUnknown(units)];
  if (responsibility !== 'mixed') return [message(responsibility), ...open(units)];
  const list = RESPONSIBILITY_ORDER.flatMap((value) =>
    value !== 'mixed' && counts[value] > 0 ? [message(`count-${value}`, counts[value])] : [],
  );
  return [message('mixed'), message('list', list), ...open(units)];
}

/** The same for a single requirement. */
export function unitHeadline(unit: UnitSummary): readonly Message[] {
  if (unit.status === 'not-applicable') return notApplicable(unit.verdict.responsibility);
  if (unit.verdict.responsibility === null) return responsibilityUnknown([unit]);
  return [whose(unit.verdict), ...open([unit])];
}

/** Whose it would be does not matter where nobody knows. */
function notApplicable(responsibility: ControlSummary['responsibility']): readonly Message[] {
  return responsibility === null
    ? [message('status-not-applicable')]
    : [message(responsibility), message('not-applicable')];
}

/** Who is responsible; of what has elements that differ, how many of them can be inherited. */
export function whose({ responsibility, elements }: Verdict): Message {
  const isByElements = responsibility === 'shared' && elements !== undefined;
  return isByElements
    ? message('shared-elements', elements.inheritable, elements.total)
    : message(responsibility ?? 'unknown');
}

/** Until it is known who is responsible, that is the thing to find out; evidence is asked for in the summary. */
function responsibilityUnknown(units: readonly Evaluation[]): readonly Message[] {
  const reasons = new Map(itemsOf(units, 'unknown').flatMap(({ reason }) => (reason ? [[reason.code, reason]] : [])));
  const [only] = reasons.keys();
  if (reasons.size === 1 && (only === 'not-in-matrix' || only === 'no-matrix')) return [message(`headline-${only}`)];
  return [message('unknown'), ...reasons.values()];
}

/** What is open on any of the units; how many they are is told where it is not all of them. */
function open(all: readonly UnitSummary[]): readonly Message[] {
  const units = all.filter(({ status }) => status !== 'not-applicable');
  const missing = levelsOf(units, 'needs-evidence');
  const late = levelsOf(units, 'late-evidence').filter((level) => !missing.includes(level));
  const parts = [
    ...(missing.length > 0
      ? [
          message(
            'needs-evidence',
            missing.map((level) => message(level)),
          ),
        ]
      : []),
    ...(late.length > 0
      ? [
          message(
            'headline-late-evidence',
            late.map((level) => message(level)),
          ),
        ]
      : []),
    ...(['unknown', 'coverage-needed', 'service-out-of-scope', 'awaiting-approval'] as const).flatMap((kind) => {
      const items = itemsOf(units, kind);
      const [first] = items;
      if (!first) return [];
      const count = units.filter(({ openItems }) => openItems.some((item) => item.kind === kind)).length;
      if (count < units.length) return [message(`headline-${kind}-for`, count, units.length)];
      const agree = items.every((item) => sameness(item) === sameness(first));
      return [agree ? tell(first) : message(`headline-${kind}`)];
    }),
  ];
  if (parts.length > 0) return parts;
  if (units.every(({ status }) => status === 'inherited')) return [message('headline-inherited')];
  // Only where the requirements are listed is it known that these are all.
  return [message(units.every(({ listed }) => listed) ? 'headline-complete' : 'headline-nothing-open')];
}

/** The levels on which something is open, in their order. */
function levelsOf(units: readonly Evaluation[], kind: OpenItem['kind']): readonly MaturityLevel[] {
  const items = itemsOf(units, kind);
  return MATURITY_LEVELS.filter((level) => items.some(({ maturity }) => maturity === level));
}

function itemsOf(units: readonly Evaluation[], kind: OpenItem['kind']): readonly OpenItem[] {
  return units.flatMap(({ openItems }) => openItems.filter((item) => item.kind === kind));
}
