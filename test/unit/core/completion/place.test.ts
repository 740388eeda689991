import assert from 'node:assert/strict';
import { isHiddenAt, isIdLikely, isPlaceForId } from '../../../../src/core/completion/place';
import { catalog } from '../../../../src/core/csf/catalog';
import { scan } from '../../../../src/core/csf/scanner';
import { createLineIndex } from '../../../../src/core/lineIndex';

describe('a place for an id', () => {
  /** `^` stands for the cursor. */
  const isHidden = (marked: string): boolean => {
    const offset = marked.indexOf('^');
    const text = marked.replace('^', '');
    const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return isHiddenAt(offset, before, scan(text, catalog).hidden, createLineIndex(text));
  };

  for (const [what, marked] of [
    ['in fenced code', '```\n01.^\n```\n'],
    ['in code that nothing closes', 'a\n\n```\n01.^'],
    ['in a comment', '<!-- 01.^ -->'],
    ['in a comment that nothing closes', '<!--\n01.^'],
    ['in a link’s target', '[a](x/01.^)'],
    ['in a link’s target that is not closed yet', 'see [a](01.^'],
    ['in the target of a definition', '[a]: 01.^'],
    ['in a URL', 'https://example.org/01.^'],
    ['in a tag', '<a href="01.^">'],
  ] as const) {
    it(`is none ${what}`, () => assert.equal(isHidden(marked), true));
  }

  for (const [what, marked] of [
    ['behind fenced code', '```\n01.a\n```\n01.^'],
    ['behind a comment', '<!-- a --> 01.^'],
    ['behind a link', '[a](b.md) 01.^'],
    ['in inline code', 'see `01.^`'],
    ['in the words of a link', '[01.^](b.md)'],
  ] as const) {
    it(`is ${what}`, () => assert.equal(isHidden(marked), false));
  }

  it('is found at the end of a line as long as a file, and in no time', function () {
    this.timeout(2_000);
    const lines = createLineIndex('');
    assert.equal(isHiddenAt(0, '](www.'.repeat(50_000) + ' ', [], lines), false);
    assert.equal(isHiddenAt(0, `[${'a'.repeat(100_000)}]: 01.`, [], lines), true);
  });

  it('is at the start of a line, an item or a cell, and behind another id', () => {
    for (const before of ['', '### ', '- ', '- [ ] **', '| a | ', '01.a, ', '01.a–', 'controls ', '> - '])
      assert.equal(isPlaceForId(before), true, before);
    for (const before of ['see ', 'The policy of ', '- the ']) assert.equal(isPlaceForId(before), false, before);
  });

  it('is likely for two digits and a point only where no sentence ends with them', () => {
    for (const before of ['see section ', 'It took ', 'in chapter ', ''])
      assert.equal(isIdLikely(before, '10.'), false, before);
    for (const before of ['- ', '### ', '| ', '10.a, ', '10.a to ', 'see control ', '**'])
      assert.equal(isIdLikely(before, '10.'), before !== '**', before);
    assert.equal(isIdLikely('see ', '01.'), true);
  });
});
