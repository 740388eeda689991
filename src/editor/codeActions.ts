import * as vscode from 'vscode';
import type { Feature } from '../app';
import { safeFixes, withoutOverlap } from '../core/fixes/fixAll';
import type { Translate } from '../core/message';
import type { Problem } from '../core/problems';
import type { AssessmentIndex } from '../workspace/assessmentIndex';
import { codeOf, SOURCE } from './diagnostics';
import { type Known, quickFixes, replacing } from './quickFixes';
import { rangeOfPlace } from './ranges';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
/** What `editor.codeActionsOnSave` names to mend on saving what is safe to mend. */
const FIX_ALL = SourceFixAll.append('inheritanceScope');

/** The ways to mend a problem of a document, or to ignore it; and all at once what is safe to mend. */
export const codeActions: Feature = ({ index, translate }) =>
  vscode.languages.registerCodeActionsProvider(
    // Documents may have any language, and any scheme that the workspace has.
    { pattern: '**/*' },
    {
      provideCodeActions(document, _range, { only, diagnostics }) {
        const wantsFixAll = only?.contains(FIX_ALL) ?? false;
        const own = only?.contains(QuickFix) === false ? [] : diagnostics.filter(({ source }) => source === SOURCE);
        // Asked for wherever the cursor goes, and mostly in vain.
        if (!wantsFixAll && own.length === 0) return [];
        const known = knownAs(document, index);
        const offered = once(own, keyOfDiagnostic).flatMap((diagnostic) => {
          const found = problemBehind(diagnostic, known, translate);
          return found ? quickFixes(found.problem, found.known, diagnostic, document.uri, translate) : [];
        });
        return [
          ...once(offered, ({ key }) => key).map(({ action }) => action),
          ...(offered.some(({ isOneOfSeveral }) => isOneOfSeveral) ? [new FixAll(document, QuickFix)] : []),
          ...(wantsFixAll ? withEdit(new FixAll(document, FIX_ALL), index) : []),
        ];
      },
      resolveCodeAction(action) {
        if (action instanceof FixAll) withEdit(action, index);
        return action;
      },
    },
    { providedCodeActionKinds: [QuickFix, FIX_ALL] },
  );

/** What it changes is found when it is wanted: there may be much to mend, and the cursor is soon elsewhere. */
class FixAll extends vscode.CodeAction {
  constructor(
    readonly document: vscode.TextDocument,
    kind: vscode.CodeActionKind,
  ) {
    super(vscode.l10n.t('Fix All Safe Problems in This Document'), kind);
  }
}

/** The action with what it changes, if that is anything. */
function withEdit(action: FixAll, index: AssessmentIndex): readonly FixAll[] {
  const known = knownAs(action.document, index);
  const replacements = withoutOverlap(known.flatMap((one) => safeFixes(one.problems, one)));
  const [first] = known;
  if (!first || replacements.length === 0) return [];
  action.edit = replacing(replacements, first.lines, action.document.uri);
  return [action];
}

/** The document in the assessments that have read it as it stands in the editor: edits of another text would go astray. */
function knownAs(document: vscode.TextDocument, index: AssessmentIndex): readonly Known[] {
  const location = document.uri.toString();
  return index.assessments.flatMap((assessment) => {
    const scopingDocument = assessment.document(location);
    if (!scopingDocument || !haveSameLines(scopingDocument.text, document.getText())) return [];
    const { text, lines, scan } = scopingDocument;
    const problems = assessment.problems.filter(({ file }) => file === location);
    const { id, catalog, summary } = assessment;
    return [{ assessment: id, text, lines, references: scan.references, problems, catalog, summary }];
  });
}

/** Edits go by lines and columns, and where lines end in several ways VS Code evens that out. */
function haveSameLines(one: string, other: string): boolean {
  const evened = (text: string): string => text.replace(/\r\n?/g, '\n');
  return one === other || evened(one) === evened(other);
}

/** The problem that a diagnostic shows; undefined where that is gone and its diagnostic not yet. */
function problemBehind(
  diagnostic: vscode.Diagnostic,
  known: readonly Known[],
  translate: Translate,
): { readonly problem: Problem; readonly known: Known } | undefined {
  const { range, message } = diagnostic;
  for (const one of known) {
    const problem = one.problems.find(
      (found) =>
        found.code === codeOf(diagnostic) &&
        rangeOfPlace(found.at, one.lines).isEqual(range) &&
        translate(found) === message,
    );
    if (problem) return { problem, known: one };
  }
  return undefined;
}

/** Several assessments can have a document, and each tells of its problems. */
function keyOfDiagnostic(diagnostic: vscode.Diagnostic): string {
  return JSON.stringify([codeOf(diagnostic), diagnostic.range, diagnostic.message]);
}

/** The first of those that have the same key. */
function once<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].reverse();
}
