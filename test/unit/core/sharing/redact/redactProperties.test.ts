import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { message } from '../../../../../src/core/message';
import { barsExporter, exporters } from '../../../../../src/core/report/exporters';
import type { Report } from '../../../../../src/core/report/report';
import { xlsx } from '../../../../../src/core/report/xlsx/xlsx';
import { builtInProfiles } from '../../../../../src/core/sharing/builtInProfiles';
import { type Profile, PROFILE_FIELDS, TEXT_KINDS, TREATMENTS } from '../../../../../src/core/sharing/profile';
import { redact } from '../../../../../src/core/sharing/redact/redact';
import { isAllowed, MARK, mayRead, reportWithTokens, type Shape, TOKEN } from './tokens';

const maker = {
  key: 'ab'.repeat(32),
  digest: async (bytes: Uint8Array): Promise<string> =>
    Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
};

const anyShape: fc.Arbitrary<Shape> = fc.record({
  seed: fc.integer({ min: 100_000, max: 999_999 }),
  type: fc.constantFrom('e1', 'r2'),
  hasList: fc.boolean(),
  hasCalendar: fc.boolean(),
  isPart: fc.boolean(),
});

const anyFields = fc.oneof(
  fc.subarray([...PROFILE_FIELDS]),
  // All but a few, so that what is left out is met alone.
  fc
    .subarray([...PROFILE_FIELDS], { maxLength: 3 })
    .map((out) => PROFILE_FIELDS.filter((field) => !out.includes(field))),
);

const anyTreatments = fc.record(
  Object.fromEntries(
    TEXT_KINDS.map((kind) => [kind, fc.constantFrom('keep' as const, ...TREATMENTS)]),
  ) as unknown as Record<(typeof TEXT_KINDS)[number], fc.Arbitrary<(typeof TREATMENTS)[number]>>,
);

const ownProfile: fc.Arbitrary<Profile> = fc
  .record({ fields: anyFields, treatments: anyTreatments, isOutside: fc.boolean() })
  .map(({ fields, treatments, isOutside }) => ({
    id: 'vendor-review',
    title: message('text', 'Vendor review'),
    isOutside,
    fields: new Set(fields),
    treatments,
  }));

const anyProfile = fc.oneof(
  { arbitrary: ownProfile, weight: 4 },
  { arbitrary: fc.constantFrom(...builtInProfiles), weight: 1 },
);

/** Every file that a report can become, a workbook with each of its parts. */
function filesOf(report: Report): readonly (readonly [string, Uint8Array])[] {
  const workbook = xlsx.write(report);
  return [
    ...exporters.map((exporter) => [exporter.format, exporter.write(report)] as const),
    ...(['category', 'domain'] as const).map((axis) => ['svg', barsExporter(axis).write(report)] as const),
    ['xlsx', workbook],
    ...Object.entries(unzipSync(workbook)),
  ];
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** How what every token begins with could stand in a file that is not plain text. */
const DISGUISES: readonly string[] = [
  MARK.split('').join('\0'),
  ...[0, 1, 2].map((shift) => {
    const coded = Buffer.from(`${' '.repeat(shift)}${MARK}`).toString('base64');
    // Without the letters that are made of what stands around it.
    return coded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + MARK.length) * 8) / 6));
  }),
  ...[
    (code: string) => `%${code}`,
    (code: string) => `\\u00${code}`,
    (code: string) => `&#x${code};`,
    (code: string) => `&#${parseInt(code, 16)};`,
  ].map((coded) => [...Buffer.from(MARK)].map((byte) => coded(byte.toString(16))).join('')),
];

function tokensIn(bytes: Uint8Array): ReadonlySet<string> {
  return new Set(latin1(bytes).match(TOKEN) ?? []);
}

async function redacted(report: Report, profile: Profile): Promise<Report> {
  const made = await redact(report, profile, { maker });
  assert.ok(made);
  return made;
}

/** Every object within a value, and every text. */
function walk(value: unknown, objects: Set<object>, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  if (typeof value !== 'object' || value === null || objects.has(value)) return;
  objects.add(value);
  const isCollection = value instanceof Map || value instanceof Set;
  for (const inner of isCollection ? [...value].flat() : Object.values(value)) walk(inner, objects, texts);
}

describe('a copy for the readers of a profile', () => {
  it('is made of a report that has each of the texts that are looked for', () => {
    const { report, tokens } = reportWithTokens({
      ...{ seed: 100_000, type: 'r2', hasList: true, hasCalendar: true, isPart: false },
    });
    const texts = new Set<string>();
    walk(report, new Set(), texts);
    const all = [...texts].join('\n');
    const missing = tokens.filter(({ text }) => !all.includes(text)).map(({ text }) => text.slice(MARK.length));
    // An r2 has no carve-outs, and tells nothing of the party of one.
    assert.deepEqual(missing, ['party100000z']);
    const coded = ['', ' ', '  '].map((before) => Buffer.from(`${before}${MARK}title1z`).toString('base64'));
    for (const text of coded) assert.ok(DISGUISES.some((disguise) => text.includes(disguise)));
  });

  it('has nothing in any byte of any format that they do not get, and all that they do', async () => {
    const met = { removed: new Set<string>(), told: new Set<string>() };
    await fc.assert(
      fc.asyncProperty(anyShape, anyProfile, async (shape, profile) => {
        const { report, tokens } = reportWithTokens(shape);
        const files = filesOf(await redacted(report, profile));
        const found = new Set<string>();
        for (const [name, bytes] of files) {
          const text = latin1(bytes);
          for (const disguise of DISGUISES) assert.ok(!text.includes(disguise), `${name}: ${disguise}`);
          for (const token of tokensIn(bytes)) {
            const known = tokens.find((each) => each.text.toLowerCase() === token.toLowerCase());
            assert.ok(known && mayRead(known, profile), `${token} is in ${name}`);
            found.add(known.text);
          }
        }
        for (const token of tokens) {
          if (!mayRead(token, profile)) met.removed.add(token.text.replace(/\d.*/, ''));
          else if (token.isTold && !shape.isPart) {
            assert.ok(found.has(token.text), `${token.text} is nowhere`);
            met.told.add(token.text.replace(/\d.*/, ''));
          }
        }
      }),
      { numRuns: 120 },
    );
    assert.ok(met.removed.size > 25, [...met.removed].join());
    assert.ok(met.told.size > 15, [...met.told].join());
  });

  it('names no requirement and no control to those who do not get them, and no other one in a part', async () => {
    await fc.assert(
      fc.asyncProperty(anyShape, anyProfile, async (shape, profile) => {
        const { report } = reportWithTokens({ ...shape, hasList: true });
        const all = filesOf(await redacted(report, profile))
          .map(([, bytes]) => latin1(bytes))
          .join('\n');
        if (!isAllowed('requirements', profile)) assert.doesNotMatch(all, /1149\.01c2System\.9/i);
        if (!isAllowed('controls', profile)) assert.doesNotMatch(all, /01\.c|Privilege Management/);
        if (shape.isPart && profile.id !== 'internal') assert.doesNotMatch(all, /0201\.09j|1118\.01j|\b09\.j/);
        if (!isAllowed('evidence.dates', profile)) assert.doesNotMatch(all, /2027-02-11/);
        if (!isAllowed('requests.dates', profile)) assert.doesNotMatch(all, /2027-01-13/);
        if (!isAllowed('gaps.dates', profile)) assert.doesNotMatch(all, /2027-02-17/);
      }),
      { numRuns: 60 },
    );
  });

  it('is built anew: no object of the report that it is made from is in it, nor a text that is not for them', async () => {
    await fc.assert(
      fc.asyncProperty(anyShape, anyProfile, async (shape, profile) => {
        if (profile.id === 'internal') return;
        const { report, tokens } = reportWithTokens(shape);
        // The framework's names are everybody's.
        const catalog = { domains: new Map(), categories: new Map() };
        const before = { ...report, catalog };
        const after = { ...(await redacted(report, profile)), catalog: {} };
        const [old, made, texts] = [new Set<object>(), new Set<object>(), new Set<string>()];
        walk(before, old, new Set());
        walk(after, made, texts);
        for (const object of made) assert.ok(!old.has(object), JSON.stringify(object));
        const all = [...texts].join('\n');
        for (const token of tokens.filter((each) => !mayRead(each, profile)))
          assert.ok(!all.includes(token.text), token.text);
      }),
      { numRuns: 60 },
    );
  });

  it('has the same bytes each time', async () => {
    await fc.assert(
      fc.asyncProperty(anyShape, anyProfile, async (shape, profile) => {
        const files = async (): Promise<readonly string[]> =>
          filesOf(await redacted(reportWithTokens(shape).report, profile)).map(([, bytes]) => latin1(bytes));
        assert.deepEqual(await files(), await files());
      }),
      { numRuns: 20 },
    );
  });
});
