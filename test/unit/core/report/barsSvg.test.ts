import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Axis, statusBarsOf, sumOf } from '../../../../src/core/assessment/statusBars';
import { barsExporter } from '../../../../src/core/report/barsSvg';
import { isExport } from '../../../../src/core/report/exportMark';
import type { Report } from '../../../../src/core/report/report';
import { readXml } from '../../../../src/core/workbook/xml';
import { anyReport, report } from './given';

const LISTED = report({
  type: 'e1',
  matrix: '1149.01c2System.9,Partial\n1150.01c1System.10,Full',
  list: '1149.01c2System.9\n1150.01c1System.10\n1118.01j2Organizational.124',
  requests: '1150.01c1System.10,submitted',
});
const write = (of: Report, axis: Axis = 'domain'): string => new TextDecoder().decode(barsExporter(axis).write(of));

/** The names of the elements, and the texts. Throws where it is no XML. */
async function read(xml: string): Promise<{ readonly names: readonly string[]; readonly texts: readonly string[] }> {
  const names: string[] = [];
  const texts: string[] = [];
  let text = '';
  const end = (): void => {
    if (text !== '') texts.push(text);
    text = '';
  };
  await readXml([new TextEncoder().encode(xml)], {
    open: (name) => {
      end();
      names.push(name);
    },
    text: (piece) => {
      text += piece;
    },
    close: end,
  });
  return { names, texts };
}

describe('the picture of the bars', () => {
  it('is a file of its own: it has a title and a description, and nothing runs or is loaded', () => {
    const xml = write(LISTED);
    assert.match(xml, /^<!-- Exported by .*-->\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    assert.ok(isExport(xml));
    assert.match(xml, /<title id="title">Scoping summary: Portal<\/title><desc id="description">[^<]*: 1/);
    assert.doesNotMatch(xml, /<script|\son\w+=|href|@import|style=|url\((?!#)/);
  });

  it('has the headline, the legend with its figures, and each part with its own', async () => {
    const { texts } = await read(write(LISTED));
    assert.ok(texts.includes('Awaiting approval: 1'));
    assert.ok(texts.includes('By assessment domain'));
    assert.ok(texts.includes('11 Access Control'));
    assert.ok(texts.some((text) => /Requirements in scope: 3, of 2 controls · Date: 2027-03-02/.test(text)));
    const { texts: byCategory } = await read(write(LISTED, 'category'));
    assert.ok(byCategory.includes('By category') && byCategory.includes('01 Access Control'));
  });

  it('has no parts by domain without a requirement list, and is whole where there is nothing at all', async () => {
    const { texts } = await read(write(report({ documents: '01.c' })));
    assert.ok(!texts.includes('By assessment domain'));
    assert.match(write(report({}), 'category'), /height="\d+"/);
  });

  it('is XML of these elements only, tells all bars, and is the same bytes, whatever the report', async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, fc.constantFrom<Axis[]>('category', 'domain'), async (of, axis) => {
        const xml = write(of, axis);
        const { names, texts } = await read(xml);
        assert.deepEqual(
          [...new Set(names)].filter((name) => !KNOWN.has(name)),
          [],
        );
        const bars = statusBarsOf(of.summary, of.catalog);
        for (const bar of axis === 'category' ? bars.byCategory : bars.byDomain)
          assert.ok(texts.includes(String(sumOf(bar))));
        assert.doesNotMatch(xml, /NaN|undefined|[\u202a-\u202e\u2066-\u2069\u200b]/);
        assert.equal(write(of, axis), xml);
      }),
      { numRuns: 60 },
    );
  });
});

const KNOWN: ReadonlySet<string> = new Set([
  ...['svg', 'title', 'desc', 'style', 'defs', 'pattern', 'path', 'clipPath', 'g', 'rect', 'text'],
]);
