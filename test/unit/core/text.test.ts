import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decodeText } from '../../../src/core/text';

const utf8 = new TextEncoder();
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('a file’s text', () => {
  for (const [encoding, bytes, text] of [
    ['utf-8', utf8.encode('é–€🔒'), 'é–€🔒'],
    ['utf-8', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['utf-16le', Uint8Array.of(0xff, 0xfe, ...utf16('a–€')), 'a–€'],
    ['utf-16be', Uint8Array.of(0xfe, 0xff, ...utf16('a–€').swap16()), 'a–€'],
    ['windows-1252', Uint8Array.of(0x80, 0x96, 0x97, 0x92, 0xe9, 0x9f), '€–—’éŸ'],
    ['utf-8', new Uint8Array(), ''],
  ] as const) {
    it(`is read in ${encoding} as ${JSON.stringify(text)}, without its byte order mark`, () => {
      assert.deepEqual(decodeText(bytes), { text, encoding });
    });
  }

  for (const [what, bytes] of [
    ['a NUL', Uint8Array.of(0x61, 0, 0x62)],
    ['a picture’s first bytes', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)],
  ] as const) {
    it(`is none where there is ${what}`, () => assert.equal(decodeText(bytes), undefined));
  }

  it('is what was written in UTF-8, and whatever the bytes, it is text or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll('\0', '').replace(/^\ufeff/, '');
        assert.equal(decodeText(utf8.encode(plain))?.text, plain);
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.ok(!decodeText(bytes)?.text.includes('\0'))));
  });
});
