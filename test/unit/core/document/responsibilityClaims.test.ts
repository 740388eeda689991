import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixture, sharedFile } from '../../fixture';
import { findingsIn, table } from './read';
import { assertGrowsLinearly } from '../../growth';

/** The claims of a text, as `ids: what it says (in its words)`. */
function claimsIn(text: string): readonly string[] {
  return findingsIn(text).claims.map(
    ({ subjects, says, text: words }) =>
      `${subjects.map(({ control, requirement }) => requirement ?? control).join(' ')}: ${says} (${words})`,
  );
}

/** What a person would not take for a claim of whose the control is. */
const NO_CLAIMS: Readonly<Record<string, readonly string[]>> = {
  'what is denied': [
    '01.c is not inherited from Azure.',
    "- 01.c: isn't inherited from Azure",
    'We do not take 01.c as inherited from Azure.',
    'Nothing of 01.c is inherited from Azure.',
    '- 01.c - Privilege Management (not inherited)',
    '- Not inherited: 01.c',
    '01.c is no shared responsibility.',
    'Nobody believes that 01.c is Azure’s responsibility.',
  ],
  'a question': [
    'Is 01.c inherited from Azure?',
    '- 01.c: inherited from Azure?',
    '### 01.c - shared?',
    '01.c is inherited from Azure, right?',
  ],
  'a plan or a wish': [
    '- 01.c: inherited from Azure (planned)',
    '- 01.c: planned to be inherited from Azure',
    '01.c will be inherited from Azure.',
    '- 01.c: inherited from Azure once the request is approved',
    '01.c is inherited from Azure if IR-017 is approved.',
    '- 01.c: should be Azure’s responsibility',
    'We expect that 01.c is inherited from Azure.',
    '- 01.c: to be inherited from Azure',
  ],
  'the past': [
    '01.c was inherited from Azure.',
    'Until 2025 01.c is inherited from Azure.',
    'Formerly, 01.c is Azure’s responsibility.',
  ],
  'something else that is Azure’s': [
    '- 01.c: Azure AD roles',
    '### 01.c - Azure SQL',
    '- 01.c (Azure AD)',
    '- 01.c: Azure Policy',
    '01.c is inherited from Azure Policy.',
    '- 01.v - Azure SQL row-level security',
    'See 01.c in Azure.',
    '- 01.c, Azure DevOps, 2027',
    '- 01.c: Azure, Entra ID',
    '- 01.c - Azure’s responsibility: hosts. Ours: roles.',
    '- 01.c: Azure’s responsibility is the platform, ours the roles',
    '- 01.c - Access to the tenant (Azure)',
  ],
  'something else that is the customer’s': [
    '- 01.c: customer data',
    '### 01.c - Customer accounts',
    '- 01.c - customer-managed keys',
    '- 06.d: customer data is encrypted',
    '### 05.j - Addressing Security When Dealing with Customers',
  ],
  'something else that is shared': [
    '- 01.q: no shared accounts',
    '- 01.q: shared accounts are forbidden',
    '- 01.q - Shared Services',
    '- 01.q: shared with the auditors',
    '01.q is shared with Finance.',
    '- 01.q (shared mailbox)',
    '01.q is shared\nbetween two teams.',
  ],
  'what is inherited from somebody else': [
    '- 01.c: inherited from AWS',
    '- 11.a: inherited from our parent',
    '01.c is inherited by all subsidiaries.',
    '- 01.c: inherited from Azure and AWS',
    '- 01.c: inherited permissions',
    '01.c is inherited from the resource group.',
  ],
  'a condition': ['Where 01.c is inherited from Azure, keep the letter.', 'If 01.c is inherited, skip this.'],
  'what somebody else said': [
    'The consultant claimed that 01.c is inherited from Azure.',
    'It is said that 01.c is Azure’s responsibility.',
    '> 01.c: inherited from Azure',
    '- 01.c: ~~inherited from Azure~~',
  ],
  'what goes on from another line': [
    'as inherited from Azure, and\n01.c as shared responsibility.',
    'nor do we take 01.c as inherited from Azure.',
  ],
  'an owner as Azure Policy has it': ['**ID:** 1116.01j1Organizational.145 - 01.j **Ownership:** Shared'],
  'fenced code and comments': ['```\n01.c: inherited from Azure\n```', '<!-- 01.c: inherited from Azure -->'],
  'a cell under a heading that is about something else': [
    table('Environment', ['01.c', 'Azure']),
    table('Audience', ['01.c', 'Customer']),
    table('Account type', ['01.c', 'Shared']),
    table('Vendor', ['01.c', 'Microsoft']),
    table('Status', ['01.c', 'Shared']),
    table('Data owner', ['01.c', 'Customer']),
    table('Responsible team', ['01.c', 'Azure']),
    table('Title', ['05.j', 'Customer']),
  ],
  'a cell under a plan': [
    table('Planned inheritance', ['01.c', 'full'], ['01.d', 'inherited from Azure']),
    table('Proposed responsibility', ['01.c', 'Shared']),
    table('Responsibility last year', ['01.c', 'Azure']),
    table('Target owner', ['01.c', 'Azure']),
    table('Inheritance request', ['01.c', 'inherited']),
  ],
  'what one party does': [
    table('Customer responsibility', ['01.c', 'Shared'], ['01.d', 'Yes']),
    table('Azure responsibility', ['01.c', 'Customer']),
    table('Our responsibility', ['01.c', 'Shared']),
  ],
  'a cell with more in it': [
    table(
      'Responsibility',
      ['01.c', 'Azure and us'],
      ['01.d', 'Customer Success'],
      ['01.e', 'Azure, TBC'],
      ['01.j', 'Shared Services'],
      ['01.q', 'see SRM'],
    ),
    table(
      'Inheritance',
      ['01.c', 'none'],
      ['01.d', 'no'],
      ['01.e', 'partial, 40'],
      ['01.j', 'to be discussed'],
      ['01.q', '-'],
      ['01.v', ''],
    ),
    table('Owner', ['01.c', 'Azure team'], ['01.d', 'Azure Platform'], ['01.e', 'Microsoft 365 admins']),
  ],
  'who does the work, in a RACI': [
    '| Control | Responsible | Accountable |\n|---|---|---|\n| 01.c | Azure | Customer |',
  ],
  'a name in a remark, beside a column that says whose it is': [
    '| Control | Responsibility | Comments |\n|---|---|---|\n| 01.c | see SRM | Azure |',
  ],
  'a row without an id': [table('Responsibility', ['Backups', 'Azure'])],
  'the table’s own headings': ['| 01.c | Azure |\n| --- | --- |'],
};

/** [what is written, the claims in it] */
const CLAIMS: readonly (readonly [text: string, ...claims: string[]])[] = [
  ['### 01.c - Privilege Management (Azure)', '01.c: azure (Azure)'],
  ['- 01.c Privilege Management (Shared)', '01.c: shared (Shared)'],
  ['**01.c – Privilege Management** (customer)', '01.c: customer (customer)'],
  ['01.c (Azure)', '01.c: azure (Azure)'],
  ['1149.01c2System.9 - 01.c (Microsoft)', '1149.01c2System.9: azure (Microsoft)'],
  ['- 01.c - Access to the tenant (inherited from Azure)', '01.c: inherited (inherited from Azure)'],
  ['- 01.c: inherited from Azure', '01.c: inherited (inherited from Azure)'],
  [
    '- **01.c**: fully inherited from Microsoft Azure',
    '01.c: inherited-in-full (fully inherited from Microsoft Azure)',
  ],
  ['01.c: partially inherited.', '01.c: inherited-in-part (partially inherited)'],
  ['01.c - Privilege Management: shared', '01.c: shared (shared)'],
  ['- 01.c – Azure’s responsibility', '01.c: azure (Azure’s responsibility)'],
  ["- 01.c: Microsoft's responsibility, see the SRM", "01.c: azure (Microsoft's responsibility)"],
  ['1. 01.c: Azure has it.', '01.c: azure (Azure has it)'],
  ['- [ ] 01.c: customer responsibility', '01.c: customer (customer responsibility)'],
  ['- 01.c: the responsibility of the customer', '01.c: customer (the responsibility of the customer)'],
  ['- 01.c: customer', '01.c: customer (customer)'],
  ['01.c is inherited from Azure.', '01.c: inherited (inherited from Azure)'],
  ['01.c (Privilege Management) is fully inherited.', '01.c: inherited-in-full (fully inherited)'],
  [
    'We take 01.t as inherited from Azure: App Service ends idle sessions, so no evidence is',
    '01.t: inherited (inherited from Azure)',
  ],
  ['Of the rest, 01.t is Azure’s responsibility because we buy it.', '01.t: azure (Azure’s responsibility)'],
  ['01.c is a shared responsibility, and 01.d is ours.', '01.c: shared (a shared responsibility)'],
  ['- 01.a, 01.b and 01.d: inherited from Azure', '01.a 01.b 01.d: inherited (inherited from Azure)'],
  ['### 08.b–08.e (Azure)', '08.b 08.c 08.d 08.e: azure (Azure)'],
  ['- 01.c (shared); 01.d (customer)', '01.c: shared (shared)'],
  ['- `01.c`: shared; see the SRM', '01.c: shared (shared)'],
  ['- 01.c: inherited from Azure (40, partial)', '01.c: inherited (inherited from Azure)'],
  [
    'Because 01.c is inherited from Azure in part, we review it.',
    '01.c: inherited-in-part (inherited from Azure in part)',
  ],
  ['| Party | Controls |\n|---|---|\n| Azure | 08.b, 08.c |', '08.b 08.c: azure (Azure)'],
  [
    table('Responsibility', ['01.c', 'Shared'], ['01.d', '**Customer**']),
    '01.c: shared (Shared)',
    '01.d: customer (**Customer**)',
  ],
  [table('Owner', ['01.c - Privilege Management', 'Microsoft']), '01.c: azure (Microsoft)'],
  [table('Who is responsible?', ['01.c', 'Azure']), '01.c: azure (Azure)'],
  [table('Notes', ['01.c', 'Azure']), '01.c: azure (Azure)'],
  [
    table('Status', ['01.c', 'Inherited from Azure'], ['01.d', 'Fully inherited']),
    '01.c: inherited (Inherited from Azure)',
    '01.d: inherited-in-full (Fully inherited)',
  ],
  [
    table('Inherited?', ['01.c', 'Yes'], ['01.d', 'Partial'], ['01.e', 'No']),
    '01.c: inherited (Yes)',
    '01.d: inherited-in-part (Partial)',
  ],
  [table('Inherited from', ['01.c', 'Azure']), '01.c: inherited (Azure)'],
  [
    table('Inheritability', ['01.c', 'Full'], ['01.d', 'Not inheritable'], ['01.e', 'Partial']),
    '01.c: azure (Full)',
    '01.d: customer (Not inheritable)',
    '01.e: shared (Partial)',
  ],
  [table('Inheritable?', ['01.c', 'Yes'], ['01.d', 'No']), '01.c: inheritable (Yes)', '01.d: customer (No)'],
  [table('Title', ['01.c', 'Privilege Management'], ['01.d (Azure)', 'Passwords']), '01.d: azure (Azure)'],
  ['| Responsibility | Control |\n| --- | --- |\n| CSP | 1149.01c2System.9 - 01.c |', '1149.01c2System.9: azure (CSP)'],
  ['| Ids | Responsibility |\n|---|---|\n| 01.c, 01.d | Shared |', '01.c 01.d: shared (Shared)'],
  ['| Ids | Responsibility |\n|---|---|\n| 01.c, see also 09.ab | Shared |', '01.c: shared (Shared)'],
];

describe('what a document claims', () => {
  for (const [what, texts] of Object.entries(NO_CLAIMS)) {
    for (const text of texts) it(`is not ${what}: ${JSON.stringify(text)}`, () => assert.deepEqual(claimsIn(text), []));
  }

  for (const [text, ...claims] of CLAIMS) {
    it(`in ${JSON.stringify(text)} is ${claims.join(', ')}`, () => assert.deepEqual(claimsIn(text), claims));
  }

  it('is nothing in mapping documents that only name documents', function () {
    assert.deepEqual(claimsIn(fixture('controlMapping.md')), []);
    const corpus = sharedFile('corpus/open-access-control_mapping.md');
    if (corpus === undefined) this.skip();
    assert.deepEqual(claimsIn(corpus), []);
  });

  const word = fc.constantFrom(
    ...[
      '01.c',
      '01.d',
      '1149.01c2System.9 - 01.c',
      '08.b–08.d',
      '|',
      ' | ',
      '\n',
      '\r\n',
      '| --- | --- |',
      '- ',
      '### ',
      '(',
      ')',
      ': ',
      ' - ',
      ' – ',
    ],
    ...[
      'inherited',
      'from',
      'Azure',
      'fully',
      'shared',
      'customer',
      'is',
      'as',
      'not',
      '?',
      '.',
      'Responsibility',
      '**',
      '`',
      '>',
      '<!--',
      '-->',
      '\u{1F512}',
      ' ',
    ],
  );

  it('lies in the line that it is made on, behind or beside ids of it, whatever stands there', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join('');
        for (const { start, end, text: said, subjects } of findingsIn(text).claims) {
          assert.equal(text.slice(start, end), said);
          assert.ok(said.trim() !== '' && !/[\r\n]/.test(said) && subjects.length > 0, text);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is read in a time in proportion to the text, whatever it repeats', () => {
    for (const unit of [
      '01.c: inherited from Azure ',
      '01.c (',
      '01.c - ',
      '01.c is ',
      '01.c: azure, ',
      '| 01.c | Azure ',
      '- 01.a–01.d: shared; ',
    ]) {
      assertGrowsLinearly(unit, 50_000, (text) => findingsIn(text));
    }
  });

  it('is read of a row with tens of thousands of cells, and of a line with as many problems', () => {
    const row = `| Control | Notes |\n| --- | --- |\n${'| 01.c | Azure '.repeat(20_000)}`;
    const start = performance.now();
    assert.equal(findingsIn(row).claims.length, 20_000);
    assert.ok(performance.now() - start < 2_500, `${Math.round(performance.now() - start)} ms for the row`);
    const listStart = performance.now();
    findingsIn('- 01.a–01.d: shared; '.repeat(20_000));
    assert.ok(performance.now() - listStart < 5_000, `${Math.round(performance.now() - listStart)} ms for the list`);
    assert.equal(findingsIn('01.A, '.repeat(150_000)).problems.length, 150_000);
  });
});
