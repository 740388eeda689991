// Lists the codes of problems with their severities where VS Code completes them: in the setting of package.json, and in
// the schema of the project file. A unit test fails where they are not those of src/core/problems.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const entryPoints = [join(root, 'src', 'core', 'problems.ts')];
const { outputFiles } = await esbuild.build({ entryPoints, bundle: true, format: 'esm', write: false });
const source = Buffer.from(outputFiles[0].contents).toString('base64');
/** @type {{ problemTable: Record<string, { severity: string }> }} */
const { problemTable } = await import(`data:text/javascript;base64,${source}`);
const problems = Object.entries(problemTable);

change('package.json', (text) => {
  const manifest = JSON.parse(text);
  manifest.contributes.configuration.properties['inheritanceScope.problems.severity'].properties = Object.fromEntries(
    problems.map(([code, { severity }]) => [
      code,
      { default: severity, description: `%severity.default.${severity}%` },
    ]),
  );
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
});

change(join('data', 'inheritance-scope.schema.json'), (text) => {
  const codes = problems.map(
    ([code, { severity }]) => `        "${code}": { "$ref": "#/definitions/severity", "default": "${severity}" }`,
  );
  const list = /(?<="problems": \{[^{}]*"properties": )\{(?:\s|"[^{}]*\{[^{}]*\},?)*\}/;
  return text.replace(list, `{\n${codes.join(',\n')}\n      }`);
});

/** @param {string} file @param {(text: string) => string} edit */
function change(file, edit) {
  const path = join(root, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}
