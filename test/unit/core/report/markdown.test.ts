import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { openLines } from '../../../../src/core/assessment/combine';
import { whose } from '../../../../src/core/assessment/headline';
import { calendarOfSummary, READINESS_STATES, readinessOf, tellEvent } from '../../../../src/core/assessment/readiness';
import { statusWord } from '../../../../src/core/assessment/status';
import { policyLines } from '../../../../src/core/azure/policyLines';
import { english, message } from '../../../../src/core/message';
import { markdown } from '../../../../src/core/report/markdown';
import { isExport } from '../../../../src/core/report/exportMark';
import {
  domainName,
  listedOf,
  noticesOf,
  policyOf,
  type Report,
  type ReportedPlace,
} from '../../../../src/core/report/report';
import type { Given } from '../../given';
import { anyReport, CALENDAR, policy, report } from './given';

const given: Given = {
  type: 'e1',
  matrix: '01.c,None\n01.d,Full',
  documents: '01.c 01.d 14.a',
  requests: '01.d,approved',
};
const write = (of: Report): string => new TextDecoder().decode(markdown.write(of));
const written = write(report(given));
/** The cells of a table's row that begins with a text. */
const row = (text: string, start: string): readonly string[] | undefined =>
  text
    .split('\n')
    .findLast((line) => line.startsWith(`| ${start}`))
    ?.slice(2, -2)
    .split(' | ');

/** What stands in the tables of each section, headings left out, as text. */
function readBack(of: Report): ReadonlyMap<string, readonly (readonly string[])[]> {
  const [, ...sections] = write(of).split(/^## /m);
  return new Map(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      const tables = lines.filter((line) => line.startsWith('| '));
      const rows = tables.filter((line, index) => !/^\| ---/.test(line) && !/^\| ---/.test(tables[index + 1] ?? ''));
      return [title, rows.map((line) => line.slice(2, -2).split(' | ').map(textOf))];
    }),
  );
}

/** What a cell shows, and what that stands for. */
function textOf(cell: string): string {
  return cell
    .replace(/\\(.)/g, '$1')
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

describe('the Markdown summary', () => {
  it('says of what, when, from which matrix, on which scope, and with what', () => {
    assert.match(written, /^# Scoping summary: Portal$/m);
    for (const fact of [
      'Date: 2027-03-02',
      'Matrix: srm.csv (2 entries)',
      'SHA-256 of srm.csv: a1b2',
      'Azure Inheritance Scope 0.1.0',
      'that the scoping documents mention',
    ]) {
      assert.ok(written.includes(fact), fact);
    }
  });

  it('says that adequacy is the assessor’s judgement, and which type it assumed', () => {
    assert.match(write(report({})), /r2 is assumed[^]*assessor’s judgement/);
  });

  it('lists what is open, all in scope, and what could not be resolved, with places', () => {
    const [, open = '', all = '', unresolved = ''] = written.split(/^## (?=Open|All|Ids)/m);
    assert.deepEqual(row(open, '01.c'), [
      '01.c Privilege Management',
      'Customer',
      'needs implemented evidence',
      'scope.md:1:1',
    ]);
    assert.equal(row(open, '01.d'), undefined);
    assert.deepEqual(row(all, '01.d'), ['01.d User Password Management', 'Azure', 'Inherited', '0', 'scope.md:6:1']);
    assert.deepEqual(row(unresolved, 'scope.md')?.slice(0, 2), ['scope.md:11:1', '14.a']);
  });

  it('never calls a control complete and shows no percentage, because its scope is what the documents mention', () => {
    const closed = write(report({ ...given, evidence: '01.c,,https://x.y/z' }));
    assert.deepEqual(row(closed, '01.c Privilege')?.[2], 'Nothing recorded as open');
    assert.doesNotMatch(closed.replace(/^- .*$/gm, ''), /\bcomplete\b|%/i);
  });

  describe('with a requirement list', () => {
    const A = '1149.01c2System.9';
    const B = '1150.01c1System.10';
    const full: Given = {
      type: 'e1',
      matrix: `${A},Partial\n${B},Full`,
      list: `${A},0873.0\n${B}\n1202.09aa1System.1,,n/a,No such system is in use.`,
      requests: `${A},approved\n${B},submitted`,
      evidence: `01.c,,https://x.y/whole\n${A},,https://x.y/z`,
      gaps: `G-7,${A},,closed,2027-03-10`,
      profile: { calendar: CALENDAR, outside: [{ service: 'Azure Maps', reason: 'not-listed' }] },
    };
    const text = write(report(full, { policy: new Map([[A, policy(A)]]) }));
    const tables = readBack(report(full, { policy: new Map([[A, policy(A)]]) }));

    it('says that the list is the scope, how many requirements it has, and that "complete" is not adequate', () => {
      assert.match(text, /^- Scope: the requirement statements of the requirement list\.$/m);
      assert.match(text, /^Requirements in scope: 3, of 2 controls$/m);
      assert.match(text, /assessor’s judgement/);
    });

    it('has a table of requirements', () => {
      assert.deepEqual(tables.get('Requirements in scope'), [
        [A, '0873.0', '11 Access Control', 'Shared', 'Complete', ''],
        [B, '', '11 Access Control', 'Azure', 'Awaiting approval', 'awaiting approval of the inheritance request'],
        ['1202.09aa1System.1', '', '12 Audit Logging & Monitoring', 'Unknown', 'Not applicable', ''],
      ]);
    });

    it('has readiness by domain, without a percentage where nothing is applicable', () => {
      assert.deepEqual(tables.get('Readiness by assessment domain'), [
        ['11 Access Control', '1', '0', '1', '0', '0', '50 %'],
        ['12 Audit Logging & Monitoring', '0', '0', '0', '0', '1', ''],
      ]);
    });

    it('has the calendar, the open items of the whole assessment, notices, and evidence that is not yet mapped', () => {
      assert.deepEqual(tables.get('Calendar up to submission'), [
        ['2027-04-01', 'fieldwork starts'],
        ['2027-06-08', 'the control of gap G-7 becomes testable (1 requirement)'],
        ['2027-06-30', 'submission'],
      ]);
      assert.deepEqual(
        tables.get('Open for the whole assessment')?.map(([what]) => what),
        ['Azure Maps is in use, and the list of services in scope does not name it'],
      );
      assert.deepEqual(
        tables.get('Notices (not counted as open)')?.map(([subject, what]) => [subject, what]),
        [
          [A, 'the type of https://x.y/z is not given, so its age is not checked'],
          [A, 'the control of gap G-7 is testable only from 2027-06-08'],
          ['1202.09aa1System.1', 'not applicable'],
        ],
      );
      assert.deepEqual(
        tables
          .get('Evidence for whole controls, not yet mapped to requirements')
          ?.map(([control, , , location]) => [control, location]),
        [['01.c', 'https://x.y/whole']],
      );
    });

    it('says of Azure Policy results that they are a partial view', () => {
      const [[requirement, results = ''] = []] = tables.get('Azure Policy: a partial view') ?? [];
      assert.equal(requirement, A);
      assert.match(
        results,
        /^Azure Policy \(a partial view of compliance, as of 2027-02-27\): 12 compliant, 3 non-comp/,
      );
    });
  });

  it('has no section more where there is neither a list nor a day nor anything else to tell', () => {
    assert.deepEqual(
      [...readBack(report(given)).keys()],
      [
        ...['Totals', 'Open', 'All controls in scope', 'Evidence that counts', 'Ids that could not be resolved'],
        'What could not be read, or does not count',
      ],
    );
  });

  it('says that nothing is open where nothing is', () => {
    assert.match(write(report({})), /## Open\n\nNone\./);
  });

  it('says where the SHA-256 is not known', () => {
    assert.match(
      write(report({}, { matrices: [{ name: 'a_b.csv', entries: 1 }] })),
      /SHA-256 of a\\_b\.csv: not known/,
    );
  });

  it('loses nothing: what is read back is what was in the report', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const tables = readBack(of);
        const { controls, unresolved } = of.summary;
        const place = ({ file, line, column }: ReportedPlace): string => `${file}:${line}:${column}`;
        const places = ({ references }: (typeof controls)[number]): string =>
          references.map((reference) => place(of.placeOf(reference.file, reference))).join(', ');
        const word = (code: 'unknown'): string => english(message(code));
        assert.equal(textOf(write(of).split('\n')[2] ?? ''), `# Scoping summary: ${of.summary.name}`);
        assert.deepEqual(
          tables.get('All controls in scope'),
          controls.map((control) => [
            `${control.id} ${control.title}`,
            word((control.responsibility ?? 'unknown') as 'unknown'),
            english(statusWord(control.status, of.summary)),
            String(control.evidence.length),
            places(control),
          ]),
        );
        assert.deepEqual(
          tables.get('Open')?.map(([control, , open]) => [control, open]),
          controls
            .filter(({ openItems }) => openItems.length > 0)
            .map(({ id, title, openItems }) => [
              `${id} ${title}`,
              openLines(openItems)
                .map((line) => english(line.message))
                .join('; '),
            ]),
        );
        assert.deepEqual(
          tables.get('Evidence that counts')?.map(([control, maturity, , location]) => [control, maturity, location]),
          controls.flatMap(({ id, evidence }) =>
            evidence.map(({ requirement, maturity, location }) => [requirement ?? id, maturity, location]),
          ),
        );
        assert.deepEqual(
          tables.get('Requirements in scope') ?? [],
          controls.flatMap((control) =>
            listedOf(control).map(({ id, listed, verdict, status, openItems }) => [
              id,
              listed.cvid ?? '',
              domainName(listed.domain, of),
              english(whose(verdict)),
              english(statusWord(status, of.summary)),
              openLines(openItems)
                .map((line) => english(line.message))
                .join('; '),
            ]),
          ),
        );
        assert.deepEqual(
          (tables.get('Readiness by assessment domain') ?? []).map(([domain, ...counts]) => [
            domain,
            ...counts.slice(0, -1).map(Number),
          ]),
          readinessOf(of.summary, of.catalog).byDomain.map((part) => [
            domainName(part.id, of),
            ...READINESS_STATES.map((state) => part[state]),
          ]),
        );
        assert.deepEqual(
          tables.get('Calendar up to submission') ?? [],
          calendarOfSummary(of.summary).map((event) => [event.date, english(tellEvent(event))]),
        );
        assert.deepEqual(
          tables.get('Open for the whole assessment') ?? [],
          of.summary.project.map((item) => [english(item.message), english(item.why)]),
        );
        assert.deepEqual(
          (tables.get('Evidence for whole controls, not yet mapped to requirements') ?? []).map(
            ([control, maturity, , location]) => [control, maturity, location],
          ),
          controls.flatMap(({ id, notYetMapped }) =>
            notYetMapped.map(({ maturity, location }) => [id, maturity, location]),
          ),
        );
        assert.deepEqual(
          tables.get('Notices (not counted as open)') ?? [],
          controls.flatMap((control) =>
            noticesOf(control).map((notice) => [
              notice.requirements.join(', ') || control.id,
              english(notice.message),
              english(notice.why),
            ]),
          ),
        );
        assert.deepEqual(
          tables.get('Azure Policy: a partial view') ?? [],
          controls.flatMap((control) =>
            policyOf(control, of).map((results) => [
              results.requirement,
              policyLines(results, of.labelOf).map(english).join('; '),
            ]),
          ),
        );
        assert.deepEqual(
          tables.get('Ids that could not be resolved'),
          unresolved.map((at) => [place(of.placeOf(at.file, at)), at.text, english(at.reason)]),
        );
        assert.deepEqual(
          tables.get('What could not be read, or does not count'),
          of.problems.map(({ problem, place: at }) => [place(at), english(problem)]),
        );
      }),
    );
  });

  it('keeps the places of a control apart, whatever the names of the files', () => {
    const documents = { 'a.md:1:1, b.md': '01.c', 'b.md': '01.c' };
    const cell = row(write(report({ ...given, documents })), '01.c Privilege')?.at(-1) ?? '';
    assert.deepEqual(cell.split(', ').map(textOf), ['a.md:1:1, b.md:1:1', 'b.md:1:1']);
  });

  it('is known as an export', () => assert.ok(isExport(written)));

  it('is the same text for the same report', () => assert.equal(write(report(given)), written));

  it('keeps what comes from files on its line and in its cell, as text', () => {
    const names = fc.string({
      unit: fc.constantFrom('|', '\\', '`', '*', '<b>', '\n', '\r', '# ', '[a](b)', '&lt;', 'x'),
    });
    fc.assert(
      fc.property(names, (name) => {
        const lines = write(report(given, {}, name))
          .split('\n')
          .slice(1);
        assert.equal(lines.length, written.split('\n').length - 1);
        assert.doesNotMatch(lines[1] ?? '', /(?<!\\)(?:\\\\)*[|`*<[&]/);
      }),
    );
  });
});
