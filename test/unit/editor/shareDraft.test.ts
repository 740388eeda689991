import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english, message } from '../../../src/core/message';
import { type Profile, PROFILE_FIELDS, TEXT_KINDS, type Treatment } from '../../../src/core/sharing/profile';
import type { SharingPolicy } from '../../../src/core/sharing/projectSharing';
import { givenDraft, givenSteps } from '../../../src/editor/shareAnswers';
import {
  detailProblem,
  expiryChoices,
  isAsked,
  keysIn,
  rememberedDetails,
  SHARE_STEPS,
  type ShareDraft,
  type ShareRules,
  type ShareStep,
  withDetail,
} from '../../../src/editor/shareDraft';
import { shareFileName } from '../../../src/editor/shareFileName';
import type { KnownRecipient } from '../../../src/core/sharing/sharePolicy';
import { tablesOf, textsOf } from '../../../src/editor/shareWords';

const today = '2027-03-24';

const outside: Profile = {
  id: 'assessor',
  title: message('text', 'Assessor'),
  isOutside: true,
  fields: new Set(['name', 'totals', 'controls']),
  treatments: {
    names: 'keep',
    locations: 'pseudonym',
    notes: 'keep',
    resources: 'pseudonym',
    providerText: 'remove',
    requirementText: 'remove',
  },
};
const inside: Profile = { ...outside, id: 'internal', isOutside: false };
const team: Profile = { ...inside, id: 'team', wantsPart: true };

const jo: KnownRecipient = {
  recipient: 'Jo Reyes',
  organization: 'Northwind',
  contact: 'jo@n.example',
  purpose: 'assessor',
  agreement: 'NDA 2026-04',
  consent: 'T-12',
  consented: '2027-01-10',
  expires: '2027-01-31',
};

function rules(policy: SharingPolicy = {}, given: readonly ShareStep[] = []): ShareRules {
  return { policy, today, given: new Set(given), wasSealed: () => false };
}

const asked = (draft: ShareDraft, by: ShareRules = rules()): readonly ShareStep[] =>
  SHARE_STEPS.filter((step) => isAsked(step, draft, by));

const wrong = (...args: Parameters<typeof detailProblem>): string | undefined => {
  const fault = detailProblem(...args);
  return fault && english(fault);
};

describe('what is asked of whoever shares', () => {
  it('is little for a reader inside: no recipient, and a part where the profile is for one', () => {
    assert.deepEqual(asked({ profile: inside, details: {} }), ['profile', 'format', 'preview']);
    assert.deepEqual(asked({ profile: team, details: {} }), ['profile', 'part', 'format', 'preview']);
    const part = { rows: ['01.c'], filter: '' };
    assert.deepEqual(asked({ profile: team, part, details: {} }), ['profile', 'format', 'preview']);
  });

  it('is everything for somebody new', () => {
    assert.deepEqual(asked({ profile: outside, known: null, details: {} }), [
      ...['profile', 'format', 'recipient', 'name', 'organization', 'contact', 'purpose', 'agreement', 'consent'],
      ...['limitations', 'expires', 'sealing', 'preview'],
    ]);
  });

  it('is profile, format, recipient, day and a look for somebody who is known', () => {
    const draft = { profile: outside, known: jo, details: rememberedDetails(jo) };
    const short = ['profile', 'format', 'recipient', 'expires', 'preview'];
    assert.deepEqual(asked(draft), short);
    assert.deepEqual(asked(draft, rules({ consentValidDays: 90 })), short);
  });

  it('is more where what is known of somebody does not hold any more, or the policy wants more', () => {
    const draft = { profile: outside, known: jo, details: rememberedDetails(jo) };
    const more = asked(draft, rules({ required: ['limitations'], consentValidDays: 30 }));
    assert.deepEqual(more, [
      'profile',
      'format',
      'recipient',
      'consent',
      'consented',
      'limitations',
      'expires',
      'preview',
    ]);
    const others = { ...jo, agreement: '' };
    const without = { ...draft, known: others, details: rememberedDetails(others) };
    assert.ok(asked(without).includes('agreement'));
    assert.ok(!asked(without, rules({ required: [] })).includes('agreement'));
  });

  it('is whether to seal where the last copy was sealed', () => {
    const draft = { profile: outside, known: jo, details: rememberedDetails(jo) };
    assert.ok(asked(draft, { ...rules(), wasSealed: () => true }).includes('sealing'));
  });

  it('is the passphrase twice, or the keys, only of whoever seals', () => {
    const draft = { profile: outside, known: null, details: {} };
    const after = (sealing: NonNullable<ShareDraft['sealing']>): readonly ShareStep[] =>
      asked({ ...draft, sealing }).slice(-3);
    assert.deepEqual(after('passphrase'), ['passphrase', 'passphraseAgain', 'preview']);
    assert.deepEqual(after('recipients'), ['sealing', 'keys', 'preview']);
    assert.deepEqual(after('none'), ['expires', 'sealing', 'preview']);
  });

  it('is not what the caller knows', () => {
    const given = {
      profile: 'assessor',
      format: 'md',
      recipient: 'jo reyes',
      expires: '',
      sealing: 'none',
      write: true,
    } as const;
    const draft = givenDraft(given, { profiles: [outside], formats: [], recipients: [jo], parts: [] });
    assert.equal(draft.known, jo);
    assert.deepEqual([draft.details.recipient, draft.details.agreement], ['jo reyes', 'NDA 2026-04']);
    assert.deepEqual(asked(draft, { ...rules(), given: givenSteps(given) }), []);
  });
});

describe('an answer', () => {
  it('cannot be left empty where the policy requires it', () => {
    const { policy } = rules({ required: ['agreement'] });
    assert.match(wrong('agreement', '  ', {}, { policy, today }) ?? '', /policy requires this/);
    assert.equal(wrong('contact', '', {}, { policy, today }), undefined);
    assert.match(wrong('recipient', ' ', {}, { policy: { required: [] }, today }) ?? '', /Write who/);
  });

  it('is a day where it has to be one, which is not past, or for a consent not to come', () => {
    const by = rules({ consentValidDays: 30 });
    for (const day of ['2027-02-30', 'tomorrow', '2027-03-23']) assert.ok(wrong('expires', day, {}, by), day);
    for (const day of ['2027-03-24', ' 2027-12-31 ']) assert.equal(wrong('expires', day, {}, by), undefined, day);
    for (const day of ['2027-03-25', '2027-02-21']) assert.ok(wrong('consented', day, { consent: 'T' }, by), day);
    for (const day of ['2027-03-24', '2027-02-22'])
      assert.equal(wrong('consented', day, { consent: 'T' }, by), undefined, day);
  });

  it('of another consent has another day', () => {
    const draft = { details: rememberedDetails(jo) };
    assert.equal(withDetail(draft, 'consent', 'T-12').details.consented, '2027-01-10');
    assert.equal(withDetail(draft, 'consent', 'T-13').details.consented, '');
  });

  it('can be a day in 30, 90 or 365 days, or that of submission while it is to come', () => {
    assert.deepEqual(
      expiryChoices(today, '2027-05-14').map(({ day }) => day),
      ['2027-04-23', '2027-06-22', '2028-03-23', '2027-05-14'],
    );
    assert.equal(expiryChoices(today, '2027-03-23').length, 3);
    assert.equal(expiryChoices(today, undefined).length, 3);
  });

  it('can be several keys, as they come out of a mail or of an input box, which drops line ends', () => {
    const keys = ['age1qqqq', 'age1pq1zzz'];
    for (const pasted of [
      'age1qqqq\nage1pq1zzz',
      'age1qqqqage1pq1zzz',
      ' age1qqqq , age1pq1zzz',
      'age1qq qq age1pq1zzz',
    ])
      assert.deepEqual(keysIn(pasted), keys, pasted);
    assert.deepEqual(keysIn('mine: age1qqqq'), ['mine:', 'age1qqqq']);
    assert.deepEqual(keysIn(' '), []);
  });
});

describe('the name of a copy’s file', () => {
  const md = { format: 'md', name: 'Markdown', purpose: 'format-md', extension: 'md' } as const;

  it('says what it is: assessment, profile and number, and that it is sealed', () => {
    const number = 'S-0007';
    assert.equal(shareFileName('Portal, r2 2027', outside, md, { number }), 'Portal-r2-2027-assessor-S-0007.md');
    assert.equal(shareFileName('Portal', outside, md, { number, isSealed: true }), 'Portal-assessor-S-0007.md.age');
    assert.equal(shareFileName('Portal', inside, md, {}), 'Portal-internal.md');
  });

  it('does not tell the assessment’s name where the profile does not keep it', () => {
    const treatments = { ...outside.treatments, names: 'pseudonym' as const };
    assert.equal(shareFileName('Portal', { ...outside, treatments }, md, {}), 'summary-assessor.md');
    assert.equal(shareFileName('Portal', { ...outside, fields: new Set() }, md, {}), 'summary-assessor.md');
  });

  it('can be written everywhere, whatever the assessment is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const file = shareFileName(name, outside, md, { number: 'S-0001' });
        assert.match(file, /^[\p{L}\p{N}][\p{L}\p{N}.-]*-assessor-S-0001\.md$/u);
        assert.ok(file.length < 120);
      }),
    );
    for (const name of ['../../etc/passwd', 'CON', '...', '$(calc)', '', 'a'.repeat(500)])
      assert.match(shareFileName(name, outside, md, {}), /^[\p{L}\p{N}][\p{L}\p{N}.-]*-assessor\.md$/u, name);
  });
});

describe('what a profile gives', () => {
  it('is the tables that it allows, and how texts are treated', () => {
    assert.equal(english(tablesOf(outside)), 'figures, controls');
    assert.deepEqual(textsOf(outside).map(english), [
      'without licensed texts',
      'pseudonyms for locations, resource ids',
    ]);
    const providerText = { ...outside.treatments, providerText: 'keep' as const };
    assert.equal(english(textsOf({ ...outside, treatments: providerText })[0]!), 'without requirement texts');
  });

  it('is everything, of a part where the person chooses one', () => {
    const fields = new Set(PROFILE_FIELDS);
    assert.equal(english(tablesOf({ ...outside, fields })), 'everything');
    const words = english(tablesOf({ ...outside, fields, wantsPart: true }));
    assert.equal(words, 'everything about the controls that you choose');
  });

  it('says in short that every text is kept or left out', () => {
    const every = (treatment: Treatment): Profile['treatments'] =>
      Object.fromEntries(TEXT_KINDS.map((kind) => [kind, treatment])) as Profile['treatments'];
    assert.deepEqual(textsOf({ ...outside, treatments: every('keep') }), []);
    assert.deepEqual(textsOf({ ...outside, treatments: every('remove') }).map(english), [
      'without names, notes or other texts of yours',
    ]);
  });
});
