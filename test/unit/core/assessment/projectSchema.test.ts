import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { parse as parseJsonc } from 'jsonc-parser';
import { CLOUDS } from '../../../../src/core/azure/services';
import { DEFAULT_CLOCKS } from '../../../../src/core/assessment/calendar';
import { ASSESSMENT_TYPES, MATURITY_LEVELS } from '../../../../src/core/assessment/maturity';
import { ASSESSMENT_KINDS, PROJECT_FILE, readProject } from '../../../../src/core/assessment/projectFile';
import { PROJECT_KEYS } from '../../../../src/core/assessment/projectKeys';
import { RESPONSIBILITIES } from '../../../../src/core/matrix/responsibility';
import { PROBLEM_CODES, severityOf } from '../../../../src/core/problems';
import { SEVERITY_SETTINGS } from '../../../../src/core/severities';
import { PROFILE_FIELDS, TREATMENTS } from '../../../../src/core/sharing/profile';
import { REQUIRED_FIELDS } from '../../../../src/core/sharing/projectSharing';
import { accepts, resolved, type Schema } from './schemaCheck';
import { readManifest } from '../../manifest';

// The tests run in the folder of the project.
const schema = JSON.parse(readFileSync('data/inheritance-scope.schema.json', 'utf8')) as Schema;

/** The schema of an object of the project file by its name; of a list that of its items. */
function schemaOf(name: string): Schema {
  const steps = name === '' ? [] : name.split('.');
  return steps.reduce((outer, key) => {
    const inner = outer.properties?.[key] ?? {};
    // Profiles stand under names of their own.
    const ofNames = key === 'profiles' && inner.additionalProperties ? inner.additionalProperties : inner;
    return resolved(inner.items ?? inner.anyOf?.[0] ?? ofNames, schema);
  }, schema);
}

/** All schemas of values, with their places. */
function allSchemas(outer: Schema, at: string): readonly (readonly [string, Schema])[] {
  const { properties = {}, items, additionalProperties } = outer;
  const inner = [
    ...Object.entries(properties),
    ...(items ? [['[]', items] as const] : []),
    ...(additionalProperties ? [['*', additionalProperties] as const] : []),
  ];
  return [
    [at, outer],
    ...inner.flatMap(([key, one]) => allSchemas(resolved(one.anyOf?.[0] ?? one, schema), `${at}/${key}`)),
  ];
}

/** Without which an object of that name is a slip itself. */
const NEEDED = new Map<string, object>([
  ['matrix', { path: 'a.csv' }],
  ['carveOuts', { party: 'P' }],
  ['sharing.pending', { id: 'S-0001', date: '2027-03-24', recipient: 'Jo', file: 'a.md', sha256: 'ab'.repeat(32) }],
]);

const hasSlip = (value: unknown): boolean =>
  readProject(JSON.stringify(value), 'p.json').problems.some(
    ({ code }) => code === 'project-value' || code === 'unknown-key',
  );

describe('the schema of the project file', () => {
  for (const [name, keys] of Object.entries(PROJECT_KEYS)) {
    it(`has the keys that the reader knows under "${name}", and no others`, () => {
      const { properties = {}, additionalProperties } = schemaOf(name);
      assert.deepEqual(Object.keys(properties).toSorted(), [...keys].toSorted());
      assert.equal(additionalProperties, false);
    });
  }

  it('says of each key and each item what it is, and of each word what it means', () => {
    for (const [at, { description = '', enum: words = [], enumDescriptions = [] }] of allSchemas(schema, '')) {
      assert.match(description, /^[A-Z].*\.$/, at);
      assert.equal(enumDescriptions.length, words.length, at);
      for (const said of enumDescriptions) assert.match(said, /^[A-Z].*\.$/, at);
    }
  });

  it('has the words and defaults of the reader', () => {
    const { type, kind, maturity } = schemaOf('assessment').properties ?? {};
    assert.deepEqual(type?.enum, ASSESSMENT_TYPES);
    assert.deepEqual(kind?.enum, ASSESSMENT_KINDS);
    assert.deepEqual(maturity?.items?.enum, MATURITY_LEVELS);
    assert.deepEqual(schemaOf('azure').properties?.['cloud']?.enum, CLOUDS);
    const values = schemaOf('matrix').properties?.['values']?.additionalProperties;
    assert.deepEqual(values && values.enum, RESPONSIBILITIES);
    const clocks = Object.entries(schemaOf('clocks').properties ?? {});
    assert.deepEqual(Object.fromEntries(clocks.map(([key, clock]) => [key, clock.default])), DEFAULT_CLOCKS);
    assert.deepEqual(schemaOf('profiles').properties?.['fields']?.items?.enum, PROFILE_FIELDS);
    for (const treatment of Object.values(schemaOf('profiles.texts').properties ?? {}))
      assert.deepEqual(resolved(treatment, schema).enum, TREATMENTS);
    assert.deepEqual(schemaOf('sharing.policy').properties?.['required']?.items?.enum, REQUIRED_FIELDS);
    const problems = Object.entries(schemaOf('problems').properties ?? {});
    assert.deepEqual(
      problems.map(([code, one]) => [code, one.default, resolved(one, schema).enum]),
      PROBLEM_CODES.map((code) => [code, severityOf({ code }), SEVERITY_SETTINGS]),
    );
  });

  it('gives examples that it accepts itself', () => {
    const examples = allSchemas(schema, '').flatMap(([at, one]) =>
      (one.examples ?? []).map((example) => [at, example, accepts(one, example, schema)]),
    );
    assert.deepEqual(
      examples.filter(([, , isAccepted]) => !isAccepted),
      [],
    );
    assert.ok(examples.length > 20);
  });

  it('accepts what the reader reads without a slip, and nothing else', () => {
    const words = fc.constantFrom(
      ...ASSESSMENT_TYPES,
      ...ASSESSMENT_KINDS,
      ...MATURITY_LEVELS,
      ...CLOUDS,
      ...RESPONSIBILITIES,
      ...SEVERITY_SETTINGS,
      ...['srm.csv', ' ', '\u00a0', '2027-05-14', '2027-02-29', '2028-02-29', '2100-02-29', '2000-02-29'],
      ...['2027-04-31', '0000-02-29', '2027-5-1', '03/04/2027', '2027-05-14\n'],
    );
    const plain = fc.oneof(words, fc.constantFrom(0, 1, 12, 121, 3650, 3651, -1, 1.5, null, true), fc.jsonValue());
    const keys = fc.constantFrom(...Object.values(PROJECT_KEYS).flat(), 'evidences', '__proto__');
    const object = fc.dictionary(keys, fc.oneof(plain, fc.array(words), fc.dictionary(keys, plain)), { maxKeys: 3 });
    const value = fc.oneof(plain, fc.array(words, { maxLength: 3 }), object, fc.array(object, { maxLength: 2 }));
    // One key under its own object, so that most of them are met both right and wrong.
    const places = Object.entries(PROJECT_KEYS).flatMap(([name, known]) => known.map((key) => ({ name, key })));
    const anyProfileName = fc.constantFrom('vendor-review', 'vendor-review', 'public', 'Vendor');
    const project = fc
      .tuple(fc.constantFrom(...places), value, anyProfileName)
      .map(([{ name, key }, item, profileName]) => {
        const inner = { ...NEEDED.get(name), [key]: item };
        return name.split('.').reduceRight<object>((rest, step) => {
          if (step === '') return rest;
          if (step === 'profiles') return { [step]: { [profileName]: rest } };
          return {
            [step]: step === 'carveOuts' ? [rest] : step === 'matrix' ? { ...NEEDED.get(step), ...rest } : rest,
          };
        }, inner);
      });
    const met = new Set<boolean>();
    fc.assert(
      fc.property(project, (written) => {
        met.add(hasSlip(written));
        // The reader takes a word in any case, the schema as it completes it.
        const lower = JSON.stringify(written).replaceAll('"Azure"', '"azure"');
        const text = lower.replaceAll('"cloud":"azure"', '"cloud":"Azure"');
        assert.equal(accepts(schema, JSON.parse(text)), !hasSlip(written), text);
      }),
      { numRuns: 20000 },
    );
    assert.equal(met.size, 2);
  });

  it('accepts the example of the README, which the reader reads without problems and which has every key but one', () => {
    const [, section = ''] = readFileSync('README.md', 'utf8').split(/^### The project file$/m);
    const [, text = ''] = /```jsonc\n(.*?)```/s.exec(section) ?? [];
    const slips = readProject(text, 'p.json').problems;
    assert.deepEqual(slips, []);
    for (const key of PROJECT_KEYS[''].filter((one) => one !== '$schema')) {
      assert.ok(text.includes(`"${key}"`), key);
    }
    assert.ok(accepts(schema, parseJsonc(text)));
  });

  it('is named in the manifest for the file of that name, and goes into the package', () => {
    const manifest = readManifest();
    assert.deepEqual(manifest.contributes.jsonValidation, [
      { fileMatch: PROJECT_FILE, url: './data/inheritance-scope.schema.json' },
    ]);
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!data\/inheritance-scope\.schema\.json$/m);
  });
});
