import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { explainMatrix } from '../core/report/matrixReading';
import { debounce } from './debounce';
import { pickMatrix, type PickMatrixAnswers } from './pickMatrix';
import { registerCommand } from './registerCommand';

const SCHEME = 'inheritance-reading';

/** *Show How the Matrix Was Read*: a document that follows the matrix, and that VS Code shows as Markdown. */
export const showMatrixReading: Feature = (app) => {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refresh = debounce(() => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
  });
  return vscode.Disposable.from(
    changed,
    refresh,
    app.index.onDidChange(refresh.call),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => textOf(uri, app),
    }),
    registerCommand(app, 'showMatrixReading', async (answers?: PickMatrixAnswers) => {
      const picked = await pickMatrix(app, answers);
      if (!picked) return;
      const { assessment, location } = picked;
      const path = `/${vscode.l10n.t('How {0} was read', app.files.name(location).replaceAll('/', '_'))}.md`;
      const query = JSON.stringify({ assessment: assessment.id, location });
      await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme: SCHEME, path, query }));
    }),
  );
};

function textOf(uri: vscode.Uri, { index, translate }: App): string {
  const { assessment: id, location } = JSON.parse(uri.query) as {
    readonly assessment: string;
    readonly location: string;
  };
  const assessment = index.get(id);
  const matrix = assessment?.matrices.find(({ file }) => file === location);
  // A matrix that cannot be read has its reason in the Problems panel.
  const problems = assessment?.problems.filter(({ file }) => file === location) ?? [];
  if (!assessment || !matrix)
    return [vscode.l10n.t('The matrix could not be read.'), ...problems.map(translate)].join('\n\n');
  const { units } = assessment.summary.matrix;
  const own = units.filter(({ verdict }) => verdict.entries.some(({ file }) => file === location));
  return explainMatrix({ matrix, units: own, problems, translate });
}
