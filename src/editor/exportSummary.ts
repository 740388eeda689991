import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { message } from '../core/message';
import type { Exporter } from '../core/report/report';
import { createReport } from '../workspace/createReport';
import { isInput } from '../workspace/isInput';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface ExportAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** An exporter's format. */
  readonly format?: string;
  readonly target?: vscode.Uri;
}

export const exportSummaryCommand: Feature = (app) =>
  registerCommand(app, 'exportSummary', (answers?: ExportAnswers) => exportSummary(app, answers));

/** Writes the scoping summary to a file that the person names, and opens it. Resolves to the file, if one was written. */
async function exportSummary(app: App, answers: ExportAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return undefined;
  const exporter = await pickExporter(app, answers);
  if (!exporter) return undefined;
  const folder = vscode.Uri.parse(assessment.source.folder);
  const target =
    answers.target ??
    (await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Export Summary'),
      defaultUri: vscode.Uri.joinPath(folder, `scoping-summary.${exporter.extension}`),
      filters: { [exporter.name]: [exporter.extension] },
    }));
  if (!target) return undefined;
  const { version: toolVersion, translate } = app;
  if (await isInput(target.toString(), assessment, app.files)) {
    const name = app.files.label(target.toString());
    throw new Error(vscode.l10n.t('{0} is a file that the summary is made from. Export to another one.', name));
  }
  const report = createReport(assessment, app.files, { today: app.today(), toolVersion, translate });
  await app.files.write(target.toString(), exporter.write(report));
  await vscode.window.showTextDocument(target);
  return target;
}

/** The format that is asked for, that the file's name tells, or that the person picks. Undefined where none was picked. */
async function pickExporter(app: App, { format, target }: ExportAnswers): Promise<Exporter | undefined> {
  const { exporters, findExporter } = await app.loadPart('report');
  const known = findExporter(format, target?.path);
  if (known) return known;
  if (format !== undefined) throw new Error(vscode.l10n.t('There is no export format {0}.', format));
  const items = exporters.map((exporter) => ({
    label: exporter.name,
    description: app.translate(message(exporter.purpose)),
    exporter,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export Summary'),
    placeHolder: vscode.l10n.t('In which format?'),
  });
  return picked?.exporter;
}
