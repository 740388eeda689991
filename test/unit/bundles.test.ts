import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Parts } from '../../src/workspace/parts';

const PART = 'dist/parts/seal.mjs';
/** What only the code that seals says. */
const SEALING = 'age-encryption.org/v1/scrypt';

describe('the bundle that seals files', () => {
  before(function () {
    if (!existsSync(PART)) this.skip();
  });

  it('is a part of its own, of no more than 200 KB', () => {
    assert.ok(statSync(PART).size < 200_000);
  });

  it('is loaded on demand: no other of the editor’s holds its code', () => {
    assert.ok(readFileSync(PART, 'utf8').includes(SEALING));
    for (const bundle of ['dist/extension.js', 'dist/web/extension.js', 'dist/parts/report.mjs', 'dist/parts/xlsx.mjs'])
      assert.ok(!readFileSync(bundle, 'utf8').includes(SEALING), bundle);
  });

  it('runs in a browser too: it imports nothing, and nothing of Node', () => {
    const code = readFileSync(PART, 'utf8');
    assert.doesNotMatch(code, /\bimport\s*[{*"']|\bimport\s+\w|\bimport\(|\brequire\(|\bprocess\.|\bBuffer\./);
  });

  it('seals as it is shipped', async () => {
    const { recipientProblem, seal } = (await import(pathToFileURL(PART).href)) as Parts['seal'];
    const secret = await generateX25519Identity();
    const key = await identityToRecipient(secret);
    const plain = new TextEncoder().encode('01.c');
    assert.deepEqual([recipientProblem(key), recipientProblem(secret)?.code], [undefined, 'seal-key-secret']);
    const decrypter = new Decrypter();
    decrypter.addIdentity(secret);
    assert.deepEqual(await decrypter.decrypt(await seal(plain, { recipients: [key] })), plain);
  });

  it('carries the licence of its library, like the command line', () => {
    for (const bundle of [PART, 'dist/cli.js'])
      assert.match(
        readFileSync(bundle, 'utf8'),
        /The age Authors[^]*Redistribution and use in source and binary forms/,
      );
  });
});
