import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { findNamedFiles, type NamedFile, recordHashes } from '../workspace/evidenceHashes';
import { registersOf } from '../workspace/registers';
import { refuseUnsaved } from './changeRegister';
import { inform } from './inform';
import { pickAssessment } from './pickAssessment';
import { withoutIcons } from './plainText';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface RecordHashAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** One piece of evidence, by its URI or as text, or `all` that have no SHA-256 yet. */
  readonly evidence?: vscode.Uri | string;
}

export const recordHashCommand: Feature = (app) =>
  registerCommand(app, 'recordHash', (answers?: RecordHashAnswers) => recordHash(app, answers));

/** Writes the SHA-256 of local evidence into the rows that name it, so that a later change can be told. */
async function recordHash(app: App, answers: RecordHashAnswers = {}): Promise<void> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return;
  const { files } = app;
  const registers = [
    ...registersOf(assessment, 'evidenceDocuments', files),
    ...registersOf(assessment, 'evidence', files),
  ];
  const named = await findNamedFiles(registers, assessment.source.folder, files);
  if (named.length === 0) {
    const text = vscode.l10n.t(
      'No evidence list names a file that is there. Links have no SHA-256: nothing is fetched.',
    );
    void vscode.window.showInformationMessage(text);
    return;
  }
  const picked = answers.evidence ?? (await pickEvidence(named));
  if (picked === undefined) return;
  const chosen = picked === 'all' ? named : named.filter(({ location }) => location === picked.toString());
  for (const { register } of chosen) refuseUnsaved(app, register.file);
  const result = await recordHashes(chosen, picked !== 'all', files);
  if (!result) throw new Error(vscode.l10n.t('This browser offers no cryptography here, so no SHA-256 can be told.'));
  if ('failure' in result) throw new Error(app.translate(result.failure));
  const { recorded, same, differing } = result;
  const words = [
    vscode.l10n.t('SHA-256 recorded in rows: {0}. Unchanged: {1}.', recorded.length, same.length),
    ...(differing.length > 0
      ? [
          vscode.l10n.t(
            'Not as it was recorded, and left so: {0}. Look at it, and record it by itself if it is meant to be so.',
            pathsOf(differing).join(', '),
          ),
        ]
      : []),
  ];
  void app.attempt(() => inform('information', words.join(' '), []));
}

/** All, or one file. Undefined where nothing was picked. */
async function pickEvidence(named: readonly NamedFile[]): Promise<vscode.Uri | 'all' | undefined> {
  interface Item extends vscode.QuickPickItem {
    readonly evidence: vscode.Uri | 'all';
  }
  const byLocation = new Map(named.map((each) => [each.location, each]));
  const items: readonly Item[] = [
    { label: vscode.l10n.t('All that have none yet'), evidence: 'all' },
    ...[...byLocation.values()].map(({ path, location, recorded }) => ({
      label: withoutIcons(path),
      description: recorded === '' ? vscode.l10n.t('none recorded') : vscode.l10n.t('recorded; writes it anew'),
      evidence: vscode.Uri.parse(location),
    })),
  ];
  const title = vscode.l10n.t('Record the SHA-256 of Which Evidence?');
  return (await vscode.window.showQuickPick(items, { title }))?.evidence;
}

function pathsOf(named: readonly NamedFile[]): readonly string[] {
  return [...new Set(named.map(({ path }) => path))];
}
