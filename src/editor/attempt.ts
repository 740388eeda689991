import * as vscode from 'vscode';
import type { App } from '../app';
import { CopyError } from '../workspace/createCopy';
import { FileError } from '../workspace/files';
import { plainText } from './plainText';
import { fileProblem } from '../workspace/fileProblem';

/** Makes `App.attempt`. */
export function createAttempt(
  { files, translate }: Pick<App, 'files' | 'translate'>,
  log: vscode.LogOutputChannel,
): App['attempt'] {
  const describe = (error: unknown): string => {
    if (error instanceof FileError) return translate(fileProblem(error, files));
    if (error instanceof CopyError) return translate(error.told);
    return error instanceof Error ? error.message : String(error);
  };
  return async (action) => {
    try {
      return await action();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(plainText(describe(error)));
      return undefined;
    }
  };
}
