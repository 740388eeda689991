import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { explainMatrix } from '../core/report/matrixReading';
import { createLiveMarkdown } from './liveMarkdown';
import { pickMatrix, type PickMatrixAnswers } from './pickMatrix';
import { registerCommand } from './registerCommand';

const SCHEME = 'inheritance-reading';

/** What a document of the scheme is about. */
interface Address {
  /** An assessment's id. */
  readonly assessment: string;
  /** The matrix file. */
  readonly location: string;
}

/** *Show How the Matrix Was Read*: a document that follows the matrix, and that VS Code shows as Markdown. */
export const showMatrixReading: Feature = (app) => {
  const documents = createLiveMarkdown<Address>(app, SCHEME, (address) => textOf(address, app));
  return vscode.Disposable.from(
    documents,
    registerCommand(app, 'showMatrixReading', async (answers?: PickMatrixAnswers) => {
      const picked = await pickMatrix(app, answers);
      if (!picked) return;
      const { assessment, location } = picked;
      const title = vscode.l10n.t('How {0} was read', app.files.name(location));
      await documents.show(title, { assessment: assessment.id, location });
    }),
  );
};

function textOf({ assessment: id, location }: Address, { index, translate }: App): string {
  const assessment = index.get(id);
  const matrix = assessment?.matrices.find(({ file }) => file === location);
  // A matrix that cannot be read has its reason in the Problems panel.
  const problems = assessment?.allProblems.filter(({ file }) => file === location) ?? [];
  if (!assessment || !matrix)
    return [vscode.l10n.t('The matrix could not be read.'), ...problems.map(translate)].join('\n\n');
  const { units } = assessment.summary.matrix;
  const own = units.filter(({ verdict }) => verdict.entries.some(({ file }) => file === location));
  return explainMatrix({ matrix, units: own, problems: assessment.asSet(problems), translate });
}
