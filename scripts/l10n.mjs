// Gathers every sentence that the extension says into l10n/bundle.l10n.json, for translators and for VS Code, which looks up
// `bundle.l10n.<language>.json` beside it. The build runs it, so that the bundle is never behind.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'l10n');

/** VS Code's name for a language that nobody speaks: what is not in it was not looked up. */
const pseudoBundle = 'bundle.l10n.qps-ploc.json';

/**
 * Writes the bundle anew.
 * @param {{ withPseudo: boolean }} options `withPseudo` adds the bundle of the pseudo-language, for tests
 */
export async function writeBundles({ withPseudo }) {
  const sentences = [...new Set([...editorSentences(), ...(await coreSentences())])].sort();
  // Bundles of languages that people speak stand beside it, and are theirs.
  rmSync(join(folder, pseudoBundle), { force: true });
  mkdirSync(folder, { recursive: true });
  write('bundle.l10n.json', sentences, (sentence) => sentence);
  if (withPseudo) write(pseudoBundle, sentences, (sentence) => `⟦${sentence}⟧`);
}

/** @param {string} name @param {readonly string[]} sentences @param {(sentence: string) => string} translate */
function write(name, sentences, translate) {
  const bundle = Object.fromEntries(sentences.map((sentence) => [sentence, translate(sentence)]));
  writeFileSync(join(folder, name), `${JSON.stringify(bundle, undefined, 2)}\n`);
}

/** What stands in calls of `vscode.l10n.t`. */
function editorSentences() {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts')).flatMap((file) => sentencesIn(join(root, 'src', file)));
}

/** @param {string} file @returns {string[]} */
function sentencesIn(file) {
  const text = readFileSync(file, 'utf8');
  if (!text.includes('l10n.t(')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'vscode.l10n.t') {
      const [sentence] = node.arguments;
      if (sentence && ts.isStringLiteralLike(sentence)) found.push(sentence.text);
      // The translator of core's sentences, which are gathered below.
      else if (sentence?.getText(source) !== 'sentence') {
        throw new Error(`${file}: the sentence of vscode.l10n.t has to stand there as a text: ${node.getText(source)}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What core says: its problems and its sentences. @returns {Promise<string[]>} */
async function coreSentences() {
  const contents = `
    import { problemTable } from './src/core/problems';
    import { sentences } from './src/core/sentences';
    export const all = [...Object.values(problemTable).map(({ text }) => text), ...Object.values(sentences)];`;
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).all;
}
