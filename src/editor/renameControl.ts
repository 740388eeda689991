import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { idOf, type Subject, subjectOf } from '../core/csf/subject';
import { readNewId } from '../core/replace/readNewId';
import type { Assessment } from '../workspace/assessment';
import { registerForAssessments } from './assessmentFiles';
import { inform } from './inform';
import { showLeft, wordsForLeft } from './replaceControl';
import { changeOf, isReadOnly, planReplacement } from './replacementPlan';
import { fileShownIn } from './shownUri';
import { idAt } from './subjectsAt';

/**
 * *Rename Symbol* (F2) on an id: puts another one in its place everywhere. Registers and the project file are shown before
 * they are changed.
 */
export const renameControl: Feature = (app) => {
  const provider = createProvider(app);
  return registerForAssessments(app, (filters) => vscode.languages.registerRenameProvider(filters, provider));
};

function createProvider(app: App): vscode.RenameProvider {
  return {
    async prepareRename(document, position) {
      const { id, range } = await idToRename(document, position, app);
      return { range, placeholder: id };
    },
    async provideRenameEdits(document, position, newName) {
      const { subject, assessment } = await idToRename(document, position, app);
      const read = readNewId(newName, subject, assessment.heldSubjects, assessment.catalog);
      if ('failure' in read) throw new Error(app.translate(read.failure));
      const plan = await planReplacement(app, assessment, { from: subject, to: read.subject }, 'registers');
      const words = wordsForLeft(plan.left, app);
      if (words !== '') void app.attempt(() => inform('information', words, showLeft(plan.left)));
      return plan.edit;
    },
  };
}

/** An id that can be replaced everywhere. */
interface Renamable {
  readonly assessment: Assessment;
  readonly subject: Subject;
  readonly id: string;
  readonly range: vscode.Range;
}

/** @throws in words where there is none at the position, or none that can be replaced from there */
async function idToRename(
  document: vscode.TextDocument,
  position: vscode.Position,
  { index }: App,
): Promise<Renamable> {
  const location = fileShownIn(document.uri);
  const [assessment] = index.assessmentsOf(location);
  const found = assessment && idAt(document, position, assessment);
  if (!found) throw new Error(vscode.l10n.t('There is no id of a control or requirement here.'));
  const role = assessment.roleOf(location);
  if (role === 'matrix') throw new Error(vscode.l10n.t('The matrix is the provider’s: its ids stay as they are.'));
  if (role === 'requirements')
    throw new Error(vscode.l10n.t('The requirement list is the scope from MyCSF: its ids stay as they are.'));
  if (await isReadOnly(document.uri)) throw new Error(vscode.l10n.t('The file is read-only.'));
  const [subject, ...others] = subjectOf(found.reference, assessment.catalog);
  if (!subject || others.length > 0 || found.reference.kind === 'range')
    throw new Error(vscode.l10n.t('A range stands for several controls. Replace an id where it stands alone.'));
  // Which place it would be does not depend on what takes its place.
  const places = changeOf(document, { from: subject, to: subject }, assessment)?.replacements ?? [];
  const start = document.offsetAt(found.range.start);
  if (!places.some((place) => place.start === start))
    throw new Error(
      vscode.l10n.t('Only the id that a row is about can be replaced, and not what is mentioned beside it.'),
    );
  return { assessment, subject, id: idOf(subject), range: found.range };
}
