import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { restrictSummary } from '../core/assessment/restrictSummary';
import { createReport } from '../workspace/createReport';
import { isInput } from '../workspace/isInput';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';
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
  const part = rows && { rows, filter };
  if (part && restrictSummary(assessment.summary, part.rows).controls.length === 0) {
    throw new Error(vscode.l10n.t('Nothing of what was to be exported is in scope.'));
  }
  const { exporters, findExporter } = await app.loadPart('report');
  const { files, version: toolVersion, translate } = app;
  return saveReport(
    app,
    {
      title: vscode.l10n.t('Export Summary'),
      exporters,
      findExporter,
      folder: assessment.source.folder,
      fileName: 'scoping-summary',
      create: () => createReport(assessment, files, { today: app.today(), toolVersion, translate }, part),
      allow: async (target) => {
        if (!(await isInput(target.toString(), assessment, files))) return;
        const name = files.label(target.toString());
        throw new Error(vscode.l10n.t('{0} is a file that the summary is made from. Export to another one.', name));
      },
    },
    answers,
  );
}
