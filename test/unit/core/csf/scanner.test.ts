import assert from 'node:assert/strict';
import { fixture, sharedFile } from '../../fixture';
import { idsIn, problemsIn, scan } from './scan';
import { assertGrowsLinearly } from '../../growth';

/** [what is written, its canonical ids] — each is one reference to the whole of it. */
const SPELLINGS: readonly (readonly [text: string, ...ids: string[]])[] = [
  ['01.c', '01.c'],
  ['01.C', '01.c'],
  ['01_a', '01.a'],
  ['0.a', '00.a'],
  ['09.aa', '09.aa'],
  ['1149.01c2System.9', '1149.01c2System.9'],
  ['1149.01c2System.9 - 01.c', '1149.01c2System.9'],
  ['1149.01c2System.9 \u2013 01.c', '1149.01c2System.9'],
  ['1149.01c2System.9-01.c', '1149.01c2System.9'],
  ['0101.00a1Organizational.123-00.a', '0101.00a1Organizational.123'],
  ['1149_01c2system_9', '1149.01c2System.9'],
  ['06.09B1SYSTEM.2', '06.09b1System.2'],
  ['0201.09J1ORGANIZATIONAL.124', '0201.09j1Organizational.124'],
  ['19.13jAISecOrganizational.1', '19.13jAISecOrganizational.1'],
  ['0662.09sCSPOrganizational.2', '0662.09sCSPOrganizational.2'],
  ['0662.09SCSPORGANIZATIONAL.2', '0662.09sCSPOrganizational.2'],
  ['068.06g2Organizational.34', '068.06g2Organizational.34'],
  ['19134.05j1Organizational.5', '19134.05j1Organizational.5'],
  ['0836.09.n2Organizational.1-09.n', '0836.09n2Organizational.1'],
  ['1271.09ad2System.1', '1271.09ad2System.1'],
  ['01.a–01.c', '01.a', '01.b', '01.c'],
  ['01.a - 01.c', '01.a', '01.b', '01.c'],
  ['01.a\u201401.c', '01.a', '01.b', '01.c'],
  ['01.a through 01.c', '01.a', '01.b', '01.c'],
  ['01.a–c', '01.a', '01.b', '01.c'],
  ['09.z–09.ab', '09.z', '09.aa', '09.ab'],
];

/** [a piece of prose, the ids in it] */
const PROSE: readonly (readonly [text: string, ...ids: string[]])[] = [
  ['* 01.a - Access Control Policy', '01.a'],
  ['#### 01.e — Review of User Access Rights', '01.e'],
  ['**ID:** 1116.01j1Organizational.145 - 01.j **Ownership:** Shared', '1116.01j1Organizational.145'],
  ['**ID:**1116.01j1Organizational.145', '1116.01j1Organizational.145'],
  ['hipaa-0101.00a1Organizational.123-00.a', '0101.00a1Organizational.123'],
  ['HITRUST_CSF_v11.3_01.c', '01.c'],
  ['| 02.b | 03.c |', '02.b', '03.c'],
  ['06.a — Identification; 06.c — Protection', '06.a', '06.c'],
  ['see 4.1 (08.f, 08.h)', '08.f', '08.h'],
  ['01.a/01.b', '01.a', '01.b'],
  ['01.a–z', '01.a'],
  ['Covered by 01.c.', '01.c'],
  ['`01.q`', '01.q'],
  ['[01.v](https://example.com)', '01.v'],
  ['BUID: 06.09B1SYSTEM.2: CVID: 2368.0', '06.09b1System.2'],
  ['1149.01c2System.9 and 01.d', '1149.01c2System.9', '01.d'],
  ['1149.01c2System.9 - 01.d', '1149.01c2System.9', '01.d'],
];

const NO_IDS: Readonly<Record<string, string>> = {
  'an IP address': '10.0.0.1 and 192.168.01.a',
  'a version': 'v11.2.0, 9.1.x, 1.2.3b4, 11.2.b',
  'a date': '2027-01.a, 01.02.2027, 05.May',
  'a citation': '45 CFR 164.308(a)(4)(ii)(C), § 01.a, §01.a',
  'a section number': '01.1, 05.0, section 3.4.1, 1.a, 2.b',
  'a CVID': 'CVID: 0873.0, 2368.0',
  'a file name': '01.a-policy.pdf, 09.ab.docx, 01.c.md, evidence/01.a',
  'a file named after a requirement': '1149.01c2System.9.pdf, evidence/1149.01c2System.9-policy.docx',
  'an e-mail address': '01.a@example.com, team@01.ab',
  'a time of day': '09.am to 09.pm',
  'a longer word': 'x01.a, 01.abc, 101.a, 01.a1',
  'a URL': 'https://example.com/01.a and www.example.com/x?01.b and mailto:01.c@x',
  'an HTML attribute': '<a id="01.a" href="#01.b">here</a>',
  'a group of another framework': 'A.9.2.1, CC6.1, AC-2(3), PR.AC-1, CIS 4.a',
  'a link target': '[policy](docs/01.a "01.b") ![x](01.c)',
  'a link definition': '[policy]: 01.c',
};

const UNRESOLVED: readonly (readonly [text: string, problem: string, ...ids: string[]])[] = [
  ['14.a', 'unknown-control: 14.a'],
  ['16.i – see below', 'unknown-control: 16.i'],
  ['04.c', 'unknown-control: 04.c'],
  ['04.a–04.d', 'unknown-control: 04.c 04.d', '04.a', '04.b'],
  ['16.a–16.c', 'unknown-control: 16.a 16.b 16.c'],
  ['1149.14c2System.9', 'unknown-requirement: 1149.14c2System.9'],
  ['1149.04z2System.9', 'unknown-requirement: 1149.04z2System.9'],
  ['1149.01c7System.9', 'unknown-requirement: 1149.01c7System.9'],
  ['08.f–08.a', 'reversed-range: 08.f 08.a', '08.f', '08.a'],
  ['01.a–02.b', 'range-across-categories: 01.a 02.b', '01.a', '02.b'],
];

describe('the scanner', () => {
  for (const [text, ...ids] of SPELLINGS) {
    it(`reads ${text} as ${ids.join(' ')}`, () => {
      const [reference, ...others] = scan(text).references;
      assert.deepEqual(
        [reference?.text, reference?.start, reference?.end, reference?.ids, others],
        [text, 0, text.length, ids, []],
      );
    });
  }

  for (const [text, ...ids] of PROSE) {
    it(`finds ${ids.join(' ')} in "${text}", and no problem`, () => {
      assert.deepEqual([idsIn(text), problemsIn(text)], [ids, []]);
    });
  }

  for (const [what, text] of Object.entries(NO_IDS)) {
    it(`takes ${what} neither for an id nor for a problem`, () => {
      assert.deepEqual([idsIn(text), problemsIn(text)], [[], []]);
    });
  }

  for (const [text, problem, ...ids] of UNRESOLVED) {
    it(`reports "${text}" as ${problem} and keeps ${ids.join(' ') || 'nothing'} of it`, () => {
      assert.deepEqual([problemsIn(text), idsIn(text)], [[problem], ids]);
    });
  }

  it('tells controls, requirements and ranges apart', () => {
    const kinds = scan('01.a 1149.01c2System.9 01.a–01.c').references.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['control', 'requirement', 'range']);
  });

  it('counts offsets in UTF-16 units, behind a byte order mark, CRLF and emoji', () => {
    const text = '\ufeff\r\n\u{1F512}\u{1F512} 01.c\r\n';
    assert.deepEqual(
      scan(text).references.map(({ start, end }) => [start, end, text.slice(start, end)]),
      [[8, 12, '01.c']],
    );
  });

  it('takes time in proportion to the text, whatever it repeats', () => {
    for (const unit of [
      '01.a',
      '01.a-',
      '01.a–',
      '1149.01c2System.9-',
      '0',
      '`',
      '[',
      '](',
      '<a',
      '<!--',
      '> ```\n',
      '[a]: ',
    ]) {
      assertGrowsLinearly(unit, 100_000, scan);
    }
  });

  it('finds every id and range of a mapping document, and reports what no catalog has', () => {
    // Counted by hand in the fixture.
    const { references, unresolved } = scan(fixture('controlMapping.md'));
    const count = (kind: string): number => references.filter((reference) => reference.kind === kind).length;
    assert.deepEqual(
      [count('control'), count('range'), count('requirement'), unresolved.map(({ text }) => text)],
      [11, 3, 2, ['04.a–04.d', '08.z', '14.a–14.c', '14.b']],
    );
  });

  it('leaves nothing of the public mapping document unread', function () {
    const text = sharedFile('corpus/open-access-control_mapping.md');
    if (text === undefined) this.skip();
    const { references, unresolved } = scan(text);
    const places = new Set([...references, ...unresolved].map(({ start, text: written }) => `${start} ${written}`));
    // In that file two digits, a point and one letter are an id wherever they stand, or with an EN DASH a range of two.
    const written = [...text.matchAll(/\b\d\d\.[a-z](?:–\d\d\.[a-z])?\b/g)].map(
      (match) => `${match.index} ${match[0]}`,
    );
    assert.deepEqual([...places].toSorted(), written.toSorted());
  });
});

describe('the requirement ids of Azure’s initiative', () => {
  const lines = fixture('azureInitiativeIds.txt').trim().split('\n');
  const withJunk = '0410.01x1System.12-01.xMobileComputingandCommunications';
  const whole = lines.filter((line) => line !== withJunk);

  const textsAndIds = (line: string): readonly (string | readonly string[])[] =>
    scan(line).references.flatMap(({ text, ids }) => [text, ids]);

  it('are 576, all different, in canonical form too', () => {
    assert.equal(new Set(lines.flatMap(idsIn)).size, 576);
  });

  it('are recognised whole, 575 of them', () => {
    assert.deepEqual(
      whole.filter((line) => scan(line).references[0]?.text !== line || scan(line).references.length !== 1),
      [],
    );
  });

  it('are recognised up to the junk behind it, the 576th', () => {
    assert.deepEqual(textsAndIds(withJunk), ['0410.01x1System.12-01.x', ['0410.01x1System.12']]);
  });

  for (const [how, respell] of [
    ['in upper case', (id: string): string => id.toUpperCase()],
    ['in lower case with underscores', (id: string): string => id.toLowerCase().replaceAll('.', '_')],
  ] as const) {
    it(`have the same canonical form ${how}, and are recognised whole`, () => {
      const differing = whole.filter(
        (line) => JSON.stringify(textsAndIds(respell(line))) !== JSON.stringify([respell(line), idsIn(line)]),
      );
      assert.deepEqual(differing, []);
    });
  }
});
