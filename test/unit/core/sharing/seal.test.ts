import assert from 'node:assert/strict';
import { Decrypter, generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as fc from 'fast-check';
import { english, type Message } from '../../../../src/core/message';
import { passphraseProblem, recipientProblem, seal, sealingProblem } from '../../../../src/core/sharing/seal';
import { sentences } from '../../../../src/core/sentences';

const PASSPHRASE = 'tulip kernel forty-two harbour';
const SSH_KEY = `ssh-ed25519 ${'A'.repeat(68)} me@here`;
/** Of the description of age-plugin-yubikey. */
const PLUGIN_KEY = 'age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t';
const plain = new TextEncoder().encode('What 01.c still needs, and who is told of it.');

async function keyPair(generate = generateX25519Identity): Promise<{ readonly secret: string; readonly key: string }> {
  const secret = await generate();
  return { secret, key: await identityToRecipient(secret) };
}

async function openWith(secret: string, sealed: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(secret);
  return decrypter.decrypt(sealed);
}

const codeOf = (problem: Message | undefined): string | undefined => problem?.code;

describe('a sealed file', () => {
  it('opens for each of its recipients, however their keys were pasted, and for nobody else', async () => {
    const [one, two, other] = [await keyPair(), await keyPair(), await keyPair()];
    const recipients = [`  ${one.key}\r\n`, `${two.key.slice(0, 30)}\n${two.key.slice(30)}`, one.key];
    const sealed = await seal(plain, { recipients });
    for (const { secret } of [one, two]) assert.deepEqual(await openWith(secret, sealed), plain);
    await assert.rejects(openWith(other.secret, sealed));
    const header = Buffer.from(sealed).toString('latin1').split('\n---')[0] ?? '';
    assert.equal(header.split('\n-> X25519 ').length - 1, 2, 'a recipient that is named twice is one');
  });

  it('opens for a post-quantum key', async () => {
    const { secret, key } = await keyPair(generateHybridIdentity);
    assert.equal(recipientProblem(key), undefined);
    assert.deepEqual(await openWith(secret, await seal(plain, { recipients: [key] })), plain);
  });

  it('opens with its passphrase, and with none that differs in a letter', async function () {
    this.timeout(60_000);
    const sealed = await seal(plain, { passphrase: PASSPHRASE });
    for (const [passphrase, opens] of [
      [PASSPHRASE, true],
      [PASSPHRASE.replace('k', 'K'), false],
    ] as const) {
      const decrypter = new Decrypter();
      decrypter.addPassphrase(passphrase);
      const opened = await decrypter.decrypt(sealed).catch(() => undefined);
      assert.deepEqual(opened, opens ? plain : undefined);
    }
  });

  it('that was changed anywhere does not open', async () => {
    const { secret, key } = await keyPair();
    const sealed = await seal(plain, { recipients: [key] });
    for (const index of [30, 100, sealed.length - 60, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[index] = (changed[index] ?? 0) ^ 1;
      await assert.rejects(openWith(secret, changed), `byte ${index}`);
    }
  });

  it('holds nothing of what was sealed, as bytes, as Base64 or percent-encoded, and opens as it was', async () => {
    const { secret, key } = await keyPair();
    const text = fc
      .string({ minLength: 8, maxLength: 500, unit: 'binary' })
      .map((text) => new TextEncoder().encode(text));
    const payload = fc.oneof(fc.uint8Array({ minLength: 8, maxLength: 500 }), text);
    await fc.assert(
      fc.asyncProperty(payload, async (bytes) => {
        const sealed = await seal(bytes, { recipients: [key] });
        const written = Buffer.from(sealed).toString('latin1');
        for (const form of formsOf(bytes)) assert.ok(!written.includes(form), form);
        assert.deepEqual(await openWith(secret, sealed), Uint8Array.from(bytes));
      }),
      { numRuns: 60 },
    );
  });

  it('is never the same twice', async () => {
    const { key } = await keyPair();
    const [first, second] = [await seal(plain, { recipients: [key] }), await seal(plain, { recipients: [key] })];
    assert.equal(first.length, second.length);
    assert.notDeepEqual(first, second);
  });

  it('is not made for nobody, for a key that is none or with a weak passphrase; the error repeats neither', async () => {
    const { secret } = await keyPair();
    for (const sealing of [{ recipients: [] }, { recipients: [secret] }, { passphrase: 'tulip' }]) {
      await assert.rejects(
        seal(plain, sealing),
        (error: Error) => !/tulip|SECRET/.test(`${error.message}${error.stack}`),
      );
    }
  });
});

/** Every run of 8 bytes: as it is, percent-encoded in both cases, and in Base64 wherever it may begin. */
function* formsOf(bytes: Uint8Array): Iterable<string> {
  for (let start = 0; start + 8 <= bytes.length; start++) {
    const run = Buffer.from(bytes.subarray(start, start + 8));
    yield run.toString('latin1');
    const percent = run.toString('hex').replace(/../g, '%$&');
    yield percent;
    yield percent.toUpperCase();
    for (const alignment of [0, 1, 2]) {
      const encoded = Buffer.concat([Buffer.alloc(alignment), run]).toString('base64url');
      // What its neighbours have a part in tells nothing.
      const own = encoded.slice(Math.ceil((alignment * 4) / 3), Math.floor(((alignment + 8) * 4) / 3));
      yield own;
      yield own.replaceAll('-', '+').replaceAll('_', '/');
    }
  }
}

describe('a public key', () => {
  it('is taken as age-keygen prints it, with white space around it too', async () => {
    const { key } = await keyPair();
    for (const written of [key, ` ${key}\n`, `${key}\u00a0`]) assert.equal(recipientProblem(written), undefined);
  });

  it('that is the secret one is told loudly, wherever it stands in what was pasted', async () => {
    const [{ secret }, hybrid] = [await keyPair(), await keyPair(generateHybridIdentity)];
    for (const pasted of [
      secret,
      secret.toLowerCase(),
      hybrid.secret,
      `# created: today\n${secret}`,
      `${secret.slice(0, 9)}\n${secret.slice(9)}`,
      'AGE-PLUGIN-YUBIKEY-1Q',
      '-----BEGIN OPENSSH PRIVATE KEY-----',
    ]) {
      const problem = recipientProblem(pasted);
      assert.equal(codeOf(problem), 'seal-key-secret');
      assert.deepEqual(problem?.args, []);
    }
    assert.match(sentences['seal-key-secret'], /SECRET.*must not be given away/);
  });

  it('with one letter mistyped, missing or put in is a slip, and no key of a plugin', async () => {
    const { key } = await keyPair();
    const place = fc.integer({ min: 'age1'.length, max: key.length - 1 });
    const letter = fc.constantFrom(...Array.from('qpzry9x8gf2tvdw0s3jn54khce6mua7l1bio'));
    const change = fc.record({ place, letter, kind: fc.constantFrom('typed', 'missing', 'put in') });
    fc.assert(
      fc.property(change, ({ place, letter, kind }) => {
        const rest = key.slice(kind === 'put in' ? place : place + 1);
        const written = `${key.slice(0, place)}${kind === 'missing' ? '' : letter}${rest}`;
        fc.pre(written !== key);
        assert.equal(codeOf(recipientProblem(written)), 'seal-key-slip', written);
      }),
    );
    for (const pasted of [`${key}${key}`, `${key},${key}`, 'age1', key.replace(/.{7}$/, key.slice(-7).toUpperCase())])
      assert.equal(codeOf(recipientProblem(pasted)), 'seal-key-slip');
  });

  for (const [written, code] of [
    ['', 'seal-key-missing'],
    [' \t\n', 'seal-key-missing'],
    [SSH_KEY, 'seal-key-ssh'],
    ['ecdsa-sha2-nistp256 AAAA', 'seal-key-ssh'],
    ['sk-ssh-ed25519@openssh.com AAAA', 'seal-key-ssh'],
    [PLUGIN_KEY, 'seal-key-plugin'],
    ['0x1234', 'seal-key-unknown'],
    ['assessor@example.org', 'seal-key-unknown'],
    ['AGE1QQQ', 'seal-key-unknown'],
  ] as const) {
    it(`${JSON.stringify(written)} is told as ${code}`, () => {
      assert.equal(codeOf(recipientProblem(written)), code);
    });
  }

  it('among several is told by its number, and a post-quantum one does not go with others', async () => {
    const [{ key, secret }, hybrid] = [await keyPair(), await keyPair(generateHybridIdentity)];
    const problem = sealingProblem({ recipients: [key, secret] });
    assert.match(problem ? english(problem) : '', /^Key 2: This is a SECRET key/);
    assert.equal(codeOf(sealingProblem({ recipients: [key, hybrid.key] })), 'seal-keys-mixed');
    assert.equal(codeOf(sealingProblem({ recipients: [] })), 'seal-key-missing');
  });

  it('is not repeated by what is said of it, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 9 }), (pasted) => {
        const problem = recipientProblem(pasted);
        assert.ok(problem);
        assert.deepEqual(problem.args, []);
      }),
    );
  });
});

describe('a passphrase', () => {
  for (const [passphrase, code] of [
    [PASSPHRASE, undefined],
    ['tulpenzwiebel über straße', undefined],
    ['hunter2-Q7!x', undefined],
    ['öffne 🔒 bitte jetzt', undefined],
    ['', 'passphrase-missing'],
    [`${PASSPHRASE} `, 'passphrase-blanks'],
    [`\u00a0${PASSPHRASE}`, 'passphrase-blanks'],
    ['            ', 'passphrase-blanks'],
    ['tulip\tkernel harbour', 'passphrase-untypable'],
    ['tulip\u00a0kernel harbour', 'passphrase-untypable'],
    ['tulip\u200bkernel harbour', 'passphrase-untypable'],
    ['tulip kernel u\u0308ber', 'passphrase-untypable'],
    ['tulip\nkernel harbour', 'passphrase-untypable'],
    ['tulip kerne', 'passphrase-weak'],
    ['aaaaaaaaaaaaaaaa', 'passphrase-weak'],
    ['🔒🔑🔒🔑🔒🔑', 'passphrase-weak'],
  ] as const) {
    it(`${JSON.stringify(passphrase)} is ${code ?? 'taken'}`, () => {
      assert.equal(codeOf(passphraseProblem(passphrase)), code);
    });
  }

  it('is not repeated by what is said of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (passphrase) => {
        const { args = [] } = passphraseProblem(passphrase) ?? {};
        assert.ok(args.every((argument) => typeof argument === 'number'));
      }),
    );
  });
});
