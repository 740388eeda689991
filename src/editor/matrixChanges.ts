import * as vscode from 'vscode';
import { message, type Message } from '../core/message';
import type { Matrix } from '../core/matrix/matrix';
import type { MatrixChange } from '../workspace/matrixNews';
import type { App, Feature } from '../app';
import { debounce } from './debounce';
import { inform, problemsStep } from './inform';

/** Long enough for several saves in a row to be one change, and for a slow writer to come to the end. */
const QUIET_MS = 2_000;

/** Says what changed in a matrix once it was read anew: one message for everything that changed in one go. */
export const matrixChanges: Feature = (app) => {
  const { index, matrixNews, translate } = app;
  const seen = new WeakSet<Matrix>();
  const announce = debounce(() => {
    const news = matrixNews.take(index.assessments);
    if (news.length === 0) return;
    const text = news.map((change) => translate(inWords(change, app))).join(' ');
    const hasNewProblems = news.some((change) => change.hasNewProblems);
    void inform('information', text, problemsStep(hasNewProblems));
  }, QUIET_MS);
  return vscode.Disposable.from(
    announce,
    index.onDidChange(() => {
      // What is typed in documents is a change too, and must not put the message off.
      const unseen = index.assessments.flatMap(({ matrices }) => matrices).filter((matrix) => !seen.has(matrix));
      for (const matrix of unseen) seen.add(matrix);
      if (unseen.length === 0) return;
      matrixNews.meet(index.assessments);
      announce.call();
    }),
  );
};

function inWords({ file, changes: { changed, added, removed } }: MatrixChange, { files }: App): Message {
  const name = files.name(file);
  return changed === 1
    ? message('matrix-changed-one', name, added, removed)
    : message('matrix-changed', name, changed, added, removed);
}
