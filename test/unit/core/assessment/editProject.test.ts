import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type PathKey, setMatrixMapping, setMatrixPath, setPath } from '../../../../src/core/assessment/editProject';
import { readProject } from '../../../../src/core/assessment/projectFile';
import type { MatrixSource } from '../../../../src/core/matrix/matrix';

/** The matrices that a project file names, as plain values. */
const matricesOf = (text: string): readonly MatrixSource[] => {
  const { project, problems } = readProject(text, 'p.json');
  assert.deepEqual(problems, []);
  return JSON.parse(JSON.stringify(project.matrices)) as MatrixSource[];
};
const mapping = { columns: { id: 'Ref', responsibility: '#3' }, values: { Us: 'customer' } } as const;

describe('a mapping that is written into a project file', () => {
  it('makes an object of the path, and leaves everything else and the comments as they are', () => {
    const text = `{
  // Of 2027
  "name": "Portal", /* the name */
  "matrix": "srm.csv", // Azure's
  "documents": ["a.md",],
}
`;
    const edited = setMatrixMapping(text, 'srm.csv', mapping);
    assert.deepEqual(matricesOf(edited), [{ path: 'srm.csv', ...mapping }]);
    for (const kept of ['// Of 2027', '"name": "Portal", /* the name */', "// Azure's", '"documents": ["a.md",],']) {
      assert.ok(edited.includes(kept), kept);
    }
  });

  it('stands beside the matrix of that path, in a list of them', () => {
    const text = '{ "matrix": ["a.csv", { "path": "b.csv", "provider": "Contoso" }, "c.csv"] }';
    assert.deepEqual(matricesOf(setMatrixMapping(text, 'b.csv', mapping)), [
      { path: 'a.csv' },
      { path: 'b.csv', provider: 'Contoso', ...mapping },
      { path: 'c.csv' },
    ]);
    assert.deepEqual(matricesOf(setMatrixMapping(text, 'c.csv', mapping))[2], { path: 'c.csv', ...mapping });
    assert.deepEqual(matricesOf(setMatrixMapping(text, 'd.csv', mapping))[3], { path: 'd.csv', ...mapping });
  });

  it('takes the place of columns, and adds to the values that were told', () => {
    const text =
      '{ "matrix": { "path": "a.csv", "columns": { "id": "Old", "cvid": "C" }, "values": { "Them": "azure", /* ! */ "Us": "shared" } } }';
    const edited = setMatrixMapping(text, 'a.csv', mapping);
    assert.deepEqual(matricesOf(edited), [
      { path: 'a.csv', columns: mapping.columns, values: { Them: 'azure', Us: 'customer' } },
    ]);
    assert.ok(edited.includes('/* ! */'));
  });

  it('names the sheet where one was chosen, and leaves it where none was', () => {
    const text = setMatrixMapping('{}', 'a.xlsx', { sheet: 'SRM' });
    assert.deepEqual(matricesOf(text), [{ path: 'a.xlsx', sheet: 'SRM' }]);
    assert.equal(matricesOf(setMatrixMapping(text, 'a.xlsx', mapping))[0]?.sheet, 'SRM');
  });

  for (const slip of ['"x"', '3', 'null', '["a"]', 'true']) {
    it(`takes the place of values and columns that are ${slip}`, () => {
      const text = `{ "matrix": { "path": "a.csv", "columns": ${slip}, "values": ${slip} } }`;
      assert.deepEqual(matricesOf(setMatrixMapping(text, 'a.csv', mapping)), [{ path: 'a.csv', ...mapping }]);
    });
  }

  it('holds values of any characters, __proto__ included', () => {
    const values = fc.dictionary(
      fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('__proto__', '0', 'a.b', '"', '// x')),
      fc.constantFrom('customer' as const, 'shared' as const, 'azure' as const),
      { minKeys: 1, maxKeys: 4 },
    );
    fc.assert(
      fc.property(values, fc.constantFrom('{}', '{ "matrix": "a.csv" }', '{ "matrix": ["a.csv"] }'), (told, text) => {
        const { project } = readProject(setMatrixMapping(text, 'a.csv', { values: told }), 'p.json');
        assert.deepEqual(Object.entries(project.matrices[0]?.values ?? {}).toSorted(), Object.entries(told).toSorted());
      }),
    );
  });

  it('is the same when it is written twice', () => {
    const once = setMatrixMapping('{ "matrix": "a.csv" }', 'a.csv', { sheet: 'S', ...mapping });
    assert.equal(setMatrixMapping(once, 'a.csv', { sheet: 'S', ...mapping }), once);
  });
});

describe('the path of a matrix that is written into a project file', () => {
  it('keeps the mapping beside it', () => {
    const text = '{ "matrix": { "path": "a.csv", "columns": { "id": "Ref" } } }';
    assert.deepEqual(matricesOf(setMatrixPath(text, 'b.csv')), [{ path: 'b.csv', columns: { id: 'Ref' } }]);
  });
});

describe('the path of a file that is written into a project file', () => {
  const TEXT = `{
  // Of 2027
  "name": "Portal", /* the name */
  "evidence": ["a.csv", /* both */ "b.csv",],
  "gaps": "old.csv", // to be closed
  "colour": { "kept": true },
}
`;
  const kept = ['// Of 2027', '/* the name */', '/* both */', '// to be closed', '"colour":', '"kept": true'];

  for (const key of [
    'requirements',
    'evidence',
    'evidenceDocuments',
    'requests',
    'gaps',
    'azure.servicesInScope',
    'azure.policyStates',
  ] as const satisfies readonly PathKey[]) {
    it(`stands under ${key}, and comments and unknown keys are as they were`, () => {
      const edited = setPath(TEXT, key, 'new.csv');
      for (const part of kept) assert.ok(edited.includes(part), part);
      const { project, problems } = readProject(edited, 'p.json');
      assert.deepEqual(
        problems.map(({ code, args }) => [code, args[0]]),
        [['unknown-key', 'colour']],
      );
      const { requirements, evidence, evidenceDocuments, requests, gaps, azure } = project;
      const found = [requirements, evidence, evidenceDocuments, requests, gaps, azure?.servicesInScope];
      assert.equal([...found, azure?.policyStates].flat().filter((path) => path === 'new.csv').length, 1);
      assert.equal(setPath(edited, key, 'new.csv'), edited);
    });
  }

  it('is added to a list of files, once, and takes the place of a single one', () => {
    const { project } = readProject(setPath(setPath(TEXT, 'evidence', 'c.csv'), 'gaps', 'new.csv'), 'p.json');
    assert.deepEqual([project.evidence, project.gaps], [['a.csv', 'b.csv', 'c.csv'], ['new.csv']]);
    assert.equal(setPath(TEXT, 'evidence', 'b.csv'), TEXT);
  });

  for (const slip of ['"x"', '3', 'null', '[]']) {
    it(`takes the place of an azure that is ${slip}`, () => {
      const edited = setPath(`{ "azure": ${slip} }`, 'azure.policyStates', 's.json');
      assert.deepEqual(readProject(edited, 'p.json').project.azure, { policyStates: ['s.json'] });
    });
  }
});
