import assert from 'node:assert/strict';
import { english } from '../../../src/core/message';
import { readSharingRegister } from '../../../src/core/sharing/sharingRegister';
import { sharesNodes } from '../../../src/views/sharesNodes';
import type { TreeNode } from '../../../src/views/treeNode';
import { digest } from '../core/sharing/givenShares';

async function nodes(...lines: readonly string[]): Promise<readonly TreeNode[]> {
  const csv = ['id,event,date,recipient,organization,contact,expires,statuses', ...lines].join('\n');
  const { rows } = await readSharingRegister(new TextEncoder().encode(csv), 'sharing.csv', 's', digest);
  return sharesNodes([{ id: 'one', name: 'One', rows, statuses: 'v2' }], { translate: english, today: '2026-12-01' });
}
const below = (node: TreeNode | undefined): readonly TreeNode[] => node?.children?.() ?? [];

describe('the rows of the Shares view', () => {
  it('are what became of the copies, what needs attention first, and under that each copy', async () => {
    const states = await nodes(
      'S-1,shared,2026-11-01,Jo,Northwind,jo@n.example,2027-01-31,v2',
      'S-2,shared,2026-11-01,Al,,,2026-11-30,v1',
      'S-3,shared,2026-11-01,Bo,Contoso,,,v1',
      'S-4,shared,2026-11-01,Cy,,,,',
      'S-4,returned,2026-11-20,Cy,,,,',
    );
    assert.deepEqual(
      states.flatMap((state) => [
        `${state.label} ${state.description}`,
        ...below(state).map(({ label, description, element }) => `${label}: ${description} (${element.row?.line})`),
      ]),
      [
        ...['Past its date 1', 'Al: until 2026-11-30, S-2, shared 2026-11-01, statuses changed since (3)'],
        ...['Old version 1', 'Bo, Contoso: statuses changed since, S-3, shared 2026-11-01 (4)'],
        ...['Out 1', 'Jo, Northwind: S-1, shared 2026-11-01, until 2027-01-31 (2)'],
        ...['Returned 1', 'Cy: S-4, returned 2026-11-20 (6)'],
      ],
    );
    assert.equal(
      below(states[0])[0]?.spoken,
      'Al, Past its date, until 2026-11-30, S-2, shared 2026-11-01, statuses changed since',
    );
    assert.equal(states[2]?.spoken, 'Out, 1 copy');
  });

  it('offer what can be done with a copy: a contact where there is one, an end while there is none', async () => {
    const states = await nodes(
      'S-1,shared,2026-11-01,Jo,Northwind,jo@n.example,,',
      'S-2,shared,2026-11-01,Al,,,,',
      'S-2,returned,2026-11-02,Al,,,,',
      'S-3,shared,2026-11-01,Bo,,,,',
      'S-3,destroyed,2026-11-02,Bo,,,,',
    );
    assert.deepEqual(
      states.flatMap(below).map(({ context }) => context),
      [['share', 'contact', 'out', 'there'], ['share', 'there'], ['share']],
    );
    const [copy] = below(states[0]);
    assert.deepEqual([copy?.element.contact, copy?.element.share], ['jo@n.example', 'S-1']);
    assert.equal(copy?.tooltip(), 'Jo, Northwind\ncontact: jo@n.example');
  });

  it('tell states apart by their shape', async () => {
    const icons = (
      await nodes(
        'A,shared,,X,,,2026-01-01,',
        'B,shared,,X,,,,v1',
        'C,shared,,X,,,,',
        'D,shared,,X,,,,',
        'D,returned,,X,,,,',
        'E,shared,,X,,,,',
        'E,destroyed,,X,,,,',
      )
    ).map(({ icon }) => icon?.name);
    assert.deepEqual([icons.length, new Set(icons).size], [5, 5]);
  });
});
