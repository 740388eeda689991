import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { COMMANDS } from '../commandIds';
import { referencesTo } from '../core/assessment/matrixRow';
import { nextPlace, type NextStep } from '../core/assessment/nextPlace';
import { locationAt } from '../editor/locations';
import { pickAssessment } from '../editor/pickAssessment';
import { registerCommand } from '../editor/registerCommand';
import { copy } from './copy';
import { openPlace } from './openPlace';

/** A row of the Controls view, or what a test picks in its place. */
export interface ControlAnswers extends Partial<NextStep> {
  /** An assessment's id. */
  readonly assessment?: string;
}

/** What a click on a row of the Controls view, and its own menus, lead to. */
export const openControl: Feature = (app) =>
  vscode.Disposable.from(
    registerCommand(app, 'openControl', (answers?: ControlAnswers) => goOn(app, answers)),
    registerCommand(app, 'goToReferences', (answers?: ControlAnswers) => goToReferences(app, answers)),
    registerCommand(app, 'copyId', ({ requirement, control }: ControlAnswers = {}) => copy(requirement ?? control)),
  );

/** Opens where a person goes on with a control, a requirement or an open item; the summary where no file names it. */
async function goOn(app: App, { assessment: id, control, ...others }: ControlAnswers = {}): Promise<void> {
  const assessment = await pickAssessment(app, id);
  if (!assessment || control === undefined) return;
  const place = nextPlace({ control, ...others }, assessment.summary);
  if (place) await openPlace(place, assessment);
  else await vscode.commands.executeCommand(COMMANDS.openSummary, { assessment: assessment.id, control });
}

/** Goes to the place in the documents that names a control or a requirement; where several do, they are shown there too. */
async function goToReferences(app: App, { assessment: id, control, requirement }: ControlAnswers = {}): Promise<void> {
  if (control === undefined) {
    await vscode.commands.executeCommand(COMMANDS.goToControl);
    return;
  }
  const assessment = await pickAssessment(app, id);
  if (!assessment) return;
  const subject = { control, ...(requirement !== undefined && { requirement }) };
  const places = referencesTo([subject], assessment.summary).map((place) => locationAt(place.file, place, assessment));
  const [first] = places;
  if (!first) throw new Error(vscode.l10n.t('No scoping document references {0}.', requirement ?? control));
  const { uri, range } = first;
  const mode = places.length > 1 ? 'gotoAndPeek' : 'goto';
  await vscode.commands.executeCommand('editor.action.goToLocations', uri, range.start, places, mode);
}
