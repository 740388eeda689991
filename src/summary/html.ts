import * as vscode from 'vscode';

/**
 * The page around the summary. Its policy lets in our own script and style sheet and nothing else; the toolkit takes the
 * nonce for its styles from the `csp-nonce` property.
 */
export function createHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'summary.js')).toString();
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', 'summary.css')).toString();
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
    <link rel="stylesheet" href="${style}" />
    <title>${vscode.l10n.t('Inheritance Summary')}</title>
  </head>
  <body>
    <main id="summary"></main>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
