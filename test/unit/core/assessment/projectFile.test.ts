import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Project, readProject } from '../../../../src/core/assessment/projectFile';
import { english } from '../../../../src/core/message';

const read = (value: unknown): ReturnType<typeof readProject> => readProject(JSON.stringify(value), 'p.json');
const EMPTY: Project = { maturity: [], matrices: [] };

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
      "clocks": {},
    }`;
    const { project, problems } = readProject(text, 'p.json');
    assert.deepEqual(
      [project, problems],
      [
        {
          name: 'Portal',
          type: 'r2',
          csfVersion: '11.2.0',
          maturity: ['measured'],
          matrices: [{ path: 'srm.csv' }],
          documents: ['scoping/**/*.md', '../shared/*.md'],
          evidence: ['evidence.csv'],
          requests: ['a.csv', 'b.csv'],
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
      { path: 'a.csv', provider: 'Contoso', headerRow: 3, columns: { id: 'Key' }, values: { Us: 'customer' } },
      [{ path: 'a.csv', provider: 'Contoso', headerRow: 3, columns: { id: 'Key' }, values: { Us: 'customer' } }],
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

  it('never fails, whatever its text', () => {
    const values = fc.dictionary(
      fc.constantFrom('name', 'assessment', 'matrix', 'documents', 'evidence', 'requests', 'type', 'path', '__proto__'),
      fc.jsonValue(),
    );
    fc.assert(fc.property(values, (value) => assert.ok(read(value).project.matrices)));
    fc.assert(fc.property(fc.string(), (text) => assert.ok(readProject(text, 'p.json').project)));
  });
});
