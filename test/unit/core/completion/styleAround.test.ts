import assert from 'node:assert/strict';
import { styleAround, writeId } from '../../../../src/core/completion/styleAround';
import { catalog } from '../../../../src/core/csf/catalog';

describe('the style around an id', () => {
  /** What is inserted for 01.c on the line that holds `^`. */
  const written = (...lines: readonly string[]): string => {
    const at = lines.findIndex((line) => line.includes('^'));
    const [before = '', after = ''] = lines[at]?.split('^') ?? [];
    const text = lines.with(at, before + after);
    return writeId('01.c', 'Privilege Management', styleAround(text, at, catalog), before, after);
  };

  for (const [line, expected] of [
    ['01.a - Access Control Policy', '01.c - Privilege Management'],
    ['**01.a** Access Control Policy', '**01.c** Privilege Management'],
    ['01.a: Access Control Policy', '01.c: Privilege Management'],
    ['01.a – access control', '01.c – Privilege Management'],
    ['`01.a` Access Control Policy', '`01.c` Privilege Management'],
    ['01.a Access Control Policy', '01.c Privilege Management'],
    ['01.a', '01.c'],
    ['01.a people have keys', '01.c'],
    ['01.a - 01.b', '01.c'],
    ['**01.a - Access Control Policy**', '01.c'],
  ] as const) {
    it(`is taken from "${line}"`, () => {
      assert.equal(written(`- ${line}`, '- ^'), expected);
      assert.equal(written(`### ${line}`, '', 'Text', '', '## ^'), expected);
      assert.equal(written(line, '^'), expected);
    });
  }

  it('is that of the nearest line above, else below, of the same kind', () => {
    assert.equal(
      written('- 01.a: Access Control Policy', '- 01.b - User Registration', '- ^'),
      '01.c - Privilege Management',
    );
    assert.equal(written('- ^', 'x', '- 01.b: User Registration'), '01.c: Privilege Management');
    assert.equal(written('## 01.a - Access Control Policy', '- ^'), '01.c');
  });

  it('does not repeat a mark that is typed already', () => {
    assert.equal(written('- **01.a** Access Control Policy', '- **^'), '01.c** Privilege Management');
    assert.equal(written('- **01.a** Access Control Policy', '- `^'), '01.c');
  });

  it('is the id alone in prose, in a table and where something follows', () => {
    const above = '- 01.a - Access Control Policy';
    assert.equal(written(above, '- see ^'), '01.c');
    assert.equal(written(above, '- ^ - Privilege Management'), '01.c');
    assert.equal(written('01.a - Access Control Policy', '| ^ | |'), '01.c');
  });
});
