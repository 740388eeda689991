import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { pickAssessment } from '../editor/pickAssessment';
import { registerCommand } from '../editor/registerCommand';
import { openTarget } from '../summary/openTarget';
import { copy } from './copy';
import { openPlace } from './openPlace';
import type { TreeElement } from './treeNode';

/** A row of the Evidence view, or what a test picks in its place. */
export type EvidenceAnswers = Partial<Pick<TreeElement, 'assessment' | 'evidence' | 'link' | 'row'>>;

/** What a click on a row of the Evidence view, and its own menus, lead to. */
export const openEvidence: Feature = (app) =>
  vscode.Disposable.from(
    registerCommand(app, 'openEvidence', (answers?: EvidenceAnswers) => open(app, answers)),
    registerCommand(app, 'goToRegisterRow', (answers?: EvidenceAnswers) => goToRow(app, answers)),
    registerCommand(app, 'copyEvidencePath', ({ evidence, link }: EvidenceAnswers = {}) =>
      copy(evidence === undefined ? link : pathOf(evidence)),
    ),
  );

/** Opens the file or link that is the evidence; where there is none, the row that records it. */
async function open(app: App, answers: EvidenceAnswers = {}): Promise<void> {
  const { evidence, link } = answers;
  const isThere = evidence !== undefined && (await app.files.kindOf(evidence)) === 'file';
  const target = link !== undefined ? { link } : isThere ? { file: evidence } : undefined;
  if (target) await openTarget(target, undefined, undefined, vscode.ViewColumn.Active);
  else await goToRow(app, answers);
}

async function goToRow(app: App, { assessment: id, row }: EvidenceAnswers = {}): Promise<void> {
  const assessment = row && (await pickAssessment(app, id));
  if (assessment) await openPlace({ file: row.file, at: { line: row.line } }, assessment);
}

function pathOf(location: string): string {
  const uri = vscode.Uri.parse(location, true);
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}
