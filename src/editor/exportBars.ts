import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import type { Axis } from '../core/assessment/statusBars';
import type { Assessment } from '../workspace/assessment';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';
import { savedSummary } from './savedSummary';
import { type SaveAnswers, saveReport } from './saveReport';

/** What a person would pick, for callers that know it already. */
export interface ExportBarsAnswers extends Pick<SaveAnswers, 'target'> {
  /** An assessment's id. */
  readonly assessment?: string;
  readonly axis?: Axis;
}

export const exportBarsCommand: Feature = (app) =>
  registerCommand(app, 'exportBars', (answers?: ExportBarsAnswers) => exportBars(app, answers));

/** Writes a picture of the statuses to a file that the person names, and opens it. Resolves to the file, if one was written. */
async function exportBars(app: App, answers: ExportBarsAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  const axis = assessment && (answers.axis ?? (await pickAxis(assessment)));
  if (!axis) return undefined;
  const { barsExporter } = await app.loadPart('report');
  const exporter = barsExporter(axis);
  const title = vscode.l10n.t('Export Bars');
  const saved = savedSummary(app, assessment);
  return saveReport(
    app,
    { title, formats: [exporter], findFormat: () => exporter, exporterOf: (format) => format, ...saved },
    answers,
  );
}

/** Without a requirement list there is nothing to choose: nothing is in a domain. */
async function pickAxis({ summary }: Assessment): Promise<Axis | undefined> {
  if (summary.basis !== 'requirements') return 'category';
  const items: readonly (vscode.QuickPickItem & { readonly axis: Axis })[] = [
    { label: vscode.l10n.t('By category'), axis: 'category' },
    { label: vscode.l10n.t('By assessment domain'), axis: 'domain' },
  ];
  const title = vscode.l10n.t('Export Bars');
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Bars of what?') }))?.axis;
}
