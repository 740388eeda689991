import assert from 'node:assert/strict';
import { readProject } from '../../../../src/core/assessment/projectFile';
import { english } from '../../../../src/core/message';
import { builtInProfiles } from '../../../../src/core/sharing/builtInProfiles';
import { effectiveFields, type Profile, TEXT_KINDS } from '../../../../src/core/sharing/profile';
import { findProfile, profilesOf } from '../../../../src/core/sharing/projectProfiles';

const read = (profiles: unknown): { readonly own: readonly Profile[]; readonly problems: readonly string[] } => {
  const { project, problems } = readProject(JSON.stringify({ profiles }), 'p.json');
  return {
    own: project.profiles ?? [],
    problems: problems.map(({ code, args: [about] }) => `${code} ${typeof about === 'string' ? about : ''}`),
  };
};

const only = (profile: unknown): Profile => {
  const [first] = read({ own: profile }).own;
  assert.ok(first);
  return first;
};

describe('the built-in profiles', () => {
  it('are internal, team, assessor, client, regulator, insurer and public, the first two for insiders', () => {
    assert.deepEqual(
      profilesOf({}).map(({ id, isOutside }) => `${id} ${isOutside ? 'out' : 'in'}`),
      ['internal in', 'team in', 'assessor out', 'client out', 'regulator out', 'insurer out', 'public out'],
    );
  });

  it('keep licensed text from everybody outside, and nothing from insiders', () => {
    for (const { isOutside, treatments, id } of builtInProfiles) {
      const licensed = isOutside ? 'remove' : 'keep';
      assert.deepEqual([treatments.providerText, treatments.requirementText], [licensed, licensed], id);
      if (!isOutside) assert.deepEqual(new Set(Object.values(treatments)), new Set(['keep']));
    }
  });

  it('allow nothing that would show nothing, and the public nothing of single controls', () => {
    for (const { fields, id } of builtInProfiles) assert.deepEqual(effectiveFields(fields), fields, id);
    const { fields } = findProfile(builtInProfiles, 'public') ?? { fields: new Set() };
    assert.deepEqual([...fields], ['name', 'totals', 'assumptions']);
  });
});

describe('a profile of a project file', () => {
  it('is found among all by its name', () => {
    const { own, problems } = read({
      'vendor-review': {
        title: 'Vendor review',
        outside: false,
        fields: ['name', 'controls', 'evidence', 'evidence.title'],
        controls: ['01.c', '09'],
        texts: { names: 'pseudonym', providerText: 'keep' },
      },
    });
    assert.deepEqual(problems, []);
    const profile = findProfile(profilesOf({ profiles: own }), 'vendor-review');
    assert.ok(profile);
    assert.equal(english(profile.title), 'Vendor review');
    assert.equal(profile.isOutside, false);
    assert.deepEqual([...profile.fields], ['name', 'controls', 'evidence', 'evidence.title']);
    assert.deepEqual(profile.controls, ['01.c', '09']);
    assert.deepEqual(profile.treatments, {
      names: 'pseudonym',
      locations: 'remove',
      notes: 'remove',
      resources: 'remove',
      providerText: 'keep',
      requirementText: 'remove',
    });
  });

  it('is for outsiders, allows nothing and removes every text unless it says otherwise', () => {
    const profile = only({});
    assert.equal(profile.isOutside, true);
    assert.deepEqual([...profile.fields], []);
    assert.deepEqual(
      TEXT_KINDS.map((kind) => profile.treatments[kind]),
      TEXT_KINDS.map(() => 'remove'),
    );
    assert.equal(profile.controls, undefined);
  });

  it('counts with less after a slip, and never with more', () => {
    const slips = {
      outside: 'no',
      fields: ['totals', 'everything'],
      controls: 'all',
      texts: { names: 'show', notes: 'keep' },
      field: ['controls'],
    };
    const profile = only(slips);
    assert.equal(profile.isOutside, true);
    assert.deepEqual([...profile.fields], ['totals']);
    assert.deepEqual(profile.controls, []);
    assert.deepEqual([profile.treatments.names, profile.treatments.notes], ['remove', 'keep']);
    assert.deepEqual(read({ own: slips }).problems, [
      'unknown-key profiles.own.field',
      'project-value profiles.own.outside',
      'project-value profiles.own.fields.1',
      'project-value profiles.own.texts.names',
      'project-value profiles.own.controls',
    ]);
    assert.deepEqual([...only({ fields: 'totals' }).fields], []);
    assert.deepEqual(only({ controls: [7] }).controls, []);
    assert.equal(only({ texts: 'keep' }).treatments.names, 'remove');
  });

  it('cannot take the name of a built-in one, nor one that is no name', () => {
    const { own, problems } = read({ internal: { fields: [] }, 'Vendor Review': {}, '': {}, 'x/../y': {}, own: 7 });
    assert.deepEqual(own, []);
    assert.equal(problems.length, 5);
    assert.ok(problems.every((problem) => problem.startsWith('project-value profiles.')));
  });

  it('cannot keep licensed text for outsiders: it says so, and removes it all the same', () => {
    const { own, problems } = read({ own: { texts: { providerText: 'keep', requirementText: 'pseudonym' } } });
    assert.deepEqual(problems, ['profile-licensed-text providerText', 'profile-licensed-text requirementText']);
    assert.deepEqual(
      own.map(({ treatments }) => [treatments.providerText, treatments.requirementText]),
      [['remove', 'remove']],
    );
  });

  it('is told what shows nothing without something else, and of controls that do not exist', () => {
    const { own, problems } = read({
      own: { fields: ['gaps.dates', 'openItems'], controls: ['01.c', '14.a', 'CO-1'] },
    });
    assert.deepEqual(problems, [
      'profile-field-alone gaps.dates',
      'profile-field-alone openItems',
      'profile-unknown-control 14.a',
    ]);
    assert.deepEqual([...effectiveFields(own[0]?.fields ?? new Set())], []);
  });
});
