import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { COMMANDS } from '../commandIds';
import type { LocatedReference } from '../core/assessment/mentions';
import { subjectHeadline } from '../core/assessment/referenceSummary';
import type { Control } from '../core/csf/catalog';
import type { Assessment } from '../workspace/assessment';
import { pickAssessment } from './pickAssessment';
import { withoutIcons } from './plainText';
import { rangeOf } from './ranges';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface GoToControlAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** A control's canonical id. */
  readonly control?: string;
  /** Which of its references, from 0. */
  readonly reference?: number;
}

export const goToControlCommand: Feature = (app) =>
  registerCommand(app, 'goToControl', (answers?: GoToControlAnswers) => goToControl(app, answers));

/** Finds a control by id or title, however roughly typed, and goes to where the documents reference it. */
async function goToControl(app: App, answers: GoToControlAnswers = {}): Promise<void> {
  const assessment = await pickAssessment(app, answers.assessment);
  const id = assessment && (answers.control ?? (await pickControl(app, assessment)));
  if (!assessment || id === undefined) return;
  const references = assessment.summary.referencesOf(id);
  if (references.length === 0) {
    const summary = vscode.l10n.t('Open Summary');
    const text = vscode.l10n.t('No scoping document references {0}.', id);
    void vscode.window.showInformationMessage(text, summary).then((choice) => {
      if (choice === summary) void vscode.commands.executeCommand(COMMANDS.openSummary, { assessment: assessment.id });
    });
    return;
  }
  const chosen = answers.reference ?? (references.length > 1 ? await pickReference(app, assessment, references) : 0);
  const reference = chosen === undefined ? undefined : references[chosen];
  const lines = reference && assessment.linesOf(reference.file);
  if (!lines) return;
  await vscode.window.showTextDocument(vscode.Uri.parse(reference.file), { selection: rangeOf(reference, lines) });
}

async function pickControl(
  { catalog, loadPart, translate }: App,
  { summary }: Assessment,
): Promise<string | undefined> {
  const search = (await loadPart('search')).createSearch(catalog);
  const itemOf = ({ id, title }: Control): vscode.QuickPickItem & { readonly id: string } => {
    const description = subjectHeadline({ control: id }, summary).map(translate).join(' · ');
    // What the search found is shown, whatever VS Code's own filter thinks of it.
    return { id, label: `${id} ${title}`, description, alwaysShow: true };
  };
  const pick = vscode.window.createQuickPick<ReturnType<typeof itemOf>>();
  try {
    pick.title = vscode.l10n.t('Go to Control');
    pick.placeholder = vscode.l10n.t('An id or a title, for example 01.c or privilege');
    pick.items = search('').map(itemOf);
    pick.onDidChangeValue((value) => {
      pick.items = search(value).map(itemOf);
    });
    return await new Promise((resolve) => {
      pick.onDidAccept(() => {
        resolve(pick.activeItems[0]?.id);
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

async function pickReference(
  { files }: App,
  assessment: Assessment,
  references: readonly LocatedReference[],
): Promise<number | undefined> {
  const items = references.map(({ file, start, text }, index) => {
    const line = (assessment.linesOf(file)?.positionAt(start).line ?? 0) + 1;
    return { label: withoutIcons(`${files.label(file)}:${line}`), description: text, index };
  });
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which reference?') }))?.index;
}
