import * as vscode from 'vscode';
import type { App } from '../app';
import type { Report } from '../core/report/report';
import type { Assessment } from '../workspace/assessment';
import { createReport, type ReportPart } from '../workspace/createReport';
import { isInput } from '../workspace/isInput';
import type { SavedReport } from './saveReport';

/** An assessment's summary as something to save: never over a file that it is made from. @param part all of it without one */
export function savedSummary(
  { files, today, version: toolVersion, translate }: App,
  assessment: Assessment,
  part?: ReportPart,
): Pick<SavedReport<Report>, 'folder' | 'fileName' | 'create' | 'allow'> {
  return {
    folder: assessment.source.folder,
    fileName: 'scoping-summary',
    create: () => createReport(assessment, files, { today: today(), toolVersion, translate }, part),
    allow: async (target) => {
      if (!(await isInput(target.toString(), assessment, files))) return;
      const name = files.label(target.toString());
      throw new Error(vscode.l10n.t('{0} is a file that the summary is made from. Export to another one.', name));
    },
  };
}
