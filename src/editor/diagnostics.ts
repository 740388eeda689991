import * as vscode from 'vscode';
import type { Translate } from '../core/message';
import { PROJECT_FILE } from '../core/assessment/projectFile';
import { type Problem, type ProblemCode, type Severity, severityOf } from '../core/problems';
import type { Assessment } from '../workspace/assessment';
import type { Feature } from '../app';
import { debounce } from './debounce';
import { locationAt } from './locations';
import { helpOf } from './problemHelp';
import { rangeOfPlace } from './ranges';
import { shownUri } from './shownUri';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Slips of a project file that VS Code's JSON knows too, by itself or by the file's schema. */
const KNOWN_TO_JSON: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'project-syntax',
  'project-value',
  'unknown-key',
  'repeated-key',
]);

/** As JSON's problems are signed: not at all, or by their language. */
const JSON_SOURCES: ReadonlySet<string | undefined> = new Set([undefined, 'json', 'jsonc']);

/**
 * Everything that is wrong in the assessments' files, in the Problems panel. No slip of a project file is told twice:
 * VS Code's JSON tells of it while it is typed, but only in a file that is open, and not in every host. Where it does, ours
 * is left out, and is there again when the file is closed.
 */
export const diagnostics: Feature = ({ index, translate }) => {
  const collection = vscode.languages.createDiagnosticCollection('inheritance-scope');
  const update = debounce(() => {
    showProblems(
      collection,
      index.assessments.flatMap((assessment) =>
        assessment.problems
          .filter((problem) => !isToldByJson(problem, assessment))
          .map((problem) => ({ problem, assessment })),
      ),
      translate,
    );
  });
  let told = '';
  const onOthers = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (!uris.some(({ path }) => path.endsWith(`/${PROJECT_FILE}`))) return;
    // Ours change too, so only what is new is a reason.
    const now = index.assessments
      .map(({ source: { projectFile } }) => JSON.stringify(jsonRangesIn(projectFile)))
      .join();
    if (now === told) return;
    told = now;
    update.call();
  });
  return vscode.Disposable.from(collection, update, onOthers, index.onDidChange(update.call));
};

function jsonRangesIn(location: string | undefined): readonly vscode.Range[] {
  if (location === undefined) return [];
  const all = vscode.languages.getDiagnostics(vscode.Uri.parse(location));
  return all.filter(({ source }) => JSON_SOURCES.has(source)).map(({ range }) => range);
}

function isToldByJson({ code, file, at }: Problem, assessment: Assessment): boolean {
  if (!KNOWN_TO_JSON.has(code)) return false;
  const range = rangeOfPlace(at, assessment.linesOf(file));
  // Where a bracket is missed, parsers differ by some characters.
  const isThere = (other: vscode.Range): boolean =>
    code === 'project-syntax' ? other.start.line === range.start.line : other.intersection(range)?.isEmpty === false;
  return jsonRangesIn(file).some(isThere);
}

/** What our problems are signed with. */
export const SOURCE = 'Inheritance Scope';

/** The code of a problem that is shown. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function toDiagnostic(problem: Problem, assessment: Assessment, translate: Translate): vscode.Diagnostic {
  const { code, file, at, related = [] } = problem;
  const range = rangeOfPlace(at, assessment.linesOf(file));
  const diagnostic = new vscode.Diagnostic(range, translate(problem), SEVERITIES[severityOf(problem)]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: code, target: helpOf(code) };
  if (related.length > 0) {
    diagnostic.relatedInformation = related.map((other) => {
      const location = locationAt(other.file, other.at, assessment);
      return new vscode.DiagnosticRelatedInformation(location, vscode.l10n.t('See also'));
    });
  }
  // What does nothing is shown faded.
  if (code === 'unused-ignore') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}

/** Shows these problems in place of those that a collection showed before. */
export function showProblems(
  collection: vscode.DiagnosticCollection,
  problems: readonly { readonly problem: Problem; readonly assessment: Assessment }[],
  translate: Translate,
): void {
  const byFile = new Map<string, vscode.Diagnostic[]>();
  for (const { problem, assessment } of problems) {
    const shown = shownUri(problem.file, assessment).toString();
    const list = byFile.get(shown) ?? [];
    list.push(toDiagnostic(problem, assessment, translate));
    byFile.set(shown, list);
  }
  const gone = [...collection].flatMap(([uri]) => (byFile.has(uri.toString()) ? [] : [uri]));
  collection.set([
    ...gone.map((uri): [vscode.Uri, undefined] => [uri, undefined]),
    ...[...byFile].map(([file, list]): [vscode.Uri, vscode.Diagnostic[]] => [vscode.Uri.parse(file), list]),
  ]);
}
