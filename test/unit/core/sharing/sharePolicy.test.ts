import assert from 'node:assert/strict';
import { english } from '../../../../src/core/message';
import type { SharingPolicy } from '../../../../src/core/sharing/projectSharing';
import { rowHash } from '../../../../src/core/sharing/rowHash';
import { readSharingRegister } from '../../../../src/core/sharing/sharingRegister';
import { verifyChain } from '../../../../src/core/sharing/chain';
import {
  checkDetails,
  refuseDetails,
  requiredDetails,
  type ShareDetails,
} from '../../../../src/core/sharing/sharePolicy';
import { digest, registerOf, share } from './givenShares';

const TODAY = '2027-03-24';
const WHOLE: ShareDetails = {
  recipient: 'Jo',
  purpose: 'client',
  agreement: 'NDA',
  consent: 'Mail',
  expires: '2027-06-30',
};

const faultsOf = (details: ShareDetails, policy: SharingPolicy = {}): readonly string[] =>
  checkDetails({ ...WHOLE, ...details }, policy, TODAY).faults.map(english);

describe('what a share has to say', () => {
  it('is who gets it, why, and by which agreement and consent until when, where the project does not say', () => {
    assert.deepEqual(requiredDetails({}), ['recipient', 'purpose', 'agreement', 'consent', 'expires']);
    assert.deepEqual(requiredDetails({ required: [] }), ['recipient']);
    assert.deepEqual(requiredDetails({ required: ['limitations', 'contact'] }), [
      'recipient',
      'contact',
      'limitations',
    ]);
  });

  it('is the day of a consent, where one counts for some days only and is asked for or given', () => {
    assert.ok(requiredDetails({ consentValidDays: 90 }).includes('consented'));
    const policy = { required: [], consentValidDays: 90 };
    assert.deepEqual(requiredDetails(policy), ['recipient']);
    assert.deepEqual(requiredDetails(policy, { consent: 'Mail' }), ['recipient', 'consented']);
  });

  it('is missing where a value would be blank in the register', () => {
    for (const blank of ['', '  \n', '\u200b', "'", " ' "])
      assert.deepEqual(checkDetails({ ...WHOLE, purpose: blank }, {}, TODAY), { missing: ['purpose'], faults: [] });
    assert.deepEqual(checkDetails(WHOLE, {}, TODAY), { missing: [], faults: [] });
  });

  it('is told all at once', () => {
    const refused = refuseDetails({ consented: 'soon', expires: '2027-03-23' }, {}, TODAY, 'p.json');
    assert.ok(refused);
    assert.equal(
      english(refused.failure),
      'Still to be given: recipient, purpose, agreement, consent. What a share has to say is set under "sharing.policy" in the project file. "soon" under "consented" is no day. Write it as YYYY-MM-DD. The copy would have to be given back by 2027-03-23 already. Give a day from 2027-03-24 on. Nothing was shared.',
    );
    assert.equal(refuseDetails(WHOLE, {}, TODAY, 'p.json'), undefined);
  });
});

describe('a consent', () => {
  const policy = { consentValidDays: 90 };
  it('counts from its day on, its last day included', () => {
    assert.deepEqual(faultsOf({ consented: '2026-12-24' }, policy), []);
    assert.deepEqual(faultsOf({ consented: TODAY }, { consentValidDays: 0 }), []);
    assert.match(
      faultsOf({ consented: '2026-12-23' }, policy).join(),
      /of 2026-12-23 counted for 90 days, up to 2027-03-23\./,
    );
  });

  it('counts for ever where the project does not say for how long', () => {
    assert.deepEqual(faultsOf({ consented: '1999-01-01' }), []);
  });

  it('is not given on a day to come, or on no day', () => {
    assert.match(faultsOf({ consented: '2027-03-25' }).join(), /yet to come/);
    for (const consented of ['03/04/2027', '2027-02-29', 'x'.repeat(500)])
      assert.match(faultsOf({ consented }, policy).join(), /is no day\. Write it as YYYY-MM-DD\.$/);
  });
});

describe('the day until which a copy may be kept', () => {
  it('may be today, and is not over', () => {
    assert.deepEqual(faultsOf({ expires: ` ${TODAY} ` }), []);
    assert.match(faultsOf({ expires: '2027-03-23' }).join(), /2027-03-23 already/);
    assert.match(faultsOf({ expires: '30.6.2027' }).join(), /is no day/);
  });
});

describe('the day of a consent in the register', () => {
  const problemsOf = async (csv: string): Promise<readonly string[]> => {
    const { rows, problems } = await readSharingRegister(new TextEncoder().encode(csv), 's.csv', 's.csv', digest);
    return [...problems, ...verifyChain(rows, {}, 's.csv')]
      .map(({ code }) => code)
      .filter((code) => code !== 'sharing-ahead');
  };

  it('is part of the hash, in whatever form a spreadsheet writes it', async () => {
    const { csv } = await registerOf([share({ consent: 'Mail', consented: '2026-04-03' })]);
    assert.deepEqual(await problemsOf(csv), []);
    assert.deepEqual(await problemsOf(csv.replace('2026-04-03', '03/04/2026')), []);
    assert.deepEqual(await problemsOf(csv.replace('2026-04-03', '2026-04-04')), ['sharing-row-changed']);
    assert.deepEqual(await problemsOf(csv.replace('2026-04-03', '')), ['sharing-row-changed']);
  });

  it('changes no hash of a row that was written before there was a column for it', async () => {
    const { csv } = await registerOf([share()]);
    const without = csv.replace(',consented\n', '\n').replace(/,\n$/, '\n');
    assert.doesNotMatch(without, /consented/);
    assert.deepEqual(await problemsOf(without), []);
    const { rows } = await readSharingRegister(new TextEncoder().encode(without), 's.csv', 's.csv', digest);
    const [row] = rows;
    assert.ok(row);
    assert.equal(await rowHash(row.cells, digest), row.cells.hash);
  });
});
