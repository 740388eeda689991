import * as vscode from 'vscode';
import { ASSESSMENT_TYPES } from '../core/assessment/maturity';
import { readSeverities } from '../core/severities';
import { DEFAULT_DOCUMENTS } from './defaults';
import type { Defaults } from './definition';

/** The section of all settings and the prefix of all commands. */
export const SECTION = 'inheritanceScope';

/** The settings that decide what is read: after a change of one everything is read again. The others concern a feature. */
const READING_SETTINGS = ['matrix', 'documents', 'assessmentType', 'problems.severity'] as const;

export function affectsReading(event: vscode.ConfigurationChangeEvent): boolean {
  return READING_SETTINGS.some((setting) => event.affectsConfiguration(`${SECTION}.${setting}`));
}

/** What the settings say for a workspace folder; a value of the wrong kind counts as not given. */
export function readDefaults(folder: vscode.Uri): Defaults {
  const settings = vscode.workspace.getConfiguration(SECTION, folder);
  const matrix = settings.get<unknown>('matrix');
  const documents = settings.get<unknown>('documents');
  const type = ASSESSMENT_TYPES.find((known) => known === settings.get('assessmentType'));
  const globs = Array.isArray(documents) ? documents.filter((glob) => typeof glob === 'string') : [];
  return {
    ...(typeof matrix === 'string' && matrix.trim() !== '' && { matrix }),
    documents: globs.length > 0 ? globs : DEFAULT_DOCUMENTS,
    ...(type && { type }),
    problems: readSeverities(settings.get('problems.severity')),
  };
}
