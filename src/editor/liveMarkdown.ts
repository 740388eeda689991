import * as vscode from 'vscode';
import type { App } from '../app';
import { debounce } from './debounce';

/** Documents of a scheme of its own that are made of the assessments, follow them, and are shown as Markdown. */
export interface LiveMarkdown<T> {
  dispose(): void;
  /** @param about what the document is made of: plain data */
  show(title: string, about: T): Promise<void>;
}

/** @param textOf the document's text, as it is now */
export function createLiveMarkdown<T>({ index }: App, scheme: string, textOf: (about: T) => string): LiveMarkdown<T> {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refresh = debounce(() => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
  });
  const parts = vscode.Disposable.from(
    changed,
    refresh,
    index.onDidChange(refresh.call),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => textOf(JSON.parse(uri.query) as T),
    }),
  );
  return {
    dispose: () => void parts.dispose(),
    show: async (title, about) => {
      const path = `/${title.replaceAll('/', '_')}.md`;
      const query = JSON.stringify(about);
      await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme, path, query }));
    },
  };
}
