import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { UsableEvidence } from '../../../src/core/assessment/evidence';
import { combinePolicy } from '../../../src/core/azure/combinePolicy';
import { NO_RESOURCES } from '../../../src/core/azure/policyResults';
import { english, message } from '../../../src/core/message';
import {
  evidenceText,
  type HoverWords,
  LINES_SHOWN,
  paragraphs,
  policyText,
  noticesText,
  requestsText,
  stateText,
} from '../../../src/editor/hoverText';
import { controlIn, summary } from '../given';

const IDS = ['1149.01c2System.9', '1150.01c2System.10', '1151.01c3System.1', '1152.01c3System.2', '1153.01c3System.35'];
const [A = '', B = ''] = IDS;
const words: HoverWords = {
  translate: english,
  linkTo: ({ file, line }) => `[${file}:${line}](x)`,
  nameOf: (file) => file,
};
const matrix = IDS.map((id) => `${id},Partial`).join('\n');
const EVIL = '[x](command:workbench.action.quit) ![i](https://example.org/i.png) <img src=x>';

/** What could end a line, or mean something in Markdown. */
const UGLY = ['a', ' ', '-', '\n', '\r', '\u2028', '\u0085', '\\', '`', '*', '_', '[', ']', '<', '!'];

describe('the text of a hover', () => {
  it('says what is open with the rule behind it', () => {
    const { units } = controlIn(summary({ matrix, documents: A, type: 'i1' }), '01.c');
    const text = stateText([message('shared')], units[0]!.openItems, words);
    assert.match(text, /^Shared\n\n- needs implemented evidence {2}\n {2}_Rule 3: /);
  });

  it('is empty where there is nothing to tell', () => {
    const { units } = controlIn(summary({ matrix, documents: A, type: 'i1' }), '01.c');
    assert.equal(noticesText(units, words), '');
    assert.equal(requestsText(units, '2027-03-24', words), '');
    assert.equal(evidenceText(message('column-evidence'), [], words), '');
    assert.equal(policyText(units, new Map(), words), '');
    assert.equal(paragraphs('', ''), '');
  });

  it('leads from a request to its row, and of several requirements names whose it is', () => {
    const given = summary({ matrix, list: `${A},,,\n${B},,,`, requests: `${A},planned,,,,\n${B},created,,,,` });
    const { units } = controlIn(given, '01.c');
    const lines = [
      `- ${A}: Inheritance request: planned [requests.csv:2](x)`,
      `- ${B}: Inheritance request: created [requests.csv:3](x)`,
    ];
    assert.equal(requestsText(units, given.today, words), lines.join('\n'));
    assert.equal(
      requestsText(units.slice(0, 1), given.today, words),
      '- Inheritance request: planned [requests.csv:2](x)',
    );
  });

  it('tells a request for a whole control once', () => {
    const given = summary({ matrix, documents: '01.c', requests: '01.c,planned,,,,' });
    const text = requestsText(controlIn(given, '01.c').units, given.today, words);
    assert.equal(text, '- Inheritance request: planned [requests.csv:2](x)');
  });

  it('tells a few of many notices, and how many more there are', () => {
    const list = Array.from({ length: LINES_SHOWN + 2 }, (_, index) => `11${50 + index}.01c3System.${index + 1}`);
    const given = summary({ list: list.map((id, index) => `${id},,n/a,We keep no paper of kind ${index}`).join('\n') });
    const lines = noticesText(controlIn(given, '01.c').units, words)
      .split('\n')
      .filter((line) => line.startsWith('- '));
    assert.equal(lines.length, LINES_SHOWN + 1);
    assert.equal(lines.at(-1), '- and 2 more');
  });

  it('tells Azure Policy results as a partial view, by requirement where there are several', () => {
    const results = IDS.map((requirement) => ({
      ...NO_RESOURCES,
      file: 'states.json',
      source: 'summary' as const,
      requirement,
      control: '01.c',
      compliant: 1,
    }));
    const policy = combinePolicy(results);
    const units = IDS.map((id) => ({ id, otherIds: [] }));
    const all = policyText(units, policy, words);
    assert.match(all, new RegExp(`^\\*\\*${A}\\*\\*\\n\\n- Azure Policy \\(a partial view`));
    assert.ok(all.endsWith('and 2 more requirements'));
    assert.match(policyText(units.slice(0, 1), policy, words), /^- Azure Policy \(a partial view/);
  });

  const row = (title: string): UsableEvidence => ({
    control: '01.c',
    file: 'evidence.csv',
    line: 2,
    maturity: 'policy',
    state: 'collected',
    title,
  });

  it('has the text of a file as text: no link, no picture, no tag', () => {
    const given = summary({ matrix: `${A},None`, type: 'i1', list: `${A},,n/a,${EVIL}` });
    const item = { kind: 'unknown', reason: message('text', EVIL), why: message('text', EVIL) } as const;
    for (const text of [
      noticesText(controlIn(given, '01.c').units, words),
      stateText([], [item], words),
      evidenceText(message('column-evidence'), [row(EVIL)], words),
    ]) {
      assert.ok(text.includes('workbench'), text);
      assert.doesNotMatch(text, /(?<!\\)\[(?:x|i)/);
      assert.doesNotMatch(text, /(?<!\\)<img/);
    }
  });

  it('never breaks out of its line, whatever a file says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...UGLY) }), (title) => {
        assert.equal(evidenceText(message('column-evidence'), [row(title)], words).split('\n').length, 3);
      }),
    );
  });
});
