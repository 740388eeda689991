import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/csf/catalog';
import { compareTitle, controlTitled } from '../../../../src/core/csf/compareTitle';

/** What a comparison comes to, in a few words. */
function compared(written: string, ...ids: readonly string[]): string {
  const found = compareTitle(written, ids, catalog);
  switch (found.kind) {
    case 'misspelt':
      return `misspelt${found.isSure ? '' : ', unsure'}`;
    case 'other':
      return `${found.of.kind} ${found.of.id} by ${found.by}`;
    case 'strange':
      return found.domain ? `strange, domain ${found.domain.id}` : 'strange';
    default:
      return found.kind;
  }
}

function states(comparisons: readonly (readonly [written: string, ids: string, expected: string])[]): void {
  for (const [written, ids, expected] of comparisons) {
    it(`"${written}" beside ${ids}: ${expected}`, () => assert.equal(compared(written, ...ids.split(' ')), expected));
  }
}

describe('a written title compared with its control’s', () => {
  describe('is right in other words', () => {
    for (const [id, written] of [
      ['01.c', 'privilege management'],
      ['01.c', 'PRIVILEGE MANAGEMENT'],
      ['01.c', 'Privilege Mgmt'],
      ['01.c', 'Privileges Management'],
      ['01.c', 'Privileged Access Management'],
      ['01.a', 'Access Control Policy and Procedure'],
      ['01.a', 'Access Control'],
      ['01.e', 'User Access Rights Review'],
      ['01.n', 'Network Control'],
      ['01.p', 'Secure Login Procedures'],
      ['01.t', 'Session Timeout'],
      ['02.a', 'Roles & Responsibilities'],
      ['02.a', 'Role and Responsibility'],
      ['05.c', 'Allocation of Info. Sec. Responsibilities'],
      ['05.k', 'Addressing Security in 3rd-Party Agreements'],
      ['06.c', 'Protection of Organisational Records'],
      ['08.c', 'Securing Offices, Rooms and Facilities'],
      ['08.k', 'Security of Equipment Off Premises'],
      ['09.ab', 'Monitoring of the System’s Use'],
      ['09.aa', 'Audit Logging and Monitoring'],
      ['09.l', 'Information Backup'],
      ['10.m', 'Technical Vulnerability Management'],
    ] as const) {
      it(`"${written}" for ${id}`, () => assert.equal(compared(written, id), 'right'));
    }
  });

  describe('is another one’s', () =>
    states([
      ['User Password Management', '01.c', 'control 01.d by name'],
      ['user password management', '01.c', 'control 01.d by name'],
      ['User Password Managment', '01.c', 'control 01.d by slip'],
      ['Network Controls', '01.n', 'control 09.m by name'],
      ['Information Security Management Program Review', '01.g', 'control 00.a by words'],
      ['Access Control', '01.c', 'category 01 by name'],
      ['Media Handling', '03.b', 'objective 09.07 by name'],
      ['Vulnerability Management', '07.a', 'domain 07 by name'],
    ]));

  describe('is misspelt', () =>
    states([
      ['Privilege Managment', '01.c', 'misspelt'],
      ['Priviledge Managment', '01.c', 'misspelt'],
      ['Roles adn Responsibilities', '02.a', 'misspelt'],
      ['PrivilegeManagement', '01.c', 'misspelt'],
      ['Acces Control Policy and Procedure', '01.a', 'misspelt, unsure'],
      ['Password User', '01.f', 'misspelt, unsure'],
    ]));

  describe('is nothing of the framework’s around its id', () =>
    states([
      ['Secure Development', '06.e', 'strange'],
      ['User Access Management', '11.b', 'strange, domain 11'],
    ]));

  describe('is nothing that the framework knows, and wrong only where it can be nothing but a title', () =>
    states([
      ['Access to Offices', '08.b', 'foreign'],
      ['Remote Work', '01.y', 'foreign'],
      ['Conditional Access', '09.aa', 'foreign'],
    ]));

  describe('is no title, or nobody could tell whose', () =>
    states([
      ['Privileges are managed in PIM', '01.d', 'open'],
      ['we review user access rights', '01.d', 'open'],
      ['Shared', '01.c', 'open'],
      ['Customer Responsibility', '01.c', 'open'],
      ['N/A', '05.k', 'open'],
      ['Information Security', '01.c', 'open'],
      ['Internal Audit', '01.c', 'open'],
      ['Access Reviews', '01.c', 'open'],
      ['Gestion des privilèges', '01.c', 'open'],
      ['特权管理', '01.c', 'open'],
      ['2027-01-31', '01.c', 'open'],
      ['', '01.c', 'open'],
      ['User Registration '.repeat(1000), '01.c', 'open'],
    ]));

  it('is left alone where the catalog’s own title is not sourced', () => {
    for (const { id, confidence } of catalog.controls.values()) {
      if (confidence !== 'sourced') assert.equal(compared('Access Control Policy', id), 'open');
    }
  });
});

describe('a title of several controls', () => {
  states([
    ['Access Control', '01.a 01.b 01.y', 'right'],
    ['User Registration & Privileges', '01.b 01.c', 'right'],
    ['Business Continuity', '12.a 12.b', 'right'],
    ['Audit Logging & Monitoring', '09.aa 09.ab', 'right'],
    ['Policy Management', '04.a 04.b', 'right'],
    ['Physical Access', '08.a 08.b', 'right'],
    ['Remote Diagnostics', '01.a 01.l', 'right'],
    ['Acces Control', '01.a 01.b', 'misspelt'],
    ['Mobile Device Security', '04.a 04.b', 'domain 04 by name'],
    ['Access Control', '11.a 11.b', 'domain 11 by name'],
    ['Privacy Practices', '09.a 09.b', 'category 13 by name'],
    ['Data Protection and Cryptography', '09.a 09.b', 'strange'],
    ['Legal', '06.a 06.b', 'right'],
    ['Shared by Azure and Quillmere', '01.a 01.b', 'open'],
  ]);
});

describe('the control that a title was meant for', () => {
  for (const [written, expected] of [
    ['Privilege Management', '01.c'],
    ['privlege managment', '01.c'],
    ['Information Security Roles and Responsibilities', '02.a'],
    ['Secure Media Disposal', '09.p'],
    ['Management', undefined],
    ['Third Party Assurance', undefined],
    ['', undefined],
  ] as const) {
    it(`called "${written}" is ${expected ?? 'none'}`, () =>
      assert.equal(controlTitled(written, catalog)?.id, expected));
  }
});
