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

  /** After the others, or in place of the one that has its name. */
  async save(assessment: string, filter: SavedFilter): Promise<void> {
    const saved = this.of(assessment);
    const at = saved.findIndex(({ name }) => name === filter.name);
    await this.#keep(assessment, at < 0 ? [...saved, filter] : saved.with(at, filter));
  }

  async delete(assessment: string, name: string): Promise<void> {
    const others = this.of(assessment).filter((saved) => saved.name !== name);
    await this.#keep(assessment, others);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #keep(assessment: string, filters: readonly SavedFilter[]): Promise<void> {
    await this.memory.update(keyOf(assessment), filters.length > 0 ? filters : undefined);
    this.#changed.fire();
  }
}

function keyOf(assessment: string): string {
  return `summary.filters ${assessment}`;
}
