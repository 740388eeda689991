import type { MatrixEntry } from '../matrix/matrix';
import { type Message, message } from '../message';
import { explainRollUp } from './explainRollUp';
import { rowPlace, type Step, step, type UnitFacts } from './explainStep';
import { whose } from './headline';
import { unknownReason } from './openItems';

/** The rows of the matrix, those that do not count included, and what they come to (README, rule 2). */
export function responsibilitySteps(about: UnitFacts): readonly Step[] {
  const { unit } = about;
  const { verdict } = unit;
  return [
    ...joinSteps(about),
    ...verdict.entries.map((entry) =>
      step(2, message('explain-row', nameOf(entry), valuesOf(entry)), [rowPlace(entry)], message('why-rows')),
    ),
    ...rowsAside(about).map(({ entry, why }) =>
      step(
        2,
        message('explain-row-aside', nameOf(entry), valuesOf(entry), why),
        [rowPlace(entry)],
        message('why-rows'),
      ),
    ),
    ...disputeSteps(about),
    // A listed requirement that was joined was not joined to other versions, but to its own row.
    ...explainRollUp([unit.joinedBy ? { ...unit, otherIds: [] } : unit]).map((told) =>
      step(2, told, verdict.entries.map(rowPlace)),
    ),
    step(2, verdictWords(about), verdict.entries.map(rowPlace), message('why-responsibility')),
  ];
}

/** What the list's row says of whether it applies, and whether that holds (README, rule 7). */
export function applicabilitySteps({ unit: { listed, applicability } }: UnitFacts): readonly Step[] {
  if (!listed || !applicability) return [];
  const { applies, why, problems } = applicability;
  const places = [rowPlace(listed)];
  return [
    ...(listed.rationale === undefined ? [] : [step(7, message('explain-rationale', listed.rationale), places)]),
    ...problems.map((found) => step(7, found, places)),
    step(7, message(applies ? 'explain-marked-in-error' : 'explain-marked-holds', listed.applicability), places, why),
  ];
}

function verdictWords({ unit: { verdict } }: UnitFacts): Message {
  const { unknown, inheritability } = verdict;
  if (unknown) return message('explain-responsibility-unknown', unknownReason(unknown));
  const inheritable = inheritability ? [message(`inheritable-${inheritability}`)] : [];
  return message('explain-responsibility', [whose(verdict), ...inheritable]);
}

/** How a listed requirement found its rows, where they do not have its id. */
function joinSteps({ unit, control }: UnitFacts): readonly Step[] {
  const { joinedBy, otherIds, listed, verdict } = unit;
  if (!joinedBy) return [];
  const places = [...(listed ? [rowPlace(listed)] : []), ...verdict.entries.map(rowPlace)];
  const told =
    joinedBy === 'control'
      ? message('explain-joined-control', control.id)
      : message(`explain-joined-${joinedBy}`, listed?.cvid ?? '', otherIds);
  return [step(2, told, places, message('why-rows'))];
}

/** Rows that are about the same thing and do not count. */
function rowsAside({ unit, control, facts }: UnitFacts): readonly {
  readonly entry: MatrixEntry;
  readonly why: Message;
}[] {
  const { matrix } = facts.summary;
  const { entries: counted } = unit.verdict;
  const ids = new Set([unit.id, ...unit.otherIds].map((id) => matrix.idOf(id, control.id)));
  const cvids = new Set(counted.map(({ cvid }) => cvid));
  return facts.matrices
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.control === control.id && !counted.includes(entry))
    .flatMap((entry) => {
      const { requirement, cvid } = entry;
      if (requirement === undefined && cvid === undefined) return [{ entry, why: message('explain-row-of-control') }];
      const isOwn = requirement === undefined ? cvids.has(cvid) : ids.has(matrix.idOf(requirement, control.id));
      return isOwn ? [{ entry, why: message('row-other-version') }] : [];
    });
}

/** Rows that contradict each other, each pair named. */
function disputeSteps({ unit: { verdict }, facts }: UnitFacts): readonly Step[] {
  if (verdict.unknown !== 'disputed') return [];
  return facts.summary.matrix.problems.flatMap((found) => {
    const { file, at } = found;
    const row = verdict.entries.find((entry) => entry.file === file && at && 'line' in at && entry.line === at.line);
    if (!row) return [];
    const rows = verdict.entries.filter(
      ({ element, csfVersion }) => element === row.element && csfVersion === row.csfVersion,
    );
    return [step(2, found, rows.map(rowPlace), message('why-rows'))];
  });
}

function nameOf({ requirement, control, cvid, element }: MatrixEntry): string | Message {
  const id = requirement ?? (cvid === undefined ? control : `${control} CVID ${cvid}`);
  return element === undefined ? id : message('explain-row-element', id, element);
}

function valuesOf({ responsibility, inheritability, csfVersion }: MatrixEntry): readonly Message[] {
  return [
    message(responsibility ?? 'unknown'),
    ...(inheritability ? [message(`inheritable-${inheritability}`)] : []),
    ...(csfVersion === undefined ? [] : [message('explain-row-version', csfVersion)]),
  ];
}
