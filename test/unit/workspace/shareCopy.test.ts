import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { readProject } from '../../../src/core/assessment/projectFile';
import { english } from '../../../src/core/message';
import { recipientsOf } from '../../../src/core/sharing/sharePolicy';
import { readSharingRegister } from '../../../src/core/sharing/sharingRegister';
import type { SharingCells } from '../../../src/core/sharing/sharingColumns';
import type { CopyMark } from '../../../src/core/report/report';
import { FileError, type FileErrorReason } from '../../../src/workspace/files';
import { recoverShare } from '../../../src/workspace/recoverShare';
import { type ShareRequest, shareCopy } from '../../../src/workspace/shareCopy';
import { completeEnd, prepareShare, recordShare, verifySharing } from '../../../src/workspace/sharing';
import { digest, share } from '../core/sharing/givenShares';
import { FaultyFiles } from '../faultyFiles';
import { at, InMemoryFiles } from '../inMemoryFiles';

const PROJECT = '\ufeff{\r\n  // Ours\r\n  "name": "Portal", /* é */\r\n}\r\n';
const P = at('inheritance-scope.json');
const TARGET = at('exports/summary.md');
const OLD = 'what was there before';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const copyFor = ({ number, recipient }: CopyMark): string => `Copy ${number} for ${recipient}`;

function request(given: Partial<ShareRequest> = {}): ShareRequest {
  return {
    projectFile: P,
    target: TARGET,
    overwrite: false,
    today: '2027-03-24',
    profile: 'client',
    recipient: 'Žofie Král',
    organization: 'Contoso',
    contact: 'z@contoso.example',
    purpose: 'client',
    agreement: 'NDA 7',
    consent: 'Mail of the CISO',
    expires: '2027-06-30',
    by: 'Kim',
    statuses: 'cd'.repeat(32),
    make: (copy) => Promise.resolve(bytes(copyFor(copy))),
    ...given,
  };
}

async function textOf(files: InMemoryFiles, path: string): Promise<string | undefined> {
  if ((await files.kindOf(at(path))) === undefined) return undefined;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(at(path)));
}

const stateOf = async (files: InMemoryFiles): Promise<readonly (string | undefined)[]> =>
  Promise.all(['inheritance-scope.json', 'sharing.csv', 'exports/summary.md'].map((path) => textOf(files, path)));

const codes = async (files: InMemoryFiles): Promise<readonly string[]> =>
  (await verifySharing(P, files))?.problems.map(({ code }) => code) ?? [];

const rowsOf = async (files: InMemoryFiles): Promise<readonly SharingCells[]> => {
  const content = await textOf(files, 'sharing.csv');
  const read = await readSharingRegister(bytes(content ?? ''), 'sharing.csv', 'sharing.csv', digest);
  return read.rows.map(({ cells }) => cells);
};

/** Every copy that a row shares lies there as it was recorded, and every file has its row. */
async function assertWhole(files: InMemoryFiles): Promise<void> {
  assert.deepEqual(await codes(files), []);
  const rows = await rowsOf(files);
  const copy = await textOf(files, 'exports/summary.md');
  const last = rows.findLast(({ file }) => file === 'exports/summary.md');
  if (copy === undefined || copy === OLD) assert.equal(last, undefined, 'no row without its file');
  else assert.equal(last?.sha256, hashOf(copy), 'no file without its row');
  const ids = rows.filter(({ event }) => event === 'shared').map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(
    readProject((await textOf(files, 'inheritance-scope.json')) ?? '', P).project.sharing?.pending,
    undefined,
  );
}

function given(contents: Readonly<Record<string, string>> = {}): FaultyFiles {
  return new FaultyFiles({ 'inheritance-scope.json': PROJECT, ...contents });
}

const refusalOf = async (files: InMemoryFiles, of: Partial<ShareRequest>): Promise<string> => {
  const answer = await shareCopy(request(of), files);
  return 'failure' in answer ? english(answer.failure) : 'shared';
};

describe('sharing a copy', () => {
  it('writes the file, its row and the end of the register, and leaves no note', async () => {
    const files = given();
    const shared = await shareCopy(request(), files);
    const text = 'Copy S-0001 for Žofie Král';
    assert.deepEqual(shared, { target: TARGET, number: 'S-0001', sha256: hashOf(text) });
    assert.equal(await textOf(files, 'exports/summary.md'), text);
    const [row] = await rowsOf(files);
    assert.ok(row);
    assert.deepEqual(row, {
      ...row,
      id: 'S-0001',
      event: 'shared',
      date: '2027-03-24',
      recipient: 'Žofie Král',
      organization: 'Contoso',
      contact: 'z@contoso.example',
      purpose: 'client',
      profile: 'client',
      agreement: 'NDA 7',
      consent: 'Mail of the CISO',
      limitations: '',
      expires: '2027-06-30',
      file: 'exports/summary.md',
      sha256: hashOf(text),
      by: 'Kim',
      statuses: 'cd'.repeat(32),
      consented: '',
    });
    await assertWhole(files);
    const project = (await textOf(files, 'inheritance-scope.json')) ?? '';
    assert.ok(
      project.startsWith('\ufeff{\r\n  // Ours\r\n  "name": "Portal",') && project.includes('/* é */'),
      project,
    );
    assert.doesNotMatch(project, /pending|Kr/);
  });

  it('notes it in a project file of any encoding, whatever the recipient is called', async () => {
    const files = given();
    files.set('inheritance-scope.json', Buffer.from(PROJECT.slice(1), 'latin1'));
    assert.ok('number' in (await shareCopy(request({ recipient: '林 "Jo" \\ €' }), files)));
    assert.deepEqual(await codes(files), []);
  });

  it('gives each copy a number of its own, and the copy what it carries', async () => {
    const files = given();
    const marks: CopyMark[] = [];
    const make = (copy: CopyMark): Promise<Uint8Array> => {
      marks.push(copy);
      return Promise.resolve(bytes(copyFor(copy)));
    };
    await shareCopy(request({ make }), files);
    await shareCopy(request({ make, target: at('b.md'), recipient: ' Al\n Ng ', limitations: 'No copies' }), files);
    assert.deepEqual(marks[1], {
      number: 'S-0002',
      recipient: 'Al Ng',
      organization: 'Contoso',
      purpose: 'client',
      date: '2027-03-24',
      expires: '2027-06-30',
      limitations: 'No copies',
    });
    assert.deepEqual(
      (await rowsOf(files)).map(({ id, file, recipient }) => [id, file, recipient]),
      [
        ['S-0001', 'exports/summary.md', 'Žofie Král'],
        ['S-0002', 'b.md', 'Al Ng'],
      ],
    );
    await assertWhole(files);
  });

  it('names a file that does not lie below the project by the way there', async () => {
    const files = new InMemoryFiles({ 'a/b/p.json': '{}' });
    await shareCopy(request({ projectFile: at('a/b/p.json'), target: at('out/summary.md') }), files);
    assert.match((await textOf(files, 'a/b/sharing.csv')) ?? '', /,'\.\.\/\.\.\/out\/summary\.md,/);
  });

  it('says all that is missing or expired at once, and writes nothing', async () => {
    const files = given();
    const nothing = { recipient: ' ', purpose: '', agreement: '', consent: '', expires: '' };
    assert.equal(
      await refusalOf(files, nothing),
      'Still to be given: recipient, purpose, agreement, consent, expires. What a share has to say is set under "sharing.policy" in the project file. Nothing was shared.',
    );
    assert.match(
      await refusalOf(files, { purpose: '', expires: '2027-03-23' }),
      /^Still to be given: purpose\..*given back by 2027-03-23 already\. Give a day from 2027-03-24 on\. Nothing was shared\.$/,
    );
    assert.deepEqual([files.writes, files.removals], [[], []]);
  });

  it('writes no more than it may: no folder, no input, no file that is there unless told to', async () => {
    const files = given({ 'srm.csv': 'ID', 'exports/summary.md': OLD });
    assert.match(await refusalOf(files, {}), /^exports\/summary\.md is there already\./);
    for (const target of [P, at('sharing.csv'), at('srm.csv')])
      assert.match(
        await refusalOf(files, {
          target,
          overwrite: true,
          isInput: (location) => Promise.resolve(location === at('srm.csv')),
        }),
        /is a file that the summary is made from/,
      );
    assert.match(await refusalOf(files, { target: at('exports'), overwrite: true }), /^exports is a folder/);
    assert.deepEqual(files.writes, []);
    assert.equal(await refusalOf(files, { overwrite: true }), 'shared');
    assert.equal(await textOf(files, 'exports/summary.md'), 'Copy S-0001 for Žofie Král');
    await assertWhole(files);
  });

  it('adds nothing to a register that is not as it was written', async () => {
    const files = given();
    await shareCopy(request(), files);
    files.set('sharing.csv', ((await textOf(files, 'sharing.csv')) ?? '').replace('NDA', 'DNA'));
    files.forgetCounts();
    assert.match(await refusalOf(files, { target: at('b.md') }), /not as it was written/);
    assert.deepEqual(files.writes, []);
  });

  it('remembers the recipients, whoever was given something last first', async () => {
    const files = given();
    await shareCopy(request({ consented: '2027-01-01' }), files);
    await shareCopy(request({ target: at('b.md'), recipient: 'Al', contact: '' }), files);
    await shareCopy(
      request({ target: at('c.md'), recipient: 'žofie král', contact: '', consent: 'New', limitations: 'None' }),
      files,
    );
    const known = recipientsOf((await verifySharing(P, files))?.rows ?? []);
    assert.deepEqual(
      known.map(({ recipient, contact, consent, consented, limitations }) => [
        recipient,
        contact,
        consent,
        consented,
        limitations,
      ]),
      [
        ['žofie král', 'z@contoso.example', 'New', undefined, 'None'],
        ['Al', undefined, 'Mail of the CISO', undefined, undefined],
      ],
    );
  });
});

describe('a share that goes wrong', () => {
  const REASONS: readonly FileErrorReason[] = ['no-permission', 'other', 'changed', 'is-folder'];
  const before = fc.record({ isFirst: fc.boolean(), isOverwritten: fc.boolean() });
  /** Files with or without an earlier share, and a file in the place of the copy. */
  const prepared = async (of: { isFirst: boolean; isOverwritten: boolean }): Promise<FaultyFiles> => {
    const files = given(of.isOverwritten ? { 'exports/summary.md': OLD } : {});
    if (!of.isFirst) await shareCopy(request({ target: at('first.md') }), files);
    files.failAt(Infinity);
    return files;
  };
  const attempt = (files: InMemoryFiles, of: Partial<ShareRequest> = {}): Promise<boolean> =>
    shareCopy(request({ overwrite: true, ...of }), files).then(
      (answer) => 'number' in answer,
      () => false,
    );

  for (const isFirst of [true, false])
    for (const isOverwritten of [true, false])
      for (const isTooLate of [true, false])
        it(`puts all back, ${isFirst ? 'first' : 'second'} share, ${isOverwritten ? 'over' : 'without'} a file, ${isTooLate ? 'though written' : 'not written'}`, async () => {
          const step = (reason: FileErrorReason) => async (failing: number) => {
            const files = await prepared({ isFirst, isOverwritten });
            const was = await stateOf(files);
            files.failWhere((each) => each === failing, reason, isTooLate);
            const isShared = await attempt(files);
            const isOver = files.steps < failing;
            files.failAt(Infinity);
            // What failed only to answer, at the very end, is shared.
            assert.ok(isShared === isOver || (isTooLate && isShared), `step ${failing}`);
            if (!isShared) assert.deepEqual(await stateOf(files), was, `step ${failing}`);
            assert.ok(isShared || (await attempt(files)), 'it can be repeated');
            await assertWhole(files);
            return isOver;
          };
          for (const reason of REASONS) {
            let failing = 1;
            while (!(await step(reason)(failing))) failing++;
            assert.ok(failing > 9, String(failing));
          }
        });

  it('leaves nothing half done, whichever two or more steps fail, once it was recovered', () =>
    fc.assert(
      fc.asyncProperty(
        before,
        fc.uniqueArray(fc.integer({ min: 1, max: 22 }), { minLength: 2, maxLength: 6 }),
        fc.boolean(),
        async (of, steps, isTooLate) => {
          const files = await prepared(of);
          files.failWhere((each) => steps.includes(each), 'other', isTooLate);
          await attempt(files);
          files.failAt(Infinity);
          const recovered = await recoverShare(P, files);
          assert.ok(!recovered || !('failure' in recovered));
          await assertWhole(files);
        },
      ),
      { numRuns: 300 },
    ));

  it('loses nothing by a crash at any step, and is told, and recovered', async () => {
    const met = new Set<string>();
    for (const isFirst of [true, false])
      for (const isOverwritten of [true, false])
        for (const isTooLate of [true, false])
          for (let step = 1; step < 30; step++) {
            const files = await prepared({ isFirst, isOverwritten });
            files.failWhere((each) => each >= step, 'other', isTooLate);
            if (await attempt(files)) break;
            files.failAt(Infinity);
            const told = await codes(files);
            assert.ok(told.length === 0 || (told.length === 1 && told[0] === 'share-unfinished'), told.join());
            const recovered = await recoverShare(P, files);
            assert.equal(recovered !== undefined, told.length > 0);
            if (recovered) {
              assert.ok('number' in recovered);
              assert.deepEqual([recovered.number, recovered.recipient], [isFirst ? 'S-0001' : 'S-0002', 'Žofie Král']);
              met.add(recovered.isRecorded ? 'recorded' : 'taken back');
            }
            await assertWhole(files);
            assert.ok(await attempt(files));
            await assertWhole(files);
          }
    assert.deepEqual([...met].toSorted(), ['recorded', 'taken back']);
  });

  it('is finished by the next share, also where recovering crashes in turn', () =>
    fc.assert(
      fc.asyncProperty(before, fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }), async (of, a, b) => {
        const files = await prepared(of);
        files.failAt(a, true);
        await attempt(files);
        files.failAt(b, true);
        await attempt(files, { recipient: 'Al' });
        files.failAt(Infinity);
        assert.ok(await attempt(files, { target: at('last.md') }));
        await assertWhole(files);
        const rows = await rowsOf(files);
        assert.equal(rows.at(-1)?.file, 'last.md');
      }),
      { numRuns: 200 },
    ));

  it('is cancelled at any step before the register is written, and leaves nothing', async () => {
    for (let step = 1; ; step++) {
      const files = await prepared({ isFirst: true, isOverwritten: true });
      const was = await stateOf(files);
      const abort = new AbortController();
      files.failWhere((each) => {
        if (each === step) abort.abort();
        return false;
      });
      const isShared = await shareCopy(request({ overwrite: true, signal: abort.signal }), files).then(
        () => true,
        (error: unknown) => {
          assert.equal(error, abort.signal.reason);
          return false;
        },
      );
      if (!isShared) assert.deepEqual(await stateOf(files), was);
      await assertWhole(files);
      if (isShared) {
        assert.ok(files.writes.length >= 3 && step > 5, String(step));
        return;
      }
    }
  });

  it('writes nothing where the copy cannot be made', async () => {
    const files = given();
    const make = (): Promise<Uint8Array> => Promise.reject(new Error('no'));
    await assert.rejects(shareCopy(request({ make }), files), /no/);
    assert.deepEqual(files.writes, []);
  });

  it('takes back what it did where the project file is edited meanwhile, and keeps what was edited', async () => {
    const files = given();
    const write = files.write.bind(files);
    files.write = async (location, ...rest) => {
      await write(location, ...rest);
      if (location !== TARGET) return;
      const text = (await textOf(files, 'inheritance-scope.json')) ?? '';
      files.set('inheritance-scope.json', text.replace('Portal', 'Web'));
    };
    await assert.rejects(shareCopy(request(), files), { reason: 'changed' });
    const [project = '', register, copy] = await stateOf(files);
    assert.deepEqual([register, copy], [undefined, undefined]);
    assert.match(project, /"Web"/);
    assert.doesNotMatch(project, /pending/);
  });

  it('gives a number once where two shares run at once, whatever their order', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), fc.boolean(), async (scheduler, isFirst, isAlike) => {
        const files = await prepared({ isFirst, isOverwritten: false });
        const slow = (name: string): InMemoryFiles =>
          new Proxy(files, {
            get(of, key) {
              const value: unknown = Reflect.get(of, key, of);
              if (typeof value !== 'function') return value;
              const bound = value.bind(of) as (...args: readonly unknown[]) => unknown;
              if (!['read', 'write', 'remove', 'kindOf'].includes(String(key))) return bound;
              return async (...args: readonly unknown[]) => {
                await scheduler.schedule(Promise.resolve(), `${name} ${String(key)}`);
                return bound(...args);
              };
            },
          });
        const make = (): Promise<Uint8Array> => Promise.resolve(bytes('the same for all'));
        const shares = ['a.md', 'b.md'].map((path) =>
          shareCopy(request({ target: at(path), recipient: path, ...(isAlike && { make }) }), slow(path)).then(
            (answer) => ('number' in answer ? answer : undefined),
            (error: unknown) => {
              assert.ok(error instanceof FileError && error.reason === 'changed', String(error));
              return undefined;
            },
          ),
        );
        await scheduler.waitFor(Promise.all(shares));
        const done = (await Promise.all(shares)).flatMap((one) => one ?? []);
        await recoverShare(P, files);
        const verified = await verifySharing(P, files);
        if (verified?.completed) await completeEnd(verified, files);
        assert.deepEqual(await codes(files), []);
        const rows = (await rowsOf(files)).filter(({ file }) => file !== 'first.md');
        assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
        assert.deepEqual(
          rows.map(({ id, file }) => [id, at(file)]).toSorted(),
          done.map(({ number, target }) => [number, target]).toSorted(),
        );
        for (const path of ['a.md', 'b.md'])
          assert.equal(
            (await textOf(files, path)) !== undefined,
            rows.some(({ file }) => file === path),
            path,
          );
      }),
      { numRuns: 300 },
    ));
});

describe('a share that was interrupted', () => {
  /** Files as a crash leaves them after that many writes. */
  const interrupted = async (writes: number, contents: Readonly<Record<string, string>> = {}): Promise<FaultyFiles> => {
    const files = given(contents);
    let left = writes;
    const write = files.write.bind(files);
    const crash = (): Promise<never> => Promise.reject(new FileError('other', P, { operation: 'write' }));
    files.write = (...args) => (left-- > 0 ? write(...args) : crash());
    files.remove = crash;
    await assert.rejects(shareCopy(request({ overwrite: true }), files));
    files.write = write;
    return files;
  };

  it('is told at its note, and does not hide what else is amiss', async () => {
    const files = await interrupted(2);
    const [told] = (await verifySharing(P, files))?.problems ?? [];
    assert.equal(told?.code, 'share-unfinished');
    assert.match(english(told), /^The share S-0001 to Žofie Král was interrupted\./);
    const text = (await textOf(files, 'inheritance-scope.json'))?.slice(1) ?? '';
    assert.ok(told.at && 'start' in told.at);
    assert.equal(text.slice(told.at.start, told.at.end), '"S-0001"');
    files.set('sharing.csv', 'id,event\n');
    assert.ok((await codes(files)).length > 1);
  });

  it('is for a person to decide where another file lies in its place, and nothing is lost', async () => {
    const files = await interrupted(2);
    files.set('exports/summary.md', 'another');
    assert.deepEqual(await codes(files), ['share-undecided']);
    const was = await stateOf(files);
    const refused = await shareCopy(request({ target: at('b.md') }), files);
    assert.ok('failure' in refused);
    assert.equal(refused.failure.code, 'share-undecided');
    assert.deepEqual(await prepareShare(P, files), refused);
    assert.match(english(refused.failure), /the file exports\/summary\.md is another one than was made/);
    assert.deepEqual(await stateOf(files), was);
    files.set('exports/summary.md', 'Copy S-0001 for Žofie Král');
    assert.deepEqual(await recoverShare(P, files), { number: 'S-0001', recipient: 'Žofie Král', isRecorded: true });
    await assertWhole(files);
  });

  it('is for a person to decide where its number is given to another copy', async () => {
    const files = await interrupted(2);
    await recordShare(P, share({ id: 'S-0001' }), files);
    assert.deepEqual(await codes(files), ['share-undecided']);
    const refused = await recoverShare(P, files);
    assert.ok(refused && 'failure' in refused);
    assert.match(english(refused.failure), /gave the number S-0001 to another copy/);
  });

  it('is taken back where the file that it would replace is as it was', async () => {
    const files = await interrupted(1, { 'exports/summary.md': OLD });
    assert.deepEqual(await recoverShare(P, files), { number: 'S-0001', recipient: 'Žofie Král', isRecorded: false });
    assert.equal(await textOf(files, 'exports/summary.md'), OLD);
    await assertWhole(files);
  });

  it('lets returns be recorded meanwhile, and is finished with them', async () => {
    const files = await interrupted(3);
    await recordShare(P, share({ event: 'returned', id: 'S-0001' }), files);
    assert.deepEqual(await codes(files), ['share-unfinished']);
    assert.ok(await recoverShare(P, files));
    await assertWhole(files);
  });

  it('is not touched where its note or the register cannot be read', async () => {
    const files = await interrupted(2);
    const text = (await textOf(files, 'inheritance-scope.json')) ?? '';
    files.set('inheritance-scope.json', text.replace('"recipient"', '"recipiend"'));
    const refused = await shareCopy(request({ target: at('b.md') }), files);
    assert.ok('failure' in refused);
    assert.ok((await codes(files)).includes('project-value'));
    assert.equal(await textOf(files, 'b.md'), undefined);
  });

  it('is none where no share is noted', async () => assert.equal(await recoverShare(P, given()), undefined));
});
