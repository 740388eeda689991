import assert from 'node:assert/strict';
import { mayGoOn } from '../../../../src/core/matrix/mayGoOn';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a table that may still be written to', () => {
  for (const [what, content] of [
    ['is empty', ''],
    ['is blank', '\n\n'],
    ['ends in the middle of a line', 'ID,Inheritability\n01.a,No'],
    ['ends inside a quoted cell', 'ID,Notes\n01.a,"one\n'],
  ] as const) {
    it(what, () => assert.equal(mayGoOn(bytes(content)), true));
  }

  it('is no text yet', () => assert.equal(mayGoOn(new Uint8Array([0, 0, 10])), true));

  for (const [what, content] of [
    ['ends with a line', 'ID,Inheritability\r\n01.a,None\r\n'],
    ['has doubled quotation marks', 'ID,Notes\n01.a,"say ""yes"""\n'],
  ] as const) {
    it(`is not one that ${what}`, () => assert.equal(mayGoOn(bytes(content)), false));
  }

  it('is a workbook whose end is not there yet', () => {
    const whole = Uint8Array.of(0x50, 0x4b, 3, 4, ...new Array<number>(3_000).fill(7), 0x50, 0x4b, 5, 6, 0, 0);
    assert.deepEqual([mayGoOn(whole), mayGoOn(whole.subarray(0, 3_000))], [false, true]);
  });

  it('is read in its encoding', () => {
    assert.equal(mayGoOn(Buffer.from('\ufeffID\r\n01.a\r\n', 'utf16le')), false);
  });
});
