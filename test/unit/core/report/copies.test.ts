import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readGaps } from '../../../../src/core/assessment/gaps';
import { statusBarsOf } from '../../../../src/core/assessment/statusBars';
import { catalog } from '../../../../src/core/csf/catalog';
import { english, message } from '../../../../src/core/message';
import { barsExporter } from '../../../../src/core/report/barsSvg';
import { exportedSummary } from '../../../../src/core/report/exported/exportSteps';
import { readExport } from '../../../../src/core/report/exported/readExport';
import { exporters, offeredExporters } from '../../../../src/core/report/exporters';
import { json } from '../../../../src/core/report/json';
import type { RunJson } from '../../../../src/core/report/mergeSummaries';
import { cannotWrite, missingFor } from '../../../../src/core/report/missingFor';
import { readRun } from '../../../../src/core/report/readRun';
import { isExport } from '../../../../src/core/report/exportMark';
import { encode, type Exporter } from '../../../../src/core/report/exporter';
import type { CopyMark, Report } from '../../../../src/core/report/report';
import { xlsx } from '../../../../src/core/report/xlsx/xlsx';
import { PROFILE_FIELDS, type ProfileField } from '../../../../src/core/sharing/profile';
import { csv as register } from '../../given';
import { anyReport, CALENDAR, nastyText, policy, report } from './given';

const A = '1149.01c2System.9';
const B = '1150.01c1System.10';

const ALL: readonly Exporter[] = [...exporters, xlsx, barsExporter('domain')];

const copy: CopyMark = {
  number: 'S-0007',
  recipient: 'Maria <Sanchez>',
  organization: 'Contoso & Sons',
  purpose: 'vendor review',
  date: '2027-03-02',
  expires: '2027-09-30',
  limitations: 'Not to be passed on',
};

/** Everything in the file that can be read, a workbook unpacked and Markdown without its backslashes. */
function written(exporter: Exporter, of: Report): string {
  const bytes = exporter.write(of);
  if (exporter.format === 'xlsx')
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('\n');
  const text = new TextDecoder().decode(bytes);
  return exporter.format === 'md' ? text.replaceAll('\\', '') : text;
}

function shownTo(fields: readonly ProfileField[], of: Report): Report {
  return { ...of, profile: { id: 'client', title: 'Clients', fields: new Set(fields) } };
}

function without(...left: readonly ProfileField[]): readonly ProfileField[] {
  return PROFILE_FIELDS.filter((field) => !left.includes(field));
}

/** One that has something of everything, each with words of its own. */
const WHOLE = report(
  {
    type: 'r2',
    matrix: `${A},Partial\n${B},Full`,
    list: `${A},0873.0\n${B},,n/a,no-such-system`,
    evidenceHeader: 'requirement,maturity,title,location,status,captured_on',
    evidence: `${A},policy,The password policy,https://x.y/z,accepted,2027-02-11`,
    requestsHeader: 'requirement,state,type,weight,provider,justification,submitted,srm_version',
    requests: `${A},submitted,external,50,Amazon,as-agreed,2027-02-12,1.4`,
    documents: '01.c and 14.a',
    profile: { calendar: CALENDAR, certification: { letter: 'letter.pdf', expires: '2027-05-01' } },
  },
  {
    policy: new Map([[A, policy(A)]]),
    gaps: readGaps(
      register(`gap_id,requirement,description,fixed_on\nG-1,${A},what-was-found,2027-02-13`),
      'gaps.csv',
      'gaps.csv',
      catalog,
    ).gaps,
  },
);

const FULL: Report = {
  ...WHOLE,
  summary: { ...WHOLE.summary, assumptions: [message('text', 'taken-for-granted')] },
};

/** What is in some format, and in none where a profile does not allow the field. */
const SIGNS: Readonly<Partial<Record<ProfileField, RegExp>>> = {
  name: /Portal/,
  totals: /Totals|Status: |in scope: |still need|"needs-evidence": \d/,
  readiness: /Readiness|"percentage": |By category/,
  calendar: /fieldwork starts/,
  assumptions: /taken-for-granted/,
  matrices: /srm\.csv|a1b2|Matrix:/,
  controls: /All controls in scope|"title": "Priv/,
  'requirements.rationale': /no-such-system/,
  openItems: /no inheritance request/,
  'openItems.why': /Rule 3/,
  evidence: /The password policy/,
  'evidence.title': /The password policy/,
  'evidence.location': /x\.y/,
  'evidence.dates': /2027-02-11/,
  requests: /as-agreed/,
  'requests.provider': /Amazon/,
  'requests.justification': /as-agreed/,
  'requests.dates': /2027-02-12/,
  gaps: /what-was-found/,
  'gaps.description': /what-was-found/,
  'gaps.dates': /2027-02-13/,
  policy: /partial view|"partialView"/,
  unresolved: /14\.a|could not be resolved: |Unresolved ids/,
  places: /evidence\.csv|requests\.csv|gaps\.csv/,
};

describe('what a copy does not show', () => {
  for (const [field, sign] of Object.entries(SIGNS) as [ProfileField, RegExp][]) {
    it(`is in no format where it is not allowed: ${field}`, () => {
      // A notice may name anything: what it says is for whoever makes the copy.
      const [everything, rest] = [FULL, shownTo(without(field, 'notices'), FULL)];
      assert.ok(
        ALL.some((exporter) => sign.test(written(exporter, everything))),
        'nowhere',
      );
      for (const exporter of ALL.filter((each) => missingFor(each, rest.profile).length === 0))
        assert.doesNotMatch(written(exporter, rest), sign, exporter.format);
    });
  }

  it('has no columns, sheets or rows in a workbook that would stand empty', () => {
    const left = without('evidence', 'openItems', 'gaps', 'requests.dates', 'places', 'requirements.rationale');
    const text = written(xlsx, shownTo(left, FULL));
    for (const heading of ['Evidence', 'Open items', 'Gaps', 'Submitted', 'File', 'Line', 'Rationale', 'Open'])
      assert.ok(!text.includes(`>${heading}<`), heading);
    for (const heading of ['Controls', 'Requests', 'Requirements', 'Justification'])
      assert.ok(text.includes(`>${heading}<`) || text.includes(`"${heading}"`), heading);
  });

  it('has no columns in the CSV files that would stand empty', () => {
    const [all, open, requests] = ['csv', 'csv-open-items', 'requests'].map((format) => {
      const exporter = exporters.find((each) => each.format === format);
      const left = without(
        'places',
        'openItems.why',
        'notices',
        'project',
        'requests.provider',
        'requests.justification',
      );
      const text = exporter ? written(exporter, shownTo(left, FULL)) : '';
      return text.split('\r\n').find((line) => /^(Row|Control),/.test(line));
    });
    assert.match(all ?? '', /^Row,Control,Title,Responsibility,Status,What,Maturity level,Requirements,Text,Location,/);
    assert.equal(open, 'Control,Title,Responsibility,Status,What,Maturity level,Requirements');
    assert.equal(
      requests,
      'Row,Requirement,CVID,Control,Type,Weight (%),Partial,State,SRM version,Inheritable by the matrix,What',
    );
  });

  it('does not tell which requirements no request is planned for where the providers are left out', () => {
    const [requests] = exporters.filter(({ format }) => format === 'requests');
    assert.ok(requests);
    const of = report({ ...LISTED, requests: `${A},submitted,external,50,,Amazon` });
    assert.match(written(requests, of), /Not planned,1149/);
    assert.doesNotMatch(written(requests, shownTo(without('requests.provider'), of)), /Not planned/);
  });

  it('tells where a control is referenced by how often, where the places are left out', () => {
    const [markdown] = exporters;
    assert.ok(markdown);
    const text = written(markdown, shownTo(without('places'), FULL));
    assert.match(text, /\| Control \| Responsibility \| Status \| Evidence \| References \|/);
    assert.match(text, /\| 01\.c Privilege Management \|[^\n]*\| 1 \| 1 \|/);
  });

  it('says that a control is told by some of its requirements where these are left out', () => {
    const [control] = FULL.summary.controls;
    assert.ok(control);
    const part = { ...control, units: [], allUnits: 2 };
    const of = { ...FULL, summary: { ...FULL.summary, controls: [part] } };
    for (const exporter of exporters.filter(({ format }) => ['md', 'html', 'csv', 'csv-open-items'].includes(format)))
      assert.match(written(exporter, shownTo(without('requirements'), of)), /only some of its requirements/);
  });
});

describe('figures whose controls are left out', () => {
  const bars = statusBarsOf(FULL.summary, FULL.catalog);
  const without = { ...FULL, bars, summary: { ...FULL.summary, controls: [], controlById: new Map<string, never>() } };

  it('are still told by category and domain, where the profile allows readiness', () => {
    const of = shownTo(['readiness', 'totals'], without);
    for (const exporter of ALL.filter(({ format }) => ['md', 'html', 'json', 'svg'].includes(format)))
      assert.match(written(exporter, of), /11 Access Control|"title": "Access Control"/, exporter.format);
  });

  it('are not told at all where it does not', () => {
    for (const exporter of ALL.filter(({ format }) => ['md', 'html', 'json'].includes(format)))
      assert.doesNotMatch(written(exporter, shownTo([], without)), /Access Control|Totals/, exporter.format);
  });

  it('cannot be added up where they are left out', async () => {
    const run = (fields: readonly ProfileField[]): Promise<unknown> =>
      readRun(encode(written(json, shownTo(fields, without))), 'a.json', english);
    assert.deepEqual(await run(['controls']), message('merge-of', 'a.json', message('merge-left-out')));
    assert.equal(((await run(['totals'])) as RunJson).totals.requirements, 2);
  });
});

const LISTED = { type: 'r2', matrix: `${A},Partial\n${B},Full`, list: `${A}\n${B}` } as const;

describe('a public statement', () => {
  const { bars, controls, controlById, ...rest } = { ...FULL.summary, bars: statusBarsOf(FULL.summary, FULL.catalog) };
  const of = shownTo(['name', 'totals'], {
    ...FULL,
    summary: { ...rest, controls: controls.slice(0, 0), controlById: new Map([...controlById].slice(0, 0)) },
    bars,
    gaps: [],
    policy: new Map(),
    matrices: [],
  });

  it('has the totals in Markdown, and reads as if there had never been more', () => {
    const [markdown] = exporters;
    assert.ok(markdown);
    assert.equal(
      written(markdown, of),
      [
        '<!-- Exported by Azure Inheritance Scope -->',
        '',
        '# Scoping summary: Portal',
        '',
        '> **Profile: Clients. What it leaves out is not in this file.**',
        '',
        '- Date: 2027-03-02',
        '- Scope: the requirement statements of the requirement list.',
        '- This tells what is recorded. Whether it is adequate is the assessor’s judgement.',
        '- Made with: Azure Inheritance Scope 0.1.0',
        '',
        '## Totals',
        '',
        'Requirements in scope: 2, of 1 controls',
        '',
        '| Responsibility | Requirements |',
        '| --- | --- |',
        '| Azure | 1 |',
        '| Shared | 1 |',
        '| Customer | 0 |',
        '| Varies by requirement | 0 |',
        '| Unknown | 0 |',
        '',
        '| Status | Requirements |',
        '| --- | --- |',
        '| Needs evidence | 1 |',
        '| Coverage needed | 1 |',
        '',
      ].join('\n'),
    );
  });

  it('has nothing but the totals in any other format either, and no table that stands empty', () => {
    const offered = ALL.filter((exporter) => missingFor(exporter, of.profile).length === 0);
    assert.deepEqual(
      offered.map(({ format }) => format),
      ['md', 'html', 'csv', 'json', 'xlsx', 'svg'],
    );
    for (const exporter of offered) {
      const text = written(exporter, of);
      assert.match(text, /Portal/);
      if (exporter.format !== 'json') assert.doesNotMatch(text, /None\.|\b01\b|By category|Readiness|Unresolved|Row,/);
    }
    assert.equal(Object.keys(unzipSync(xlsx.write(of))).filter((name) => name.includes('worksheets/sheet')).length, 1);
  });

  it('has in JSON every key, null for each figure that is left out, and none that was not', () => {
    const statement = JSON.parse(written(json, of)) as Readonly<Record<string, unknown>>;
    const { head, totals, ...lists } = statement;
    assert.equal((head as { readonly unresolved: unknown }).unresolved, null);
    assert.deepEqual(totals, {
      controls: 1,
      requirements: 2,
      byResponsibility: of.summary.totals.byResponsibility,
      byStatus: of.summary.totals.byStatus,
    });
    assert.deepEqual(lists, {
      basis: 'requirements',
      ...{ controls: [], project: [], readiness: { byDomain: [], byCategory: [] }, calendar: [], unresolved: [] },
      ...{ problems: [], gaps: [] },
    });
  });
});

describe('a copy that was handed to somebody', () => {
  for (const exporter of ALL) {
    it(`says in ${exporter.format} whose it is, for what, and until when`, () => {
      const text = written(exporter, { ...FULL, copy });
      for (const said of ['S-0007', 'Sanchez', 'Sons', 'vendor review', '2027-09-30', 'Not to be passed on'])
        assert.ok(text.includes(said), said);
      if (['html', 'xlsx', 'svg'].includes(exporter.format)) assert.ok(!text.includes('<Sanchez>'));
      assert.doesNotMatch(written(exporter, FULL), /Handed over|S-0007/);
      if (exporter.format !== 'xlsx') assert.ok(isExport(new TextDecoder().decode(exporter.write({ ...FULL, copy }))));
    });
  }

  it('says so at the beginning, before anything else that it tells', () => {
    for (const exporter of ALL.filter(({ format }) => format !== 'xlsx'))
      assert.ok(written(exporter, { ...FULL, copy }).indexOf('S-0007') < 10_000, exporter.format);
    const [markdown] = exporters;
    assert.ok(markdown);
    assert.match(
      written(markdown, { ...FULL, copy }),
      /# Scoping summary: Portal\n\n> \*\*Copy S-0007 for Maria <Sanchez>, Contoso & Sons\. To be returned or destroyed after 2027-09-30\.\*\*\n>\n> \*\*Purpose: vendor review\. Handed over: 2027-03-02\.\*\*\n>\n> \*\*Limitations: Not to be passed on\*\*\n\n- Date/,
    );
  });

  it('says so on each page that is printed, whatever its recipient is called', () => {
    const [, html] = exporters;
    assert.ok(html);
    const page = written(html, { ...FULL, copy: { ...copy, recipient: '"; } </style><script>\n' } });
    const content = /@bottom-left \{ content: "([^"]*)"/.exec(page)?.[1] ?? '';
    const text = content.replace(/\\([\da-f]+) /g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
    assert.match(text, /^Copy S-0007 for "; \} <\/style><script> , Contoso/);
    assert.doesNotMatch(page, /<script/);
    const parts = unzipSync(xlsx.write({ ...FULL, copy }));
    const sheets = Object.entries(parts).filter(([name]) => name.includes('worksheets/'));
    for (const [name, part] of sheets)
      assert.match(
        strFromU8(part),
        /<oddFooter>&amp;LCopy S-0007 for Maria &lt;Sanchez&gt;, Contoso &amp;&amp; Sons/,
        name,
      );
  });
});

describe('the footer of a printed workbook', () => {
  it('is never longer than Excel takes, for which it would call the file damaged', () => {
    for (const recipient of ['&'.repeat(300), 'R&D '.repeat(2_500), 'R'.repeat(10_000)]) {
      const [, sheet] = Object.entries(unzipSync(xlsx.write({ ...FULL, copy: { ...copy, recipient } }))).find(
        ([name]) => name.includes('worksheets/'),
      ) ?? ['', new Uint8Array()];
      const footer = /<oddFooter>(.*)<\/oddFooter>/.exec(strFromU8(sheet))?.[1]?.replaceAll('&amp;', '&') ?? '';
      assert.match(footer, /^&LCopy S-0007 for /);
      assert.ok(footer.length > 250 && footer.length <= 255, String(footer.length));
      assert.equal(footer.replaceAll('&&', '').indexOf('&', 1), -1);
    }
  });
});

const anyProfile = fc
  .record({ id: fc.constantFrom('client', 'own'), title: nastyText, fields: fc.subarray([...PROFILE_FIELDS]) })
  .map(({ fields, ...named }) => ({ ...named, fields: new Set(fields) }));

const anyCopy: fc.Arbitrary<CopyMark> = fc.record(
  {
    number: fc.constant('S-0007'),
    recipient: nastyText,
    organization: nastyText,
    purpose: nastyText,
    date: fc.constant('2027-03-02'),
    expires: fc.constant('2027-09-30'),
    limitations: nastyText,
  },
  { requiredKeys: ['number', 'recipient', 'purpose', 'date'] },
);

const anyCopied: fc.Arbitrary<Report> = fc
  .tuple(anyReport, anyProfile, fc.option(anyCopy, { nil: undefined }), fc.option(nastyText, { nil: undefined }))
  .map(([of, profile, mark, words]) => ({
    ...of,
    profile,
    ...(mark && { copy: mark }),
    ...(words !== undefined && {
      filter: { words, controls: 1, allControls: 156, requirements: 0, allRequirements: 3_342 },
    }),
  }));

describe('a copy that is read back', () => {
  for (const exporter of ALL.filter(({ format }) => ['csv', 'json', 'xlsx'].includes(format))) {
    it(`is the data that was exported, whatever it leaves out, from ${exporter.format}`, async () => {
      await fc.assert(
        fc.asyncProperty(anyCopied, async (of) => {
          // What a part is counts itself: so a part as it is made.
          const { controls, requirements } = of.summary.totals;
          const whole = of.filter ? { ...of, filter: { ...of.filter, controls, requirements } } : of;
          assert.deepEqual(await readExport(exporter.write(whole), english), {
            summary: exportedSummary(whole),
            problems: [],
          });
        }),
      );
    });
  }

  it('is valid by the published schema', () => {
    const schema = JSON.parse(readFileSync('data/scoping-summary.schema.json', 'utf8')) as object;
    const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);
    fc.assert(
      fc.property(anyCopied, (of) => {
        validate(JSON.parse(new TextDecoder().decode(json.write(of))));
        assert.deepEqual(validate.errors ?? [], []);
      }),
    );
  });
});

describe('a format that a profile leaves too little for', () => {
  const profile = (...fields: readonly ProfileField[]) => ({ title: 'Clients', fields: new Set(fields) });

  it('is not made, and it is said what is missing', () => {
    const needs = offeredExporters.flatMap((format) => (format.needs ? [[format.format, format.needs] as const] : []));
    assert.deepEqual(Object.fromEntries(needs), {
      'csv-open-items': ['openItems'],
      requests: ['requirements', 'requests'],
      oscal: ['controls', 'requirements', 'openItems', 'requests', 'requests.provider'],
    });
    const oscal = offeredExporters.find(({ format }) => format === 'oscal');
    assert.ok(oscal);
    assert.deepEqual(missingFor(oscal, profile('totals', 'controls', 'requirements')), [
      ...(['openItems', 'requests', 'requests.provider'] as const),
    ]);
    const told = cannotWrite(oscal, profile('controls', 'requirements', 'requests', 'requests.provider'));
    assert.equal(
      told && english(told),
      'OSCAL cannot be made for the profile "Clients", which does not allow: openItems. Choose another format or profile.',
    );
  });

  it('is made for a profile that allows it, and where nothing is left out', () => {
    for (const format of ALL) {
      assert.equal(cannotWrite(format, profile(...PROFILE_FIELDS)), undefined);
      assert.equal(cannotWrite(format, undefined), undefined);
    }
  });
});
