import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { setMatrixMapping, setMatrixPath } from '../../../../src/core/assessment/editProject';
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
