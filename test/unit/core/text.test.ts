import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type DecodedText, decodeText, encodeText } from '../../../src/core/text';

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

describe('a text in the encoding of a file', () => {
  for (const [encoding, text, bytes] of [
    ['utf-8', 'é–€🔒', utf8.encode('é–€🔒')],
    ['utf-16le', 'a–€🔒', Uint8Array.from(utf16('a–€🔒'))],
    ['utf-16be', 'a–€🔒', Uint8Array.from(utf16('a–€🔒').swap16())],
    ['windows-1252', '€–—’éŸ', Uint8Array.of(0x80, 0x96, 0x97, 0x92, 0xe9, 0x9f)],
  ] as const) {
    it(`is bytes of ${encoding}`, () => assert.deepEqual(encodeText(text, encoding), bytes));
  }

  for (const [encoding, text, unencodable] of [
    ['windows-1252', 'é漢🔒', '漢'],
    ['windows-1252', 'a🔒', '🔒'],
    ['windows-1252', 'a\u0080', '\u0080'],
    ['utf-8', 'a\0', '\0'],
    ['utf-16le', 'a\ud83d', '\ud83d'],
    ['utf-8', '\udd12', '\udd12'],
  ] as const) {
    it(`is none in ${encoding} where there is ${JSON.stringify(unencodable)}`, () => {
      assert.deepEqual(encodeText(text, encoding), { unencodable });
    });
  }

  it('is what is read back, whatever it is, where the bytes tell the encoding', () => {
    const marked = fc.constantFrom<DecodedText['encoding']>('utf-8', 'utf-16le', 'utf-16be');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), marked, (text, encoding) => {
        const bytes = encodeText(`\ufeff${text}`, encoding);
        if ('unencodable' in bytes) assert.ok(text.includes('\0'));
        else assert.deepEqual(decodeText(bytes), { text, encoding });
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const decoded = decodeText(bytes);
        if (decoded?.encoding === 'windows-1252') assert.deepEqual(encodeText(decoded.text, 'windows-1252'), bytes);
      }),
    );
  });
});
