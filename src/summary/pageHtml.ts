/** What the document of a page is made of. */
export interface PageHtml {
  /** Of what it says, for who reads it aloud. */
  readonly language: string;
  readonly title: string;
  /** The id of the element that the page's script fills. */
  readonly root: string;
  /** Never used before. */
  readonly nonce: string;
  /** Where style sheets and fonts may come from, as a content security policy says it. */
  readonly source: string;
  /** Addresses of the script and the style sheets. */
  readonly script: string;
  readonly styles: readonly string[];
}

/**
 * The document around what a script shows. Its policy lets in our own script and style sheets and nothing else; the toolkit
 * takes the nonce for its styles from the `csp-nonce` property.
 */
export function pageHtml({ language, title, root, nonce, source, script, styles }: PageHtml): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'nonce-${nonce}'`,
    `font-src ${source}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta property="csp-nonce" content="${nonce}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${styles.map((style) => `<link rel="stylesheet" href="${style}" />`).join('\n    ')}
    <title>${title}</title>
  </head>
  <body>
    <main id="${root}"></main>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
