import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { english, message } from '../../../../../src/core/message';
import { problem } from '../../../../../src/core/problems';
import { json } from '../../../../../src/core/report/json';
import { barsOfReport, type Report, shows } from '../../../../../src/core/report/report';
import { builtInProfiles } from '../../../../../src/core/sharing/builtInProfiles';
import {
  type Profile,
  PROFILE_FIELDS,
  type ProfileField,
  TEXT_KINDS,
  type TextKind,
  type Treatment,
} from '../../../../../src/core/sharing/profile';
import { findProfile } from '../../../../../src/core/sharing/projectProfiles';
import { redact } from '../../../../../src/core/sharing/redact/redact';
import { replaceResourceIds } from '../../../../../src/core/sharing/redact/resourceIds';
import { controlIn } from '../../../given';
import { CALENDAR, report } from '../../report/given';

const digest = async (bytes: Uint8Array): Promise<string> =>
  Promise.resolve(createHash('sha256').update(bytes).digest('hex'));
const KEY = '0f'.repeat(32);

function profile(
  fields: readonly ProfileField[] = PROFILE_FIELDS,
  treatments: Partial<Record<TextKind, Treatment>> = {},
): Profile {
  const kept = Object.fromEntries(TEXT_KINDS.map((kind) => [kind, 'keep'])) as Record<TextKind, Treatment>;
  return {
    id: 'own',
    title: message('text', 'Own'),
    isOutside: false,
    fields: new Set(fields),
    treatments: { ...kept, ...treatments },
  };
}

async function redacted(of: Report, by: Profile, key = KEY): Promise<Report> {
  const made = await redact(of, by, { maker: { key, digest } });
  assert.ok(made);
  return made;
}

const without = (...out: readonly ProfileField[]): readonly ProfileField[] =>
  PROFILE_FIELDS.filter((field) => !out.includes(field));

const given = report(
  {
    type: 'r2',
    matrix: '1149.01c2System.9,Partial\n1150.01c1System.10,None\n01.a,Full',
    list: '1149.01c2System.9,0873.0,,\n1150.01c1System.10,no cvid,n/a,We have none\n1118.01j2Organizational.124',
    documents: { 'scope.md': '01.c 1149.01c2System.9 14.a' },
    evidenceHeader: 'requirement,maturity,title,location,state,type,approved_on',
    evidence: [
      '1149.01c2System.9,policy,Access Policy,policies/access.pdf,accepted,policy,2026-01-04',
      '1149.01c2System.9,procedure,Draft of Jo,jo.pdf,requested,,',
      '1149.01c2System.9,implemented,shots/a.png,shots/a.png,accepted,,',
    ].join('\n'),
    requestsHeader: 'requirement,state,type,weight,partial,provider,justification',
    requests: '1149.01c2System.9,submitted,external,50,yes,Contoso Cloud,See Access Policy of Jo',
    gaps: 'G-7,1149.01c2System.9,implemented,open,,No backup of contoso.vault.azure.net',
    profile: { calendar: CALENDAR },
  },
  { matrices: [{ name: 'matrix/srm.csv', entries: 3, sha256: 'a1b2', preamble: 'Shared Responsibility Matrix' }] },
);
const text = (of: Report): string => new TextDecoder().decode(json.write(of));

describe('a redacted report', () => {
  it('is the report itself for the internal profile', async () => {
    const internal = findProfile(builtInProfiles, 'internal');
    assert.ok(internal);
    assert.equal(await redact(given, internal, {}), given);
  });

  it('says the same as the report where everything is allowed and kept, but the folder of a matrix', async () => {
    const all = await redacted(given, profile());
    const same = text({ ...given, matrices: given.matrices.map((each) => ({ ...each, name: 'srm.csv' })) });
    const [whole, expected] = [text(all), same.replaceAll('"cvid": "no cvid",', '')].map(
      (written) => JSON.parse(written) as Record<string, unknown>,
    );
    // A cell that is no CVID is not told as one.
    assert.deepEqual(whole?.['controls'], expected?.['controls']);
    assert.deepEqual(whole?.['gaps'], expected?.['gaps']);
  });

  it('tells what it shows, without what is told with something else', async () => {
    const made = await redacted(given, profile(['totals', 'evidence', 'gaps.dates']));
    assert.deepEqual([...(made.profile?.fields ?? [])], ['totals']);
    assert.equal(shows(made, 'evidence'), false);
    assert.equal(made.profile?.title, 'Own');
  });

  it('keeps totals and readiness without the controls that they were counted by', async () => {
    const made = await redacted(given, profile(['totals', 'readiness']));
    assert.deepEqual(made.summary.controls, []);
    assert.equal(made.summary.totals.requirements, 3);
    assert.deepEqual(barsOfReport(made), barsOfReport(given));
    const figures = await redacted(given, profile(['totals']));
    assert.deepEqual([barsOfReport(figures).all, barsOfReport(figures).byDomain], [barsOfReport(given).all, []]);
    const nothing = await redacted(given, profile([]));
    assert.equal(nothing.summary.totals.controls, 0);
    assert.ok(Object.values(barsOfReport(nothing).all.counts).every((count) => count === 0));
  });

  it('treats the version of a matrix as a note, as that of a request, where it is more than a number', async () => {
    const [matrix] = given.matrices;
    assert.ok(matrix);
    const versionFor = async (version: string, notes: Treatment): Promise<string | undefined> =>
      (await redacted({ ...given, matrices: [{ ...matrix, version }] }, profile(without(), { notes }))).matrices[0]
        ?.version;
    assert.equal(await versionFor('1.4', 'remove'), '1.4');
    assert.equal(await versionFor('as Jo of Contoso sent it', 'remove'), undefined);
    assert.match((await versionFor('as Jo of Contoso sent it', 'pseudonym')) ?? '', /^note-[0-9a-f]{10}$/);
    assert.equal(await versionFor('as Jo sent it', 'keep'), 'as Jo sent it');
  });

  it('does not say by which requirements a part was chosen where it does not tell requirements', async () => {
    const filter = {
      words: '1149.01c2System.9',
      controls: 1,
      allControls: 2,
      requirements: 1,
      allRequirements: 3,
    };
    const wordsFor = async (...fields: ProfileField[]): Promise<string | undefined> =>
      (await redacted({ ...given, filter }, profile(fields))).filter?.words;
    assert.equal(await wordsFor('totals', 'controls', 'requirements'), '1149.01c2System.9');
    assert.equal(await wordsFor('totals', 'controls'), '');
  });

  it('leaves optional texts out, and marks those that have to be there', async () => {
    const made = await redacted(given, profile(without(), { names: 'remove', locations: 'remove', notes: 'remove' }));
    const [item] = controlIn(made.summary, '01.c').evidence;
    assert.ok(item);
    assert.equal(item.title, '[removed]');
    assert.ok(!('location' in item));
    const listed = made.summary.controlById.get('01.c')?.units.map((unit) => unit.listed?.rationale);
    assert.deepEqual(listed, [undefined, undefined]);
    assert.equal(made.matrices[0]?.name, '[removed]');
    assert.equal(made.labelOf(item.file), '[removed]');
  });

  it('takes a title that is its own location for both', async () => {
    const titles = async (by: Profile): Promise<readonly string[]> =>
      (await redacted(given, by)).summary.controls.flatMap(({ evidence }) => evidence.map(({ title }) => title));
    assert.deepEqual(await titles(profile(without(), { locations: 'remove' })), ['Access Policy', '[removed]']);
    assert.deepEqual(await titles(profile(without('evidence.location'))), ['Access Policy', '[removed]']);
  });

  it('removes a text wherever it stands in another one that is kept', async () => {
    const made = await redacted(given, profile(without(), { names: 'remove' }));
    const all = made.summary.controls.flatMap(({ units }) => units.flatMap(({ requests }) => requests));
    assert.deepEqual(
      all.map(({ justification, provider }) => [justification, provider]),
      [['See [removed] of Jo', undefined]],
    );
  });

  it('tells what is open with the mark for what it is about', async () => {
    const open = (of: Report): string =>
      of.summary.controls
        .flatMap(({ openItems }) => openItems.map(({ reason }) => (reason ? english(reason) : '')))
        .join('\n');
    assert.match(open(given), /Draft of Jo is requested/);
    assert.match(open(await redacted(given, profile(without(), { notes: 'remove' }))), /Draft of Jo is requested/);
    for (const by of [profile(without(), { names: 'remove' }), profile(without('evidence.title'))])
      assert.match(open(await redacted(given, by)), /^\[removed\] is requested/m);
  });

  it('keeps of sentences what tells nothing, and of others only what is known', async () => {
    const place = { file: 'x.csv', line: 3, column: 1, endColumn: 1 };
    const problems = [
      problem('carve-out-partly-ours', 'x.csv', { line: 3 }, '1149.01c2System.9', 'Contoso Colo', message('shared')),
      problem('unknown-evidence-type', 'x.csv', { line: 3 }, 'whatever', ['policy', 'procedure']),
    ].map((each) => ({ problem: each, place }));
    const told = async (by: Profile): Promise<readonly string[]> =>
      (await redacted({ ...given, problems }, by)).problems.map((each) => english(each.problem));
    const [ours, type] = await told(profile(without(), { names: 'remove' }));
    assert.match(ours ?? '', /^1149\.01c2System\.9 cannot be carved out with \[removed\].*Shared/);
    assert.match(type ?? '', /\[removed\].*policy, procedure/);
    const [hidden] = await told(profile(without('requirements')));
    assert.match(hidden ?? '', /^\[removed\] cannot be carved out with Contoso Colo/);
    const [, whole] = await told(profile());
    assert.match(whole ?? '', /whatever/);
  });

  it('gives no place where places are not allowed, and tells problems at their rows where they are', async () => {
    const made = await redacted(given, profile(without('places')));
    const [reference] = made.summary.controlById.get('01.c')?.references ?? [];
    assert.ok(reference);
    assert.deepEqual(made.placeOf(reference.file, reference), { file: '', line: 0, column: 0, endColumn: 0 });
    assert.equal(made.labelOf(reference.file), '');
    const all = await redacted(given, profile());
    const [told] = all.summary.controlById.get('01.c')?.references ?? [];
    assert.ok(told);
    assert.equal(all.placeOf(told.file, told).file, 'scope.md');
  });

  it('tells of requirements that are left out what it tells as their control’s', async () => {
    const made = await redacted(given, profile(without('requirements')));
    const { units = [], evidence = [] } = made.summary.controlById.get('01.c') ?? {};
    assert.deepEqual(
      units.map(({ id, listed, requests }) => [id, listed, requests.map(({ requirement }) => requirement)]),
      [['01.c', undefined, [undefined]]],
    );
    assert.ok(evidence.every(({ requirement }) => requirement === undefined));
    assert.doesNotMatch(text(made), /1149/);
  });

  it('says of a part to those who do not get totals only that it is one', async () => {
    const filter = { words: 'Jo', controls: 1, allControls: 40, requirements: 2, allRequirements: 300 };
    const made = await redacted({ ...given, filter }, profile(without('totals'), { notes: 'remove' }));
    assert.deepEqual(made.filter, { words: '', controls: 0, allControls: 0, requirements: 0, allRequirements: 0 });
    const { filter: all } = await redacted({ ...given, filter }, profile());
    assert.deepEqual(all, filter);
  });
});

describe('a pseudonym', () => {
  const by = profile(without(), { names: 'pseudonym', locations: 'pseudonym' });
  const titles = (of: Report): readonly string[] =>
    of.summary.controls.flatMap(({ evidence }) => evidence.map(({ title }) => title));

  it('is the same for the same text wherever it stands, in each copy, and another one by another key', async () => {
    const made = await redacted(given, by);
    const [title = ''] = titles(made);
    assert.match(title, /^name-[0-9a-f]{10}$/);
    const [request] = made.summary.controls.flatMap(({ units }) => units.flatMap(({ requests }) => requests));
    assert.equal(request?.justification, `See ${title} of Jo`);
    assert.deepEqual(titles(await redacted({ ...given, problems: [] }, by)), titles(made));
    assert.notDeepEqual(titles(await redacted(given, by, '1f'.repeat(32))), titles(made));
  });

  it('cannot be made without a key or a SHA-256, and then nothing is', async () => {
    assert.equal(await redact(given, by, {}), undefined);
    assert.equal(
      await redact(given, by, { maker: { key: KEY, digest: async () => Promise.resolve(undefined) } }),
      undefined,
    );
    assert.ok(await redact(given, profile(), {}));
  });
});

describe('ids of Azure resources', () => {
  it('are found within any text, as they are and percent-encoded', () => {
    const guid = '0b1f6471-1bf0-4dda-aec3-111122223333';
    for (const [written, expected] of [
      [`see /subscriptions/${guid}/resourceGroups/rg-1/providers/Microsoft.Sql/servers/s, please`, 'see #, please'],
      [`tenant ${guid.toUpperCase()}.`, 'tenant #.'],
      [`x?id=%2Fsubscriptions%2F${guid}%2FresourceGroups%2Frg`, 'x?id=#'],
      ['https://contoso.blob.core.windows.net/x and db1.database.windows.net', 'https://#/x and #'],
      ['app.azurewebsites.net, contoso.onmicrosoft.com', '#, #'],
      ['azure.com is no resource; nor is 1149.01c2System.9, nor a.csv', undefined],
    ] as const)
      assert.equal(
        replaceResourceIds(written, () => '#'),
        expected ?? written,
      );
  });
});
