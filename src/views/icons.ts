import type { Freshness } from '../core/assessment/freshness';
import type { Status } from '../core/assessment/status';
import type { Summary } from '../core/assessment/summary';
import type { ShareState } from '../core/sharing/shares';
import type { Icon } from './treeNode';

const ATTENTION = 'list.warningForeground';
const ERROR = 'list.errorForeground';
const DONE = 'testing.iconPassed';

const STATUS_ICONS: Readonly<Record<Status, Icon>> = {
  'needs-evidence': { name: 'warning', color: ATTENTION },
  unknown: { name: 'question' },
  'coverage-needed': { name: 'color-mode' },
  'awaiting-approval': { name: 'watch' },
  complete: { name: 'pass', color: DONE },
  inherited: { name: 'verified', color: DONE },
  'not-applicable': { name: 'circle-slash' },
};

/** The icon of a status. Without a requirement list no check mark is given, for nothing is called complete (README, rule 1). */
export function statusIcon(status: Status, { basis }: Pick<Summary, 'basis'>): Icon {
  return status === 'complete' && basis !== 'requirements' ? { name: 'dash' } : STATUS_ICONS[status];
}

export const FRESHNESS_ICONS: Readonly<Record<Freshness, Icon>> = {
  missing: { name: 'error', color: ERROR },
  late: { name: 'warning', color: ATTENTION },
  'not-usable': { name: 'circle-slash' },
  waiting: { name: 'watch' },
  unchecked: { name: 'question' },
  fresh: { name: 'pass', color: DONE },
};

export const SHARE_ICONS: Readonly<Record<ShareState, Icon>> = {
  'past-date': { name: 'warning', color: ATTENTION },
  outdated: { name: 'history' },
  out: { name: 'export' },
  returned: { name: 'reply', color: DONE },
  destroyed: { name: 'trash', color: DONE },
};
