import * as vscode from 'vscode';
import { isSavedFilter, type SavedFilter } from './pageState';

/** The filters that a person has saved, which the workspace remembers for each assessment. */
export class SavedFilters implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memory: vscode.Memento) {}

  /** Of what is remembered those that are filters, and not another version's. @param assessment its id */
  of(assessment: string): readonly SavedFilter[] {
    const remembered = this.memory.get<unknown>(keyOf(assessment));
    return Array.isArray(remembered) ? remembered.filter(isSavedFilter) : [];
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
