import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { builtInPolicies } from '../../../../src/core/azure/builtInPolicies';
import { policyLines } from '../../../../src/core/azure/policyLines';
import { policySteps, readPolicyFile } from '../../../../src/core/azure/readPolicyFile';
import { catalog } from '../../../../src/core/csf/catalog';
import { parseRequirementId, printRequirementId } from '../../../../src/core/csf/requirementId';
import { english } from '../../../../src/core/message';
import { fixture, sharedFile } from '../../fixture';
import { combined, GROUP, policyFile, REQUIREMENT, state, summary } from './given';

type Reading = ReturnType<typeof policyFile>;

const counts = ({ results: [result] }: Reading): readonly (number | undefined)[] => [
  result?.compliant,
  result?.nonCompliant,
  result?.exempt,
  result?.unknown,
];
const codes = ({ problems }: Reading): readonly string[] => problems.map(({ code }) => code);
const lines = (...files: readonly Reading[]): readonly string[] => policyLines(combined(files)).map(english);

describe('a list of policy states', () => {
  it('is counted by requirement, each resource once', () => {
    const reading = policyFile([
      state('a', 'Compliant'),
      state('b', 'NonCompliant'),
      state('c', 'Exempt'),
      state('d', 'Unknown'),
      state('e', 'Conflict'),
      state('f', 'Error'),
    ]);
    const [result] = reading.results;
    assert.deepEqual(
      [result?.file, result?.source, result?.requirement, result?.control, result?.newest, counts(reading)],
      ['states.json', 'states', REQUIREMENT, '01.c', '2027-03-01T08:00:00.000Z', [1, 1, 1, 3]],
    );
    assert.deepEqual(reading.problems, []);
  });

  for (const [states, expected, why] of [
    [['Compliant', 'NonCompliant', 'Unknown'], [0, 1, 0, 0], 'non-compliant if any policy says so'],
    [['Compliant', 'Error', 'Exempt'], [0, 0, 0, 1], 'else unknown if any could not tell'],
    [['Exempt', 'Exempt'], [0, 0, 1, 0], 'else exempt if it is from all'],
    [['Exempt', 'Compliant'], [1, 0, 0, 0], 'else compliant'],
  ] as const) {
    it(`counts a resource of several policies as ${why}`, () => {
      const rows = states.map((each, index) => state('a', each, { policyDefinitionReferenceId: `r${index}` }));
      assert.deepEqual(counts(policyFile(rows)), expected);
      assert.deepEqual(counts(policyFile(rows.toReversed())), expected);
    });
  }

  it('is read as REST wraps it, with names, states and ids in any case', () => {
    const shout = (of: object): object =>
      Object.fromEntries(Object.entries(of).map(([key, value]) => [key.toUpperCase(), value as unknown]));
    const reading = policyFile({
      Value: [
        shout(state('a', 'NONCOMPLIANT', { policyDefinitionGroupNames: [GROUP.toUpperCase()] })),
        state('A', 'noncompliant'),
      ],
    });
    assert.deepEqual([counts(reading), reading.problems], [[0, 1, 0, 0], []]);
  });

  it('gives a state to each requirement of its policy, once', () => {
    const groups = [GROUP, 'hipaa-1149_01c2system_9', 'hipaa-0101.00a1Organizational.123-00.a'];
    const { results } = policyFile([state('a', 'Compliant', { policyDefinitionGroupNames: groups })]);
    assert.deepEqual(
      results.map(({ requirement, compliant }) => [requirement, compliant]),
      [
        [REQUIREMENT, 1],
        ['0101.00a1Organizational.123', 1],
      ],
    );
  });

  it('counts and tells groups that are a control, or nothing of HITRUST, and guesses nothing', () => {
    const reading = policyFile([
      state('a', 'Compliant', { policyDefinitionGroupNames: ['HITRUST_CSF_v11.3_01.c', 'HITRUST_CSF_v11.3_2.1.1'] }),
      state('b', 'Compliant', { policyDefinitionGroupNames: ['HITRUST_CSF_v11.3_01.c', 'hipaa-1149.99z9System.9'] }),
      state('c', 'Compliant', { policyDefinitionGroupNames: null }),
    ]);
    assert.deepEqual(reading.results, []);
    assert.deepEqual(reading.problems.map(english), [
      'States of policies without a group, and so of no requirement: 1. They are not shown.',
      'Groups that name a whole control and no requirement: 1 (such as HITRUST_CSF_v11.3_01.c). Their results are not shown.',
      'Groups that are no requirement of HITRUST CSF: 2 (such as HITRUST_CSF_v11.3_2.1.1, hipaa-1149.99z9System.9). Their results are not shown.',
    ]);
  });

  it('takes a state that is not known for unknown, and says so', () => {
    const reading = policyFile([state('a', 'Splendid'), state('b', 'Splendid')]);
    assert.deepEqual([counts(reading), codes(reading)], [[0, 0, 0, 2], ['policy-unknown-state']]);
  });

  it('passes over what has no resource or no state, and says how many', () => {
    const reading = policyFile([
      state('a', 'Compliant'),
      state('b', '', {}),
      { complianceState: 'Compliant' },
      7,
      null,
    ]);
    assert.deepEqual([counts(reading), codes(reading)], [[1, 0, 0, 0], ['policy-unread']]);
    assert.match(english(reading.problems[0]!), /^Entries of states\.json that lack .*: 4\./);
  });

  it('counts a state whose time cannot be read, without a date', () => {
    const reading = policyFile([state('a', 'Compliant', { timestamp: '03/01/2027' })]);
    assert.deepEqual([counts(reading), reading.results[0]?.newest], [[1, 0, 0, 0], undefined]);
  });

  for (const [written, read] of [
    ['2019-10-09T17:48:05Z', '2019-10-09T17:48:05.000Z'],
    ['2019-10-09T17:48:05.1234567Z', '2019-10-09T17:48:05.123Z'],
    ['2019-10-09T17:48:05.123456+00:00', '2019-10-09T17:48:05.123Z'],
    ['2019-10-09T23:48:05-06:00', '2019-10-10T05:48:05.000Z'],
  ] as const) {
    it(`reads the time ${written}`, () =>
      assert.equal(policyFile([state('a', 'Compliant', { timestamp: written })]).results[0]?.newest, read));
  }

  it('is read in steps, so that an editor can go on meanwhile', () => {
    const rows = Array.from({ length: 5_001 }, (_, index) => state(`r${index}`, 'Compliant'));
    const steps = policySteps(new TextEncoder().encode(JSON.stringify(rows)), 's.json', 's.json', catalog);
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    assert.ok(count > 5, `${count} steps`);
    assert.equal(step.value.results[0]?.compliant, 5_001);
  });

  it('says where another page follows, or where it ends at a limit', () => {
    const many = Array.from({ length: 1000 }, (_, index) => state(`r${index}`, 'Compliant'));
    assert.deepEqual(codes(policyFile(many)), ['policy-cut-off']);
    assert.deepEqual(codes(policyFile(many.slice(1))), []);
    assert.deepEqual(codes(policyFile({ '@odata.nextLink': 'https://x', value: many })), ['policy-next-page']);
  });
});

describe('a summary of policy states', () => {
  it('tells the counts, and the time of its query', () => {
    const reading = policyFile(
      summary({ compliant: 14, NonCompliant: 557, exempt: 1, conflict: 2, unknown: 3 }, '2027-03-02 16:17:15Z'),
    );
    assert.deepEqual([counts(reading), reading.results[0]?.newest], [[14, 557, 1, 5], '2027-03-02T16:17:15.000Z']);
  });

  it('is read as REST wraps it', () => {
    assert.deepEqual(counts(policyFile({ '@odata.count': 1, value: [summary({ compliant: 2 })] })), [2, 0, 0, 0]);
  });

  it('that tells non-compliant resources only says so, and nothing of the others', () => {
    const results = { nonCompliantResources: 4, nonCompliantPolicies: 1 };
    const reading = policyFile({ policyAssignments: [{ policyGroups: [{ policyGroupName: GROUP, results }] }] });
    assert.equal(
      lines(reading)[0],
      'Azure Policy (a partial view of compliance): 4 non-compliant (the summary tells no other states)',
    );
  });

  it('of several assignments adds them up, and says that a resource can be counted twice', () => {
    const [one] = (summary({ compliant: 2 }) as { policyAssignments: unknown[] }).policyAssignments;
    const reading = policyFile({ policyAssignments: [one, one] });
    assert.deepEqual([counts(reading), reading.results[0]?.assignments], [[4, 0, 0, 0], 2]);
    assert.ok(lines(reading).some((line) => line.startsWith('Added up over 2 assignments')));
  });

  it('takes no figure that is none', () => {
    for (const count of [-1, 1.5, 1e300, '7', null, {}]) {
      const results = { resourceDetails: [{ complianceState: 'compliant', count }] };
      const reading = policyFile({ policyAssignments: [{ policyGroups: [{ policyGroupName: GROUP, results }] }] });
      assert.deepEqual(reading.results, [], JSON.stringify(count));
    }
  });
});

describe('an initiative', () => {
  const initiative = {
    name: 'mine',
    properties: {
      policyDefinitionGroups: [{ name: GROUP }, { name: 'hipaa-0101.00a1Organizational.123-00.a' }],
      parameters: {
        'effect-1': { defaultValue: 'AuditIfNotExists' },
        'effect-2': { defaultValue: 'Manual' },
        'effect-3': { defaultValue: 'Disabled' },
      },
      policyDefinitions: [
        {
          policyDefinitionId: '/p1',
          parameters: { effect: { value: "[parameters('Effect-1')]" } },
          groupNames: [GROUP],
        },
        {
          policyDefinitionId: '/p2',
          parameters: { effect: { value: "[parameters('effect-2')]" } },
          groupNames: [GROUP],
        },
        { policyDefinitionId: '/p3', parameters: { effect: { value: 'Deny' } }, groupNames: [GROUP] },
        {
          policyDefinitionId: '/p4',
          parameters: { effect: { value: "[parameters('effect-3')]" } },
          groupNames: [GROUP],
        },
      ],
    },
  };

  it('tells automatic and manual policies by their effects, with properties or without', () => {
    for (const content of [initiative, { ...initiative.properties, name: 'mine' }]) {
      assert.deepEqual(lines(policyFile(content)), [
        'Azure Policy (a partial view of compliance): no results were read',
        'Azure Policy: 2 automatic and 1 manual policies',
      ]);
    }
  });

  it('tells a requirement that it has no policy for', () => {
    const policy = combined([policyFile(initiative)], undefined, '0101.00a1Organizational.123');
    assert.ok(policyLines(policy).map(english).includes('Azure Policy has no policy for it.'));
  });

  const silent = (name: string): Reading =>
    policyFile({
      name,
      policyDefinitions: [
        { policyDefinitionId: '/P1', groupNames: [GROUP] },
        { policyDefinitionId: '/p2', groupNames: [GROUP] },
      ],
    });

  it('that does not tell an effect says so, and learns it from what the policy did', () => {
    const did = (policy: string, policyDefinitionAction: string): object =>
      state('a', 'Compliant', { policyDefinitionId: policy, policyDefinitionAction });
    assert.equal(
      lines(silent('mine')).at(-1),
      'Azure Policy: 0 automatic and 0 manual policies; of 2 more it is not told which they are',
    );
    assert.equal(
      lines(silent('mine'), policyFile([did('/p1', 'audit')])).at(-1),
      'Azure Policy: 1 automatic and 0 manual policies; of 1 more it is not told which they are',
    );
    assert.equal(
      lines(silent('mine'), policyFile([did('/p1', 'AUDIT'), did('/p2', 'manual')])).at(-1),
      'Azure Policy: 1 automatic and 1 manual policies',
    );
  });

  it('that is the built-in one is told by its counted figures; any other one is not', () => {
    const figures = new Map([[REQUIREMENT, { automatic: 0, manual: 9 }]]);
    const last = (name: string): string | undefined =>
      policyLines(combined([silent(name)], figures))
        .map(english)
        .at(-1);
    assert.equal(
      last('A169A624-5599-4385-a696-c8d643089fab'),
      'Azure Policy looks at nothing here by itself: all of its policies (9) are manual. (counted in the built-in initiative HITRUST/HIPAA 14.13.0)',
    );
    assert.match(last('mine') ?? '', /of 2 more/);
  });
});

describe('the metadata of Azure Policy', () => {
  it('tells the owner by its own name, with properties or without', () => {
    const properties = { metadataId: 'x', owner: 'Shared' };
    for (const record of [
      { name: 'hipaa-1149.01c2System.9-01.c', properties, type: 'Microsoft.PolicyInsights/policyMetadata' },
      { name: 'hipaa-1149.01c2System.9-01.c', owner: 'Shared' },
      { id: '/providers/Microsoft.PolicyInsights/policyMetadata/hipaa-1149.01c2System.9-01.c', owner: 'Shared' },
    ]) {
      assert.equal(lines(policyFile([record])).at(-1), 'owner in Azure Policy metadata (not inheritability): Shared');
    }
  });

  it('of another framework is counted, and not shown', () => {
    const reading = policyFile([{ name: 'NIST_SP_800-53_R4_AC-1', owner: 'Shared' }]);
    assert.deepEqual([reading.results, codes(reading)], [[], ['policy-other-group']]);
  });
});

describe('several files of policy results', () => {
  const older = { timestamp: '2027-02-01T00:00:00Z' };

  it('are put together by resource, the newest state counting, in whatever order they come', () => {
    const old = policyFile([state('a', 'NonCompliant', older), state('b', 'Compliant', older)], 'old.json');
    const recent = policyFile([state('a', 'Compliant'), state('c', 'Exempt')], 'new.json');
    for (const files of [
      [old, recent],
      [recent, old],
    ]) {
      const { compliant, nonCompliant, exempt, unknown, newest } = combined(files);
      assert.deepEqual([compliant, nonCompliant, exempt, unknown, newest], [2, 0, 1, 0, '2027-03-01T08:00:00.000Z']);
    }
  });

  it('that contradict each other at the same time count the worse', () => {
    const files = [policyFile([state('a', 'Compliant')]), policyFile([state('a', 'NonCompliant')])];
    assert.equal(combined(files).nonCompliant, 1);
    assert.equal(combined(files.toReversed()).nonCompliant, 1);
  });

  it('keep what another assignment says of the same resource', () => {
    const other = policyFile([state('a', 'NonCompliant', { ...older, policyAssignmentId: '/b' })]);
    assert.equal(combined([other, policyFile([state('a', 'Compliant')])]).nonCompliant, 1);
  });

  it('count of summaries the newest alone, and say which ones they pass over', () => {
    const old = policyFile(summary({ compliant: 1 }, '2027-01-01 00:00:00Z'), 'january.json');
    const recent = policyFile(summary({ compliant: 2 }, '2027-02-01%2000%3A00%3A00Z'), 'february.json');
    for (const files of [
      [old, recent],
      [recent, old],
    ]) {
      assert.deepEqual(lines(...files), [
        'Azure Policy (a partial view of compliance, as of 2027-02-01): 2 compliant, 0 non-compliant, 0 exempt, 0 unknown',
        'Counted by Azure: summaries name no resources and cannot be put together.',
        'Not counted, for other results go before: january.json',
      ]);
    }
  });

  it('count of undated summaries the last', () => {
    const files = [1, 2, 3].map((compliant) => policyFile(summary({ compliant }), `${compliant}.json`));
    assert.equal(combined(files).compliant, 3);
  });

  it('count a list before a summary, unless the summary is more than a day newer', () => {
    const list = policyFile([state('a', 'Compliant')], 'list.json');
    const withSummary = (to: string): string | undefined =>
      combined([list, policyFile(summary({ compliant: 9 }, to), 'summary.json')]).files[0];
    assert.equal(withSummary('2027-03-02 08:00:00Z'), 'list.json');
    assert.equal(withSummary('2027-03-02 08:00:01Z'), 'summary.json');
  });
});

describe('what is shown of Azure Policy beside a requirement', () => {
  it('says that it is a partial view, as of when, and then the figures', () => {
    const rows = [
      ...Array.from({ length: 12 }, (_, index) => state(`c${index}`, 'Compliant')),
      ...Array.from({ length: 3 }, (_, index) => state(`n${index}`, 'NonCompliant')),
      state('e', 'Exempt'),
      state('u1', 'Unknown'),
      state('u2', 'Conflict'),
    ];
    assert.deepEqual(lines(policyFile(rows)), [
      'Azure Policy (a partial view of compliance, as of 2027-03-01): 12 compliant, 3 non-compliant, 1 exempt, 2 unknown',
    ]);
  });

  it('never leaves these words out', () => {
    const files = [
      policyFile([state('a', 'Compliant')]),
      policyFile([state('a', 'Compliant', { timestamp: null })]),
      policyFile(summary({ compliant: 1 })),
      policyFile([{ name: GROUP, owner: 'Customer' }]),
      policyFile({ policyDefinitionGroups: [{ name: GROUP }], policyDefinitions: [] }),
    ];
    for (const file of files) assert.match(lines(file)[0] ?? '', /a partial view of compliance/);
  });
});

describe('a file that is no policy result', () => {
  for (const [what, content, code, line] of [
    ['cut off', '[\n {"a": 1},\n {"b"', 'policy-syntax', 3],
    ['with a comma too many', '[\n1,\n]', 'policy-syntax', 3],
    ['with a word before it', 'WARNING: hello\n[]', 'policy-syntax', 1],
    ['with a string that does not end', '{"a":\n"b', 'policy-syntax', 2],
    ['with two values', '[]\n[]', 'policy-syntax', 2],
    ['with a comment', '[] // x', 'policy-syntax', undefined],
    ['empty', ' \n', 'file-empty', undefined],
    ['a number', '7', 'policy-not-recognised', undefined],
    ['another object', '{"a": 1}', 'policy-not-recognised', undefined],
    ['an empty list', '[]', 'policy-empty', undefined],
    ['an empty page', '{"value": []}', 'policy-empty', undefined],
  ] as const) {
    it(`(${what}) is a problem, at its line where that is known`, () => {
      const { results, problems } = policyFile(content);
      const [first] = problems;
      assert.deepEqual([results, problems.length, first?.code], [[], 1, code]);
      assert.deepEqual(first?.at, line === undefined ? undefined : { line });
    });
  }

  it('of UTF-16, as PowerShell writes it, is read all the same', () => {
    const text = `\ufeff${JSON.stringify([state('a', 'Compliant')])}`;
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    assert.deepEqual(counts(readPolicyFile(bytes, 's.json', 's.json', catalog)), [1, 0, 0, 0]);
  });

  it('nested as deep as it is long is told without falling over', () => {
    assert.deepEqual(codes(policyFile('['.repeat(500_000))), ['policy-syntax']);
    assert.deepEqual(codes(policyFile(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)), ['policy-not-recognised']);
  });
});

describe('reading policy results', () => {
  const KEYS = [
    'value',
    'properties',
    'policyAssignments',
    'policyGroups',
    'policyGroupName',
    'results',
    'resourceDetails',
    'complianceState',
    'count',
    'nonCompliantResources',
    'queryResultsUri',
    'policyDefinitions',
    'groupNames',
    'policyDefinitionId',
    'policyDefinitionGroupNames',
    'parameters',
    'effect',
    'defaultValue',
    'resourceId',
    'timestamp',
    'owner',
    'name',
    'id',
    'type',
    'policyDefinitionGroups',
    '__proto__',
    'constructor',
    'toString',
  ] as const;
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 7, withCrossShrink: true },
      fc.constantFrom(
        null,
        true,
        0,
        -1,
        1e308,
        '',
        GROUP,
        'Compliant',
        'Manual',
        "[parameters('a')]",
        '$to=2027-01-01T00:00:00Z',
      ),
      fc.string(),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('any')), { maxLength: 8 }).map((entries) => {
        const made: Record<string, unknown> = {};
        for (const [key, value] of entries)
          Object.defineProperty(made, key, { value, enumerable: true, configurable: true });
        return made;
      }),
    ),
  }));

  it('never throws, whatever the JSON holds, and counts nothing below zero', () => {
    fc.assert(
      fc.property(any, fc.constantFrom('list', 'one'), (value, form) => {
        const reading = policyFile(JSON.stringify(form === 'list' ? [value] : value));
        for (const problem of reading.problems) assert.ok(english(problem).length > 0);
        for (const result of reading.results) {
          assert.ok(Math.min(result.compliant, result.nonCompliant, result.exempt, result.unknown) >= 0);
          const policy = combined([reading], builtInPolicies, result.requirement);
          assert.match(policyLines(policy).map(english)[0] ?? '', /a partial view of compliance/);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws on any text, and tells a line inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('{}[]:,"\\ \n01-e.truefalsn/*')) }), (text) => {
        const { problems } = policyFile(text);
        const at = problems[0]?.at;
        if (at && 'line' in at) assert.ok(at.line >= 1 && at.line <= text.split('\n').length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves every prototype alone', () => {
    policyFile(
      '[{"__proto__": {"complianceState": "Compliant", "polluted": 1}}, {"constructor": {"prototype": {"polluted": 1}}}]',
    );
    assert.equal('polluted' in {}, false);
  });

  it('counts the same for any order of the states and any division into files', () => {
    const row = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.constantFrom('Compliant', 'NonCompliant', 'Exempt', 'Unknown'),
        fc.constantFrom('r1', 'r2'),
        fc.constantFrom('2027-01-01T00:00:00Z', '2027-01-02T00:00:00Z', undefined),
      )
      .map(([resource, is, policyDefinitionReferenceId, timestamp]) =>
        state(resource, is, { policyDefinitionReferenceId, timestamp }),
      );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.nat(), fc.func(fc.nat()), (rows, cut, rank) => {
        const order = rows.toSorted((a, b) => rank(a) - rank(b));
        const at = cut % rows.length;
        const whole = combined([policyFile(rows)]);
        const parts = [order.slice(0, at), order.slice(at)].filter((part) => part.length > 0);
        const together = combined(parts.map((part) => policyFile(part)));
        const figures = ({ compliant, nonCompliant, exempt, unknown, newest }: typeof whole): unknown[] => [
          compliant,
          nonCompliant,
          exempt,
          unknown,
          newest,
        ];
        assert.deepEqual(figures(together), figures(whole));
        assert.equal(
          whole.compliant + whole.nonCompliant + whole.exempt + whole.unknown,
          new Set(rows.map((each) => (each as { resourceId: string }).resourceId)).size,
        );
      }),
    );
  });
});

describe('the figures of the built-in initiative', () => {
  const ids = [...builtInPolicies.keys()];
  const having = (test: (automatic: number, manual: number) => boolean): number =>
    [...builtInPolicies.values()].filter(({ automatic, manual }) => test(automatic, manual)).length;

  it('are of 576 requirements: 127 with an automatic policy, 393 with manual ones only, 56 with none', () => {
    assert.deepEqual(
      [
        ids.length,
        having((automatic) => automatic > 0),
        having((automatic, manual) => automatic === 0 && manual > 0),
        having((automatic, manual) => automatic === 0 && manual === 0),
      ],
      [576, 127, 393, 56],
    );
  });

  it('have canonical ids', () => {
    for (const id of ids) {
      const parsed = parseRequirementId(id, catalog);
      assert.equal(parsed && printRequirementId(parsed), id);
    }
  });

  it('are found by each name that the initiative gives its groups', () => {
    const names = fixture('azureInitiativeIds.txt').trim().split('\n');
    const { results, problems } = policyFile({
      policyDefinitionGroups: names.map((name) => ({ name: `hipaa-${name}` })),
      policyDefinitions: [],
    });
    assert.deepEqual([results.map(({ requirement }) => requirement).toSorted(), problems], [ids.toSorted(), []]);
  });

  it('agree with the counts that they were made from', function () {
    const text = sharedFile('domain/azure-initiative-requirements.csv');
    if (text === undefined) return this.skip();
    const rows = text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split(','));
    const { results } = policyFile({ policyDefinitionGroups: rows.map(([name]) => ({ name })), policyDefinitions: [] });
    results.forEach(({ requirement }, index) => {
      const [automatic, manual] = rows[index]!.slice(-2).map(Number);
      assert.deepEqual(builtInPolicies.get(requirement), { automatic, manual }, requirement);
    });
    assert.equal(results.length, 576);
  });
});

describe('the published samples', () => {
  for (const [name, kinds] of [
    ['domain/sample-policyStates-list.json', ['policy-other-group']],
    ['domain/sample-policyStates-summarize.json', ['policy-other-group']],
    ['domain/sample-policyMetadata.json', ['policy-other-group']],
  ] as const) {
    it(`${name} is recognised, and only its group is no requirement`, function () {
      const text = sharedFile(name);
      if (text === undefined) return this.skip();
      assert.deepEqual(codes(policyFile(text)), kinds);
      const renamed = text.replaceAll(/myGroup|group1|NIST_SP_800-53_R4_AC-1/g, GROUP);
      const reading = policyFile(renamed);
      assert.deepEqual([reading.results.map(({ requirement }) => requirement), reading.problems], [[REQUIREMENT], []]);
    });
  }
});
