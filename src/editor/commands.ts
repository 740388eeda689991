import * as vscode from 'vscode';
import { FileError } from '../workspace/files';
import { fileProblem } from '../workspace/fileProblem';
import { type OpenSummaryAnswers, SummaryPanels } from '../summary/panel';
import type { App, Feature } from './app';
import { type CommandName, COMMANDS } from './commandIds';
import { type ExportAnswers, exportSummary } from './exportSummary';
import { loadMatrix, type LoadMatrixAnswers } from './loadMatrix';
import { openSample, type OpenSampleAnswers } from './openSample';

/** A command takes what a person would pick, or part of it, or nothing, and asks for the rest. */
type Handler<A = never> = (answers?: A) => Promise<unknown>;

export const commands: Feature = (app) => {
  const panels = new SummaryPanels(app);
  const handlers = {
    loadMatrix: (answers?: LoadMatrixAnswers) => loadMatrix(app, answers),
    openSummary: (answers?: OpenSummaryAnswers) => panels.open(answers),
    exportSummary: (answers?: ExportAnswers) => exportSummary(app, answers),
    openSample: (answers?: OpenSampleAnswers) => openSample(app, answers),
  } satisfies Record<CommandName, Handler>;
  return vscode.Disposable.from(
    panels,
    ...(Object.keys(handlers) as CommandName[]).map((name) =>
      vscode.commands.registerCommand(COMMANDS[name], async (answers?: unknown) => {
        try {
          // The palette gives nothing and a menu may give a file; answers are an object of ours.
          return await (handlers[name] as Handler<unknown>)(isAnswers(answers) ? answers : undefined);
        } catch (error) {
          void vscode.window.showErrorMessage(describe(error, app));
          throw error;
        }
      }),
    ),
  );
};

function isAnswers(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof vscode.Uri);
}

function describe(error: unknown, { files, translate }: App): string {
  if (error instanceof FileError) return translate(fileProblem(error, files));
  return error instanceof Error ? error.message : String(error);
}
