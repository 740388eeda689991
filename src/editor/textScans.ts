import type * as vscode from 'vscode';
import type { Catalog } from '../core/csf/catalog';
import { type Reference, scan } from '../core/csf/scanner';
import { createLineIndex, type LineIndex } from '../core/lineIndex';
import type { Assessment } from '../workspace/assessment';

/** The ids in a text, and its lines, by which their offsets become positions. */
export interface TextScan {
  readonly references: readonly Reference[];
  readonly lines: LineIndex;
}

/** The ids in a file of an assessment as it stands in the editor: a feature that asks at every key costs one scan a change. */
export class TextScans {
  readonly #known = new WeakMap<
    vscode.TextDocument,
    TextScan & { readonly version: number; readonly catalog: Catalog }
  >();

  /** Of a scoping document as it was scanned; of the matrix, a register and the project file all that stands in the text. */
  of(document: vscode.TextDocument, assessment: Assessment): TextScan {
    const scoping = assessment.document(document.uri.toString());
    if (scoping) return { references: scoping.scan.references, lines: scoping.lines };
    const { version } = document;
    const { catalog } = assessment;
    const known = this.#known.get(document);
    if (known?.version === version && known.catalog === catalog) return known;
    const text = document.getText();
    const found = {
      version,
      catalog,
      references: scan(text, catalog, 'plain').references,
      lines: createLineIndex(text),
    };
    this.#known.set(document, found);
    return found;
  }
}
