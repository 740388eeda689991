import * as vscode from 'vscode';
import type { Feature } from '../app';
import { ignoreComment } from '../core/document/ignoreComment';
import { isOfComment } from '../core/document/ignores';
import type { Fix, FixContext, Replacement } from '../core/fixes/fix';
import { fixesOf } from '../core/fixes/fixesOf';
import { safeFixes, withoutOverlap } from '../core/fixes/fixAll';
import type { LineIndex } from '../core/lineIndex';
import type { Translate } from '../core/message';
import type { Problem } from '../core/problems';
import type { AssessmentIndex } from '../workspace/assessmentIndex';
import { codeOf, SOURCE } from './diagnostics';
import { rangeOf, rangeOfPlace } from './ranges';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
/** What `editor.codeActionsOnSave` names to mend on saving what is safe to mend. */
const FIX_ALL = SourceFixAll.append('inheritanceScope');

/** A scoping document as an assessment has it. */
interface Known extends FixContext {
  readonly problems: readonly Problem[];
  readonly lines: LineIndex;
}

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
        const [first] = known;
        if (!first) return [];
        const safe = withoutOverlap(known.flatMap((one) => safeFixes(one.problems, one)));
        const fixAll = (kind: vscode.CodeActionKind): vscode.CodeAction =>
          replacing(safe, first, document.uri, vscode.l10n.t('Fix All Safe Problems in This Document'), kind);
        const quickFixes = once(own, keyOfDiagnostic).flatMap((diagnostic) => {
          const found = problemBehind(diagnostic, known, translate);
          return found ? actionsFor(found.problem, found.known, diagnostic, document.uri, translate) : [];
        });
        const isPartOfAll = quickFixes.some(({ fix }) => fix?.isSafe);
        return [
          ...once(quickFixes, ({ key }) => key).map(({ action }) => action),
          ...(isPartOfAll && safe.length > 1 ? [fixAll(QuickFix)] : []),
          ...(wantsFixAll && safe.length > 0 ? [fixAll(FIX_ALL)] : []),
        ];
      },
    },
    { providedCodeActionKinds: [QuickFix, FIX_ALL] },
  );

/** The document in the assessments that have read it as it stands in the editor: edits of another text would go astray. */
function knownAs(document: vscode.TextDocument, index: AssessmentIndex): readonly Known[] {
  const location = document.uri.toString();
  return index.assessments.flatMap((assessment) => {
    const { text, lines } = assessment.document(location) ?? {};
    if (text === undefined || !lines || text !== document.getText()) return [];
    const problems = assessment.problems.filter(({ file }) => file === location);
    return [{ text, lines, problems, catalog: assessment.catalog, summary: assessment.summary }];
  });
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

interface Offered {
  readonly action: vscode.CodeAction;
  readonly fix?: Fix;
  /** Tells what does the same. */
  readonly key: string;
}

function actionsFor(
  problem: Problem,
  known: Known,
  diagnostic: vscode.Diagnostic,
  uri: vscode.Uri,
  translate: Translate,
): readonly Offered[] {
  const fixes = fixesOf(problem, known);
  const offered = fixes.map((fix, place): Offered => {
    const action = replacing(fix.replacements, known, uri, translate(fix.title), QuickFix);
    action.diagnostics = [diagnostic];
    action.isPreferred = place === 0 && (fixes.length === 1 || fix.isSafe === true);
    return { action, fix, key: JSON.stringify(fix) };
  });
  return [...offered, ...ignoring(problem, known, diagnostic, uri)];
}

/** Writes the comment, and lets the person write the reason. */
function ignoring(
  { code, at, file }: Problem,
  { text, lines }: Known,
  diagnostic: vscode.Diagnostic,
  uri: vscode.Uri,
): readonly Offered[] {
  const { line } = rangeOfPlace(at, lines).start;
  const comment = at && !isOfComment(code) ? ignoreComment(code, line, text, lines, file) : undefined;
  if (!comment) return [];
  const { offset, before, after } = comment;
  const snippet = new vscode.SnippetString().appendText(before).appendTabstop(0).appendText(after);
  const action = new vscode.CodeAction(vscode.l10n.t('Ignore {0} on This Line…', code), QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(uri, [new vscode.SnippetTextEdit(rangeOf({ start: offset, end: offset }, lines), snippet)]);
  action.diagnostics = [diagnostic];
  return [{ action, key: JSON.stringify(comment) }];
}

function replacing(
  replacements: readonly Replacement[],
  { lines }: Known,
  uri: vscode.Uri,
  title: string,
  kind: vscode.CodeActionKind,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.edit = new vscode.WorkspaceEdit();
  for (const replacement of replacements) action.edit.replace(uri, rangeOf(replacement, lines), replacement.text);
  return action;
}

/** Several assessments can have a document, and each tells of its problems. */
function keyOfDiagnostic(diagnostic: vscode.Diagnostic): string {
  return JSON.stringify([codeOf(diagnostic), diagnostic.range, diagnostic.message]);
}

/** The first of those that have the same key. */
function once<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].reverse();
}
