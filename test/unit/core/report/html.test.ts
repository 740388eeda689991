import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { STATUSES } from '../../../../src/core/assessment/status';
import { english } from '../../../../src/core/message';
import { html, languageOf } from '../../../../src/core/report/html';
import { html as element, htmlText } from '../../../../src/core/report/html/htmlNode';
import { isExport } from '../../../../src/core/report/exportMark';
import type { Report } from '../../../../src/core/report/report';
import type { Given } from '../../given';
import { assertGrowsLinearly } from '../../growth';
import { anyReport, CALENDAR, nastyText, policy, report } from './given';

const A = '1149.01c2System.9';
const B = '1150.01c1System.10';
const full: Given = {
  type: 'e1',
  matrix: `${A},Partial\n${B},Full`,
  list: `${A},0873.0\n${B}\n1118.01j2Organizational.124`,
  documents: '01.c 01.j 14.a',
  requests: `${A},approved\n${B},submitted`,
  evidence: `01.c,,https://x.y/whole\n${A},,https://x.y/z?a=1&b=2`,
  gaps: `G-7,${A},,closed,2027-03-10`,
  profile: { calendar: CALENDAR, outside: [{ service: 'Azure Maps', reason: 'not-listed' }] },
};
const write = (of: Report): string => new TextDecoder().decode(html.write(of));
const written = write(report(full, { policy: new Map([[A, policy(A)]]) }));
const ENTITY = /&#(\d+);/g;
const plain = (markup: string): string =>
  markup.replace(/<[^>]*>/g, '').replace(ENTITY, (_, code: string) => String.fromCharCode(Number(code)));
/** What follows a heading, up to the next of its rank. */
const below = (title: string, page = written): string =>
  page.split(/<h2>/).find((part) => plain(part).startsWith(title)) ?? '';
const cellsOf = (markup: string): readonly (readonly string[])[] =>
  [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => plain(cell)),
  );

describe('the HTML summary', () => {
  it('is known as an export, names its language, and lets nothing run or be loaded', () => {
    assert.match(written, /^<!doctype html>\n<!-- Exported by Azure Inheritance Scope -->\n<html lang="en">/);
    assert.ok(isExport(written));
    const rule = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    assert.equal(plain(/Content-Security-Policy" content="([^"]*)"/.exec(written)?.[1] ?? ''), rule);
    assert.doesNotMatch(
      written,
      /<(?:script|link|img|iframe|object|embed|base|form)\b|\sstyle=|\son\w+=|@import|url\((?!#)/i,
    );
  });

  it('says the most important thing first, on what scope, of which day, and that adequacy is another’s judgement', () => {
    assert.match(written, /<h1>Scoping summary: Portal<\/h1>/);
    const text = plain(written.slice(0, written.indexOf('<h2>')));
    for (const part of [
      '· 1 is of unknown responsibility · 1 awaits approval',
      'Date: 2027-03-02',
      'the requirement statements of the requirement list',
      'assessor’s judgement',
    ])
      assert.ok(text.includes(part), `${part}: ${text}`);
  });

  it('has headings in order, each table with its name and headings of columns and rows', () => {
    const ranks = [...written.matchAll(/<h(\d)>/g)].map(([, rank]) => Number(rank));
    assert.equal(ranks[0], 1);
    ranks.forEach((rank, index) => assert.ok(rank <= (ranks[index - 1] ?? 0) + 1));
    const tables = written.split('<table>').slice(1);
    assert.ok(tables.length > 8);
    for (const table of tables) {
      assert.match(table, /^<caption class="unseen">[^<]+<\/caption><colgroup>/);
      assert.match(table, /<thead><tr><th scope="col"/);
      for (const row of table.slice(table.indexOf('<tbody>'), table.indexOf('</table>')).split('<tr').slice(1))
        assert.match(row, /^[^>]*><th scope="(?:row|rowgroup)">/);
    }
  });

  it('has every control once, by its status, each followed by its requirements, with what is open and why', () => {
    const rows = cellsOf(below('All controls in scope'));
    const ids = rows.map(([id = '']) => id).filter((id) => /^\d/.test(id));
    assert.deepEqual(
      ids.toSorted(),
      [
        '01.c Privilege Management',
        '01.j User Authentication for External Connections',
        '1118.01j2Organizational.124',
        `${A} (CVID 0873.0)`,
        B,
      ].toSorted(),
    );
    const [control, ...requirements] = rows.slice(rows.findIndex(([id]) => id?.startsWith('01.c')));
    assert.match(control?.[3] ?? '', /awaiting approval.*Rule 6/s);
    assert.deepEqual(requirements[0]?.slice(1, 3), ['Shared', 'Complete']);
    assert.match(requirements[1]?.[3] ?? '', /awaiting approval of the inheritance request/);
  });

  it('has bars with their figures beside them', () => {
    const totals = below('Totals');
    assert.equal(totals.match(/<svg class="bar"/g)?.length, 1 + 1 + 1);
    assert.deepEqual(cellsOf(totals)[0], ['Status', 'Requirements']);
    const ids = [...written.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const status of STATUSES) assert.ok(written.includes(`.tone-${status} {`));
  });

  it('has evidence with its dates, requests, references, what is wrong, and matrices with their SHA-256', () => {
    const [, evidence] = cellsOf(below('Evidence that counts'));
    assert.deepEqual(evidence, [
      A,
      'implemented',
      'https://x.y/z?a=1&b=2',
      'https://x.y/z?a=1&b=2',
      'no date given',
      'evidence.csv:3',
    ]);
    assert.equal(cellsOf(below('Inheritance requests')).length, 1 + 2);
    assert.deepEqual(cellsOf(below('References'))[1], ['01.c', 'scope.md:1:1 01.c']);
    assert.match(plain(below('Ids that could not')), /14\.a/);
    assert.deepEqual(cellsOf(below('Matrices'))[1], ['srm.csv', '2', 'a1b2', '']);
    for (const title of [
      'Calendar',
      'Open for the whole',
      'Evidence for whole',
      'Notices',
      'Azure Policy',
      'Readiness',
    ])
      assert.notEqual(below(title), '', title);
  });

  it('shows no percentage without a requirement list, and says why', () => {
    const page = write(report({ matrix: '01.c,None', documents: '01.c' }));
    assert.match(plain(page), /no percentage is shown/i);
    assert.doesNotMatch(page, /\d %/);
  });

  it('makes links of evidence under http and https, and of nothing else', () => {
    const rows = [
      'https://a.example/b',
      'HTTP://a.example',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '//a.example',
      'a.md',
    ];
    const base = report({ ...full });
    const [control] = base.summary.controls;
    assert.ok(control);
    const [item] = control.evidence;
    assert.ok(item);
    const evidence = rows.map((location) => ({ ...item, location }));
    const page = write({
      ...base,
      summary: { ...base.summary, controls: [{ ...control, evidence, notYetMapped: [] }] },
    });
    assert.deepEqual(
      [...page.matchAll(/<a href="([^"]*)" rel="noreferrer noopener">/g)].map(([, href]) => href),
      rows.slice(0, 2),
    );
  });

  it('is the same bytes for the same report', () => {
    fc.assert(
      fc.property(anyReport, (of) => assert.equal(write(of), write(of))),
      { numRuns: 30 },
    );
  });

  it('has the same elements and attributes, whatever the texts in the files are', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const page = write(of);
        const body = page.slice(page.indexOf('<body>'), page.lastIndexOf('</html>'));
        const tags = new Set([...body.matchAll(/<\/?([^\s/>]*)/g)].map(([, name]) => name));
        for (const tag of tags) assert.match(tag ?? '', KNOWN);
        for (const [tag] of body.matchAll(/<[^>]*>/g)) assert.match(tag, TAG);
        assert.doesNotMatch(plain(body), HIDDEN);
      }),
      { numRuns: 60 },
    );
  });

  it('takes time and room in proportion to what it tells, for all requirements of the framework', function () {
    this.timeout(120_000);
    const made = new Map<number, Report>();
    const reportOn = (count: number): Report => {
      const ids = Array.from({ length: count }, (_, index) => `${1000 + index}.01c2System.${index + 1}`);
      const of =
        made.get(count) ??
        report({
          type: 'r2',
          matrix: ids.map((id) => `${id},Partial`).join('\n'),
          list: ids.join('\n'),
          documents: ids.join('\n'),
          evidence: ids.map((id) => `${id},policy,https://x.y/${id}`).join('\n'),
        });
      made.set(count, of);
      return of;
    };
    const [small, large] = [write(reportOn(171)).length, write(reportOn(2_724)).length];
    assert.ok(large < small * 17, `${small} and ${large} characters`);
    assertGrowsLinearly('x', 2_724, ({ length }) => html.write(reportOn(length)));
  });
});

const KNOWN =
  /^(?:body|main|h[123]|p|ul|li|table|caption|colgroup|col|thead|tbody|tr|t[hd]|span|strong|q|a|bdi|div|svg|defs|pattern|path|g|rect|clipPath)$/;
/** Attributes that this project gives, and nothing that runs. */
const TAG =
  /^<\/?\w+(?: (?:class|scope|href|rel|id|viewBox|aria-hidden|clip-path|d|x|y|rx|width|height|fill|stroke-width|stroke-linecap|patternUnits)="[^"<>]*")*>$/;
const HIDDEN = /(?![\n\t])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

describe('text in a page', () => {
  const text = (of: string): string => htmlText(element('i', {}, of));

  it('is text', () => {
    fc.assert(
      fc.property(nastyText, (some) => {
        const inside = text(some).slice('<i>'.length, -'</i>'.length);
        assert.equal(inside.replace(/<\/?bdi>|<span class="code">|<\/span>/g, '').match(/[<>"']/), null);
      }),
    );
    assert.equal(text('<b>&amp;"'), '<i>&#60;b&#62;&#38;amp;&#34;</i>');
  });

  it('shows what turns the direction of writing, and what cannot be seen, and keeps both from the text around', () => {
    assert.equal(text('a\u202eb\u200b\0'), text('a\u202eb\u200b\0').replaceAll('\u202e', ''));
    assert.equal(text('a\u202eb'), '<i><bdi>a<span class="code">\\u{202e}</span>b</bdi></i>');
    assert.equal(text('\u05d0'), '<i><bdi>\u05d0</bdi></i>');
    assert.equal(text('a\r\nb\tc'), '<i>a\nb\tc</i>');
  });

  it('in a title has no elements', () => {
    assert.equal(htmlText(element('title', {}, '\u202e</title>')), '<title>\\u{202e}&#60;/title&#62;</title>\n');
  });
});

describe('the language of a page', () => {
  it('is the one that its sentences are in, and English where they do not say it right', () => {
    const saying = (code: string): string => languageOf({ translate: () => code });
    assert.deepEqual(
      [languageOf({ translate: english }), saying('pt-BR'), saying('"><script>')],
      ['en', 'pt-BR', 'en'],
    );
  });
});
