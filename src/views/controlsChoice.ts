import type * as vscode from 'vscode';
import { type Grouping, GROUPINGS } from '../core/assessment/controlGroups';
import type { ControlSummary } from '../core/assessment/summary';

/** What a person looks for in the Controls view. */
export interface Filter {
  readonly text: string;
  readonly matches: (control: ControlSummary) => boolean;
}

const GROUPING = 'controls.grouping';
const ONLY_OPEN = 'controls.onlyOpen';

/** How a person wants the Controls view. How it is grouped, and whether all is shown, the workspace remembers. */
export class ControlsChoice {
  filter: Filter | undefined;

  constructor(private readonly memory: vscode.Memento) {}

  get grouping(): Grouping {
    const remembered = this.memory.get<unknown>(GROUPING);
    return GROUPINGS.find((grouping) => grouping === remembered) ?? 'category';
  }

  get onlyOpen(): boolean {
    return this.memory.get<unknown>(ONLY_OPEN) === true;
  }

  async group(grouping: Grouping): Promise<void> {
    await this.memory.update(GROUPING, grouping);
  }

  async showOnlyOpen(onlyOpen: boolean): Promise<void> {
    await this.memory.update(ONLY_OPEN, onlyOpen);
  }
}
