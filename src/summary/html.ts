import * as vscode from 'vscode';

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

/**
 * The page around what a script shows. Its policy lets in our own script and style sheets and nothing else; the toolkit
 * takes the nonce for its styles from the `csp-nonce` property.
 */
export function createHtml(webview: vscode.Webview, extension: vscode.Uri, parts: PageParts): string {
  const nonce = crypto.randomUUID();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', parts.script)).toString();
  const styles = parts.styles
    .map((style) => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', style)).toString())
    .map((style) => `<link rel="stylesheet" href="${style}" />`);
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta property="csp-nonce" content="${nonce}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${styles.join('\n    ')}
    <title>${parts.title}</title>
  </head>
  <body>
    <main id="${parts.root}"></main>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
