import * as vscode from 'vscode';
import type { Notice } from './protocol';

/** While the workspace is read for the first time. */
export function loadingNotice(): Notice {
  return {
    state: 'loading',
    title: vscode.l10n.t('Reading the assessment…'),
    text: vscode.l10n.t('The summary stands here as soon as matrix, documents and registers are read.'),
    actions: [],
  };
}

export function noAssessmentNotice(): Notice {
  return {
    state: 'empty',
    title: vscode.l10n.t('There is no assessment here yet'),
    text: vscode.l10n.t(
      'A shared-responsibility matrix, a CSV file or an Excel workbook, is all it takes to begin. A project file names more: dates, the requirement list, evidence.',
    ),
    actions: firstSteps(),
  };
}

/** @param other the name of another assessment, which can be shown in its place */
export function goneNotice(other: string | undefined): Notice {
  return {
    state: 'empty',
    title: vscode.l10n.t('The assessment this was about is no longer there.'),
    text: vscode.l10n.t(
      'Its folder was closed, or its project file or matrix is named no more. As soon as it is back, it is shown here again.',
    ),
    actions: other === undefined ? firstSteps() : [{ run: 'retry', label: vscode.l10n.t('Show {0}', other) }],
  };
}

export function failedNotice(error: unknown): Notice {
  return {
    state: 'failed',
    title: vscode.l10n.t('The summary could not be made'),
    text: vscode.l10n.t(
      '{0}. It is a fault of the extension; your files are as they were. The output channel Inheritance Scope has the rest.',
      (error instanceof Error ? error.message : String(error)).replace(/\.$/, ''),
    ),
    actions: [{ run: 'retry', label: vscode.l10n.t('Try Again') }],
  };
}

function firstSteps(): Notice['actions'] {
  return [
    { run: 'loadMatrix', label: vscode.l10n.t('Load Matrix…') },
    { run: 'createProject', label: vscode.l10n.t('Create Project File…') },
    { run: 'openSample', label: vscode.l10n.t('Open Sample Assessment') },
  ];
}
