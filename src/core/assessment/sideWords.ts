import { INHERITABILITY_OF } from '../matrix/responsibility';
import type { ControlVerdict } from '../matrix/rollUp';
import { type Message, message } from '../message';
import { unknownReason } from './openItems';
import { RESPONSIBILITY_ORDER } from './status';

/** Who is responsible, in a few words; of what varies with the counts, of what is unknown with the reason. */
export function sideWords({ responsibility, counts, units }: ControlVerdict): Message {
  if (responsibility === 'mixed') {
    const list = RESPONSIBILITY_ORDER.flatMap((value) =>
      value !== 'mixed' && counts[value] > 0 ? [message(`count-${value}`, counts[value])] : [],
    );
    return message('mixed-counts', list);
  }
  const [first, ...others] = units;
  const verdict = others.length > 0 ? undefined : first?.verdict;
  if (responsibility === null) {
    return verdict?.unknown ? message('unknown-with', unknownReason(verdict.unknown)) : message('unknown');
  }
  const { elements, inheritability } = verdict ?? {};
  const whose =
    responsibility === 'shared' && elements
      ? message('shared-elements', elements.inheritable, elements.total)
      : message(responsibility);
  const isPlain = !inheritability || inheritability === INHERITABILITY_OF[responsibility];
  return isPlain ? whose : message('responsibility-and', whose, message(`inheritable-${inheritability}`));
}
