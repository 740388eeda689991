import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ASSESSMENT_TYPES } from '../../../../src/core/assessment/maturity';
import { newProjectText } from '../../../../src/core/assessment/newProject';
import { readProject } from '../../../../src/core/assessment/projectFile';

describe('the text of a new project file', () => {
  it('reads back as what was said, whatever was', () => {
    const text = fc.string({ minLength: 1 }).filter((one) => one.trim() !== '');
    const said = fc.record(
      {
        name: text,
        type: fc.constantFrom(...ASSESSMENT_TYPES),
        submissionDate: fc.constantFrom('2027-05-14', '2028-02-29'),
        matrix: text,
        documents: fc.array(text),
      },
      { requiredKeys: ['documents'] },
    );
    fc.assert(
      fc.property(said, (answers) => {
        const { project, problems } = readProject(newProjectText(answers), 'p.json');
        assert.deepEqual(problems, []);
        const { matrix, ...rest } = answers;
        const matrices = matrix === undefined ? [] : [{ path: matrix }];
        assert.deepEqual(project, { ...rest, maturity: [], matrices });
      }),
    );
  });

  it('reads without problems with each of its commented lines taken in, alone and together', () => {
    const lines = newProjectText({ documents: ['**/*.md'] }).split('\n');
    const isCommented = (line: string): boolean => /^ *\/\/ "/.test(line);
    const commented = lines.filter(isCommented);
    assert.equal(commented.length, 12);
    for (const taken of [...commented.map((line) => [line]), commented]) {
      const text = lines.map((line) => (taken.includes(line) ? line.replace('// ', '') : line)).join('\n');
      const { project, problems } = readProject(text, 'p.json');
      assert.deepEqual(problems, [], taken.join());
      assert.ok(Object.keys(project).length + project.matrices.length >= 3 + taken.length, taken.join());
    }
  });
});
