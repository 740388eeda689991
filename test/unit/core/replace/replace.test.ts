import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog } from '../../../../src/core/csf/catalog';
import { parseRequirementId, printRequirementId } from '../../../../src/core/csf/requirementId';
import { type Reference, scan } from '../../../../src/core/csf/scanner';
import { readSubject, type Subject } from '../../../../src/core/csf/subject';
import { english } from '../../../../src/core/message';
import { applied, type IdChange, type TextChange } from '../../../../src/core/replace/idChange';
import { readNewId } from '../../../../src/core/replace/readNewId';
import { replaceInDocument } from '../../../../src/core/replace/replaceInDocument';
import { replaceInProject } from '../../../../src/core/replace/replaceInProject';
import { replaceInRegister } from '../../../../src/core/replace/replaceInRegister';
import { controlIds, idLikeText, prose, requirementIds } from '../csf/arbitraries';

const A = '1149.01c2System.9';
const B = '1166.01e1System.12';

function subject(id: string): Subject {
  const read = readSubject(id, catalog);
  if (typeof read === 'string') throw new Error(`${id} is no id`);
  return read;
}

function change(from: string, to: string): IdChange {
  return { from: subject(from), to: subject(to) };
}

function left({ left: places }: TextChange): readonly string[] {
  return places.map(({ text, why }) => `${text}: ${why}`);
}

describe('replacing an id in a document', () => {
  const inDocument = (text: string, from: string, to: string): readonly [string, readonly string[]] => {
    const result = replaceInDocument(text, change(from, to), catalog, 'markdown');
    return [applied(text, result.replacements), left(result)];
  };

  it('writes the canonical form, however the old one was spelled, and leaves the title', () => {
    const text = '### 01.C - Privilege Management\n\n| 01_c | HITRUST_CSF_v11.3_01.c | **01.c** |\r\n';
    assert.deepEqual(inDocument(text, '01.c', '01.v'), [
      '### 01.v - Privilege Management\n\n| 01.v | HITRUST_CSF_v11.3_01.v | **01.v** |\r\n',
      [],
    ]);
  });

  it('leaves ranges and the ids of requirements, and says so', () => {
    assert.deepEqual(inDocument(`01.c, 01.a–01.e, 01.c-f and ${A} - 01.c`, '01.c', '01.v'), [
      `01.v, 01.a–01.e, 01.c-f and ${A} - 01.c`,
      ['01.a–01.e: range', '01.c-f: range', `${A} - 01.c: requirement`],
    ]);
  });

  it('takes the control that Microsoft repeats behind a requirement along', () => {
    assert.deepEqual(inDocument(`${A} - 01.c; 1149.01C2SYSTEM.9 – 01.C; \`${A}\`; 01.c`, A, B), [
      `${B} - 01.e; ${B} – 01.e; \`${B}\`; 01.c`,
      [],
    ]);
  });

  it('leaves what would read as something else', () => {
    assert.deepEqual(inDocument('01.f - 01.a and\n01.a', '01.a', '01.v'), [
      '01.f - 01.a and\n01.v',
      ['01.a: reads-otherwise'],
    ]);
  });

  it('leaves code, comments, addresses and file names', () => {
    const text = '<!-- 01.c -->\n```\n01.c\n```\n[x](01.c) https://x.y/01.c 01.c-policy.pdf';
    assert.deepEqual(inDocument(text, '01.c', '01.v'), [text, []]);
  });

  const texts = fc
    .array(
      fc.oneof(
        idLikeText,
        prose,
        controlIds,
        controlIds.map((id) => id.toUpperCase()),
        requirementIds.map(printRequirementId),
        fc.tuple(controlIds, controlIds).map((ids) => ids.join('–')),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(' '));

  const check = (text: string, by: IdChange): void => {
    const { replacements, left: places } = replaceInDocument(text, by, catalog, 'markdown');
    const [from, to] = [by.from.requirement ?? by.from.control, by.to.requirement ?? by.to.control];
    const before = scan(text, catalog).references;
    const after = scan(applied(text, replacements), catalog).references;
    const naming = (references: readonly Reference[], id: string): readonly Reference[] =>
      references.filter(({ ids }) => ids.includes(id));
    const keeping = places.filter(({ why }) => why !== 'requirement');
    // No place keeps the old id but those that are said, and the new one stands where either did.
    assert.equal(naming(after, from).length, keeping.length);
    assert.equal(naming(after, to).length, unionOf(before, from, to) - keeping.length + both(before, from, to));
    // All that is not replaced is as it was.
    const undone = replacements.reduce(
      ({ rest, at }, { start, end }) => ({ rest: rest + text.slice(at, start), at: end }),
      { rest: '', at: 0 },
    );
    let moved = 0;
    const others = replacements.map(({ start, end, text: written }) => {
      const place = { start: start + moved, end: start + moved + written.length, text: '' };
      moved += written.length - (end - start);
      return place;
    });
    assert.equal(applied(applied(text, replacements), others), undone.rest + text.slice(undone.at));
  };
  const unionOf = (references: readonly Reference[], from: string, to: string): number =>
    references.filter(({ ids }) => ids.includes(from) || ids.includes(to)).length;
  const both = (references: readonly Reference[], from: string, to: string): number =>
    references.filter(({ ids }) => ids.includes(from) && ids.includes(to)).length;

  it('leaves no place of the old control but those that it names, and every other byte as it was', () => {
    fc.assert(
      fc.property(texts, controlIds, controlIds, fc.nat(30), (text, from, to, at) => {
        fc.pre(from !== to);
        check(`${text.slice(0, at)} ${from} ${text.slice(at)}`, change(from, to));
      }),
      { numRuns: 500 },
    );
  });

  it('does the same for requirements', () => {
    fc.assert(
      fc.property(texts, requirementIds, requirementIds, fc.nat(30), (text, one, two, at) => {
        const [from, to] = [printRequirementId(one), printRequirementId(two)];
        const [readFrom, readTo] = [parseRequirementId(from, catalog), parseRequirementId(to, catalog)];
        fc.pre(from !== to && readFrom !== undefined && readTo !== undefined);
        check(`${text.slice(0, at)} ${from} ${text.slice(at)}`, change(from, to));
      }),
      { numRuns: 500 },
    );
  });
});

describe('replacing an id in a register', () => {
  const inRegister = (text: string, from: string, to: string): readonly [string, readonly string[]] => {
    const result = replaceInRegister(text, change(from, to), catalog);
    if (!result) throw new Error('not read');
    return [applied(text, result.replacements), left(result)];
  };

  it('replaces it where a row is about it, and leaves what other cells mention', () => {
    const text = `\ufeffrequirement;title;note\r\n01.c;See 01.c;01.c\r\n"01.C ""Privilege""";x;"a\r\n01.c;b"\n01.d;01.c;\n`;
    assert.deepEqual(inRegister(text, '01.c', '01.v'), [
      text.replace('\n01.c;See', '\n01.v;See').replace('"01.C ', '"01.v '),
      [],
    ]);
  });

  it('takes the control beside a requirement along, and leaves the rows of a control’s requirements', () => {
    const text = `control,requirement\n01.c,${A} - 01.c\n"01.c",\n,${A}\n`;
    assert.deepEqual(inRegister(text, A, B), [`control,requirement\n01.e,${B} - 01.e\n"01.c",\n,${B}\n`, []]);
    assert.deepEqual(inRegister(text, '01.c', '01.v'), [
      `control,requirement\n01.c,${A} - 01.c\n"01.v",\n,${A}\n`,
      [`${A} - 01.c: requirement`, `${A}: requirement`],
    ]);
  });

  it('leaves the CVID beside it, and says so', () => {
    const text = `requirement,cvid\n${A},77.0\n${A},\n01.c,"78.0"\n`;
    assert.deepEqual(inRegister(text, A, B), [`requirement,cvid\n${B},77.0\n${B},\n01.c,"78.0"\n`, ['77.0: cvid']]);
  });

  it('leaves rows that name several ids, or none', () => {
    const text = 'requirement,note\n"01.c, 01.d",\n01.a–01.e,\nlater: 01.c,\n,01.c\n';
    assert.deepEqual(inRegister(text, '01.c', '01.v'), [text, []]);
  });

  it('leaves a file alone whose cells cannot be told apart, or that has no columns', () => {
    assert.equal(replaceInRegister('requirement,note\n01.c,"open\n', change('01.c', '01.v'), catalog), undefined);
    assert.equal(replaceInRegister('', change('01.c', '01.v'), catalog), undefined);
    assert.deepEqual(inRegister('name\n01.c\n', '01.c', '01.v'), ['name\n01.c\n', []]);
  });

  it('finds as many rows of the new id afterwards as there were of both', () => {
    const cell = fc.constantFrom(
      '01.c',
      '01.C',
      '"01.c"',
      '01.v',
      ' 01.c Title',
      '01.c–01.e',
      A,
      '',
      '"x,""01.c"""',
      'x',
    );
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (cells, lineEnd) => {
        const text = ['note,requirement,control', ...cells.map((row) => row.join(','))].join(lineEnd);
        const result = replaceInRegister(text, change('01.c', '01.v'), catalog);
        const after = applied(text, result?.replacements ?? []);
        const about = (of: string, id: string): number => {
          const lines = of.split(lineEnd).slice(1);
          return lines.filter((line) => subjectOfRow(line) === id).length;
        };
        assert.equal(about(after, '01.c'), 0);
        assert.equal(about(after, '01.v'), about(text, '01.v') + about(text, '01.c'));
      }),
    );
  });
  /** Cells hold no commas but the one in quotation marks. */
  const subjectOfRow = (line: string): string => {
    const [, requirement = '', control = ''] = line
      .replace(/x,""/g, 'x;""')
      .split(',')
      .map((each) => each.replaceAll('"', ''));
    const read = readSubject(requirement.trim() === '' ? control.trim() : requirement.trim(), catalog);
    return typeof read === 'string' ? read : (read.requirement ?? read.control);
  };
});

describe('replacing an id in the project file', () => {
  it('replaces it under carveOuts, with comments and all else as they were', () => {
    const text = `{ // 01.c\n "name": "01.c", "carveOuts": [{ "party": "01.c", "requirements": ["01.c", "${A}", "01.C x",] }, { "requirements": "01.c" }, 3] }`;
    const { replacements } = replaceInProject(text, change('01.c', '01.v'), catalog);
    assert.equal(
      applied(text, replacements),
      `{ // 01.c\n "name": "01.c", "carveOuts": [{ "party": "01.c", "requirements": ["01.v", "${A}", "01.v x",] }, { "requirements": "01.v" }, 3] }`,
    );
  });

  it('finds nothing where there is none', () => {
    for (const text of ['', '{', '[]', '{ "carveOuts": 3 }', '{ "carveOuts": [{}] }'])
      assert.deepEqual(replaceInProject(text, change('01.c', '01.v'), catalog).replacements, [], text);
  });
});

describe('the id that is to take another’s place', () => {
  const held = [subject(A), subject(B), { control: 'AC-2' }];
  const read = (written: string, from = '01.c', known: readonly Subject[] = held): string => {
    const result = readNewId(written, subject(from), known, catalog);
    return 'failure' in result ? english(result.failure) : (result.subject.requirement ?? result.subject.control);
  };

  it('can be written in any accepted spelling', () => {
    assert.deepEqual([read(' 01.V '), read('01_v'), read('1166.01E1SYSTEM.12', A)], ['01.v', '01.v', B]);
  });

  it('has to be another one', () => {
    assert.equal(read('01.C'), '01.c is the id that stands there already.');
  });

  it('has to be one id, of the same kind', () => {
    assert.equal(read('01.a–01.e'), '01.a–01.e is a range. One id is wanted.');
    assert.match(read(B), /only another control can take its place; .* is a requirement/);
    assert.match(read('01.e', A), /only another requirement can take its place; 01\.e is a control/);
    assert.match(read('01.e 01.f'), /is no id/);
    assert.match(read(''), /is no id: write one such as/);
  });

  it('has to be there, and what may be meant is said', () => {
    assert.equal(read('01.z'), 'HITRUST CSF has no control 01.z: category 01 goes from 01.a to 01.y.');
    assert.match(read('14.a'), /^HITRUST CSF has no control 14\.a: its categories are 00, 01, /);
    assert.equal(read('privilege management'), '"privilege management" is no id: perhaps "01.c" is meant.');
    assert.equal(
      read('1166.01e1System.13', A),
      `Neither the matrix nor the requirement list has 1166.01e1System.13: perhaps "${B}" is meant.`,
    );
  });

  it('may be any requirement where neither matrix nor list has requirements', () => {
    assert.equal(read('1166.01e1System.13', A, [subject('01.c')]), '1166.01e1System.13');
  });
});
