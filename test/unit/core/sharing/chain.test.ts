import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readProject } from '../../../../src/core/assessment/projectFile';
import { readCsv, tidy } from '../../../../src/core/csv';
import { english } from '../../../../src/core/message';
import type { NewShareRow } from '../../../../src/core/sharing/appendShare';
import { completedEnd, verifyChain } from '../../../../src/core/sharing/chain';
import { readSharingRegister } from '../../../../src/core/sharing/sharingRegister';
import { digest, registerOf, share } from './givenShares';

type Cells = readonly (readonly string[])[];

const cellsOf = (csv: string): Cells => readCsv(csv, ',').rows.map(({ cells }) => cells);
const print = (rows: Cells, delimiter = ',', lineEnd = '\n'): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + lineEnd).join('');

/** What is amiss in a register, as `line code`. */
async function verify(csv: string | Uint8Array, project: string): Promise<readonly string[]> {
  const bytes = typeof csv === 'string' ? new TextEncoder().encode(csv) : csv;
  const { rows, problems } = await readSharingRegister(bytes, 'sharing.csv', 'sharing.csv', digest);
  const end = readProject(project, 'p.json').project.sharing ?? {};
  return [...problems, ...verifyChain(rows, end, 'sharing.csv')].map(
    ({ at, code }) => `${at && 'line' in at ? at.line : ''} ${code}`,
  );
}

/** A row with values of any kind, ugly ones for spreadsheets among them. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    '0012',
    '=1+1',
    '+353 1 555',
    '1/2',
    '2026-01',
    'Mar 5',
    'TRUE',
    "'quoted",
    'a;b,c\td',
    'é',
    'e\u0301',
  ),
);
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const row: fc.Arbitrary<NewShareRow> = fc
  .record({
    date: day,
    expires: day,
    recipient: text,
    organization: text,
    contact: text,
    agreement: text,
    limitations: text,
    file: text,
  })
  .map(share);
const rows = (minLength = 1): fc.Arbitrary<NewShareRow[]> => fc.array(row, { minLength, maxLength: 6 });
const RUNS = { numRuns: 60 };

describe('the chain of the sharing register', () => {
  it('is whole as it was written', () =>
    fc.assert(
      fc.asyncProperty(rows(), async (shares) => {
        const { csv, project } = await registerOf(shares);
        assert.deepEqual(await verify(csv, project), []);
      }),
      RUNS,
    ));

  it('tells the line of a value that was changed, whichever it is', () =>
    fc.assert(
      fc.asyncProperty(rows(), fc.nat(), fc.nat(), fc.constantFrom('x', 'y'), async (shares, at, column, added) => {
        const { csv, project } = await registerOf(shares);
        const cells = cellsOf(csv);
        const line = 1 + (at % shares.length);
        const changed = cells.map((row, index) =>
          row.map((cell, place) => (index === line && place === column % row.length ? `${cell}${added}` : cell)),
        );
        const found = await verify(print(changed), project);
        assert.ok(found.includes(`${line + 1} sharing-row-changed`), found.join());
      }),
      RUNS,
    ));

  it('tells of an emptied value, and of a day put elsewhere', async () => {
    const { csv, project } = await registerOf([share(), share()]);
    assert.deepEqual(await verify(csv.replace('NDA 2026-04', ''), project), ['2 sharing-row-changed']);
    assert.deepEqual(await verify(csv.replace('2026-11-22', '2026-11-23'), project), ['2 sharing-row-changed']);
  });

  it('tells by the row behind it that one was removed', () =>
    fc.assert(
      fc.asyncProperty(rows(2), fc.nat(), async (shares, at) => {
        const { csv, project } = await registerOf(shares);
        const gone = 1 + (at % (shares.length - 1));
        const found = await verify(print(cellsOf(csv).filter((_, index) => index !== gone)), project);
        assert.deepEqual(found, [`${gone + 1} sharing-row-missing`]);
      }),
      RUNS,
    ));

  it('tells that the end was cut, however much of it', () =>
    fc.assert(
      fc.asyncProperty(rows(2), fc.nat(), async (shares, at) => {
        const { csv, project } = await registerOf(shares);
        const kept = at % shares.length;
        const found = await verify(print(cellsOf(csv).slice(0, 1 + kept)), project);
        assert.deepEqual(found, [`${kept === 0 ? '' : kept + 1} sharing-end-cut`]);
      }),
      RUNS,
    ));

  it('tells of two rows that were swapped, and where each belongs', () =>
    fc.assert(
      fc.asyncProperty(rows(2), fc.nat(), fc.nat(), async (shares, one, other) => {
        const { csv, project } = await registerOf(shares);
        const cells = cellsOf(csv);
        const [first, second] = [1 + (one % shares.length), 1 + (other % shares.length)].toSorted((a, b) => a - b);
        fc.pre(first !== second && first !== undefined && second !== undefined);
        const swapped = cells.map((each, index) =>
          index === first ? (cells[second] ?? []) : index === second ? (cells[first] ?? []) : each,
        );
        const found = await verify(print(swapped), project);
        assert.ok(found.includes(`${first + 1} sharing-row-moved`), found.join());
        assert.ok(
          found.every((each) => each.endsWith('sharing-row-moved')),
          found.join(),
        );
      }),
      RUNS,
    ));

  it('tells of a row that stands there twice, wherever the second is', () =>
    fc.assert(
      fc.asyncProperty(rows(), fc.nat(), fc.nat(), async (shares, at, to) => {
        const { csv, project } = await registerOf(shares);
        const cells = cellsOf(csv);
        const from = 1 + (at % shares.length);
        const place = from + 1 + (to % (shares.length - from + 1));
        const found = await verify(print(cells.toSpliced(place, 0, cells[from] ?? [])), project);
        const chain = found.filter((each) => each.includes('sharing-'));
        assert.deepEqual(chain, [`${place + 1} sharing-row-doubled`]);
      }),
      RUNS,
    ));

  it('tells of a value in the place of another, unless both say the same', () =>
    fc.assert(
      fc.asyncProperty(rows(), text, fc.nat(), fc.nat(), async (shares, value, at, column) => {
        const { csv, project } = await registerOf(shares);
        const cells = cellsOf(csv);
        const line = 1 + (at % shares.length);
        const place = column % (cells[0]?.length ?? 1);
        const said = (cell = ''): string =>
          tidy(cell)
            .replace(/^['\s]+/, '')
            .normalize('NFC');
        fc.pre(said(cells[line]?.[place]) !== said(value));
        const changed = cells.map((row, index) => (index === line ? row.with(place, value) : row));
        // A row whose hash was taken out has none.
        const found = await verify(print(changed), project);
        assert.ok(
          found.some((each) => new RegExp(`^${line + 1} sharing-`).test(each)),
          found.join(),
        );
      }),
      RUNS,
    ));

  it('tells of a row that was put in by hand', async () => {
    const { csv, project } = await registerOf([share(), share()]);
    const [header = '', first = '', ...others] = csv.split('\n');
    const added = 'S-9,shared,2026-11-22,Someone';
    assert.deepEqual(await verify([header, first, added, ...others].join('\n'), project), [
      '3 sharing-row-without-hash',
    ]);
  });

  it('does not mind how a spreadsheet writes the file', () =>
    fc.assert(
      fc.asyncProperty(
        rows(),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('', '\ufeff'),
        fc.constantFrom('', ' ', '\u00a0', '\u200b'),
        fc.boolean(),
        async (shares, delimiter, lineEnd, mark, padding, takesApostrophe) => {
          const { csv, project } = await registerOf(shares);
          const rewritten = cellsOf(csv).map((row, index) => {
            const cells = row.map((cell) => `${padding}${takesApostrophe ? cell.replace(/^'/, '') : cell}${padding}`);
            return ['mine', ...cells.toReversed()].map((cell) => (index === 0 ? cell : cell.normalize('NFD')));
          });
          assert.deepEqual(await verify(mark + print(rewritten, delimiter, lineEnd), project), []);
        },
      ),
      RUNS,
    ));

  it('knows days again in the forms of any country, those too that could be two days', () =>
    fc.assert(
      fc.asyncProperty(
        rows(),
        fc.constantFrom('m/d/y', 'd/m/y', 'd.m.y', 'd. m. y', 'y/m/d', 'd-m-s', 'y. m. d.', 'm/d/y 0:00'),
        async (shares, form) => {
          const { csv, project } = await registerOf(shares);
          const rewritten = csv.replace(
            /(?<=[,])(\d{4})-(\d{2})-(\d{2})(?=[,\n])/g,
            (_, y: string, m: string, d: string) =>
              form.replace(/[ymds]/g, (letter) =>
                letter === 'y' ? y : letter === 's' ? y.slice(2) : String(Number(letter === 'm' ? m : d)),
              ),
          );
          fc.pre(shares.every(({ limitations = '' }) => !limitations.includes('\n')));
          assert.deepEqual(await verify(rewritten, project), []);
        },
      ),
      RUNS,
    ));

  it('is not there where no row has a hash, and says so', async () => {
    const csv = 'id,event,date,recipient\nA,shared,2026-11-22,Jo\nB,shared,2026-11-22,Jo\n';
    assert.deepEqual(await verify(csv, '{}'), ['2 sharing-without-hashes']);
  });

  it('can be longer than the project file knows, which is completed then', async () => {
    const { csv } = await registerOf([share(), share(), share()]);
    const { project } = await registerOf([share()]);
    const { rows: read } = await readSharingRegister(new TextEncoder().encode(csv), 'sharing.csv', 's', digest);
    const end = readProject(project, 'p.json').project.sharing ?? {};
    const problems = verifyChain(read, end, 'sharing.csv');
    assert.deepEqual(await verify(csv, project), ['3 sharing-ahead']);
    assert.deepEqual(completedEnd(read, problems), { rows: 3, lastHash: read[2]?.cells.hash });
    assert.deepEqual(await verify(csv, '{}'), ['2 sharing-ahead']);
    assert.match(problems.map(english).join(), /2 more than its 1/);
  });

  it('is not completed where rows are missing', async () => {
    const { csv, project } = await registerOf([share(), share()]);
    const cut = csv.split('\n').slice(0, 2).join('\n');
    const { rows: read } = await readSharingRegister(new TextEncoder().encode(cut), 'sharing.csv', 's', digest);
    const end = readProject(project, 'p.json').project.sharing ?? {};
    assert.equal(completedEnd(read, verifyChain(read, end, 'sharing.csv')), undefined);
  });

  it('tells of a number in the project file that is not that of the rows', async () => {
    const { csv, project } = await registerOf([share(), share()]);
    assert.deepEqual(await verify(csv, project.replace('"rows": 2', '"rows": 5')), ['3 sharing-count']);
  });

  it('can be read without a hash function, and then tells of the order alone', async () => {
    const { csv } = await registerOf([share(), share(), share()]);
    const none = (): Promise<undefined> => Promise.resolve(undefined);
    const [header = [], one = [], two = [], three = []] = cellsOf(csv);
    const bytes = new TextEncoder().encode(print([header, one, three, two]));
    const { rows: read } = await readSharingRegister(bytes, 'sharing.csv', 's', none);
    const codes = verifyChain(read, {}, 'sharing.csv').map(({ code }) => code);
    assert.deepEqual([...new Set(codes)], ['sharing-row-moved']);
  });
});
