import * as vscode from 'vscode';
import { isListOf } from './check';
import { isSavedFilter, type SavedFilter } from './pageState';

const areSavedFilters = isListOf(isSavedFilter);

/** The filters that a person has saved, which the workspace remembers for each assessment. */
export class SavedFilters implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memory: vscode.Memento) {}

  /** None where what is remembered is another version's. @param assessment its id */
  of(assessment: string): readonly SavedFilter[] {
    const remembered = this.memory.get<unknown>(keyOf(assessment));
    return areSavedFilters(remembered) ? remembered : [];
  }

  async keep(assessment: string, filters: readonly SavedFilter[]): Promise<void> {
    await this.memory.update(keyOf(assessment), filters.length > 0 ? filters : undefined);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function keyOf(assessment: string): string {
  return `summary.filters ${assessment}`;
}
