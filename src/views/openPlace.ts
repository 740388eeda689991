import * as vscode from 'vscode';
import type { FilePlace } from '../core/assessment/nextPlace';
import { shownUri } from '../editor/shownUri';
import { openTarget } from '../summary/openTarget';
import type { Assessment } from '../workspace/assessment';

/** Opens a place of one of an assessment's files in the active group of editors. */
export async function openPlace({ file, at }: FilePlace, assessment: Assessment): Promise<void> {
  await openTarget({ file, at }, shownUri(file, assessment), assessment.linesOf(file), vscode.ViewColumn.Active);
}
