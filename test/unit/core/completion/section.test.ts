import assert from 'node:assert/strict';
import { readScopingDocument } from '../../../../src/core/document/scopingDocument';
import { MATURITY_LEVELS } from '../../../../src/core/assessment/maturity';
import { sectionSnippet } from '../../../../src/core/completion/section';
import { catalog } from '../../../../src/core/csf/catalog';

describe('the snippet of a section', () => {
  const content = {
    hashes: '###',
    heading: '01.c - Privilege Management',
    responsibility: 'Shared',
    levels: ['policy', 'implemented'],
    prompt: 'How.',
  } as const;
  /** What stands in the document where nothing is filled in. */
  const expanded = (snippet: string): string => snippet.replace(/\$\{\d:(.*?)\}|\$0/g, '$1');

  it('has a heading, whose it is, a place for the text and a line for each level', () => {
    assert.equal(
      expanded(sectionSnippet(content)),
      '### 01.c - Privilege Management\n\nResponsibility: Shared\n\nHow.\n\n- Evidence (policy): TBD\n- Evidence (implemented): TBD',
    );
  });

  it('leaves out the marks that are there, a responsibility that nobody knows, and levels that are not wanted', () => {
    const snippet = sectionSnippet({ ...content, hashes: '', responsibility: undefined, levels: [] });
    assert.equal(expanded(snippet), '01.c - Privilege Management\n\nHow.');
  });

  it('writes what means something in a snippet as text', () => {
    const snippet = sectionSnippet({ ...content, heading: 'a $1 } b', prompt: 'c} d' });
    assert.ok(snippet.startsWith(String.raw`### a \$1 \} b`), snippet);
    assert.ok(snippet.includes(String.raw`\${1:c\} d}`.slice(1)), snippet);
  });

  it('is read as the product reads evidence: none yet, then a document at each level', () => {
    const read = (text: string) => readScopingDocument(text, { file: 'a.md', syntax: 'markdown', catalog });
    const text = expanded(sectionSnippet({ ...content, levels: MATURITY_LEVELS }));
    assert.deepEqual(
      read(text).problems.map(({ code }) => code),
      MATURITY_LEVELS.map(() => 'evidence-placeholder'),
    );
    const filled = read(text.replaceAll('TBD', '[ACP](acp.pdf)')).evidence;
    assert.deepEqual(
      filled.map(({ control, maturity }) => `${control} ${maturity}`),
      MATURITY_LEVELS.map((level) => `01.c ${level}`),
    );
  });
});
