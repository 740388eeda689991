import * as vscode from 'vscode';
import { createReport } from '../workspace/createReport';
import type { App, Feature } from '../app';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface ExportAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  readonly format?: string;
  readonly target?: vscode.Uri;
}

export const exportSummaryCommand: Feature = (app) =>
  registerCommand(app, 'exportSummary', (answers?: ExportAnswers) => exportSummary(app, answers));

/** Writes the scoping summary to a file that the person names, and opens it. Resolves to the file, if one was written. */
async function exportSummary(app: App, answers: ExportAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return undefined;
  const { exporters } = await app.loadPart('report');
  const exporter = exporters.find(({ format }) => format === (answers.format ?? 'md'));
  if (!exporter) throw new Error(vscode.l10n.t('There is no export format {0}.', answers.format ?? ''));
  const folder = vscode.Uri.parse(assessment.source.folder);
  const target =
    answers.target ??
    (await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Export Summary'),
      defaultUri: vscode.Uri.joinPath(folder, `scoping-summary.${exporter.extension}`),
    }));
  if (!target) return undefined;
  const { version: toolVersion, translate } = app;
  const report = createReport(assessment, app.files, { today: app.today(), toolVersion, translate });
  await app.files.write(target.toString(), exporter.write(report));
  await vscode.window.showTextDocument(target);
  return target;
}
