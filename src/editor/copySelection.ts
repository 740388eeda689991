import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { openLines } from '../core/assessment/combine';
import { whose } from '../core/assessment/headline';
import { type RowFacts, rowsOfControl } from '../core/assessment/rowFacts';
import { statusWord } from '../core/assessment/status';
import type { Summary } from '../core/assessment/summary';
import { message } from '../core/message';
import { printTableRows, ROWS_FORMATS, type RowsFormat, type TableRow } from '../core/report/rowsTable';
import { inform } from './inform';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';

/** What the summary's page asks for. */
export interface CopySelectionAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** The ids of controls and listed requirements. */
  readonly rows?: readonly string[];
  readonly format?: RowsFormat;
}

export const copySelectionCommand: Feature = (app) =>
  registerCommand(app, 'copySelection', (answers?: CopySelectionAnswers) => copySelection(app, answers));

/** Puts rows of the summary on the clipboard, as a table, in the order in which they were asked for. */
async function copySelection(app: App, answers: CopySelectionAnswers = {}): Promise<void> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return;
  const { summary } = assessment;
  const byId = new Map(
    summary.controls.flatMap((control) => rowsOfControl(control, summary)).map((row) => [row.id, row]),
  );
  const rows = (answers.rows ?? []).flatMap((id) => byId.get(id) ?? []);
  if (rows.length === 0) throw new Error(vscode.l10n.t('Nothing is selected.'));
  const format = ROWS_FORMATS.find((known) => known === answers.format) ?? 'markdown';
  const text = printTableRows(
    rows.map((row) => tableRow(row, summary)),
    format,
    app.translate,
  );
  await vscode.env.clipboard.writeText(text);
  const told =
    format === 'csv'
      ? vscode.l10n.t('Rows copied as CSV: {0}.', rows.length)
      : vscode.l10n.t('Rows copied as Markdown: {0}.', rows.length);
  // Whoever called need not wait until the message is read.
  void inform('information', told, []);
}

function tableRow(
  { id, control, units, isRequirement, evidence, requests, references }: RowFacts,
  summary: Summary,
): TableRow {
  const [unit] = units;
  const own = isRequirement ? unit : undefined;
  return {
    id,
    title: control.title,
    responsibility: own ? whose(own.verdict) : message(control.responsibility ?? 'unknown'),
    status: statusWord((own ?? control).status, summary),
    open: openLines((own ?? control).openItems).map((item) => item.message),
    evidence: evidence.length,
    requests: requests.length,
    references: references.length,
  };
}
