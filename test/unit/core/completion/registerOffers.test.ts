import assert from 'node:assert/strict';
import { EVIDENCE_STATES, readEvidence } from '../../../../src/core/assessment/evidence';
import { EVIDENCE_TYPES } from '../../../../src/core/assessment/evidenceType';
import { MATURITY_LEVELS } from '../../../../src/core/assessment/maturity';
import { readRequests, REQUEST_STATES } from '../../../../src/core/assessment/requests';
import { APPLICABILITIES, readRequirementList } from '../../../../src/core/assessment/requirementList';
import {
  type CompletedRegister,
  registerOffers,
  type RegisterScope,
} from '../../../../src/core/completion/registerOffers';
import { catalog } from '../../../../src/core/csf/catalog';
import { cellAt } from '../../../../src/core/csvCell';
import { csv, requests, summary } from '../../given';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';

describe('what the cell of a register can hold', () => {
  const scope: RegisterScope = {
    catalog,
    summary: summary({ matrix: `${A},Partial\n${B},Full\n0104.02a1Organizational.12,No`, documents: '01.c' }),
    levels: ['policy', 'procedure', 'implemented'],
    documents: [{ file: 'documents.csv', line: 2, id: 'ACP-01', title: 'Access control policy' }],
    requests: requests(`${A},planned,external,40,yes,Contoso`),
    provider: 'Contoso Cloud',
    matrixVersion: '1.4.1',
  };
  /** `^` stands for the cursor. */
  const offered = (register: CompletedRegister, marked: string): readonly string[] => {
    const offset = marked.indexOf('^');
    const text = marked.replace('^', '');
    const cell = cellAt(text, offset, ',');
    return cell ? registerOffers(register, cell, text.slice(cell.start, offset), scope).map(({ value }) => value) : [];
  };

  it('are the words that its column is read by, under any of its names', () => {
    assert.deepEqual(offered('evidence', 'state\n^'), EVIDENCE_STATES);
    for (const name of ['maturity', 'Level', 'Maturity Level'])
      assert.deepEqual(offered('evidence', `${name}\n^`), MATURITY_LEVELS);
    for (const register of ['evidence', 'evidenceDocuments'] as const)
      assert.deepEqual(offered(register, 'evidence_type\n^'), EVIDENCE_TYPES);
    assert.deepEqual(offered('requests', 'state\n^'), REQUEST_STATES);
    assert.deepEqual(offered('requests', 'type\n^'), ['external', 'internal']);
    assert.deepEqual(offered('requests', 'Partially inherited\n^'), ['yes', 'no']);
    assert.deepEqual(offered('requirements', 'core\n^'), ['yes', 'no']);
    assert.deepEqual(offered('requirements', 'applicability\n^'), APPLICABILITIES);
    assert.deepEqual(offered('gaps', 'maturity\n^'), MATURITY_LEVELS);
  });

  it('are the levels that the assessment scores first', () => {
    const cell = cellAt('maturity\n', 9, ',');
    assert.ok(cell);
    const offers = registerOffers('evidence', cell, '', { ...scope, levels: ['implemented'] });
    assert.equal(offers[0]?.value, 'implemented');
    assert.equal(offers.length, MATURITY_LEVELS.length);
  });

  it('are read back without a problem, every one of them', () => {
    for (const state of offered('evidence', 'state\n^')) {
      const text = `control,state,maturity,location\n01.c,${state},policy,x.md`;
      assert.deepEqual(readEvidence(csv(text), 'e', 'e', catalog).problems, [], state);
    }
    for (const column of ['state', 'type', 'partial'])
      for (const value of offered('requests', `${column}\n^`)) {
        const text = `control,weight,${column === 'state' ? 'x' : 'state'},${column}\n01.c,50,planned,${value}`;
        assert.deepEqual(readRequests(csv(text), 'r', 'r', catalog).problems, [], value);
      }
    for (const column of ['applicability', 'core', 'domain'])
      for (const value of offered('requirements', `${column}\n^`)) {
        const text = `requirement,${column}\n${A},${value}`;
        assert.deepEqual(readRequirementList(csv(text), 'l', 'l', catalog).problems, [], value);
      }
  });

  it('are requirements by their own id, or by id or title of their control', () => {
    assert.deepEqual(offered('evidence', 'requirement\n^'), [A, B, '0104.02a1Organizational.12']);
    assert.deepEqual(offered('evidence', 'requirement\n1149^'), [A]);
    assert.deepEqual(offered('requests', 'requirement\n01.c^').slice(0, 2), [A, B]);
    assert.deepEqual(offered('gaps', 'requirement_id\npriv man^'), [A, B]);
    assert.deepEqual(offered('requirements', 'BUID\n115^'), [B]);
    assert.deepEqual(offered('evidence', 'requirement\nzzz^'), []);
  });

  it('are controls where the column is of controls, and the requirement’s own beside one', () => {
    assert.equal(offered('evidence', 'control\n^')[0], '01.c');
    assert.deepEqual(offered('evidence', 'control\nacc pol^'), ['01.a']);
    assert.deepEqual(offered('requirements', `requirement,control\n${A},^`), ['01.c']);
    assert.deepEqual(offered('requirements', `buid,control\n${A},^`), ['01.c']);
  });

  it('are a control where the matrix has no requirements', () => {
    const simple = { ...scope, summary: summary({ matrix: '01.c,Partial', documents: '01.c' }) };
    const cell = cellAt('requirement\n01.c', 16, ',');
    assert.equal(cell && registerOffers('evidence', cell, '01.c', simple)[0]?.value, '01.c');
  });

  it('are documents with their titles, the providers, and the versions of the matrix', () => {
    const cell = cellAt('document_id\n', 12, ',');
    assert.deepEqual(cell && registerOffers('evidence', cell, '', scope), [
      { value: 'ACP-01', title: 'Access control policy' },
    ]);
    assert.deepEqual(offered('requests', 'provider\n^'), ['Azure', 'Contoso Cloud', 'Contoso']);
    assert.deepEqual(offered('requests', 'srm_version\n^'), ['1.4.1']);
  });

  it('are nothing where a column may hold anything', () => {
    for (const column of ['note', 'owner', 'weight', ''])
      assert.deepEqual(offered('requests', `${column},x\n^`), [], column);
    assert.deepEqual(offered('evidenceDocuments', 'state\n^'), []);
  });
});
