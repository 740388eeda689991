import assert from 'node:assert/strict';
import { GROUPINGS } from '../../../src/core/assessment/controlGroups';
import { STATUSES, statusWord } from '../../../src/core/assessment/status';
import { catalog } from '../../../src/core/csf/catalog';
import { english } from '../../../src/core/message';
import { controlNodes, type ControlsShown } from '../../../src/views/controlNodes';
import { statusIcon } from '../../../src/views/icons';
import type { TreeNode } from '../../../src/views/treeNode';
import { type Given, summary } from '../given';

const ID = '1149.01c2System.9';
const GIVEN: Given = {
  matrix: `${ID},Partial\n1150.01c2System.10,None\n0201.09j1Organizational.124,Full`,
  list: `${ID}\n1150.01c2System.10\n0201.09j1Organizational.124`,
  documents: '01.c',
  evidence: '1150.01c2System.10,policy,https://x.y/z,',
  requests: '0201.09j1Organizational.124,approved,external,100,no,Azure',
};

function nodes(given: Given = GIVEN, shown: Partial<ControlsShown> = {}): readonly TreeNode[] {
  return controlNodes([{ id: 'one', summary: summary(given), catalog }], {
    grouping: 'category',
    translate: english,
    labelOf: (file) => file,
    ...shown,
  });
}

const below = ({ children }: TreeNode): readonly TreeNode[] => children?.() ?? [];
const all = (roots: readonly TreeNode[]): readonly TreeNode[] => roots.flatMap((node) => [node, ...all(below(node))]);
const find = (label: string, roots = nodes()): TreeNode => {
  const found = all(roots).find((node) => node.label === label || node.label.startsWith(`${label} `));
  assert.ok(found, label);
  return found;
};

describe('the rows of the Controls view', () => {
  it('are groups with the number of their controls, and of those with something open', () => {
    assert.deepEqual(
      nodes().map(({ label, description }) => [label, description]),
      [
        ['01 Access Control', '1 · 1 open'],
        ['09 Communications and Operations Management', '1'],
      ],
    );
  });

  it('say whose a control or requirement is and its status in so few words that a side bar has room, and all in the tooltip', () => {
    assert.deepEqual(
      ['01.c', ID, '1150.01c2System.10', '09.j'].map((label) => find(label).description),
      ['Varies · needs evidence', 'Shared · needs evidence', 'Customer · needs evidence', 'Azure · inherited'],
    );
    assert.match(
      find('01.c').tooltip(),
      /^01\.c Privilege Management\nVaries by requirement · 1 shared, 1 customer · needs policy, procedure, implemented evidence/,
    );
  });

  it('lead from a control over its requirements to what is open on them', () => {
    const control = find('01.c');
    assert.deepEqual(
      below(control).map(({ label }) => label),
      [ID, '1150.01c2System.10'],
    );
    assert.deepEqual(
      below(find('1150.01c2System.10')).map(({ label, element }) => [label, element.maturity]),
      [
        ['Needs procedure evidence', 'procedure'],
        ['Needs implemented evidence', 'implemented'],
      ],
    );
    assert.equal(find('0201.09j1Organizational.124').children, undefined);
  });

  it('show what is open right below a control that stands in for its requirements', () => {
    const control = find('01.c', nodes({ matrix: '01.c,Partial', documents: '01.c', type: 'i1' }));
    assert.deepEqual(
      below(control).map(({ label }) => label),
      ['Needs implemented evidence', 'Coverage needed: no inheritance request'],
    );
    assert.match(below(control)[0]?.tooltip() ?? '', /Rule 3/);
  });

  it('leave out what is done where only what is open is asked for', () => {
    const shown = all(nodes(GIVEN, { onlyOpen: true })).map(({ label }) => label);
    assert.ok(!shown.some((label) => label.startsWith('09')));
    assert.ok(shown.includes(ID));
  });

  it('are below their assessments where there are several', () => {
    const made = summary(GIVEN);
    const empty = summary({});
    const roots = controlNodes(
      [
        { id: 'one', summary: made, catalog },
        { id: 'two', summary: empty, catalog },
      ],
      { grouping: 'category', translate: english, labelOf: (file) => file },
    );
    assert.deepEqual(
      roots.map(({ description, isExpanded }) => [description, isExpanded]),
      [
        ['2 · 1 open', true],
        ['nothing in scope yet', true],
      ],
    );
    assert.deepEqual(new Set(all(roots).map(({ element }) => element.assessment)), new Set(['one', 'two']));
  });

  it('have ids of their own under every grouping, and the same ones another time', () => {
    const ids = GROUPINGS.flatMap((grouping) => all(nodes(GIVEN, { grouping })).map(({ element }) => element.id));
    const again = GROUPINGS.flatMap((grouping) => all(nodes(GIVEN, { grouping })).map(({ element }) => element.id));
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(ids, again);
  });

  it('offer only what there is to do', () => {
    assert.deepEqual(find('01.c').context, ['control', 'open', 'evidence', 'coverage', 'referenced']);
    assert.deepEqual(find('09.j').context, ['control']);
    assert.deepEqual(find('1150.01c2System.10').context, ['requirement', 'open', 'evidence', 'referenced']);
  });

  it('give their commands what they are about', () => {
    const { id, ...about } = find(ID).element;
    assert.notEqual(id, '');
    assert.deepEqual(about, { assessment: 'one', control: '01.c', requirement: ID });
    const underDocument = find('01.c', nodes(GIVEN, { grouping: 'document' }));
    assert.equal(underDocument.element.document, 'scope.md');
  });

  it('tell their status in words to whoever does not see the icon', () => {
    assert.match(find('01.c').spoken, /^01\.c Privilege Management, Needs evidence, /);
    assert.match(find('01.c').spoken, /, 2 requirements$/);
    assert.equal(find('09 Communications').spoken, '09 Communications and Operations Management, 1 control');
  });
});

describe('the icons of statuses', () => {
  it('differ in shape, not by their colour alone', () => {
    const shapes = STATUSES.map((status) => statusIcon(status, { basis: 'requirements' }).name);
    assert.equal(new Set(shapes).size, STATUSES.length);
  });

  it('give no check mark where nothing is called complete', () => {
    assert.notDeepEqual(
      statusIcon('complete', { basis: 'documents' }),
      statusIcon('complete', { basis: 'requirements' }),
    );
    assert.equal(english(statusWord('complete', { basis: 'documents' })), 'Nothing recorded as open');
  });
});
