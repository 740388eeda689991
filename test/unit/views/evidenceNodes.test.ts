import assert from 'node:assert/strict';
import { Records } from '../../../src/core/assessment/records';
import { english } from '../../../src/core/message';
import { evidenceNodes, type EvidenceOf } from '../../../src/views/evidenceNodes';
import type { TreeNode } from '../../../src/views/treeNode';
import { evidence } from '../given';

const ID = '1149.01c2System.9';

function assessment(rows: string, id = 'one'): EvidenceOf {
  const records = new Records(['policy', 'procedure', 'implemented'], ({ location }) => location !== 'gone.pdf');
  records.set('evidence.csv', { evidence: evidence(rows, 'requirement,maturity,location,state,type,title') });
  return { id, name: id, folder: '/w', records };
}

const nodes = (...assessments: readonly EvidenceOf[]): readonly TreeNode[] =>
  evidenceNodes(assessments, { translate: english, files: { resolve: (folder, path) => `${folder}/${path}` } });
const below = (node: TreeNode | undefined): readonly TreeNode[] => node?.children?.() ?? [];

describe('the rows of the Evidence view', () => {
  it('are how good it is with the number of documents, the documents, and what they are evidence for', () => {
    const [missing, unchecked, ...others] = nodes(
      assessment(
        `${ID},policy,a.pdf,accepted,policy,Policy\n${ID},procedure,a.pdf,,,Policy\n01.d,policy,gone.pdf,,,Gone`,
      ),
    );
    assert.deepEqual(others, []);
    assert.deepEqual([missing?.label, missing?.description], ['Missing', '1']);
    assert.equal(unchecked?.label, 'Dates not checked');
    const [document] = below(unchecked);
    assert.equal(document?.label, 'Policy');
    assert.deepEqual(
      below(document).map(({ label, description }) => [label, description]),
      [
        [`${ID} · policy`, 'accepted'],
        [`${ID} · procedure`, 'collected'],
      ],
    );
  });

  it('open the file or the link, and the row of what is not there', () => {
    const elements = nodes(
      assessment(`${ID},policy,a.pdf,,,A\n${ID},procedure,https://x.y/z,,,B\n${ID},policy,gone.pdf,,,C`),
    )
      .flatMap(below)
      .map(({ element: { evidence: file, link, row } }) => [file ?? link, row?.line]);
    assert.deepEqual(elements, [
      [undefined, 4],
      ['/w/a.pdf', 2],
      ['https://x.y/z', 3],
    ]);
  });

  it('offer a SHA-256 for files only, and a path for what has one', () => {
    const contexts = nodes(
      assessment(`${ID},policy,a.pdf,,,A\n${ID},procedure,https://x.y/z,,,B\n${ID},policy,gone.pdf,,,C`),
    )
      .flatMap(below)
      .map(({ context }) => context);
    assert.deepEqual(contexts, [['document'], ['document', 'file'], ['document', 'link']]);
  });

  it('are below their assessments where several have evidence', () => {
    const row = `${ID},policy,a.pdf,,,A`;
    const roots = nodes(assessment(row), assessment(row, 'two'), assessment('', 'three'));
    assert.deepEqual(
      roots.map(({ label }) => label),
      ['one', 'two'],
    );
  });

  it('are told apart whatever their paths are', () => {
    const all = (rows: readonly TreeNode[]): readonly string[] =>
      rows.flatMap((row) => [row.element.id, ...all(below(row))]);
    const ids = all(nodes(assessment('01.c,policy,a/b,,,A\n01.d,policy,a/b 0 01.c · policy,,,B')));
    assert.equal(ids.length, 5);
    assert.equal(new Set(ids).size, 5);
  });

  it('say in words how good the evidence is', () => {
    const [group] = nodes(assessment(`${ID},policy,gone.pdf,,,Policy`));
    assert.equal(group?.spoken, 'Missing, 1 document');
    assert.equal(below(group)[0]?.spoken, 'Policy, Missing, no date given');
    assert.match(below(group)[0]?.tooltip() ?? '', /gone\.pdf/);
  });
});
