import type * as vscode from 'vscode';
import type { Catalog } from '../core/csf/catalog';
import { type Reference, scan } from '../core/csf/scanner';
import type { Assessment } from '../workspace/assessment';

/** The ids in a file of an assessment as it stands in the editor: a feature that asks at every key costs one scan a change. */
export class TextScans {
  readonly #known = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly catalog: Catalog; readonly references: readonly Reference[] }
  >();

  /** Of a scoping document as it was scanned; of the matrix, a register and the project file all that stands in the text. */
  referencesIn(document: vscode.TextDocument, assessment: Assessment): readonly Reference[] {
    const scoping = assessment.document(document.uri.toString());
    if (scoping) return scoping.scan.references;
    const { version } = document;
    const { catalog } = assessment;
    const known = this.#known.get(document);
    if (known?.version === version && known.catalog === catalog) return known.references;
    const { references } = scan(document.getText(), catalog, 'plain');
    this.#known.set(document, { version, catalog, references });
    return references;
  }
}
