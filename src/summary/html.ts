import * as vscode from 'vscode';
import { pageHtml } from './pageHtml';

/** What a page is made of. */
export interface PageParts {
  readonly title: string;
  /** The id of the element that the page's script fills. */
  readonly root: string;
  /** A bundle in `dist`. */
  readonly script: string;
  /** Style sheets in `media`. */
  readonly styles: readonly string[];
}

/** The document of a page in a webview. */
export function createHtml(
  webview: vscode.Webview,
  extension: vscode.Uri,
  { title, root, script, styles }: PageParts,
): string {
  const address = (folder: string, file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, folder, file)).toString();
  return pageHtml({
    language: vscode.env.language,
    title,
    root,
    nonce: crypto.randomUUID(),
    source: webview.cspSource,
    script: address('dist', script),
    styles: styles.map((style) => address('media', style)),
  });
}
