import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { oscal } from '../../../../src/core/report/oscal';
import { isExport } from '../../../../src/core/report/exportMark';
import type { Report } from '../../../../src/core/report/report';
import { PROFILE_FIELDS } from '../../../../src/core/sharing/profile';
import type { Given } from '../../given';
import { anyReport, nastyText, report } from './given';
import { largeReport } from './largeReport';

const A = '1149.01c2System.9';
const B = '1150.01c1System.10';
const C = '1118.01j2Organizational.124';

interface Part {
  readonly description: string;
  readonly 'component-uuid': string;
  readonly 'implementation-status'?: { readonly state: string };
  readonly inherited?: readonly { readonly description: string }[];
  readonly satisfied?: readonly object[];
}
interface Implemented {
  readonly 'control-id'?: string;
  readonly 'statement-id'?: string;
  readonly props?: readonly { readonly name: string; readonly value: string }[];
  readonly statements?: readonly Implemented[];
  readonly 'by-components'?: readonly Part[];
}
interface Plan {
  readonly uuid: string;
  readonly metadata: { readonly remarks: string };
  readonly 'system-implementation': {
    readonly components: readonly { readonly uuid: string; readonly type: string }[];
    readonly 'leveraged-authorizations': readonly Readonly<Record<string, unknown>>[];
  };
  readonly 'control-implementation': { readonly 'implemented-requirements': readonly Implemented[] };
}

const parsed = (of: Report): object => JSON.parse(new TextDecoder().decode(oscal.write(of))) as object;
const plan = (of: Report): Plan => (parsed(of) as { readonly 'system-security-plan': Plan })['system-security-plan'];
const controls = (of: Report): readonly Implemented[] => plan(of)['control-implementation']['implemented-requirements'];
const requirements = (of: Report): readonly Implemented[] => controls(of).flatMap(({ statements = [] }) => statements);
const origins = ({ props = [] }: Implemented): readonly string[] =>
  props.filter(({ name }) => name === 'control-origination').map(({ value }) => value);

/** What is said of each component, by its type. */
function parts(of: Report, { 'by-components': all = [] }: Implemented): Readonly<Record<string, Part>> {
  const { components } = plan(of)['system-implementation'];
  return Object.fromEntries(
    all.map((part) => [components.find(({ uuid }) => uuid === part['component-uuid'])?.type ?? '', part]),
  );
}

const given: Given = {
  type: 'e1',
  matrix: `${A},Partial\n${B},Full\n${C},None`,
  list: `${A},0873.0\n${B}\n${C}`,
  requests: `${A},approved,external,50,yes\n${B},approved,external,100`,
  evidence: `${A},,https://x.y/z`,
};

describe('the OSCAL fragment', () => {
  it('has a control in scope by an id that begins with a letter, with its requirements as statements', () => {
    assert.deepEqual(
      controls(report(given)).map((control) => [
        control['control-id'],
        control.statements?.map((statement) => statement['statement-id']),
      ]),
      [
        ['hitrust-01.c', [`hitrust-01.c_${A}`, `hitrust-01.c_${B}`]],
        ['hitrust-01.j', [`hitrust-01.j_${C}`]],
      ],
    );
  });

  it('says where each implementation comes from: inherited, of the system, or of the organisation', () => {
    assert.deepEqual(requirements(report(given)).map(origins), [
      ['inherited', 'system-specific'],
      ['inherited'],
      ['organization'],
    ]);
    assert.deepEqual(controls(report(given)).map(origins), [['inherited', 'system-specific'], ['organization']]);
  });

  it('says inherited and satisfied where an approved request and the evidence for the rest say so', () => {
    const of = report(given);
    const [shared = {}, azure = {}, customer = {}] = requirements(of);
    const { system, 'this-system': own } = parts(of, shared);
    assert.match(system?.inherited?.[0]?.description ?? '', /approved: weight 50, partial/);
    assert.equal(own?.satisfied?.length, 1);
    assert.equal(own['implementation-status']?.state, 'implemented');
    assert.deepEqual(Object.keys(parts(of, azure)), ['system']);
    assert.deepEqual(Object.keys(parts(of, customer)), ['this-system']);
  });

  it('says of an approved request without a weight that there is none', () => {
    const of = report({ ...given, requests: `${B},approved,external` });
    const azure = requirements(of)[1] ?? {};
    assert.match(parts(of, azure)['system']?.inherited?.[0]?.description ?? '', /approved: no weight given\.$/);
  });

  it('does not say how far a requirement is implemented that evidence is missing of', () => {
    const of = report(given);
    const customer = requirements(of)[2] ?? {};
    assert.equal('implementation-status' in (parts(of, customer)['this-system'] ?? {}), false);
  });

  for (const [what, changes] of [
    ['is planned', { requests: `${A},planned,external,50,yes` }],
    ['is submitted', { requests: `${A},submitted,external,50,yes` }],
    ['was approved at nothing', { requests: `${A},approved,external,0,yes` }],
    ['goes to another provider', { requests: `${A},approved,external,50,yes,Amazon` }],
    ['is for what the matrix grants nothing of', { matrix: `${A},None` }],
    ['is for what the matrix does not hold', { matrix: `${B},Full` }],
    [
      'rests on a letter that ends too early',
      {
        project: { assessment: { submissionDate: '2027-06-30' }, azure: { certification: { expires: '2027-01-01' } } },
      },
    ],
    [
      'is for a requirement that is not applicable',
      { matrix: `${A},None`, list: `${A},,n/a,No such system is in use.` },
    ],
  ] as const satisfies readonly (readonly [string, Partial<Given>])[]) {
    it(`says nothing of inheritance where the request ${what}`, () => {
      const of = report({ ...given, list: A, ...changes });
      const [first = {}] = requirements(of);
      assert.ok(!origins(first).includes('inherited'));
      for (const part of Object.values(parts(of, first)))
        assert.deepEqual([part.inherited, part.satisfied], [undefined, undefined]);
    });
  }

  it('takes what is inherited within the own organisation for the organisation’s, and for nothing of the provider’s', () => {
    const of = report({ ...given, list: B, requests: `${B},applied,internal` });
    const [first = {}] = requirements(of);
    assert.deepEqual([origins(first), Object.keys(parts(of, first))], [['organization'], ['this-system']]);
  });

  it('has a rationale, and no origin, for what is not applicable', () => {
    const of = report({ ...given, list: `${C},,n/a,No such *system* is in use.` });
    const [first = {}] = requirements(of);
    const { 'this-system': own } = parts(of, first);
    assert.equal(own?.['implementation-status']?.state, 'not-applicable');
    assert.equal((own as { readonly remarks?: string }).remarks, 'No such \\*system\\* is in use.');
    assert.deepEqual(origins(first), []);
  });

  it('without a list speaks of the control where the matrix does, and says of nothing that it is implemented', () => {
    const of = report({
      type: 'e1',
      matrix: '01.a,Partial\n01.b,None',
      documents: '01.a 01.b',
      requests: '01.a,approved,external,50,yes',
      evidence: '01.a,,https://x.y/z\n01.b,,https://x.y/z',
    });
    assert.deepEqual(controls(of).map(origins), [['inherited'], []]);
    assert.doesNotMatch(JSON.stringify(controls(of)), /implementation-status|statements/);
  });

  it('has the provider’s letter as far as it is recorded', () => {
    const authorization = (certification: object): unknown => {
      const of = report({ ...given, project: { azure: { certification } } });
      const [found = {}] = plan(of)['system-implementation']['leveraged-authorizations'];
      return Object.fromEntries(Object.entries(found).filter(([name]) => !name.endsWith('uuid')));
    };
    assert.deepEqual(authorization({ letter: 'letter.pdf', issued: '2026-02-01', expires: '2028-01-31' }), {
      title: 'letter.pdf',
      props: [{ name: 'expires', ns: 'urn:azure-inheritance-scope:oscal', value: '2028-01-31' }],
      'date-authorized': '2026-02-01',
    });
    const none = authorization({}) as Readonly<Record<string, string>>;
    assert.deepEqual([none['title'], none['date-authorized']], ['placeholder-provider-letter', '1900-01-01']);
    assert.match(
      none['remarks'] ?? '',
      /placeholder-provider-letter stands.*\n\nplaceholder-date-authorized: 1900-01-01/,
    );
  });

  it('lists all placeholders that stand in it, and no other', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const text = JSON.stringify(parsed(of));
        const listed = /Placeholders to be replaced: (.*)$/.exec(plan(of).metadata.remarks)?.[1]?.split(', ') ?? [];
        const rest = JSON.stringify({ ...plan(of), metadata: {} });
        for (const name of listed) assert.ok(rest.includes(name), name);
        for (const [name] of text.matchAll(/placeholder-[a-z-]+[a-z]/g)) assert.ok(listed.includes(name), name);
      }),
    );
  });

  it('makes ids of what they are for, so that the same input gives the same bytes', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        assert.deepEqual(oscal.write(of), oscal.write({ ...of }));
        const ids = [...JSON.stringify(parsed(of)).matchAll(/"uuid":"([^"]+)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
    const [one, other] = [plan(report(given)), plan(report({ ...given, evidence: '' }))];
    assert.notEqual(one.uuid, other.uuid);
    assert.deepEqual(one['system-implementation'], other['system-implementation']);
  });

  it('is known as an export, and is no scoping document', () => {
    assert.ok(isExport(new TextDecoder().decode(oscal.write(report(given)))));
  });
});

describe('the OSCAL fragment and the schema of OSCAL 1.2.1', () => {
  const SCHEMA = join(process.cwd(), '..', 'shared', 'schemas', 'oscal-ssp-1.2.1.schema.json');
  let check: (of: Report) => void;

  before(function () {
    if (!existsSync(SCHEMA)) this.skip();
    const schema = readFileSync(SCHEMA, 'utf8')
      // Its definitions name themselves by where they stand, which is no id.
      .replace(/"\$id" : "#[^"]*",?|"\$id":\s*"#[^"]*",?/g, '');
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(schema) as object);
    check = (of) => {
      if (!validate(parsed(of))) assert.fail(ajv.errorsText(validate.errors, { separator: '\n' }));
    };
  });

  it('agree on an assessment with everything in it, and on one with nothing', () => {
    check(report(given));
    check(report({ ...given, list: `${A}\n${C},,n/a,No such system is in use.` }));
    check(report({}, { matrices: [] }, ''));
  });

  it('agree on 3,342 requirements', () => check(largeReport(3_342)));

  it('agree on any assessment', () => {
    fc.assert(fc.property(anyReport, (of) => check(of)));
  });

  it('agree on a copy, whoever it is for', () => {
    const fields = new Set(PROFILE_FIELDS.filter((field) => field !== 'name' && field !== 'matrices'));
    fc.assert(
      fc.property(anyReport, nastyText, (of, recipient) => {
        const copy = { number: 'S-0007', recipient, purpose: recipient, date: '2027-03-02', limitations: recipient };
        check({ ...of, copy, profile: { id: 'client', title: recipient, fields } });
      }),
    );
  });
});
