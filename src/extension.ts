import * as vscode from 'vscode';
import { calendarDateOf } from './core/calendarDate';
import { catalog } from './core/csf/catalog';
import { translator } from './core/message';
import type { App, Feature } from './editor/app';
import { codeLens } from './editor/codeLens';
import { commands } from './editor/commands';
import { diagnostics } from './editor/diagnostics';
import { runWithSlowProgress } from './editor/slowProgress';
import { statusBar } from './editor/statusBar';
import { AssessmentIndex } from './workspace/assessmentIndex';
import { createPartLoader } from './workspace/partLoader';
import { createWorkspaceFiles } from './workspace/workspaceFiles';

const FEATURES: readonly Feature[] = [commands, codeLens, diagnostics, statusBar];

/** Builds the parts and registers the features, in the Node host and in the web worker host alike. */
export function activate(context: vscode.ExtensionContext): void {
  const { extension, extensionUri, subscriptions } = context;
  const output = vscode.window.createOutputChannel('Inheritance Scope', { log: true });
  const files = createWorkspaceFiles();
  const index = new AssessmentIndex(files, catalog, runWithSlowProgress, (error) =>
    output.error(error instanceof Error ? error : String(error)),
  );
  const app: App = {
    extensionUri,
    version: String((extension.packageJSON as { readonly version: unknown }).version),
    catalog,
    files,
    index,
    loadPart: createPartLoader(extensionUri),
    translate: translator((sentence, ...args) => vscode.l10n.t(sentence, ...args)),
    today: () => calendarDateOf(new Date()),
  };
  subscriptions.push(output, index, ...FEATURES.map((feature) => feature(app)));
  // Not awaited: features show what there is and follow when the index changes.
  void index.reload();
}
