import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { restrictSummary } from '../core/assessment/restrictSummary';
import { exporterOf } from '../workspace/exporterOf';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';
import { savedSummary } from './savedSummary';
import { type SaveAnswers, saveReport } from './saveReport';

/** What a person would pick, for callers that know it already. */
export interface ExportAnswers extends SaveAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** Ids of controls and requirements, where only those are to be exported. */
  readonly rows?: readonly string[];
  /** What they were filtered by, in words; empty where they were selected. */
  readonly filter?: string;
}

export const exportSummaryCommand: Feature = (app) =>
  registerCommand(app, 'exportSummary', (answers?: ExportAnswers) => exportSummary(app, answers));

/** Writes the scoping summary to a file that the person names, and opens it. Resolves to the file, if one was written. */
async function exportSummary(app: App, answers: ExportAnswers = {}): Promise<vscode.Uri | undefined> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return undefined;
  const { rows, filter = '' } = answers;
  if (rows && restrictSummary(assessment.summary, rows).controls.length === 0) {
    throw new Error(vscode.l10n.t('Nothing of what was to be exported is in scope.'));
  }
  const { offeredExporters: formats, findExporter: findFormat } = await app.loadPart('report');
  const title = vscode.l10n.t('Export Summary');
  const saved = savedSummary(app, assessment, rows && { rows, filter });
  return saveReport(
    app,
    { title, formats, findFormat, exporterOf: (format) => exporterOf(format, app.loadPart), ...saved },
    answers,
  );
}
