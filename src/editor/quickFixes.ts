import * as vscode from 'vscode';
import { COMMANDS } from '../commandIds';
import type { Reference } from '../core/csf/scanner';
import { subjectOf } from '../core/csf/subject';
import { ignoreComment } from '../core/document/ignoreComment';
import { isOfComment } from '../core/document/ignores';
import type { FixContext, Replacement } from '../core/fixes/fix';
import { fixesOf } from '../core/fixes/fixesOf';
import type { LineIndex } from '../core/lineIndex';
import type { Translate } from '../core/message';
import type { Problem, ProblemCode } from '../core/problems';
import { rangeOf, rangeOfPlace } from './ranges';

const { QuickFix } = vscode.CodeActionKind;

/** A scoping document as an assessment has it. */
export interface Known extends FixContext {
  /** An assessment's id. */
  readonly assessment: string;
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
  readonly lines: LineIndex;
}

/** An action that is offered on a problem. */
export interface Offered {
  readonly action: vscode.CodeAction;
  /** Tells what does the same. */
  readonly key: string;
  /** Whether it is safe, and other problems of its code are there. */
  readonly isOneOfSeveral?: boolean;
}

/** The ways to mend a problem, a command that does something about it, and the way to ignore it. */
export function quickFixes(
  problem: Problem,
  known: Known,
  diagnostic: vscode.Diagnostic,
  uri: vscode.Uri,
  translate: Translate,
): readonly Offered[] {
  const fixes = fixesOf(problem, known);
  const hasOthers = known.problems.some((other) => other !== problem && other.code === problem.code);
  const offered = fixes.map((fix, place): Offered => {
    const action = new vscode.CodeAction(translate(fix.title), QuickFix);
    action.edit = replacing(fix.replacements, known.lines, uri);
    action.diagnostics = [diagnostic];
    action.isPreferred = place === 0 && (fixes.length === 1 || fix.isSafe === true);
    return { action, key: JSON.stringify(fix), isOneOfSeveral: hasOthers && fix.isSafe === true };
  });
  return [...offered, ...commandsFor(problem, known, diagnostic), ...ignoring(problem, known, diagnostic, uri)];
}

/** What a command does about a problem that no change of the document mends. */
const COMMAND_FOR: Partial<Record<ProblemCode, 'addEvidence' | 'explainStatus'>> = {
  'evidence-placeholder': 'addEvidence',
  'mentioned-not-listed': 'explainStatus',
};

function commandsFor({ code, at }: Problem, known: Known, diagnostic: vscode.Diagnostic): readonly Offered[] {
  const command = COMMAND_FOR[code];
  if (!command) return [];
  const title = command === 'addEvidence' ? vscode.l10n.t('Add Evidence…') : vscode.l10n.t('Explain Status…');
  const action = new vscode.CodeAction(title, QuickFix);
  const start = at && 'start' in at ? at.start : known.lines.startOf(diagnostic.range.start.line);
  const end = known.lines.startOf(diagnostic.range.end.line + 1);
  const reference = known.references.find((found) => start <= found.start && found.start < end);
  const [subject] = reference ? subjectOf(reference, known.catalog) : [];
  action.command = { title, command: COMMANDS[command], arguments: [{ assessment: known.assessment, ...subject }] };
  action.diagnostics = [diagnostic];
  return [{ action, key: JSON.stringify(action.command) }];
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

/** The edit of a document by offsets. */
export function replacing(
  replacements: readonly Replacement[],
  lines: LineIndex,
  uri: vscode.Uri,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const replacement of replacements) edit.replace(uri, rangeOf(replacement, lines), replacement.text);
  return edit;
}
