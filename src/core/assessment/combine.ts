import { type Argument, type Message, message } from '../message';
import type { Evaluation, OpenItem } from './openItems';

/** The order in which open items are told, whichever requirement they stand on. */
const KINDS: readonly OpenItem['kind'][] = ['unknown', 'needs-evidence', 'coverage-needed', 'awaiting-approval'];

/**
 * The open items of a control: those of its requirements, told once each with how many requirements they stand on.
 */
export function combineOpenItems(units: readonly Evaluation[]): readonly OpenItem[] {
  const [only] = units;
  if (only && units.length === 1) return only.openItems;
  const groups = new Map<string, OpenItem[]>();
  const items = units.flatMap((unit) => unit.openItems);
  for (const item of KINDS.flatMap((kind) => items.filter((item) => item.kind === kind))) {
    // What the sentence says beside its kind, a level or a reason, tells items of one kind apart.
    const key = JSON.stringify([item.kind, item.message]);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, message: counted(first, group.length, units.length), why: whyOf(group) }] : [];
  });
}

/** A line of a list of open items. */
export type OpenLine = Pick<OpenItem, 'message' | 'why'>;

/** The open items as a list is read: what is missing at several levels for the same requirements is one line. */
export function linesOf(openItems: readonly OpenItem[]): readonly OpenLine[] {
  const lines = new Map<string, OpenItem[]>();
  for (const item of openItems) {
    const { code, args } = item.message;
    const key = JSON.stringify(item.kind === 'needs-evidence' ? [code, args.slice(1), item.why] : [code, args]);
    lines.set(key, [...(lines.get(key) ?? []), item]);
  }
  return [...lines.values()].flatMap((items): readonly OpenLine[] => {
    const [first] = items;
    if (!first || items.length === 1) return items;
    const [, ...counts] = first.message.args;
    const levels = items.flatMap(({ maturity }) => (maturity ? [message(maturity)] : []));
    return [{ message: { code: first.message.code, args: [levels, ...counts] }, why: first.why }];
  });
}

function counted({ kind, message: single }: OpenItem, count: number, total: number): Message {
  if (count === total) return single;
  const [detail = ''] = single.args;
  const of = [String(count), String(total)] as const satisfies readonly Argument[];
  switch (kind) {
    case 'needs-evidence':
      return message('needs-evidence-for', detail, ...of);
    case 'coverage-needed':
      return message('coverage-needed-for', ...of, detail);
    case 'awaiting-approval':
      return message('awaiting-approval-for', ...of);
    case 'unknown':
      return message('unknown-for', ...of, single);
  }
}

function whyOf(group: readonly OpenItem[]): Message {
  const [first, ...others] = group.map((item) => item.why);
  return first && others.every(({ code }) => code === first.code) ? first : message('why-evidence-mixed');
}
