import assert from 'node:assert/strict';
import { findingsIn } from './read';

describe('the sections of a document', () => {
  const sections = (text: string): readonly string[] =>
    findingsIn(text).sections.map(
      ({ start, end, depth, subject, title }) =>
        `${depth} ${subject?.requirement ?? subject?.control ?? '-'} "${title.trim()}" ${JSON.stringify(text.slice(start, end))}`,
    );

  it('begin at the headings that are marked, with what one begins with', () => {
    assert.deepEqual(
      sections(
        '# Scope\n\ntext 01.a\n\n### 01.c - Privilege Management\n\n## **1149.01c2System.9 - 01.c** roles ##\r\n',
      ),
      [
        '1 - "Scope" "Scope"',
        '3 01.c "- Privilege Management" "01.c - Privilege Management"',
        '2 1149.01c2System.9 "** roles ##" "**1149.01c2System.9 - 01.c** roles ##"',
      ],
    );
  });

  it('document nothing where the heading names several ids, or one further on', () => {
    assert.deepEqual(
      findingsIn('## 03.b — Media; 03.c — Disposal\n## 04.a–04.b\n## Accounts (01.b)\n## 01.c and 01.d\n').sections.map(
        ({ subject }) => subject,
      ),
      [undefined, undefined, undefined, undefined],
    );
  });

  it('do not begin in code, in comments, or where # is no mark', () => {
    assert.deepEqual(sections('```\n# 01.c\n```\n<!--\n# 01.c\n-->\n#01.c\nissue # 01.c\n'), []);
  });
});
