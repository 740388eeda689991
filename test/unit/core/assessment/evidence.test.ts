import assert from 'node:assert/strict';
import {
  EVIDENCE_STATES,
  type EvidenceReading,
  findUsable,
  isLink,
  readEvidence,
} from '../../../../src/core/assessment/evidence';
import { scoredLevels } from '../../../../src/core/assessment/maturity';
import { catalog } from '../../../../src/core/csf/catalog';
import { english } from '../../../../src/core/message';
import { csv, evidence } from '../../given';

const read = (text: string): EvidenceReading => readEvidence(csv(text), 'evidence.csv', 'evidence.csv', catalog);
const codes = ({ problems }: { readonly problems: EvidenceReading['problems'] }): readonly string[] =>
  problems.map(({ code, at }) => `${at && 'line' in at ? at.line : '-'} ${code}`);
const r2 = scoredLevels('r2');

describe('the evidence register', () => {
  it('is read with its documents’ columns in its rows', () => {
    assert.deepEqual(
      read(
        'requirement,cvid,maturity,document_id,title,location,state,note\n1149.01c2System.9 - 01.c,0873.0,Policy,P1,Access policy,acp.pdf,Accepted,x',
      ).evidence,
      [
        {
          file: 'evidence.csv',
          line: 2,
          control: '01.c',
          requirement: '1149.01c2System.9',
          maturity: 'policy',
          title: 'Access policy',
          location: 'acp.pdf',
          state: 'accepted',
        },
      ],
    );
  });

  it('takes control for requirement, level for maturity, and an empty state for collected', () => {
    const [row] = read('control;level;location\n01.c;implemented;x.png').evidence;
    assert.deepEqual(
      [row?.control, row?.maturity, row?.state, row?.title],
      ['01.c', 'implemented', 'collected', 'x.png'],
    );
  });

  it('takes columns in any order, and leaves those that it does not know alone', () => {
    const [row] = read('Anything,LOCATION,Requirement\nx,acp.pdf,01.c').evidence;
    assert.deepEqual([row?.location, row?.control], ['acp.pdf', '01.c']);
  });

  for (const [what, text, ...expected] of [
    ['an id that does not exist', 'requirement\n14.a', '2 unknown-id'],
    ['a range for an id', 'requirement\n01.a–01.c', '2 several-ids'],
    ['a list for an id', 'requirement\n"01.a, 01.c"', '2 several-ids'],
    ['an id that only mentions a control', 'requirement\nsee 01.a', '2 unknown-id'],
    ['a requirement id that is misspelt', 'requirement\n1149.01c2Sytem.9 - 01.c', '2 unknown-id'],
    ['a level that is none', 'requirement,maturity\n01.c,level 2', '2 unknown-maturity'],
    ['a state that is none', 'requirement,state\n01.c,done', '2 unknown-state'],
    ['no column for ids', 'id,state\n01.c,', '1 missing-register-column'],
    ['a quotation mark that never closes', 'requirement,location\n01.c,x\n01.d,"y\n', '3 unclosed-quote'],
    ['nothing in it', '', '- file-empty'],
    ['a NUL in it', 'requirement\0', '- file-not-text'],
  ] as const) {
    it(`says so where there is ${what}`, () => assert.deepEqual(codes(read(text)), expected));
  }
});

describe('a document', () => {
  for (const state of EVIDENCE_STATES) {
    const counts = state !== 'requested' && state !== 'rejected';
    it(`that is ${state} ${counts ? 'counts' : 'does not count'}`, () => {
      const { usable, problems } = findUsable(evidence(`01.c,policy,acp.pdf,${state}`), () => true, r2);
      assert.deepEqual([usable.length, problems], [counts ? 1 : 0, []]);
    });
  }

  for (const [what, row, ...problems] of [
    ['that has no location does not count', '01.c,policy,', '2 evidence-without-location'],
    ['that is not there does not count', '01.c,policy,gone.pdf', '2 evidence-not-found'],
    ['without a maturity level does not count in an r2', '01.c,,acp.pdf', '2 missing-maturity'],
    ['behind a link counts, unfetched', '01.c,policy,https://x.sharepoint.com/acp'],
    ['that is there counts', '01.c,policy,acp.pdf'],
  ] as const) {
    it(what, () => {
      const result = findUsable(evidence(row), ({ location }) => location === 'acp.pdf', r2);
      assert.deepEqual([codes(result), result.usable.length], [problems, problems.length === 0 ? 1 : 0]);
    });
  }

  it('without a maturity level counts where one level only is scored', () => {
    const { usable } = findUsable(evidence('01.c,,acp.pdf'), () => true, scoredLevels('i1'));
    assert.deepEqual(
      usable.map(({ maturity }) => maturity),
      ['implemented'],
    );
  });

  it('is named by its path where it is not there', () => {
    const { problems } = findUsable(evidence('01.c,policy,gone.pdf'), () => false, r2);
    assert.match(problems.map(english).join(), /gone\.pdf does not exist/);
  });

  for (const [location, link] of [
    ['https://x.y/z', true],
    ['http://wiki/policies', true],
    ['http://TBD', false],
    ['file:///evidence/acp.pdf', false],
    ['evidence/acp.pdf', false],
    ['C:\\evidence\\acp.pdf', false],
    ['acp.pdf (see https://x.y)', false],
    ['TBD', false],
  ] as const) {
    it(`at ${location} is ${link ? '' : 'not '}behind a link`, () => assert.equal(isLink(location), link));
  }
});
