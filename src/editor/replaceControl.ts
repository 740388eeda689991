import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { headline, unitHeadline } from '../core/assessment/headline';
import { idOf, readSubject, type Subject } from '../core/csf/subject';
import { groupBy } from '../core/groupBy';
import { readNewId } from '../core/replace/readNewId';
import type { Assessment } from '../workspace/assessment';
import { inform, type Step } from './inform';
import { pickAssessment } from './pickAssessment';
import { registerCommand } from './registerCommand';
import { type Left, planReplacement } from './replacementPlan';
import { subjectsAt } from './subjectsAt';

/** What a person would pick, for callers that know it already. */
export interface ReplaceControlAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** The id of a control or requirement. */
  readonly from?: string;
  readonly to?: string;
  /** Whether each place is shown in the Refactor Preview, where the person ticks those to change. */
  readonly choose?: boolean;
}

export const replaceControlCommand: Feature = (app) =>
  registerCommand(app, 'replaceControl', (answers?: ReplaceControlAnswers) => replaceControl(app, answers));

/** *Replace Control Everywhere…*: puts one id in the place of another, if wanted after a look at each place; says what it left. */
async function replaceControl(app: App, answers: ReplaceControlAnswers = {}): Promise<void> {
  const assessment = await pickAssessment(app, answers.assessment);
  const from = assessment && (await pickOld(app, assessment, answers.from));
  const to = from && (await askNew(app, assessment, from, answers.to));
  if (!to) return;
  const choose = answers.choose ?? (await askWhetherToChoose(idOf(from), idOf(to)));
  if (choose === undefined) return;
  const confirmed = choose ? 'all' : 'none';
  const { edit, places, files, left } = await planReplacement(app, assessment, { from, to }, confirmed);
  if (places > 0 && !(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) {
    // Who looked at the places thought better of it.
    if (choose) return;
    throw new Error(vscode.l10n.t('VS Code did not make the changes. Nothing was replaced.'));
  }
  // Of what was ticked VS Code tells nothing.
  const done = choose && places > 0 ? '' : wordsForDone(idOf(from), idOf(to), places, files);
  const words = `${done} ${wordsForLeft(left, app)}`.trim();
  // Not awaited: the command is done, whatever becomes of the message.
  if (words !== '') void app.attempt(() => inform('information', words, showLeft(left)));
}

function wordsForDone(from: string, to: string, places: number, files: number): string {
  return places > 0
    ? vscode.l10n.t(
        '{0} was replaced by {1}. Places: {2}, in files: {3}. Titles beside it are as they were.',
        from,
        to,
        places,
        files,
      )
    : vscode.l10n.t('{0} stands nowhere where it could be replaced.', from);
}

/** What keeps the old id, by its reason; empty where nothing does. */
export function wordsForLeft(left: readonly Left[], { files }: App): string {
  const parts = [...groupBy(left, ({ why, range, uri }) => (range ? why : `${files.label(uri.toString())}: ${why}`))];
  const words = parts.map(([why, [{ range }, ...others]]) =>
    range ? vscode.l10n.t('{0} ({1})', others.length + 1, why) : why,
  );
  return words.length > 0 ? vscode.l10n.t('Left as they are: {0}.', words.join('; ')) : '';
}

/** The way to the places that keep it. */
export function showLeft(left: readonly Left[]): readonly Step[] {
  const places = left.map(({ uri, range }) => new vscode.Location(uri, range ?? new vscode.Range(0, 0, 0, 0)));
  const [first] = places;
  if (!first) return [];
  const run = async (): Promise<void> => {
    const { document } = await vscode.window.showTextDocument(first.uri, { selection: first.range });
    await vscode.commands.executeCommand('editor.action.showReferences', document.uri, first.range.start, places);
  };
  return [{ label: vscode.l10n.t('Show Them'), run }];
}

/** As asked for, the one id under the cursor, or what the person picks. @throws where the one asked for is none */
async function pickOld(
  { catalog, translate }: App,
  assessment: Assessment,
  asked: string | undefined,
): Promise<Subject | undefined> {
  if (asked !== undefined) {
    const subject = readSubject(asked, assessment.catalog);
    if (typeof subject === 'string')
      throw new Error(vscode.l10n.t('{0} is no id of one control or requirement.', asked));
    return subject;
  }
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  const [only, ...others] = document && selection ? subjectsAt(document, selection.active, assessment) : [];
  if (only && others.length === 0) return only;
  const items = assessment.summary.controls.flatMap((control) => [
    {
      label: `${control.id} ${catalog.controls.get(control.id)?.title ?? ''}`,
      description: headline(control).map(translate).join(' · '),
      subject: { control: control.id },
    },
    ...control.units
      .filter(({ id }) => id !== control.id)
      .map((unit) => ({
        label: unit.id,
        description: unitHeadline(unit).map(translate).join(' · '),
        subject: { control: control.id, requirement: unit.id },
      })),
  ]);
  const options = { title: vscode.l10n.t('Replace Which Id Everywhere?'), matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.subject;
}

/** @throws where the one asked for cannot take the old one's place */
async function askNew(
  { translate }: App,
  assessment: Assessment,
  from: Subject,
  asked: string | undefined,
): Promise<Subject | undefined> {
  const known = assessment.heldSubjects;
  const read = (text: string): ReturnType<typeof readNewId> => readNewId(text, from, known, assessment.catalog);
  const written =
    asked ??
    (await vscode.window.showInputBox({
      title: vscode.l10n.t('Replace {0} Everywhere', idOf(from)),
      prompt: vscode.l10n.t('The id that takes its place'),
      value: idOf(from),
      validateInput: (text) => {
        const result = read(text);
        return 'failure' in result ? translate(result.failure) : undefined;
      },
    }));
  if (written === undefined) return undefined;
  const result = read(written);
  if ('failure' in result) throw new Error(translate(result.failure));
  return result.subject;
}

/** Undefined where the person thought better of it. */
async function askWhetherToChoose(from: string, to: string): Promise<boolean | undefined> {
  const items = [
    {
      label: vscode.l10n.t('Look at Each Place…'),
      detail: vscode.l10n.t('Shows them all in the Refactor Preview; tick those to change'),
      choose: true,
    },
    {
      label: vscode.l10n.t('Replace All'),
      detail: vscode.l10n.t('In the documents, the registers and the project file; Undo takes it back'),
      choose: false,
    },
  ];
  const title = vscode.l10n.t('Replace {0} by {1}', from, to);
  return (await vscode.window.showQuickPick(items, { title }))?.choose;
}
