import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRationale, saysProviderDoesIt } from '../../../../src/core/assessment/rationale';
import { assertGrowsLinearly } from '../../growth';

const THE_PROVIDERS = [
  'Azure does it',
  'Azure does this.',
  'AZURE DOES IT',
  'N/A - Azure does it',
  'Not applicable because Microsoft does this for us',
  'Does not apply: the CSP performs this.',
  'inherited from Microsoft',
  'We inherit this control from Azure.',
  'Inherited',
  'Fully inherited.',
  'handled by our cloud provider',
  'This is handled by the hosting provider.',
  'Covered by Azure',
  'Covered by Microsoft Azure’s data centers',
  'covered by Azure in our only region',
  'CSP responsibility',
  'Provider responsibility.',
  'Microsoft’s responsibility',
  "It is Microsoft's job",
  'Responsibility of the cloud service provider',
  'Responsibility lies with Microsoft',
  'Microsoft is responsible for physical security.',
  'The cloud provider is solely responsible.',
  'Not our responsibility, Azure does it',
  'We do nothing here: Azure takes care of it',
  'No action needed – performed by Microsoft',
  'We do not run this ourselves since Azure handles it',
  'Physical access is controlled by Microsoft.',
  'Physical security is provided by Azure',
  'Media disposal is carried out by the data center provider',
  'We have no servers of our own. Azure manages physical access.',
  'Outsourced to Microsoft',
  'It belongs to Azure',
  'We rely on Azure for this',
  'Owned by CSP',
  'CSP-owned',
  'Azure owns this control.',
  'Azure already covers this requirement',
  'AWS does it',
];

const REASONS_OF_THEIR_OWN = [
  'We use no wireless networks; Azure is our only site',
  'We use no wireless networks. All workloads run in Azure.',
  'No portable media are used in our Azure environment.',
  'There is no data center of ours: the servers stand in Azure.',
  'No code is developed; the product is bought.',
  'We do not accept payment cards.',
  'There are no mobile devices, and Azure hosts nothing for them.',
  'This is not handled by Azure, and we have no such system.',
  'Not inherited from Microsoft: we have no fax machines.',
  'Nothing is managed by Microsoft for us, and we have no dial-in lines.',
  'No personal data are processed by our cloud provider.',
  'We do not rely on Azure for this; there is no such service.',
  'Azure does not do it, and neither do we, for there are no visitors.',
  'Azure provides no wireless access and we have none.',
  'Azure provides our only site, where we have no staff.',
  'The building is owned by Microsoft, and we never enter it.',
  'We have no local accounts; identities are managed by Azure Active Directory.',
  'Keys are kept in Azure Key Vault; no paper records exist.',
  'No third party connects to the network; the Azure VPN gateway is switched off.',
  'Azure Government is not used.',
  'The organization has no public web site.',
  'No removable media: the USB ports of all laptops are disabled.',
  'We are no covered entity; the health care provider is responsible for consent.',
  'Our internet provider handles the telephone lines; no fax is used.',
  'By the Azure responsibility matrix nothing of this concerns us; no wireless is used.',
  'Sessions are time-limited in Azure.',
  'The inherited office lease ended in 2025, and there is no office.',
  'All staff work from home, as Microsoft Teams is the only means of communication.',
  'We use Microsoft-managed keys, and no hardware security modules.',
  'No outsourced development is done.',
  'Not applicable.',
  '',
  '我们没有无线网络',
];

describe('a rationale for n/a', () => {
  for (const rationale of THE_PROVIDERS) {
    it(`says that the provider does it: ${rationale}`, () => {
      assert.equal(saysProviderDoesIt(rationale), true);
    });
  }

  for (const rationale of REASONS_OF_THEIR_OWN) {
    it(`does not say that the provider does it: ${rationale || '(blank)'}`, () => {
      assert.equal(saysProviderDoesIt(rationale), false);
    });
  }

  it('is read with the provider’s name in the project, whatever signs it holds', () => {
    assert.deepEqual(
      [
        saysProviderDoesIt('Handled by Contoso (EU) Cloud+', 'Contoso Cloud+'),
        saysProviderDoesIt('Handled by Contoso Cloud+', 'Contoso Cloud+'),
        saysProviderDoesIt('Azure does it', 'Contoso Cloud+'),
        saysProviderDoesIt('Handled by Contoso Cloud+'),
      ],
      [false, true, true, false],
    );
  });

  it('of whatever characters is read to its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (before, name) => {
        assert.equal(typeof saysProviderDoesIt(before, name), 'boolean');
        assert.equal(saysProviderDoesIt(`${before}; Azure does it`), true);
      }),
    );
  });

  it('is read in a time in proportion to its length', () => {
    for (const piece of [
      '.',
      '_"',
      'azure ',
      'cloud ',
      'inherited ',
      ' - ',
      'azure’s ',
      'is are ',
      '\u00a0',
      'the provider ',
    ]) {
      assertGrowsLinearly(piece, 50_000, (text) => saysProviderDoesIt(`Azure ${text} does it`));
    }
  });

  for (const text of [
    undefined,
    '',
    '-',
    '–',
    'TBD',
    'tbd.',
    'N/A',
    'n/a',
    'Not applicable.',
    'none',
    'todo!',
    '???',
  ]) {
    it(`gives no reason where it is ${text === undefined ? 'not there' : `"${text}"`}`, () => {
      assert.equal(isRationale(text), false);
    });
  }

  for (const text of ['No wireless', 'none used', 'Not applicable: no fax', '没有', 'X-ray rooms only']) {
    it(`gives a reason where it is "${text}"`, () => {
      assert.equal(isRationale(text), true);
    });
  }
});
