import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DEFAULT_CLOCKS } from '../../../../src/core/assessment/calendar';
import { calendarOf, type Project, readProject, requirementsOf } from '../../../../src/core/assessment/projectFile';
import { PROJECT_KEYS } from '../../../../src/core/assessment/projectKeys';
import { catalog } from '../../../../src/core/csf/catalog';
import { english } from '../../../../src/core/message';

const read = (value: unknown): ReturnType<typeof readProject> => readProject(JSON.stringify(value), 'p.json');
const EMPTY: Project = { maturity: [], matrices: [] };

/** The problems of a text, each as what it stands on and its code. */
const slips = (text: string): readonly string[] =>
  readProject(text, 'p.json').problems.map(({ at, code }) => {
    assert.ok(at && 'start' in at);
    return `${text.slice(at.start, at.end)}: ${code}`;
  });

describe('a project file', () => {
  it('is read with comments and trailing commas, and unknown keys are left alone', () => {
    const text = `{
      // The assessment of 2027
      "name": "Portal",
      "assessment": { "type": "r2", "kind": "validated", "csfVersion": "11.2.0", "maturity": ["measured"], "submissionDate": "2027-05-14" },
      "matrix": "srm.csv", /* Azure's */
      "documents": ["scoping/**/*.md", "../shared/*.md",],
      "evidence": "evidence.csv",
      "requests": ["a.csv", "b.csv"],
      "requirements": ["requirements.csv",],
      "evidenceDocuments": "documents.csv",
      "gaps": "gaps.csv",
      "azure": {
        "cloud": "AzureGovernment",
        "services": ["Azure SQL Database"],
        "servicesInScope": "services.csv",
        "policyStates": "states.json",
        "certification": { "letter": "letter.pdf", "issued": "2026-03-01", "expires": "2028-02-29" },
      },
      "carveOuts": [{ "party": "Colo", "describedIn": "p. 3", "rationale": "not ours", "requirements": "01.C" }, { "party": "B" }],
      "clocks": { "inPlaceDays": 0, "reviewMonths": 24, "fieldworkDays": 3650, "operationDays": 90 },
      "sharing": {
        "register": "shares.csv",
        "rows": 2,
        "lastHash": "abababababababababababababababababababababababababababababababab",
        "policy": { "required": ["Purpose", "expires"], "consentValidDays": 90 },
      },
    }`;
    const { project, problems } = readProject(text, 'p.json');
    assert.deepEqual(
      [project, problems],
      [
        {
          name: 'Portal',
          type: 'r2',
          kind: 'validated',
          csfVersion: '11.2.0',
          submissionDate: '2027-05-14',
          maturity: ['measured'],
          matrices: [{ path: 'srm.csv' }],
          documents: ['scoping/**/*.md', '../shared/*.md'],
          evidence: ['evidence.csv'],
          requests: ['a.csv', 'b.csv'],
          requirements: ['requirements.csv'],
          evidenceDocuments: ['documents.csv'],
          gaps: ['gaps.csv'],
          azure: {
            cloud: 'AzureGovernment',
            services: ['Azure SQL Database'],
            servicesInScope: 'services.csv',
            policyStates: ['states.json'],
            certification: { letter: 'letter.pdf', issued: '2026-03-01', expires: '2028-02-29' },
          },
          carveOuts: [
            { party: 'Colo', describedIn: 'p. 3', rationale: 'not ours', requirements: ['01.C'] },
            { party: 'B', requirements: [] },
          ],
          clocks: { inPlaceDays: 0, reviewMonths: 24, fieldworkDays: 3650, operationDays: 90 },
          sharing: {
            register: 'shares.csv',
            rows: 2,
            lastHash: 'ab'.repeat(32),
            policy: { required: ['purpose', 'expires'], consentValidDays: 90 },
          },
        },
        [],
      ],
    );
  });

  for (const [what, matrix, expected] of [
    ['a path', 'a.csv', [{ path: 'a.csv' }]],
    ['a list of paths', ['a.csv', 'b.csv'], [{ path: 'a.csv' }, { path: 'b.csv' }]],
    [
      'an object with a mapping',
      {
        path: 'a.csv',
        version: '1.4.1',
        provider: 'Contoso',
        headerRow: 3,
        columns: { id: 'Key' },
        values: { Us: 'customer' },
      },
      [
        {
          path: 'a.csv',
          version: '1.4.1',
          provider: 'Contoso',
          headerRow: 3,
          columns: { id: 'Key' },
          values: { Us: 'customer' },
        },
      ],
    ],
    [
      'an object with a sheet, a pattern for ids and columns to be marked',
      {
        path: 'a.xlsx',
        sheet: 'SRM',
        idPattern: '[A-Z]{2}-\\d+',
        columns: { id: '#1', customer: 'Ours', shared: 'Both', azure: '__proto__' },
      },
      [
        {
          path: 'a.xlsx',
          sheet: 'SRM',
          idPattern: '[A-Z]{2}-\\d+',
          columns: { id: '#1', customer: 'Ours', shared: 'Both', azure: '__proto__' },
        },
      ],
    ],
    ['a list of both', [{ path: 'a.csv' }, 'b.csv'], [{ path: 'a.csv' }, { path: 'b.csv' }]],
  ] as const) {
    it(`names its matrix by ${what}`, () => {
      const { project, problems } = read({ matrix });
      assert.deepEqual([JSON.parse(JSON.stringify(project.matrices)), problems], [expected, []]);
    });
  }

  for (const [what, value, name, code = 'project-value'] of [
    ['a type that is none', { assessment: { type: 'r3' } }, 'assessment.type'],
    ['a level that is none', { assessment: { maturity: ['measured', 'level 4'] } }, 'assessment.maturity'],
    ['a matrix without a path', { matrix: { columns: {} } }, 'matrix'],
    ['a number for a matrix', { matrix: 3 }, 'matrix'],
    ['a header row that is no line', { matrix: { path: 'a.csv', headerRow: 'three' } }, 'matrix'],
    ['a sheet that is a number', { matrix: { path: 'a.xlsx', sheet: 2 } }, 'matrix'],
    ['a blank pattern for ids', { matrix: { path: 'a.csv', idPattern: ' ' } }, 'matrix'],
    ['a column by a bare number', { matrix: { path: 'a.csv', columns: { azure: 3 } } }, 'matrix'],
    ['a column with a meaning that is none', { matrix: { path: 'a.csv', columns: { provider: 'P' } } }, 'matrix'],
    ['a value that means nothing known', { matrix: { path: 'a.csv', values: { Us: 'client' } } }, 'matrix'],
    ['a key that is none', { evidences: 'x.csv' }, 'evidences', 'unknown-key'],
    ['documents that are no globs', { documents: [1] }, 'documents'],
    ['an empty name', { name: ' ' }, 'name'],
    ['a kind that is none', { assessment: { kind: 'final' } }, 'assessment.kind'],
    ['a day in another order', { assessment: { submissionDate: '03/04/2026' } }, 'assessment.submissionDate'],
    ['a day that does not exist', { assessment: { fieldworkStart: '2026-02-30' } }, 'assessment.fieldworkStart'],
    ['a day that is a number', { azure: { certification: { expires: 20280101 } } }, 'azure.certification.expires'],
    ['a cloud that is none', { azure: { cloud: 'AWS' } }, 'azure.cloud'],
    ['services that are no list', { azure: { services: 'SQL' } }, 'azure.services'],
    ['a number for a path', { azure: { servicesInScope: 3 } }, 'azure.servicesInScope'],
    ['a certification that is no object', { azure: { certification: 'yes' } }, 'azure.certification'],
    ['a carve-out that stands alone', { carveOuts: { party: 'A' } }, 'carveOuts'],
    ['a carve-out without a party', { carveOuts: [{ rationale: 'x' }] }, 'carveOuts.0'],
    ['a carve-out that is a text', { carveOuts: ['A'] }, 'carveOuts.0'],
    ['days below zero', { clocks: { inPlaceDays: -1 } }, 'clocks.inPlaceDays'],
    ['half a day', { clocks: { fieldworkDays: 1.5 } }, 'clocks.fieldworkDays'],
    ['more than ten years', { clocks: { operationDays: 3651 } }, 'clocks.operationDays'],
    ['a review each 0 months', { clocks: { reviewMonths: 0 } }, 'clocks.reviewMonths'],
    ['a clock in words', { clocks: { reviewMonths: '12' } }, 'clocks.reviewMonths'],
    ['null for an object', { azure: null }, 'azure'],
    ['a key of the assessment that is none', { assessment: { typ: 'r2' } }, 'assessment.typ', 'unknown-key'],
    ['a key of a matrix that is none', { matrix: [{ path: 'a', sheets: 1 }] }, 'matrix.0.sheets', 'unknown-key'],
    ['a key of a carve-out that is none', { carveOuts: [{ party: 'A', by: 1 }] }, 'carveOuts.0.by', 'unknown-key'],
    ['a count of rows below zero', { sharing: { rows: -1 } }, 'sharing.rows'],
    ['a hash that is none', { sharing: { lastHash: 'AB' } }, 'sharing.lastHash'],
    [
      'a requirement of shares that is none',
      { sharing: { policy: { required: ['nda'] } } },
      'sharing.policy.required.0',
    ],
    [
      'a key of the sharing policy that is none',
      { sharing: { policy: { days: 1 } } },
      'sharing.policy.days',
      'unknown-key',
    ],
    ['a key of the clocks that is none', { clocks: { days: 1 } }, 'clocks.days', 'unknown-key'],
    [
      'a key of the letter that is none',
      { azure: { certification: { on: 1 } } },
      'azure.certification.on',
      'unknown-key',
    ],
  ] as const) {
    it(`says so where it has ${what}, at its place, and is read without it`, () => {
      const { project, problems } = read({ ...value, evidence: 'e.csv' });
      assert.deepEqual([problems.map((problem) => problem.code), project.evidence], [[code], ['e.csv']]);
      assert.match(problems.map(english).join(), new RegExp(`"${name}`));
      const [{ at } = {}] = problems;
      assert.ok(at && 'start' in at && at.start > 0 && at.end > at.start);
    });
  }

  it('that is broken off is read as far as it goes, and says so', () => {
    const { project, problems } = readProject('{ "matrix": "srm.csv", "evidence": ', 'p.json');
    assert.deepEqual(project.matrices, [{ path: 'srm.csv' }]);
    assert.ok(problems.some(({ code }) => code === 'project-syntax'));
  });

  for (const text of ['[]', '3', '{}']) {
    it(`that holds ${text} says nothing`, () => assert.deepEqual(readProject(text, 'p.json').project, EMPTY));
  }

  it('that is no object, or is empty, is a problem', () => {
    for (const text of ['', '[]', '3']) assert.notDeepEqual(readProject(text, 'p.json').problems, [], text);
  });

  it('takes a key such as __proto__ for a key', () => {
    const { project } = readProject('{ "matrix": { "path": "a.csv", "values": { "__proto__": "azure" } } }', 'p.json');
    assert.deepEqual(Object.entries(project.matrices[0]?.values ?? {}), [['__proto__', 'azure']]);
  });

  it('says how a day is to be written', () => {
    const { problems } = read({ assessment: { submissionDate: '03/04/2026' } });
    assert.match(problems.map(english).join(), /^"assessment\.submissionDate" has to be .*YYYY-MM-DD/);
  });

  it('says which key was probably meant', () => {
    const said = (value: object): string => read(value).problems.map(english).join();
    assert.match(said({ evidences: 'x.csv' }), /"evidences".*perhaps "evidence" is meant/);
    assert.match(said({ assessment: { submissiondate: '2027-05-14' } }), /perhaps "submissionDate" is meant/);
    assert.match(said({ colour: 1 }), /check its spelling/);
  });

  it('has its slips on the very values, and all else is read', () => {
    const text = `{
      "assessment": { "type": "r3", "maturity": ["measured", "level 4"], "kind": "interim" },
      "documents": ["a.md", 7, "b.md"],
      "azure": { "services": ["A", "", "B"], "cloud": "azure" },
      "carveOuts": [{ "party": 3 }, { "party": "B", "requirements": ["01.c", null] }],
      "clocks": { "inPlaceDays": "sixty", "operationDays": 30 }
    }`;
    assert.deepEqual(slips(text), [
      '"r3": project-value',
      '"level 4": project-value',
      '7: project-value',
      '"": project-value',
      '3: project-value',
      'null: project-value',
      '"sixty": project-value',
    ]);
    assert.deepEqual(readProject(text, 'p.json').project, {
      kind: 'interim',
      maturity: ['measured'],
      matrices: [],
      documents: ['a.md', 'b.md'],
      azure: { cloud: 'Azure', services: ['A', 'B'] },
      carveOuts: [{ party: 'B', requirements: ['01.c'] }],
      clocks: { operationDays: 30 },
    });
  });

  it('says how severe problems are, and which of their codes and words are none', () => {
    const text = `{ "problems": { "unknown-control": "Error", "file-empty": "loud", "unknown-contrl": "off",
      "missing-id": "off" } }`;
    assert.deepEqual(slips(text), ['"unknown-contrl": unknown-key', '"loud": project-value']);
    assert.match(readProject(text, 'p.json').problems.map(english).join(), /perhaps "unknown-control" is meant/);
    assert.deepEqual(readProject(text, 'p.json').project.problems, {
      'unknown-control': 'error',
      'missing-id': 'off',
    });
  });

  it('takes the first of keys that stand twice, and says so of the others', () => {
    const text = '{ "name": "A", "clocks": { "inPlaceDays": 1, "inPlaceDays": 2 }, "name": "B", "nam": 1, "nam": 2 }';
    assert.deepEqual(slips(text), [
      '"name": repeated-key',
      '"nam": unknown-key',
      '"nam": repeated-key',
      '"inPlaceDays": repeated-key',
    ]);
    const { project } = readProject(text, 'p.json');
    assert.deepEqual([project.name, project.clocks], ['A', { inPlaceDays: 1 }]);
  });

  it('that is whole again after a slip anywhere keeps what stands at the other keys', () => {
    const whole = {
      name: 'A',
      assessment: { type: 'r2' },
      matrix: 'a.csv',
      requirements: 'r.csv',
      documents: 'd.md',
      evidence: 'e.csv',
      evidenceDocuments: 'ed.csv',
      requests: 'q.csv',
      gaps: 'g.csv',
      azure: { cloud: 'Azure' },
      carveOuts: [{ party: 'P' }],
      clocks: { inPlaceDays: 1 },
      problems: { 'unknown-control': 'off' },
    };
    // What each key of the file is read into.
    const parts = new Map<string, readonly string[]>([
      ['assessment', ['type', 'kind', 'csfVersion', 'fieldworkStart', 'submissionDate', 'maturity']],
      ['matrix', ['matrices']],
    ]);
    const { project: expected } = read(whole);
    fc.assert(
      fc.property(fc.constantFrom(...PROJECT_KEYS[''], '__proto__'), fc.jsonValue(), (key, value) => {
        const text = JSON.stringify(Object.fromEntries([...Object.entries(whole), [key, value]]));
        const { project } = readProject(text, 'p.json');
        const without = (from: Project): unknown =>
          Object.entries(from).filter(([name]) => !(parts.get(key) ?? [key]).includes(name));
        assert.deepEqual(without(project), without(expected));
      }),
    );
  });

  it('is read alike with comments and trailing commas', () => {
    const value = { name: 'A', azure: { services: ['x', 'y'] }, carveOuts: [{ party: 'P' }], clocks: {} };
    const plain = JSON.stringify(value, undefined, 1);
    const commented = plain.replace(/(?<=["}\]])(?=\n *[}\]])/g, ', // last').replaceAll('\n', ' /* ! */\n');
    assert.notEqual(commented, plain);
    assert.deepEqual(readProject(commented, 'p.json').project, readProject(plain, 'p.json').project);
    assert.deepEqual(readProject(commented, 'p.json').problems, []);
  });

  it('that starts fieldwork after submission says so there, and is read without that start', () => {
    const text = '{ "assessment": { "fieldworkStart": "2027-05-15", "submissionDate": "2027-05-14" } }';
    assert.deepEqual(slips(text), ['"2027-05-15": contradicting-dates']);
    assert.deepEqual(readProject(text, 'p.json').project, { ...EMPTY, submissionDate: '2027-05-14' });
    const sameDay = { assessment: { fieldworkStart: '2027-05-14', submissionDate: '2027-05-14' } };
    assert.deepEqual(read(sameDay).problems, []);
  });

  it('whose certification expires before it was issued says so there, and keeps the expiry', () => {
    const text = '{ "azure": { "certification": { "expires": "2026-01-31", "issued": "2026-02-01", "letter": "x" } } }';
    assert.deepEqual(slips(text), ['"2026-02-01": contradicting-dates']);
    assert.deepEqual(readProject(text, 'p.json').project.azure, {
      certification: { letter: 'x', expires: '2026-01-31' },
    });
  });

  it('that adds levels to an e1 or i1 is told that they are not scored', () => {
    for (const type of ['e1', 'i1'] as const) {
      const text = `{ "assessment": { "maturity": ["implemented", "measured", "managed"], "type": "${type}" } }`;
      assert.deepEqual(slips(text), ['"measured": level-not-scored', '"managed": level-not-scored']);
    }
    for (const rest of [{ type: 'r2' }, {}]) {
      assert.deepEqual(read({ assessment: { maturity: ['measured'], ...rest } }).problems, []);
    }
  });

  it('has a problem at each of its keys that is read, where that holds nonsense', () => {
    for (const [name, keys] of Object.entries(PROJECT_KEYS)) {
      for (const key of keys.filter((one) => one !== '$schema')) {
        const inner = { [key]: [[]] };
        const value = name
          .split('.')
          .filter((step) => step !== '')
          .reduceRight<unknown>((rest, step) => {
            if (step === 'profiles') return { [step]: { own: rest } };
            return { [step]: step === 'carveOuts' ? [rest] : rest };
          }, inner);
        const said = read(value).problems.map(english);
        assert.ok(
          said.some((text) => text.includes(`${key}.0" has to be`) || text.includes(`${key}" has to be`)),
          `${name} ${key}: ${said.join()}`,
        );
      }
    }
  });

  it('never fails, whatever its text', () => {
    const keys = fc.constantFrom(...Object.values(PROJECT_KEYS).flat(), '__proto__', 'toString');
    const values = fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())));
    fc.assert(fc.property(values, (value) => assert.ok(read(value).project.matrices)));
    fc.assert(fc.property(fc.string(), (text) => assert.ok(readProject(text, 'p.json').project)));
  });
});

describe('the calendar of a project', () => {
  const today = '2027-03-01';

  it('is there once the submission is', () => {
    assert.equal(calendarOf({ fieldworkStart: '2027-02-15' }, today), undefined);
    assert.deepEqual(calendarOf({ fieldworkStart: '2027-02-15', submissionDate: '2027-05-14' }, today), {
      today,
      fieldworkStart: '2027-02-15',
      submissionDate: '2027-05-14',
      clocks: DEFAULT_CLOCKS,
    });
  });

  it('has fieldwork begin 90 days before submission, or as many as its clocks say, where nobody says when', () => {
    const submissionDate = '2027-05-14';
    assert.equal(calendarOf({ submissionDate }, today)?.fieldworkStart, '2027-02-13');
    const other = calendarOf({ submissionDate, clocks: { fieldworkDays: 14 } }, today);
    assert.deepEqual([other?.fieldworkStart, other?.clocks], ['2027-04-30', { ...DEFAULT_CLOCKS, fieldworkDays: 14 }]);
  });
});

describe('the requirements of a carve-out', () => {
  it('are canonical, and as written where they are no id of one thing', () => {
    const requirements = ['1149_01c2system_9', '1149.01C2SYSTEM.9 - 01.c', '08.B', '14.a', 'all of it', '01.c, 01.d'];
    assert.deepEqual(requirementsOf({ requirements }, catalog), [
      '1149.01c2System.9',
      '1149.01c2System.9',
      '08.b',
      '14.a',
      'all of it',
      '01.c, 01.d',
    ]);
  });
});
