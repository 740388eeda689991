import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { hiddenSpans, IGNORE, type Syntax } from '../../../../src/core/csf/hiddenSpans';
import { ignoreComment } from '../../../../src/core/document/ignoreComment';
import { type Ignores, readIgnores, withoutIgnored } from '../../../../src/core/document/ignores';
import { createLineIndex, type LineIndex } from '../../../../src/core/lineIndex';
import { english } from '../../../../src/core/message';
import { problem, type Problem, type ProblemCode } from '../../../../src/core/problems';

interface Reading {
  readonly lines: LineIndex;
  readonly ignores: Ignores;
}

function read(text: string, syntax: Syntax = 'markdown'): Reading {
  const lines = createLineIndex(text);
  return { lines, ignores: readIgnores(text, hiddenSpans(text, syntax), lines, 'a.md') };
}

/** Each comment as the 1-based line that it is about, and its codes. */
function about(text: string, syntax?: Syntax): readonly string[] {
  return read(text, syntax).ignores.ignores.map(({ line, codes }) =>
    [line === undefined ? 'none' : line + 1, ...codes.map(({ code }) => code)].join(' '),
  );
}

/** The problems of the comments, each as what it stands on and its code. */
function slips(text: string, syntax?: Syntax): readonly string[] {
  return read(text, syntax).ignores.problems.map((found) => written(found, text));
}

function written({ at, code }: Problem, text: string): string {
  assert.ok(at && 'start' in at);
  return `${text.slice(at.start, at.end)}: ${code}`;
}

/** What is left of problems that stand on these texts. */
function left(text: string, ...problems: readonly (readonly [ProblemCode, on: string])[]): readonly string[] {
  const found = problems.map(([code, on]) => {
    const start = text.indexOf(on);
    return problem(code, 'a.md', { start, end: start + on.length });
  });
  return withoutIgnored(found, new Map([['a.md', read(text)]])).map((one) => written(one, text));
}

const comment = (words: string): string => `<!-- inheritance-scope-ignore ${words} -->`;

describe('a comment that ignores problems', () => {
  for (const [what, text, ...expected] of [
    ['at the end of a line is about that line', `x\n01.a ${comment('unknown-control: why')}\ny`, '2 unknown-control'],
    ['alone on its line is about the next one', `x\n${comment('unknown-control: why')}\n01.a`, '3 unknown-control'],
    [
      'alone on its line passes over blank lines',
      `${comment('unknown-control: why')}\r\n\r\n  \r\n01.a`,
      '4 unknown-control',
    ],
    ['alone in a quote is about its next line', `> ${comment('unknown-control: why')}\n>\n> 01.a`, '3 unknown-control'],
    ['in the last cell of a row is about the row', `| a |\n| - |\n| 01.a | ${comment(': why')} |\nx`, '3'],
    ['names several codes', `01.a ${comment('unknown-control ,file-empty: why')}`, '1 unknown-control file-empty'],
    ['without a code is about all of the line', `01.a ${comment(': why: it is so')}`, '1'],
    ['needs no blanks', '01.a <!--inheritance-scope-ignore:why-->', '1'],
    [
      'over lines is about the line that it begins on',
      `01.a ${comment('unknown-control:\nbecause')}\n01.b`,
      '1 unknown-control',
    ],
    [
      'over lines of its own is about what follows',
      `${comment('unknown-control:\nbecause')}\n01.b`,
      '3 unknown-control',
    ],
    ['with nothing behind it is about nothing', `01.a\n${comment(': why')}\n`, 'none'],
  ] as const) {
    it(what, () => assert.deepEqual([about(text), slips(text)], [expected, []]));
  }

  it('one below the other are about the same line, and so are several at its end', () => {
    const text = `${comment('unknown-control: a')}\n${comment('file-empty: b')}\n01.a ${comment('missing-id: c')} ${comment(': d')}`;
    assert.deepEqual(about(text), ['3 unknown-control', '3 file-empty', '3 missing-id', '3']);
  });

  for (const [what, text] of [
    ['in fenced code', `\`\`\`\n${comment('unknown-control: why')}\n\`\`\`\n01.a`],
    ['in inline code', `01.a \`${comment('unknown-control: why')}\``],
    ['outside a comment of Markdown', '01.a inheritance-scope-ignore unknown-control: why'],
    ['that does not begin the comment', '01.a <!-- see inheritance-scope-ignore: why -->'],
    ['as part of another word', '01.a <!-- inheritance-scope-ignored: why -->'],
  ] as const) {
    it(`is none ${what}`, () => assert.deepEqual([about(text), slips(text)], [[], []]));
  }

  for (const text of [
    '// inheritance-scope-ignore unknown-control: why\n01.a',
    '# inheritance-scope-ignore unknown-control: why\r01.a',
    '.. inheritance-scope-ignore unknown-control: why\n\n01.a',
    '% inheritance-scope-ignore unknown-control: why\n01.a',
    'inheritance-scope-ignore unknown-control: why\n01.a',
    '/* inheritance-scope-ignore unknown-control: why */\n01.a',
  ]) {
    it(`stands in a plain text behind any mark: ${JSON.stringify(text)}`, () => {
      const line = text.split(/\r\n|\r|\n/).length;
      assert.deepEqual([about(text, 'plain'), slips(text, 'plain')], [[`${line} unknown-control`], []]);
    });
  }

  it('stands at the end of a line of a plain text, and its reason names no control', () => {
    const text = '01.a inheritance-scope-ignore unknown-control: see 01.b\n01.c';
    assert.deepEqual(about(text, 'plain'), ['1 unknown-control']);
    assert.deepEqual(
      hiddenSpans(text, 'plain').map(({ start, end }) => text.slice(start, end)),
      ['inheritance-scope-ignore unknown-control: see 01.b'],
    );
  });

  for (const words of ['unknown-control', 'unknown-control:', 'unknown-control: -', '', ':', 'unknown-control why']) {
    it(`does not count without a reason, and says so: "${words}"`, () => {
      const text = `01.a ${comment(words)}`;
      assert.deepEqual([about(text), slips(text)], [[], [`${comment(words)}: ignore-without-reason`]]);
    });
  }

  it('tells of codes that no problem has, and the others count', () => {
    const text = `01.a ${comment('unknown-contrl, file-empty, 01.a: why')}`;
    assert.deepEqual(about(text), ['1 file-empty']);
    assert.deepEqual(slips(text), ['unknown-contrl: unknown-code', '01.a: unknown-code']);
    assert.match(read(text).ignores.problems.map(english)[0] ?? '', /perhaps "unknown-control" is meant/);
  });

  it('with no code that a problem has ignores nothing, least of all everything', () => {
    assert.deepEqual(about(`01.a ${comment('unknown-contrl: why')}`), []);
  });

  it('is read from any text without a failure, each on a line behind or below its beginning', () => {
    const piece = fc.constantFrom(
      '<!--',
      '-->',
      IGNORE,
      ' ',
      '\n',
      '\r\n',
      ':',
      ',',
      'unknown-control',
      'why',
      '|',
      '`',
      '>',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom<Syntax>('markdown', 'plain'), (pieces, syntax) => {
        const text = pieces.join('');
        const { lines, ignores } = read(text, syntax);
        for (const { start, end, line, codes } of ignores.ignores) {
          assert.ok(line === undefined || (line >= lines.positionAt(start).line && line < lines.count));
          for (const at of codes)
            assert.deepEqual([text.slice(at.start, at.end), start < at.start, at.end < end], [at.code, true, true]);
        }
      }),
    );
  });

  it('many of them in a row take no longer each than one', () => {
    const text = `${comment('unknown-control: why')}\n\n`.repeat(20_000);
    assert.equal(read(text).ignores.ignores.length, 20_000);
  }).timeout(5_000);
});

describe('problems of a document', () => {
  const TEXT = `14.a ${comment('unknown-control: theirs')}\n14.b`;

  it('are left out where a comment ignores their code on their line, and nowhere else', () => {
    assert.deepEqual(left(TEXT, ['unknown-control', '14.a'], ['unknown-control', '14.b'], ['reversed-range', '14.a']), [
      '14.b: unknown-control',
      '14.a: reversed-range',
    ]);
  });

  it('are all left out where a comment names no code', () => {
    const text = `14.a ${comment(': theirs')}`;
    assert.deepEqual(left(text, ['unknown-control', '14.a'], ['reversed-range', '14.a']), []);
  });

  it('that stand on a line by its number are left out too', () => {
    const found = [1, 2].map((line) => problem('evidence-placeholder', 'a.md', { line }, 'TBD'));
    const text = `01.a TBD ${comment('evidence-placeholder: theirs')}\n01.b TBD`;
    assert.deepEqual(withoutIgnored(found, new Map([['a.md', read(text)]])), found.slice(1));
  });

  it('of other files, or of the whole document, are not left out', () => {
    const found = [
      problem('unknown-control', 'b.md', { start: 0, end: 4 }, '14.a'),
      problem('file-empty', 'a.md', undefined, 'a.md'),
    ];
    const text = `14.a ${comment(': theirs')}`;
    const kept = withoutIgnored(found, new Map([['a.md', read(text)]]));
    assert.deepEqual(kept.slice(0, 2), found);
    assert.equal(kept[2]?.code, 'unused-ignore');
  });

  it('that a comment has wrong are not ignored by another', () => {
    const text = `14.a ${comment('unknown-control')} ${comment(': all of it')}`;
    const { ignores, lines } = read(text);
    const kept = withoutIgnored(ignores.problems, new Map([['a.md', { ignores, lines }]]));
    assert.deepEqual(
      kept.map(({ code }) => code),
      ['ignore-without-reason', 'unused-ignore'],
    );
  });

  it('are told of comments that ignore nothing, and of the codes in them that do', () => {
    assert.deepEqual(left(TEXT), [`${comment('unknown-control: theirs')}: unused-ignore`]);
    const text = `14.a ${comment('unknown-control, file-empty: theirs')}`;
    assert.deepEqual(left(text, ['unknown-control', '14.a']), ['file-empty: unused-ignore']);
  });
});

describe('the comment to be written', () => {
  const NAMES = ['a.md', 'a.txt', 'a.adoc', 'a.rst', 'a.tex', 'a.yaml', 'a.ts', 'a.html'];

  it('ignores the problem of its line in every language, once it has a reason', () => {
    const line = fc.stringMatching(/^[ >#|]{0,3}14\.a[ a-z|]{0,10}$/);
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.array(line, { minLength: 1 }), fc.nat(), (name, written, seed) => {
        const number = seed % written.length;
        const text = written.join('\n');
        const lines = createLineIndex(text);
        const made = ignoreComment('unknown-control', number, text, lines, name);
        // In the middle of a paragraph of reStructuredText there is none.
        assert.equal(made === undefined, name === 'a.rst' && number > 0);
        if (!made) return;
        const inserted = `${made.before}theirs${made.after}`;
        const changed = `${text.slice(0, made.offset)}${inserted}${text.slice(made.offset)}`;
        const old = text.indexOf('14.a', lines.startOf(number));
        const start = old < made.offset ? old : old + inserted.length;
        const found = problem('unknown-control', 'a.md', { start, end: start + 4 }, '14.a');
        const documents = new Map([['a.md', read(changed, name === 'a.md' ? 'markdown' : 'plain')]]);
        assert.deepEqual(withoutIgnored([found], documents), []);
      }),
    );
  });

  it('goes into the last cell of a row of a table, and behind what else is on a line', () => {
    const made = (text: string, name = 'a.md'): unknown => {
      const found = ignoreComment('unknown-control', 0, text, createLineIndex(text), name);
      return found && `${text.slice(0, found.offset)}${found.before}…${found.after}${text.slice(found.offset)}`;
    };
    const words = 'inheritance-scope-ignore unknown-control: …';
    assert.equal(made('| 14.a | x |\n'), `| 14.a | x <!-- ${words} --> |\n`);
    assert.equal(made('14.a \\|\r\n'), `14.a \\| <!-- ${words} -->\r\n`);
    assert.equal(made('14.a', 'a.adoc'), `// ${words}\n14.a`);
    assert.equal(made('  14.a', 'a.rst'), `  .. ${words}\n\n  14.a`);
    assert.equal(made('14.a', 'a.txt'), `14.a ${words}`);
  });

  it('is none where it would break a paragraph of reStructuredText in two', () => {
    const text = 'Some text,\n14.a\n';
    assert.equal(ignoreComment('unknown-control', 1, text, createLineIndex(text), 'a.rst'), undefined);
  });
});
