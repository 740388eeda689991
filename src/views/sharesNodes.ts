import { type Message, message, type Translate } from '../core/message';
import { type Share, SHARE_STATES, sharesOf } from '../core/sharing/shares';
import type { SharingRow } from '../core/sharing/sharingRegister';
import type { CalendarDate } from '../core/calendarDate';
import { assessmentNodes } from './assessmentNodes';
import { SHARE_ICONS } from './icons';
import type { TreeNode } from './treeNode';

/** What the Shares view shows of an assessment. */
export interface SharesOf {
  /** An assessment's id. */
  readonly id: string;
  readonly name: string;
  readonly rows: readonly SharingRow[];
  /** The hash of the statuses now, where it is known. */
  readonly statuses?: string;
}

/** How it is shown. */
export interface SharesShown {
  readonly translate: Translate;
  readonly today: CalendarDate;
}

/** The rows of the Shares view: what became of the copies, under that each copy, and under it what its row says. */
export function sharesNodes(assessments: readonly SharesOf[], shown: SharesShown): readonly TreeNode[] {
  return assessmentNodes(assessments, (assessment) => stateNodes(assessment, shown));
}

function stateNodes({ id, rows, statuses }: SharesOf, { translate, today }: SharesShown): readonly TreeNode[] {
  const shares = sharesOf(rows, today, statuses);
  return SHARE_STATES.flatMap((state): readonly TreeNode[] => {
    const own = shares.filter((share) => share.state === state);
    if (own.length === 0) return [];
    const label = translate(message(`share-state-${state}`));
    const count = own.length === 1 ? message('share-copy') : message('share-copies', own.length);
    const key = `${id} ${state}`;
    return [
      {
        element: { id: key, assessment: id },
        label,
        description: String(own.length),
        spoken: `${label}, ${translate(count)}`,
        icon: SHARE_ICONS[state],
        context: ['group'],
        opens: false,
        isExpanded: state === 'past-date',
        tooltip: () => label,
        children: () => own.map((share) => shareNode(share, key, id, translate)),
      },
    ];
  });
}

function shareNode(share: Share, parent: string, assessment: string, translate: Translate): TreeNode {
  const { id, state, shared, ended } = share;
  const { recipient, organization, contact } = shared.cells;
  const isOut = !ended;
  const label = [recipient, organization].filter((text) => text !== '').join(', ') || id;
  const words = wordsOf(share).map(translate);
  const { file, line } = ended ?? shared;
  return {
    element: {
      // In quotation marks: no id shall be another's with what is below it.
      id: `${parent} ${JSON.stringify(id)}`,
      assessment,
      share: id,
      ...(contact !== '' && { contact }),
      row: { file, line },
    },
    label,
    description: words.join(', '),
    spoken: [label, translate(message(`share-state-${state}`)), ...words].join(', '),
    icon: SHARE_ICONS[state],
    context: [
      'share',
      ...(contact !== '' ? ['contact'] : []),
      ...(isOut ? ['out'] : []),
      ...(state === 'destroyed' ? [] : ['there']),
    ],
    opens: true,
    tooltip: () => [label, ...cellLines(shared, translate)].join('\n'),
  };
}

/** What is said beside the name: first, where there may be no room for the rest, why it needs attention. */
function wordsOf({ id, shared, ended, isOutdated, state }: Share): readonly Message[] {
  const number = message('text', id);
  if (ended) {
    const day = ended.date ?? ended.cells.date;
    return [number, message(ended.event === 'destroyed' ? 'share-destroyed-on' : 'share-returned-on', day)];
  }
  const until = shared.expires === undefined ? [] : [message('share-until', shared.expires)];
  const old = isOutdated ? [message('share-old')] : [];
  const rest = [number, message('share-shared-on', shared.date ?? shared.cells.date)];
  return state === 'outdated'
    ? [...old, ...rest, ...until]
    : state === 'past-date'
      ? [...until, ...rest, ...old]
      : [...rest, ...until];
}

/** What is worth reading of a row, by its columns. */
const TOLD = ['contact', 'purpose', 'profile', 'agreement', 'consent', 'limitations', 'expires', 'file'] as const;

function cellLines({ cells }: SharingRow, translate: Translate): readonly string[] {
  return TOLD.filter((column) => cells[column] !== '').map((column) =>
    translate(message('share-cell', column, cells[column])),
  );
}
