import * as vscode from 'vscode';
import { createMarks, type Mark, MARKS, markWord, mostPressing } from '../core/assessment/mark';
import { groupBy } from '../core/groupBy';
import type { App, Feature } from '../app';
import type { Assessment } from '../workspace/assessment';
import { debounce } from './debounce';
import { isOn, onDidChangeSetting } from './quietModes';
import { rangeOf } from './ranges';
import { idsOf, referencesByLine } from '../core/document/referencesByLine';

/** Names of the colours of the overview ruler, as the manifest contributes them. */
const COLORS: Readonly<Record<Mark, string>> = {
  'needs-evidence': 'inheritanceScope.needsEvidence',
  unknown: 'inheritanceScope.responsibilityUnknown',
  'coverage-needed': 'inheritanceScope.coverageNeeded',
  'awaiting-approval': 'inheritanceScope.awaitingApproval',
  complete: 'inheritanceScope.complete',
  inherited: 'inheritanceScope.inherited',
  'not-applicable': 'inheritanceScope.notApplicable',
  'out-of-scope': 'inheritanceScope.outOfScope',
};

/** What leaves nothing to do. */
const SETTLED: ReadonlySet<Mark> = new Set<Mark>(['complete', 'inherited', 'not-applicable']);

type Marked = ReadonlyMap<Mark, readonly vscode.DecorationOptions[]>;

/**
 * A shape in the gutter of each line with ids, and a stroke in the overview ruler: at the right, where errors are, for what
 * is open, and in the middle for the rest. A hover says it in words.
 */
export const marks: Feature = (app) => {
  let types: ReadonlyMap<Mark, vscode.TextEditorDecorationType> | undefined;
  const marked = new WeakSet<vscode.TextEditor>();
  const show = (editor: vscode.TextEditor): void => {
    const { document } = editor;
    const assessment = isOn('marks', document) ? app.index.assessmentOf(document.uri) : undefined;
    if (!assessment && !marked.has(editor)) return;
    types ??= createTypes(app.extensionUri);
    const found: Marked = assessment ? marksIn(document, assessment, app) : new Map<Mark, never>();
    for (const [mark, type] of types) editor.setDecorations(type, found.get(mark) ?? []);
    if (assessment) marked.add(editor);
    else marked.delete(editor);
  };
  const update = debounce(() => vscode.window.visibleTextEditors.forEach(show));
  update.call();
  return vscode.Disposable.from(
    update,
    { dispose: () => types?.forEach((type) => type.dispose()) },
    app.index.onDidChange(update.call),
    vscode.window.onDidChangeVisibleTextEditors(update.call),
    onDidChangeSetting('marks', update.call),
  );
};

function createTypes(extensionUri: vscode.Uri): ReadonlyMap<Mark, vscode.TextEditorDecorationType> {
  const { OverviewRulerLane } = vscode;
  const icon = (mark: Mark, theme: string): { readonly gutterIconPath: vscode.Uri } => ({
    gutterIconPath: vscode.Uri.joinPath(extensionUri, 'media', 'status', `${mark}-${theme}.svg`),
  });
  const createType = (mark: Mark): vscode.TextEditorDecorationType =>
    vscode.window.createTextEditorDecorationType({
      light: icon(mark, 'light'),
      dark: icon(mark, 'dark'),
      gutterIconSize: '80%',
      overviewRulerColor: new vscode.ThemeColor(COLORS[mark]),
      overviewRulerLane: SETTLED.has(mark) ? OverviewRulerLane.Center : OverviewRulerLane.Right,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    });
  return new Map(MARKS.map((mark) => [mark, createType(mark)]));
}

/** A line has one mark, that of its most pressing id; its words tell of each. */
function marksIn(document: vscode.TextDocument, assessment: Assessment, { catalog, translate }: App): Marked {
  const { summary } = assessment;
  const scopingDocument = assessment.document(document.uri.toString());
  if (!scopingDocument) return new Map();
  const { scan, lines } = scopingDocument;
  const markOf = createMarks(summary, catalog);
  const all = referencesByLine(scan.references, lines).flatMap((references) => {
    const ofLine = references.map((reference) => ({ reference, mark: markOf(reference) }));
    const mark = mostPressing(ofLine.map((each) => each.mark));
    const shown = ofLine.find((each) => each.mark === mark);
    const words = ofLine.map((each) => `${idsOf(each.reference)}: ${translate(markWord(each.mark, summary))}`);
    // Untrusted, and its text is text.
    const hoverMessage = new vscode.MarkdownString().appendText(vscode.l10n.t('Mark of {0}', words.join(', ')));
    return shown ? [{ mark, options: { range: rangeOf(shown.reference, lines), hoverMessage } }] : [];
  });
  return new Map(
    [...groupBy(all, ({ mark }) => mark)].map(([mark, group]) => [mark, group.map((each) => each.options)]),
  );
}
