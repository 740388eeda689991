import * as vscode from 'vscode';
import type { Assessment } from '../workspace/assessment';
import type { AssessmentIndex } from '../workspace/assessmentIndex';

/** Which assessment a page is about, and stays about while others come and go. */
export class ShownAssessment {
  #about: { readonly id: string; readonly folder?: string } | undefined;

  /** @param id the assessment's; empty where any will do */
  constructor(
    private readonly index: Pick<AssessmentIndex, 'get' | 'assessments' | 'assessmentOf'>,
    id: string,
  ) {
    this.choose(id);
  }

  /** Empty until it is known. */
  get id(): string {
    return this.#about?.id ?? '';
  }

  choose(id: string): void {
    this.#about = id === '' ? undefined : { id };
  }

  /** Undefined where it is gone, or there is none at all. Where any will do, the first choice is taken. */
  find(): Assessment | undefined {
    const { index } = this;
    const { id, folder } = this.#about ?? {};
    // A folder's assessment stays the same one when it gets, or loses, its project file.
    const found =
      id === undefined
        ? this.firstChoice
        : (index.get(id) ?? index.assessments.find(({ source }) => source.folder === folder));
    if (found) this.#about = { id: found.id, folder: found.source.folder };
    return found;
  }

  /** The active document's, or else the first. */
  get firstChoice(): Assessment | undefined {
    const active = vscode.window.activeTextEditor?.document.uri;
    return (active && this.index.assessmentOf(active)) ?? this.index.assessments[0];
  }
}
