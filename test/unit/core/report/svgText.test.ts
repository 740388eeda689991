import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { svg } from '../../../../src/core/report/svg';
import { escapeXml, svgText } from '../../../../src/core/report/svgText';
import { nastyText } from './given';

describe('a picture as text', () => {
  it('is its elements, their attributes and their text', () => {
    assert.equal(
      svgText(svg('svg', { width: 3 }, svg('title', {}, 'a & b'), svg('rect', { class: '"x"\n' }))),
      '<svg width="3"><title>a &#38; b</title><rect class="&#34;x&#34;&#10;"/></svg>',
    );
  });

  it('never lets text or an attribute’s value mean anything, and leaves out what XML may not hold', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const written = escapeXml(text);
        assert.doesNotMatch(written, /[<>"'\r\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}|&(?!#\d+;)/u);
        assert.equal(
          written.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
          text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, ''),
        );
      }),
    );
    assert.equal(escapeXml('\ud800a\udc00\0\u{1f600}'), 'a\u{1f600}');
  });
});
