import assert from 'node:assert/strict';
import {
  completeDocument,
  type DocumentCompletion,
  type Typing,
} from '../../../../src/core/completion/documentCompletion';
import { catalog } from '../../../../src/core/csf/catalog';
import { summary } from '../../given';

const scope = { catalog, summary: summary({ matrix: '1149.01c2System.9,Partial', documents: '01.c' }) };

describe('completion in a document', () => {
  /** `^` stands for the cursor. */
  const complete = (text: string, how: Typing['how'] = 'asked'): DocumentCompletion => {
    const lines = text.split('\n');
    const line = lines.findIndex((each) => each.includes('^'));
    const column = lines[line]?.indexOf('^') ?? 0;
    return completeDocument({ lines: lines.map((each) => each.replace('^', '')), line, column, how }, scope);
  };
  const first = (text: string, how?: Typing['how']): string | undefined => complete(text, how).ids[0]?.text;
  /** The line after the first was taken, with what it replaces behind the cursor. */
  const taken = (line: string): string => {
    const [proposal] = complete(line).ids;
    const text = line.replace('^', '');
    return proposal ? text.slice(0, proposal.start) + proposal.text + text.slice(proposal.end) : text;
  };

  it('comes up as a point is typed where an id is likely, and nowhere else', () => {
    for (const text of ['- 01.^', '### 10.^', '| 10.^ |', 'see 01.^', '01.a, 01_^', '- **01.^**'])
      assert.ok(complete(text, 'typed').ids.length > 0, text);
    for (const text of [
      'see section 10.^',
      'It is done.^',
      'in 2027.^',
      '10.^',
      'version 1.01.^',
      'acc pol.^',
      'snake_^',
    ])
      assert.deepEqual(complete(text, 'typed'), { ids: [], sections: [] }, text);
  });

  it('comes up for words, digits or nothing only where a person asks', () => {
    for (const text of ['acc pol^', '01^', '- ^']) {
      assert.ok(complete(text).ids.length > 0, text);
      assert.deepEqual(complete(text, 'typed').ids, [], text);
    }
    assert.deepEqual(complete('nothing of ours ^').ids, []);
  });

  it('replaces what was typed, and the rest of the word', () => {
    assert.equal(taken('see acc pol^'), 'see 01.a');
    assert.equal(taken('see 01.^'), 'see 01.c');
    assert.equal(taken('see 01.c^a and'), 'see 01.c and');
    assert.equal(taken('| acc pol^ | |'), '| 01.a | |');
    assert.equal(taken('see 01.^.'), 'see 01.c.');
  });

  it('goes on while a person types, by text that begins with what is typed', () => {
    const [proposal] = complete('see acc^').ids;
    assert.equal(proposal?.filterText, `acc ${proposal?.label}`);
    assert.equal(first('see acc pol^', 'continued'), '01.a');
  });

  it('ends once an id is whole, so that the next Enter is a new line', () => {
    assert.deepEqual(complete('see 01.c^', 'continued').ids, []);
    assert.deepEqual(
      complete('see 01.c^').ids.map(({ text }) => text),
      ['01.c', '1149.01c2System.9'],
    );
    assert.equal(first('- 01.a - Access Control Policy\n- 01.c^', 'continued'), '01.c - Privilege Management');
  });

  it('completes behind an id its title and nothing else', () => {
    assert.equal(taken('### 01.c - Priv^'), '### 01.c - Privilege Management');
    assert.equal(taken('- **01.c** priv man^'), '- **01.c** Privilege Management');
    assert.deepEqual(complete('### 01.c - Access^').ids, []);
    assert.equal(taken('01.c and acc pol^'), '01.c and 01.a');
  });

  it('offers sections at the start of a line or a heading, with the heading’s marks where they are missing', () => {
    const above = '## 01.a: Access Control Policy\n\n';
    const sections = complete(`${above}priv^`).sections.map(({ hashes, text }) => [hashes, text].join(' '));
    assert.equal(sections[0], '## 01.c: Privilege Management');
    assert.equal(complete(`${above}### 01.c^`).sections[0]?.hashes, '');
    assert.equal(complete('priv^').sections[0]?.text, '01.c - Privilege Management');
    assert.equal(complete('priv^').sections[0]?.hashes, '###');
    assert.equal(complete('section^').sections.length, catalog.controls.size);
    assert.equal(complete('section^').sections[0]?.subject.control, '01.c');
    for (const text of ['- priv^', '| priv^ |', 'in priv^', '^', 'priv^ and more'])
      assert.deepEqual(complete(text).sections, [], text);
    assert.deepEqual(complete('### 01.^', 'typed').sections, []);
  });
});
