import assert from 'node:assert/strict';
import { placeOf, problemsOf, said, textOf } from './given';
import { assertGrowsLinearly } from '../../growth';

/** The ids and titles that are called wrong, as `id: title`. */
function wrongIn(text: string): readonly string[] {
  return problemsOf(text)
    .filter(({ code }) => code === 'title-mismatch')
    .map(({ args: [id, , title] }) => `${textOf(id)}: ${textOf(title)}`);
}

const TABLE = '| Control | Title | Owner | Evidence |\n| --- | --- | --- | --- |\n';

describe('the title beside an id', () => {
  describe('is read where a title is written', () => {
    for (const text of [
      '01.c - User Registration',
      '01.c: User Registration',
      '01.c — User Registration.',
      '01.c—User Registration',
      '01.c → User Registration',
      '01.c\tUser Registration',
      '01.c User Registration',
      '01.c user registration',
      '01.c, User Registration',
      '01.C – USER REGISTRATION',
      '0.a - User Registration',
      '- 01.c - User Registration',
      '* [ ] 01.c - User Registration',
      '12. 01.c - User Registration',
      '> 01.c - User Registration',
      '### 01.c: User Registration',
      '### 3.2 01.c User Registration ###',
      '== 01.c User Registration',
      '**01.c** User Registration',
      '**01.c:** User Registration',
      '**01.c - User Registration**',
      '- `01.c` - _User Registration_ (shared)',
      '[01.c - User Registration](access.md#01c)',
      '- 01.c — [User Registration](access.md#01c)',
      '01.c - User Registration[^1]',
      '01.c - User Registration: shared',
      '01.c - User Registration - inherited from Azure',
      '01.c - User Registration, reviewed by IT',
      '01.c - User Registration. Reviewed by IT.',
      '- (01.c) User Registration',
      '01.c (User Registration)',
      '01.c (HITRUST) User Registration',
      'Control 01.c: User Registration',
      'HITRUST CSF v11.3 01.c - User Registration',
      'User Registration (01.c)',
      '- **User Registration** (HITRUST 01.c): by ticket',
      'User Registration – 01.c',
      'As to 01.c - User Registration - nothing is open',
      '| 01.c | User Registration | Shared |',
      '| 01.c - User Registration | Shared |',
      '01.c | User Registration',
      '| User Registration | 01.c |',
      '| | |\n| --- | --- |\n| 01.c | User Registration |',
      `${TABLE}| 01.c | User Registration | IT | - |`,
      `${TABLE}| HITRUST 01.c | User Registration | IT | - |`,
      '| # | Owner | Control ID | Control Name |\n|---|---|---|---|\n| 1 | IT | 01.c | User Registration |',
      '| Title | Control |\n|---|---|\n| User Registration | 01.c |',
      '| Control | Topic |\n|---|---|\n| 01.c | User Registration |',
      '01.c\u00a0- User Registration',
    ]) {
      it(JSON.stringify(text), () => {
        const [wrong, ...more] = wrongIn(text);
        assert.deepEqual([wrong?.toLowerCase().replace(/^0(?:1\.c|\.a): /, ''), more], ['user registration', []]);
      });
    }
  });

  describe('is not read where something else is written', () => {
    for (const text of [
      '01.c',
      '01.c is reviewed by the User Registration team',
      '01.c requires that user registration is reviewed',
      '01.c - we review privileges quarterly',
      '01.c - User Registration is done by ticket',
      'see 01.c and the policy',
      'See 01.c User Registration',
      'For User Registration (01.c) we have tickets, and for others too',
      '01.c: Shared',
      '01.c - Customer',
      '01.c – In Progress',
      '01.c — N/A',
      '01.c — Jane Doe',
      '01.c - 2027-01-31',
      '01.c — IT Security',
      '- Access Control Policy (01.c)',
      'as in 01.c (Access Control Policy)',
      '| SEC-POL-001 Access Control Policy | 3.4 (01.c) |',
      `${TABLE}| 01.c | Privilege Management | User Registration | User Registration |`,
      '| Control | Evidence |\n|---|---|\n| 01.c | User Registration |',
      '| Control | Owner |\n|---|---|\n| 01.c | User Registration |',
      '| Implementing Document | Section/Steps |\n|---|---|\n| User Registration | 01.c |',
      '| Evidence | Level |\n|---|---|\n| 01.c - Access Control Policy | 1 |',
      '1149.01c2System.9 - User Registration',
      '1149.01c2System.9 - 01.c: User Registration',
      '```\n01.c - User Registration\n```',
      '<!-- 01.c - User Registration -->',
      'https://example.com/01.c - User Registration',
      '01.c - Gestion des privilèges',
      '01.c - Benutzerregistrierung',
    ]) {
      it(JSON.stringify(text), () => assert.deepEqual(wrongIn(text), []));
    }
  });

  it('is read for each of several ids on a line', () => {
    assert.deepEqual(wrongIn('### 01.c — User Registration; 01.b — Privilege Management'), [
      '01.c: User Registration',
      '01.b: Privilege Management',
    ]);
    assert.deepEqual(wrongIn('01.b — User Registration; 01.c — Privilege Management'), []);
    assert.deepEqual(wrongIn('01.b (Privilege Management) and 01.c (Privilege Management)'), [
      '01.b: Privilege Management',
    ]);
  });

  it('is read for a range or a list as the title of all', () => {
    assert.deepEqual(wrongIn('09.a–09.b — Privacy Practices'), ['09.a–09.b: Privacy Practices']);
    assert.deepEqual(wrongIn('01.c, 01.d — Audit Logging'), ['01.c, 01.d: Audit Logging']);
    assert.deepEqual(wrongIn('01.a–01.e — Access Control\n01.c, 01.d — Accounts and Passwords'), []);
  });

  it('is wrong under a heading that says title, whatever it is, and elsewhere only where the framework knows its words', () => {
    const under = (heading: string): readonly string[] =>
      said(`| Id | ${heading} |\n| --- | --- |\n| 08.c | Vendor Onboarding Review |`);
    for (const heading of ['Title', 'Control Name', 'HITRUST control title'])
      assert.match(under(heading).join(), /^title-mismatch: .*no control is called that/, heading);
    assert.deepEqual(under('Control'), []);
    assert.deepEqual(said('### 08.c - Vendor Onboarding Review'), []);
  });

  it('is read in plain text as in Markdown', () => {
    assert.equal(said('01.c - User Registration', 'plain').length, 1);
  });

  it('is wrong from the id to the title’s end, whichever comes first', () => {
    for (const [text, place] of [
      ['- **01.c - User Registration** (x)', '01.c - User Registration'],
      ['| User Registration | 01.c |', 'User Registration | 01.c'],
      ['- 01.c - User Registration, by ticket', '01.c - User Registration'],
    ] as const) {
      assert.deepEqual(
        problemsOf(text).map((problem) => placeOf(problem, text)),
        [place],
      );
    }
  });

  it('is told with what the id is called and whose title that is', () => {
    for (const [text, words] of [
      ['01.c - User Registration', '01.c is "Privilege Management", not "User Registration": that is 01.b.'],
      [
        '03.c - Secure Media Disposal',
        '03.c is "Risk Mitigation", not "Secure Media Disposal": that reads like 09.p "Disposal of Media".',
      ],
      ['01.c - Access Control', '01.c is "Privilege Management", not "Access Control": that is the whole category 01.'],
      ['01.c - Privilege Managment', '01.c is "Privilege Management", not "Privilege Managment": that looks misspelt.'],
      [
        '06.e - Secure Development',
        '06.e is "Prevention of Misuse of Information Assets", not "Secure Development": no control is called that.',
      ],
      [
        '07.a–07.d — Vulnerability Management',
        '07.a–07.d is of category 07 "Asset Management", not "Vulnerability Management": that is the assessment domain 07, and controls are numbered by category.',
      ],
      [
        '11.b - User Access Management',
        '11.b is "Reporting Security Weaknesses", not "User Access Management": that reads like the assessment domain 11 "Access Control", and controls are numbered by category.',
      ],
    ] as const) {
      assert.deepEqual(said(text), [`title-mismatch: ${words}`]);
    }
  });

  it('takes time in proportion to a line’s length, whatever is on it', () => {
    for (const unit of [
      '01.c - ',
      '01.c (',
      '| 01.c ',
      '01.x ',
      '10.x ',
      'A (01.c) ',
      '01.c — Ab, ',
      '01.c, ',
      '*',
      '1.1.',
    ]) {
      for (const before of ['', '01.c - ', '- Privilege Management ', 'all of 01.x ']) {
        assertGrowsLinearly(unit, 50_000, (text) => problemsOf(before + text));
      }
    }
  });
});
