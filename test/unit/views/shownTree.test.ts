import assert from 'node:assert/strict';
import { ShownTree } from '../../../src/views/shownTree';
import type { TreeElement, TreeNode } from '../../../src/views/treeNode';

interface Plain {
  readonly id: string;
  readonly label?: string;
  readonly line?: number;
  readonly below?: readonly Plain[];
}

/** Counts how often what is below a row is made. */
function createTree(roots: readonly Plain[]) {
  const state = { roots, made: [] as string[] };
  const nodeOf = ({ id, label = id, line, below }: Plain): TreeNode => ({
    element: { id, assessment: 'a', ...(line !== undefined && { row: { file: 'f', line } }) },
    label,
    description: '',
    spoken: label,
    context: [],
    opens: false,
    tooltip: () => label,
    ...(below && {
      children: () => {
        state.made.push(id);
        return below.map(nodeOf);
      },
    }),
  });
  return { state, tree: new ShownTree(() => state.roots.map(nodeOf)) };
}

const ids = (elements: readonly TreeElement[] | 'all') =>
  elements === 'all' ? elements : elements.map(({ id }) => id);

const ROWS: readonly Plain[] = [
  { id: 'a', below: [{ id: 'a1', below: [{ id: 'a11' }] }, { id: 'a2' }] },
  { id: 'b', below: [{ id: 'b1' }] },
];

describe('a tree that is shown', () => {
  it('makes what is below a row only once it is opened', () => {
    const { state, tree } = createTree(ROWS);
    const [a] = tree.children();
    assert.deepEqual(state.made, []);
    assert.deepEqual(ids(tree.children(a)), ['a1', 'a2']);
    tree.update();
    assert.deepEqual(state.made, ['a', 'a']);
  });

  it('is not drawn anew where nothing changed', () => {
    const { tree } = createTree(ROWS);
    tree.children(tree.children()[0]);
    assert.deepEqual(tree.update(), []);
  });

  it('has a row drawn anew that looks otherwise, and no other', () => {
    const { state, tree } = createTree(ROWS);
    const [a] = tree.children();
    const [a1] = tree.children(a);
    state.roots = [
      { id: 'a', below: [{ id: 'a1', label: 'changed', below: [{ id: 'a11' }] }, { id: 'a2' }] },
      ROWS[1]!,
    ];
    assert.deepEqual(tree.update(), [a1]);
    assert.equal(a1 && tree.node(a1)?.label, 'changed');
    assert.deepEqual(tree.update(), []);
  });

  it('has the row drawn anew below which one came or went', () => {
    const { state, tree } = createTree(ROWS);
    const [a] = tree.children();
    tree.children(a);
    state.roots = [{ id: 'a', below: [{ id: 'a2' }] }, ROWS[1]!];
    assert.deepEqual(tree.update(), [a]);
    assert.deepEqual(ids(tree.children(a)), ['a2']);
  });

  it('does not mind what changed below a row that was never opened', () => {
    const { state, tree } = createTree(ROWS);
    tree.children();
    state.roots = [ROWS[0]!, { id: 'b', below: [] }];
    assert.deepEqual(tree.update(), []);
  });

  it('is drawn anew as a whole where a topmost row came or went, and knows the old rows meanwhile', () => {
    const { state, tree } = createTree(ROWS);
    const [a] = tree.children();
    state.roots = [{ id: 'c' }, ...ROWS];
    assert.equal(tree.update(), 'all');
    assert.equal(a && tree.node(a)?.label, 'a');
    assert.deepEqual(ids(tree.children()), ['c', 'a', 'b']);
    // VS Code knows a row by its element.
    assert.equal(tree.children()[1], a);
  });

  it('gives a row another element once it is about something else', () => {
    const { state, tree } = createTree([{ id: 'a', line: 1 }]);
    const [before] = tree.children();
    state.roots = [{ id: 'a', line: 2 }];
    assert.equal(tree.update(), 'all');
    const [after] = tree.children();
    assert.deepEqual([before?.row?.line, after?.row?.line], [1, 2]);
  });
});
