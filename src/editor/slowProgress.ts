import * as vscode from 'vscode';
import type { RunWithProgress } from '../workspace/assessmentIndex';

/** What is done sooner needs no notification. */
const PATIENCE_MS = 1_000;

/** Runs the reading of documents; stopping it was the person's wish, and what was read before stays. */
export const runWithSlowProgress: RunWithProgress = async (work) => {
  await runSlowly(() => vscode.l10n.t('Reading scoping documents'), work);
};

/**
 * Runs work at once and, where it takes long, shows a notification with how far it is and a way to stop it. Resolves to
 * nothing where it was stopped.
 */
export async function runSlowly<T>(
  titleOf: () => string,
  work: (report: (done: number, total: number) => void, signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const abort = new AbortController();
  let percent = 0;
  let show: (() => void) | undefined;
  const running = work((done, total) => {
    percent = Math.round((done / total) * 100);
    show?.();
  }, abort.signal);
  const timer = setTimeout(() => {
    const title = titleOf();
    const location = vscode.ProgressLocation.Notification;
    void vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
      token.onCancellationRequested(() => {
        abort.abort();
      });
      let shown = 0;
      show = () => {
        progress.report({ increment: percent - shown, message: `${percent} %` });
        shown = percent;
      };
      await running.catch(() => undefined);
    });
  }, PATIENCE_MS);
  try {
    return await running;
  } catch (error) {
    // What fails while it is being stopped is told all the same.
    if (!abort.signal.aborted || error !== abort.signal.reason) throw error;
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
