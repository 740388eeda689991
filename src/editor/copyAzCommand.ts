import * as vscode from 'vscode';
import type { Feature } from '../app';
import { AZ_FILE_NAMES, AZ_FILES, azCommand, type AzFile } from '../core/azure/azCommand';
import { type Cloud, CLOUDS } from '../core/azure/services';
import { inform } from './inform';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface CopyAzCommandAnswers {
  /** The file that is wanted. */
  readonly file?: AzFile;
  readonly cloud?: Cloud;
}

export const copyAzCommand: Feature = (app) =>
  registerCommand(app, 'copyAzCommand', (answers?: CopyAzCommandAnswers) => copyCommand(answers));

/** Copies the command that makes a file of Azure Policy results, and says where to name that file. Nothing is run. */
async function copyCommand(answers: CopyAzCommandAnswers = {}): Promise<void> {
  const file = answers.file ?? (await pickFile());
  const cloud = file && (answers.cloud ?? (await pickCloud()));
  if (!file || !cloud) return;
  await vscode.env.clipboard.writeText(azCommand(file, cloud));
  const text = vscode.l10n.t(
    'The command is copied. Run it in the folder of the project file, signed in to Azure (az login); then name {0} there under azure.policyStates.',
    AZ_FILE_NAMES[file],
  );
  // Whoever called need not wait until the message is read.
  void inform('information', text, []);
}

async function pickFile(): Promise<AzFile | undefined> {
  const details: Readonly<Record<AzFile, readonly [string, string]>> = {
    states: [vscode.l10n.t('States of resources, as a list'), vscode.l10n.t('The most exact; several lists add up')],
    summary: [vscode.l10n.t('Summary'), vscode.l10n.t('Counts by requirement: a small file, also of many resources')],
    initiative: [
      vscode.l10n.t('Initiative HITRUST/HIPAA'),
      vscode.l10n.t('Its requirements, and the policies that each of them has'),
    ],
    metadata: [vscode.l10n.t('Metadata'), vscode.l10n.t('The owner by Azure Policy, which is not inheritability')],
  };
  const items = AZ_FILES.map((file) => ({ label: details[file][0], detail: details[file][1], file }));
  const title = vscode.l10n.t('Copy the az Command: which file of Azure Policy?');
  return (await vscode.window.showQuickPick(items, { title }))?.file;
}

async function pickCloud(): Promise<Cloud | undefined> {
  const items = CLOUDS.map((cloud) => ({
    label: cloud === 'Azure' ? vscode.l10n.t('Azure') : vscode.l10n.t('Azure Government'),
    cloud,
  }));
  const title = vscode.l10n.t('Copy the az Command: in which cloud?');
  return (await vscode.window.showQuickPick(items, { title }))?.cloud;
}
