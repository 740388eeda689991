import assert from 'node:assert/strict';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { UsageError } from '../../../src/cli/command';
import { readSealing, type SealingArguments, type StandardInput } from '../../../src/cli/sealing';
import { english } from '../../../src/core/message';
import type { Sealing } from '../../../src/core/sharing/seal';

const PASSPHRASE = 'tulip kernel forty-two harbour';

function input(chunks: readonly (Uint8Array | string)[], isTTY = false): StandardInput & { taken: number } {
  const given = {
    isTTY,
    taken: 0,
    async *[Symbol.asyncIterator]() {
      for (const chunk of chunks) {
        given.taken++;
        yield await Promise.resolve(chunk);
      }
    },
  };
  return given;
}

const read = (args: SealingArguments, ...chunks: (Uint8Array | string)[]): Promise<Sealing | undefined> =>
  readSealing(args, input(chunks), english);

const refused = async (reading: Promise<unknown>, words: RegExp): Promise<void> => {
  await assert.rejects(reading, (error: unknown) => {
    assert.ok(error instanceof UsageError);
    assert.match(error.message, words);
    assert.doesNotMatch(error.message, /tulip|kernel|AGE-SECRET-KEY-1/);
    return true;
  });
};

describe('how the command line says that a file is sealed', () => {
  it('without a word of it nothing is sealed, and nothing read', async () => {
    const unread = input([PASSPHRASE]);
    assert.equal(await readSealing({}, unread, english), undefined);
    assert.equal(await readSealing({ sealTo: [], sealPassphrase: false }, unread, english), undefined);
    assert.equal(unread.taken, 0);
  });

  it('public keys are taken as they are, and standard input is left alone', async () => {
    const key = await identityToRecipient(await generateX25519Identity());
    const unread = input([PASSPHRASE]);
    assert.deepEqual(await readSealing({ sealTo: [key, key] }, unread, english), { recipients: [key, key] });
    assert.equal(unread.taken, 0);
  });

  for (const [what, chunks] of [
    ['the first line of standard input', [`${PASSPHRASE}\nand more\n`]],
    ['what ends without a line end', [PASSPHRASE]],
    ['what ends as on Windows, after a byte order mark', [`\ufeff${PASSPHRASE}\r\n`]],
    ['what comes in pieces', [PASSPHRASE.slice(0, 7), new TextEncoder().encode(PASSPHRASE.slice(7)), '\n', 'more']],
  ] as const) {
    it(`the passphrase is ${what}`, async () => {
      assert.deepEqual(await read({ sealPassphrase: true }, ...chunks), { passphrase: PASSPHRASE });
    });
  }

  it('nothing is waited for behind the first line', async () => {
    const given = input([`${PASSPHRASE}\n`, 'more']);
    await readSealing({ sealPassphrase: true }, given, english);
    assert.equal(given.taken, 1);
  });

  it('what cannot be is refused, without repeating what was given', async () => {
    const secret = await generateX25519Identity();
    await refused(readSealing({ sealPassphrase: true }, input([PASSPHRASE], true), english), /pipe it in/);
    await refused(read({ sealTo: ['age1'], sealPassphrase: true }, PASSPHRASE), /never with both/);
    await refused(read({ sealTo: [secret] }), /^--seal-to: This is a SECRET key/);
    await refused(read({ sealTo: [''] }), /^--seal-to: Give the public key/);
    await refused(read({ sealPassphrase: true }), /^--seal-passphrase: There is no passphrase/);
    await refused(read({ sealPassphrase: true }, 'tulip\n'), /at least 12 characters/);
    await refused(read({ sealPassphrase: true }, `${PASSPHRASE} \n`), /begins or ends with a blank/);
    await refused(read({ sealPassphrase: true }, Uint8Array.of(0xff, 0xfe, 0x74, 0, 0x0a, 0)), /no UTF-8/);
    await refused(read({ sealPassphrase: true }, 'tulip'.repeat(1000)), /too long/);
  });
});
