import assert from 'node:assert/strict';
import { duplicateSections } from '../../../../src/core/assessment/duplicateSections';
import { catalog } from '../../../../src/core/csf/catalog';
import { createLineIndex } from '../../../../src/core/lineIndex';
import { english } from '../../../../src/core/message';
import { severityOf } from '../../../../src/core/problems';
import { sharedFile } from '../../fixture';
import { findingsIn } from '../document/read';

type Documents = Readonly<Record<string, string>>;

function duplicatesIn(documents: Documents): ReturnType<typeof duplicateSections> {
  const read = Object.entries(documents).map(([file, text]) => ({
    file,
    sections: findingsIn(text, file).sections,
    lines: createLineIndex(text),
  }));
  return duplicateSections(read, catalog, (file) => file);
}

/** `file:line severity: words` */
function toldOf(documents: Documents): readonly string[] {
  return duplicatesIn(documents).map((problem) => {
    const { file, at } = problem;
    const start = at && 'start' in at ? at.start : 0;
    const line = createLineIndex(documents[file] ?? '').positionAt(start).line + 1;
    return `${file}:${line} ${severityOf(problem)}: ${english(problem)}`;
  });
}

const ONCE: Readonly<Record<string, string>> = {
  'sections of different controls': '## 01.c - Privilege Management\n## 01.d - User Password Management',
  'a part below a section':
    '## 01.c - Privilege Management\n### 01.c in Azure\n#### 01.c\n### 01.c - Privilege Management',
  'parts beside each other': '## 01.c - Policy\n## 01.c - Procedure\n## 01.c - Evidence',
  'a control and its requirement': '## 01.c - Privilege Management\ntext\n## 1149.01c2System.9 - 01.c',
  'two of its requirements': '## 1149.01c2System.9\n## 1150.01c2System.10',
  'a heading for several': '## 01.c - Privilege Management\n## 01.c; 01.d\n## 01.a–01.c',
  'a heading that mentions it': '## 01.c - Privilege Management\n## Exceptions from 01.c',
  'a list and a table': '- 01.c - Privilege Management\n- 01.c - Privilege Management\n\n| 01.c | x |',
  code: '## 01.c\n```\n## 01.c\n```',
};

const TWICE: Readonly<Record<string, string>> = {
  'the same heading': '## 01.c - Privilege Management\ntext\n## 01.c - Privilege Management',
  'another mark and other signs': '## 01.c - Privilege Management\ntext\n# **01.c** – PRIVILEGE MANAGEMENT',
  'the id alone': '## 01.c\ntext\n## 01.c - Privilege Management',
  'a title with more to it': '## 01.c Privilege Management\ntext\n## 01.c Privilege Management (Azure)',
  'another spelling': '## 01.C Privilege Management\n\n## 01_c Privilege Management',
  'a part of another section': '## 01.c\n# Appendix\n### 01.c',
};

describe('a control that is documented twice', () => {
  for (const [what, text] of Object.entries(ONCE)) {
    it(`is not ${what}`, () => assert.deepEqual(toldOf({ 'scope.md': text }), []));
  }

  for (const [what, text] of Object.entries(TWICE)) {
    it(`is one with ${what}, and told at the second place`, () => {
      assert.deepEqual(toldOf({ 'scope.md': text }), [
        'scope.md:3 warning: 01.c has a section of its own on line 1 already. Put the two together, so that one does not go out of date.',
      ]);
    });
  }

  it('is none of the public mapping document', function () {
    const text = sharedFile('corpus/open-access-control_mapping.md');
    if (text === undefined) this.skip();
    assert.deepEqual(toldOf({ 'mapping.md': text }), []);
  });

  it('names the first place to go to', () => {
    const text = '## 01.c\n\n## 01.c';
    const [problem] = duplicatesIn({ 'scope.md': text });
    assert.deepEqual(problem?.related, [{ file: 'scope.md', at: { start: 3, end: 7 } }]);
  });

  it('is told once in each further document, as information', () => {
    const text = '# 01.c Privilege Management';
    assert.deepEqual(toldOf({ 'a.md': `\n${text}`, 'b.md': text, 'c.md': `${text}\n${text}` }), [
      'b.md:1 information: 01.c has a section of its own in a.md, line 2 too. If both say the same, keep one and refer to it.',
      'c.md:1 information: 01.c has a section of its own in a.md, line 2 too. If both say the same, keep one and refer to it.',
      'c.md:2 warning: 01.c has a section of its own on line 1 already. Put the two together, so that one does not go out of date.',
    ]);
  });
});
