import * as vscode from 'vscode';
import type { App } from '../app';
import { type CommandName, COMMANDS } from '../commandIds';

/**
 * Registers a command. It takes what a person would pick, or part of it, or nothing, and asks for the rest; what the
 * palette, a menu or a keybinding gives beside that is dropped.
 */
export function registerCommand(app: App, name: CommandName, handler: (answers?: never) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS[name], (answers?: unknown) =>
    app.attempt(() => (handler as (answers?: object) => unknown)(isAnswers(answers) ? answers : undefined)),
  );
}

function isAnswers(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof vscode.Uri);
}
