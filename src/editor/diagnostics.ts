import * as vscode from 'vscode';
import type { Translate } from '../core/message';
import { type Problem, type Severity, severityOf } from '../core/problems';
import type { Assessment } from '../workspace/assessment';
import type { Feature } from '../app';
import { debounce } from './debounce';
import { rangeOfPlace } from './ranges';
import { shownUri } from './shownUri';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** Everything that is wrong in the assessments' files, in the Problems panel. */
export const diagnostics: Feature = ({ index, translate }) => {
  const collection = vscode.languages.createDiagnosticCollection('inheritance-scope');
  const update = debounce(() => {
    showProblems(
      collection,
      index.assessments.flatMap((assessment) => assessment.problems.map((problem) => ({ problem, assessment }))),
      translate,
    );
  });
  return vscode.Disposable.from(collection, update, index.onDidChange(update.call));
};

/** Shows these problems in place of those that a collection showed before. */
export function showProblems(
  collection: vscode.DiagnosticCollection,
  problems: readonly { readonly problem: Problem; readonly assessment: Assessment }[],
  translate: Translate,
): void {
  const toDiagnostic = (problem: Problem, assessment: Assessment): vscode.Diagnostic => {
    const range = rangeOfPlace(problem.at, assessment.linesOf(problem.file));
    const diagnostic = new vscode.Diagnostic(range, translate(problem), SEVERITIES[severityOf(problem)]);
    diagnostic.source = 'Inheritance Scope';
    diagnostic.code = problem.code;
    return diagnostic;
  };
  const byFile = new Map<string, vscode.Diagnostic[]>();
  for (const { problem, assessment } of problems) {
    const shown = shownUri(problem.file, assessment).toString();
    const list = byFile.get(shown) ?? [];
    list.push(toDiagnostic(problem, assessment));
    byFile.set(shown, list);
  }
  const gone = [...collection].flatMap(([uri]) => (byFile.has(uri.toString()) ? [] : [uri]));
  collection.set([
    ...gone.map((uri): [vscode.Uri, undefined] => [uri, undefined]),
    ...[...byFile].map(([file, list]): [vscode.Uri, vscode.Diagnostic[]] => [vscode.Uri.parse(file), list]),
  ]);
}
