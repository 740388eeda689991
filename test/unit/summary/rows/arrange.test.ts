import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createArrange } from '../../../../src/summary/rows/arrange';
import { anyRows, anyView, arranged, facets, given, row, told } from './givenRows';

describe('the rows of the table', () => {
  it('are the controls, each with its requirements below it while it is open', () => {
    assert.deepEqual(told(arranged({})), ['01.a', '01.c', '10.b']);
    assert.deepEqual(told(arranged({}, { open: ['01.c'] })), ['01.a', '01.c', '  1143.01c1System.123', '10.b']);
  });

  it('are the requirements by themselves where a person wants them so', () => {
    const { lines, ids, count, total } = arranged({ grain: 'requirements' }, { open: ['01.a', '1143.01c1System.123'] });
    assert.deepEqual(
      lines.map((line) => line.kind === 'row' && [line.row.id, line.level, line.isOpen]),
      [
        ['1101.01a1System.1', 1, false],
        ['1102.01a2System.2', 1, false],
        ['1903.01a3System.3', 1, false],
        ['1143.01c1System.123', 1, true],
      ],
    );
    assert.deepEqual([ids.length, count, total], [4, 4, 4]);
  });

  it('are nothing where nothing is in scope', () => {
    const arrange = createArrange(given([]));
    const nothing = { lines: [], ids: [], count: 0, total: 0 };
    assert.deepEqual(arranged({ text: 'access', grouping: 'owner' }, { arrange }), nothing);
    assert.deepEqual(arranged({ grain: 'requirements' }, { arrange }), nothing);
  });

  describe('by a filter', () => {
    it('are the controls with a requirement that it leaves, and of these only such', () => {
      const arrangement = arranged(facets({ status: ['coverage-needed'] }), { open: ['01.a', '01.c'] });
      assert.deepEqual(told(arrangement), ['01.a', '  1903.01a3System.3', '10.b']);
    });

    it('have one of the values of each facet', () => {
      const both = arranged({
        ...facets({ status: ['complete', 'needs-evidence'], owner: ['ann'] }),
        grain: 'requirements',
      });
      assert.deepEqual(told(both), ['1102.01a2System.2']);
    });

    it('are not controls whose requirements have the values only together', () => {
      assert.deepEqual(told(arranged(facets({ status: ['needs-evidence'], responsibility: ['azure'] }))), []);
      assert.deepEqual(told(arranged({ text: 'ann', ...facets({ status: ['needs-evidence'] }) })), []);
    });

    it('are judged by what the figures count: a control’s own status says nothing where requirements are listed', () => {
      assert.deepEqual(told(arranged(facets({ status: ['needs-evidence'] }))), ['01.a']);
      assert.deepEqual(told(arranged(facets({ responsibility: ['azure'] }))), ['01.a']);
    });

    it('are requirements of a document that is about their control as a whole', () => {
      const a = arranged(facets({ document: ['file:///docs/a.md'] }), { open: ['01.a', '01.c'] });
      assert.deepEqual(told(a).slice(0, 4), [
        '01.a',
        '  1101.01a1System.1',
        '  1102.01a2System.2',
        '  1903.01a3System.3',
      ]);
    });

    it('are called by their own id, and controls that are in by some requirements by these', () => {
      assert.deepEqual(arranged({}).ids, ['01.a', '01.c', '10.b']);
      const { ids, count, total } = arranged(facets({ status: ['complete', 'needs-evidence'] }));
      assert.deepEqual(ids, ['1101.01a1System.1', '1102.01a2System.2', '01.c']);
      assert.deepEqual([count, total], [2, 3]);
    });

    it('have an id each once, in however many groups they are, folded or not', () => {
      const arrangement = arranged({ grouping: 'owner', grain: 'requirements' }, { folded: ['["owner","bob"]'] });
      assert.deepEqual(arrangement.ids.toSorted(), arranged({ grain: 'requirements' }).ids.toSorted());
      assert.equal(arrangement.count, 4);
    });
  });

  describe('in groups', () => {
    it('stand under each of their values, in the order of values, and those without any stand last', () => {
      assert.deepEqual(told(arranged({ grouping: 'owner', grain: 'requirements' })), [
        'Ann (1)',
        '1102.01a2System.2',
        'Bob (2)',
        '1101.01a1System.1',
        '1102.01a2System.2',
        'No owner (2)',
        '1903.01a3System.3',
        '1143.01c1System.123',
      ]);
      assert.deepEqual(told(arranged({ grouping: 'document' })), [
        'a.md (2)',
        '01.a',
        '01.c',
        'b.md (1)',
        '01.c',
        'In no document (1)',
        '10.b',
      ]);
    });

    it('are not seen where a group is folded, but counted', () => {
      const [first] = arranged({ grouping: 'status' }).lines;
      assert.ok(first?.kind === 'group');
      const folded = arranged({ grouping: 'status' }, { folded: [first.key] });
      assert.deepEqual(told(folded), ['Needs evidence (1)', 'Coverage needed (1)', '10.b', 'Complete (1)', '01.c']);
      assert.deepEqual(
        folded.lines.flatMap((line) => (line.kind === 'group' ? line.isFolded : [])),
        [true, false, false],
      );
    });

    it('have their requirements below them in each', () => {
      assert.deepEqual(told(arranged({ grouping: 'document' }, { open: ['01.c'] })).slice(3, 7), [
        '  1143.01c1System.123',
        'b.md (1)',
        '01.c',
        '  1143.01c1System.123',
      ]);
    });

    it('are called by a value as it is where it has no words', () => {
      const arrange = createArrange(given([row('01.a', { owner: ['Zoë'] }), row('01.b')]));
      assert.deepEqual(told(arranged({ grouping: 'owner' }, { arrange })), ['Zoë (1)', '01.a', 'No owner (1)', '01.b']);
    });
  });

  describe('in an order', () => {
    const ids = (column: Parameters<typeof byColumn>[0], descending = false): readonly string[] =>
      byColumn(column, descending).map((id) => id.slice(0, 4));
    function byColumn(column: 'id' | 'title' | 'status' | 'open' | 'evidence' | 'due' | 'owner', descending: boolean) {
      return arranged({ grain: 'requirements', sort: { column, descending } }).ids;
    }

    it('are in that of the framework, or the other way round', () => {
      assert.deepEqual(ids('id'), ['1101', '1102', '1903', '1143']);
      assert.deepEqual(ids('id', true), ['1143', '1903', '1102', '1101']);
    });

    it('stay in that of the framework where they are alike, whichever way', () => {
      assert.deepEqual(ids('title'), ['1101', '1102', '1903', '1143']);
      assert.deepEqual(ids('title', true), ['1143', '1101', '1102', '1903']);
      assert.deepEqual(ids('evidence', true), ['1102', '1101', '1903', '1143']);
    });

    it('are in the order of values, those with none last whichever way', () => {
      assert.deepEqual(ids('status'), ['1101', '1903', '1102', '1143']);
      assert.deepEqual(ids('status', true), ['1102', '1143', '1903', '1101']);
      assert.deepEqual(ids('open'), ['1101', '1903', '1102', '1143']);
      assert.deepEqual(ids('open', true), ['1903', '1101', '1102', '1143']);
      assert.deepEqual(ids('owner'), ['1102', '1101', '1903', '1143']);
    });

    it('are due first what is due first, and last what is never due', () => {
      assert.deepEqual(ids('due'), ['1102', '1101', '1903', '1143']);
      assert.deepEqual(ids('due', true), ['1101', '1102', '1903', '1143']);
    });

    it('are sorted below their control, and stay there', () => {
      const sort = { column: 'due', descending: false } as const;
      assert.deepEqual(told(arranged({ sort }, { open: ['01.a'] })), [
        '01.a',
        '  1102.01a2System.2',
        '  1101.01a1System.1',
        '  1903.01a3System.3',
        '01.c',
        '10.b',
      ]);
    });
  });
});

describe('whatever the rows and the view, the table', () => {
  const everyRow = (rows: Parameters<typeof given>[0] = []): ReadonlySet<string> => new Set(rows.map(({ id }) => id));

  it('has no key twice', () => {
    fc.assert(
      fc.property(anyRows, anyView, (rows, view) => {
        const { lines } = createArrange(given(rows))(view, everyRow(rows), new Set());
        assert.equal(new Set(lines.map(({ key }) => key)).size, lines.length);
      }),
    );
  });

  it('loses no row and has none twice: all that is left is there, once in each group it belongs to', () => {
    fc.assert(
      fc.property(anyRows, anyView, (rows, view) => {
        const arrange = createArrange(given(rows));
        const flat = arrange({ ...view, grouping: 'none' }, new Set(), new Set());
        const grouped = arrange(view, new Set(), new Set());
        const left = flat.lines.map(({ key }) => key);
        assert.equal(new Set(left).size, left.length);
        assert.equal(flat.count, left.length);
        const seen = grouped.lines.flatMap((line) => (line.kind === 'row' ? line.row.id : []));
        assert.deepEqual(new Set(seen), new Set(left));
        const counted = grouped.lines.reduce((sum, line) => sum + (line.kind === 'group' ? line.count : 0), 0);
        if (view.grouping !== 'none') assert.equal(counted, seen.length);
      }),
    );
  });

  it('stands for exactly the requirements, and controls without any, that its ids stand for', () => {
    fc.assert(
      fc.property(anyRows, anyView, (rows, view) => {
        const arrange = createArrange(given(rows));
        const { ids, lines } = arrange({ ...view, grouping: 'none' }, everyRow(rows), new Set());
        assert.equal(new Set(ids).size, ids.length);
        assert.ok(ids.every((id) => everyRow(rows).has(id)));
        const requirementsOf = (id: string) => rows.filter(({ control }) => control === id).map((below) => below.id);
        const leaves = (id: string) => (requirementsOf(id).length > 0 ? requirementsOf(id) : [id]);
        const seen = lines.flatMap((line) => (line.kind === 'row' ? line.row.id : []));
        const seenLeaves = seen.filter((id) => requirementsOf(id).length === 0);
        assert.deepEqual(new Set(ids.flatMap(leaves)), new Set(seenLeaves));
      }),
    );
  });

  it('keeps its other lines as they are, and in order, when a group is folded or a row closed', () => {
    fc.assert(
      fc.property(anyRows, anyView, fc.nat(), (rows, view, pick) => {
        const arrange = createArrange(given(rows));
        const all = arrange(view, everyRow(rows), new Set()).lines;
        const groups = all.filter(({ kind }) => kind === 'group');
        const group = groups[pick % Math.max(groups.length, 1)]?.key;
        const folded = arrange(view, everyRow(rows), new Set(group === undefined ? [] : [group])).lines;
        assert.deepEqual(
          folded.map(({ key }) => key),
          all.map(({ key }) => key).filter((key) => group === undefined || !key.startsWith(`${group}\n`)),
        );
        const closed = arrange(view, new Set(), new Set()).lines;
        assert.deepEqual(
          closed.map(({ key }) => key),
          all.filter((line) => line.kind === 'group' || line.level === 1).map(({ key }) => key),
        );
      }),
    );
  });
});
