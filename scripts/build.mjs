// Bundles what ships (dist/) and, with --tests, the tests (out/test/). Type checking is `npm run lint`'s job.
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { writeBundles } from './l10n.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What every bundle shares. With `mainFields`, jsonc-parser's ES module is taken instead of its UMD build. */
const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  mainFields: ['module', 'main'],
  sourcemap: true,
  logLevel: 'warning',
};
const node = { ...common, platform: 'node', format: 'cjs', external: ['vscode'] };
// An extension host in a web worker: `import()` stays as it is, for parts that are loaded on demand.
const worker = {
  ...common,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  supported: { 'dynamic-import': true },
};
const page = { ...common, platform: 'browser', format: 'iife' };
const part = { ...common, platform: 'neutral', format: 'esm' };
// The library's licence goes with every copy of it, and its code does not name it.
const ageLicense = `/*! age-encryption\n\n${readFileSync(`${root}/node_modules/age-encryption/LICENSE`, 'utf8')}*/`;

const shipped = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', minify: true },
  { ...worker, entryPoints: ['src/extension.ts'], outfile: 'dist/web/extension.js', minify: true },
  {
    ...node,
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    footer: { js: ageLicense },
  },
  { ...page, entryPoints: ['src/summary/view/main.ts'], outfile: 'dist/summary.js', minify: true },
  { ...page, entryPoints: ['src/comparison/view/main.ts'], outfile: 'dist/comparison.js', minify: true },
  { ...part, entryPoints: ['src/core/report/exporters.ts'], outfile: 'dist/parts/report.mjs', minify: true },
  {
    ...part,
    entryPoints: ['src/core/report/comparison/comparisonExporters.ts'],
    outfile: 'dist/parts/comparison.mjs',
    minify: true,
  },
  { ...part, entryPoints: ['src/core/csf/searchControls.ts'], outfile: 'dist/parts/search.mjs', minify: true },
  { ...part, entryPoints: ['src/core/report/xlsx/xlsx.ts'], outfile: 'dist/parts/xlsx.mjs', minify: true },
  {
    ...part,
    entryPoints: ['src/core/sharing/seal.ts'],
    outfile: 'dist/parts/seal.mjs',
    minify: true,
    footer: { js: ageLicense },
  },
  { ...part, entryPoints: ['src/core/workbook/readWorkbook.ts'], outfile: 'dist/parts/workbook.mjs', minify: true },
  { ...part, entryPoints: ['src/core/azure/builtInPolicies.ts'], outfile: 'dist/parts/policies.mjs', minify: true },
  { ...part, entryPoints: ['src/core/matrix/idPattern.ts'], outfile: 'dist/parts/patterns.mjs', minify: true },
];

const nodeTests = { ...node, outbase: 'test', outdir: 'out/test', outExtension: { '.js': '.cjs' } };
const tests = {
  unit: {
    ...nodeTests,
    entryPoints: filesBelow('test/unit', '.test.ts'),
    external: ['vscode', 'fast-check', 'exceljs', 'ajv'],
  },
  // They bundle scripts for the browser themselves.
  page: { ...nodeTests, entryPoints: filesBelow('test/page', '.test.ts'), external: ['esbuild'] },
  window: { ...nodeTests, entryPoints: filesBelow('test/window', '.test.ts') },
  bench: {
    ...nodeTests,
    entryPoints: ['test/bench/index.ts', 'test/page/gridPaint.ts'],
    external: ['vscode', 'esbuild', 'exceljs'],
  },
  host: { ...worker, entryPoints: ['test/host/index.ts'], outfile: 'out/test/host/index.cjs' },
};

/** @param {string} folder @param {string} ending */
function filesBelow(folder, ending) {
  return readdirSync(`${root}/${folder}`, { recursive: true })
    .map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith(ending));
}

// `--tests`, or some of their kinds alone: `--tests=unit,page`.
const asked = process.argv.find((argument) => /^--tests(?:=|$)/.test(argument));
const kinds = asked?.includes('=') ? asked.slice('--tests='.length).split(',') : Object.keys(tests);
const wanted = asked ? Object.entries(tests).filter(([kind]) => kinds.includes(kind)) : [];
for (const folder of ['dist', ...wanted.map(([kind]) => `out/test/${kind}`)])
  rmSync(`${root}/${folder}`, { recursive: true, force: true });
await Promise.all([...shipped, ...wanted.map(([, bundle]) => bundle)].map((bundle) => esbuild.build(bundle)));

// The font of VS Code's icons, for the page: its styles name it.
copyFileSync(`${root}/node_modules/@vscode/codicons/dist/codicon.ttf`, `${root}/dist/codicon.ttf`);

// `l10n/` is what VS Code looks translations up in.
await writeBundles({ withPseudo: asked !== undefined });

// The web host cannot list the extension's folders: "Open Sample Assessment" copies what stands in this list.
const sample = filesBelow('data/sample', '').filter((file) => statSync(`${root}/${file}`).isFile());
writeFileSync(
  `${root}/dist/sample.json`,
  JSON.stringify(sample.map((file) => file.slice('data/sample/'.length)).sort()),
);
