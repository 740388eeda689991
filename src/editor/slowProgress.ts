import * as vscode from 'vscode';
import type { RunWithProgress } from '../workspace/assessmentIndex';

/** What is done sooner needs no notification. */
const PATIENCE_MS = 1_000;

/** Runs work at once and, where it takes long, shows a notification with how far it is and a way to stop it. */
export const runWithSlowProgress: RunWithProgress = async (work) => {
  const abort = new AbortController();
  let percent = 0;
  let show: (() => void) | undefined;
  const running = work((done, total) => {
    percent = Math.round((done / total) * 100);
    show?.();
  }, abort.signal);
  const timer = setTimeout(() => {
    const title = vscode.l10n.t('Reading scoping documents');
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
    await running;
  } catch (error) {
    // Stopping it was the person's wish; what was read before stays.
    if (!abort.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
};
