import * as vscode from 'vscode';
import type { App } from '../app';
import type { Assessment } from '../workspace/assessment';

/** Files in an assessment's folder. */
export interface FolderFilter {
  readonly pattern: vscode.RelativePattern;
}

/**
 * Registers a provider for the files in the folders of assessments that end as theirs do, and anew where those change: VS
 * Code then asks it again about what is open, and asks nothing of it elsewhere.
 */
export function registerForAssessments(
  { index }: App,
  register: (filters: readonly FolderFilter[]) => vscode.Disposable,
): vscode.Disposable {
  let registered = '';
  let registration: vscode.Disposable | undefined;
  const update = (): void => {
    const filters = index.assessments.flatMap(filtersFor);
    const key = filters.map(({ pattern: { baseUri, pattern } }) => `${baseUri.toString()} ${pattern}`).join('\n');
    if (key === registered) return;
    registered = key;
    registration?.dispose();
    registration = register(filters);
  };
  update();
  return vscode.Disposable.from(
    index.onDidChange(update),
    new vscode.Disposable(() => {
      registration?.dispose();
    }),
  );
}

function filtersFor({ source, files }: Assessment): readonly FolderFilter[] {
  const folder = vscode.Uri.parse(source.folder, true);
  const endings = new Set(files.map((file) => /\.[a-z0-9]+$/i.exec(file)?.[0] ?? ''));
  return [...endings]
    .filter((ending) => ending !== '')
    .sort()
    .map((ending) => ({ pattern: new vscode.RelativePattern(folder, `**/*${ending}`) }));
}
