import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { loadPart } from '../../../../src/cli/loadPart';
import { explainStatus } from '../../../../src/core/assessment/explain';
import type { Step } from '../../../../src/core/assessment/explainStep';
import { tell } from '../../../../src/core/assessment/openItems';
import { statusWord } from '../../../../src/core/assessment/status';
import { catalog } from '../../../../src/core/csf/catalog';
import { readSubject } from '../../../../src/core/csf/subject';
import { english } from '../../../../src/core/message';
import { Assessment } from '../../../../src/workspace/assessment';
import { placeOf } from '../../../../src/workspace/placeOf';
import { at, FOLDER, InMemoryFiles, today } from '../../inMemoryFiles';

const A = '1149.01c2System.9';
const B = '1150.01c2System.10';
/** A's id in another CSF version. */
const OLD = '1151.01c2System.11';

type Contents = Readonly<Record<string, string>>;

interface Given {
  /** Rows of `id,inheritability`, or of the columns of `header`. */
  readonly matrix?: string;
  readonly header?: string;
  readonly scope?: string;
  /** Rows of `requirement,cvid,applicability,rationale`: with it the list is the scope. */
  readonly list?: string;
  /** Rows of `requirement,maturity,title,location,state,type,approved_on,captured_on,document_id`. */
  readonly evidence?: string;
  /** Rows of `document_id,title,type,location,approved_on`. */
  readonly documents?: string;
  /** Rows of `requirement,state,weight,partial,type,provider,submitted`. */
  readonly requests?: string;
  /** Rows of `gap_id,requirement,maturity,fixed_on`. */
  readonly gaps?: string;
  /** Of the project file. */
  readonly project?: object;
  readonly assessment?: object;
}

const DATED = { fieldworkStart: '2027-02-15', submissionDate: '2027-05-14' };

function contentsOf(given: Given): Contents {
  const { matrix = `${A},None`, header = 'ID,Inheritability', scope = '01.c', list, project, assessment } = given;
  return {
    'inheritance-scope.json': JSON.stringify({
      assessment: { type: 'e1', ...assessment },
      matrix: 'srm.csv',
      documents: '*.md',
      requests: 'requests.csv',
      ...(list !== undefined && { requirements: 'requirements.csv' }),
      ...project,
    }),
    'srm.csv': `${header}\n${matrix}\n`,
    'scope.md': `${scope}\n`,
    'evidence.csv': `requirement,maturity,title,location,state,type,approved_on,captured_on,document_id\n${given.evidence ?? ''}\n`,
    'documents.csv': `document_id,title,type,location,approved_on\n${given.documents ?? ''}\n`,
    'requests.csv': `requirement,state,weight,partial,type,provider,submitted\n${given.requests ?? ''}\n`,
    'gaps.csv': `gap_id,requirement,maturity,fixed_on\n${given.gaps ?? ''}\n`,
    'services.csv': 'service,azure\nAzure SQL Database,x\nAzure Chat,\n',
    'requirements.csv': `requirement,cvid,applicability,rationale\n${list ?? ''}\n`,
  };
}

async function load(contents: Contents): Promise<{ readonly assessment: Assessment; readonly files: InMemoryFiles }> {
  const files = new InMemoryFiles(contents);
  const source = { folder: FOLDER, projectFile: at('inheritance-scope.json'), defaults: { documents: [] } };
  const assessment = new Assessment(source, files, catalog, loadPart, today);
  await assessment.load();
  return { assessment, files };
}

/** A step in words: the rule, what is said, and the lines that it rests on. */
async function explained(id: string, given: Given): Promise<readonly string[]> {
  const { assessment, files } = await load(contentsOf(given));
  const subject = readSubject(id, catalog);
  assert.ok(typeof subject !== 'string', id);
  return explainStatus(subject, assessment.facts).steps.map(({ rule, message, places }) => {
    const lines = places.map((place) => placeOf(place.file, place.at, assessment, files));
    return `${rule} ${english(message)} <${lines.map(({ file, line }) => `${file}:${line}`).join(' ')}>`;
  });
}

const CASES: Readonly<
  Record<string, readonly (readonly [what: string, id: string, given: Given, ...says: string[]])[]>
> = {
  'scope (rule 1)': [
    [
      'is what the documents mention, each place with its line',
      A,
      { scope: `01.c\n\n${A}` },
      '1 The scoping documents mention it in 2 places <scope.md:1 scope.md:3>',
    ],
    [
      'is the list’s row, mentioned or not',
      A,
      { list: `${A},,,`, scope: '02.a' },
      `1 The requirement list has ${A}, marked in-scope <requirements.csv:2>`,
      '1 No scoping document mentions it <>',
    ],
    ['is not what no document mentions', '02.a', {}, '1 No scoping document mentions 02.a, so it is not in scope <>'],
    [
      'is not what a document mentions and the list does not hold',
      '01.c',
      { list: '0201.09j1Organizational.124,,,' },
      '1 01.c is not on the requirement list, and so not in scope <scope.md:1>',
    ],
    [
      'is not what the list says was removed',
      A,
      { list: `${A},,removed,\n${B},,,` },
      `1 ${A} is marked as removed on the requirement list, and so not in scope <requirements.csv:2>`,
    ],
    [
      'is not a requirement that neither documents nor the matrix have, beside others of its control',
      B,
      {},
      `1 No scoping document mentions ${B}, so it is not in scope <>`,
    ],
    [
      'of a listed requirement is its own row, though another one found its matrix rows by their CVID',
      A,
      { header: 'ID,Inheritability,CVID', matrix: `${A},Full,0873.0`, list: `${B},873,,\n${A},,,` },
      `1 The requirement list has ${A}, marked in-scope <requirements.csv:3>`,
    ],
    [
      'of a requirement in a matrix by control is its control’s',
      A,
      { matrix: '01.c,None' },
      `1 01.c is what ${A} is evaluated as <>`,
      '2 Row of 01.c: Customer, not inheritable <srm.csv:2>',
    ],
  ],
  'responsibility (rule 2)': [
    [
      'is told from each element’s row',
      A,
      { header: 'BUID,Element,Inheritability', matrix: `${A},a,Full\n${A},b,None` },
      `2 Row of ${A}, element a: Azure, fully inheritable <srm.csv:2>`,
      `2 Row of ${A}, element b: Customer, not inheritable <srm.csv:3>`,
      `2 ${A}: 1 of its 2 elements can be inherited at least in part, which makes it Shared. <srm.csv:2 srm.csv:3>`,
      '2 Responsibility: Shared (1 of 2 elements inheritable), partially inheritable <srm.csv:2 srm.csv:3>',
    ],
    [
      'names rows of other CSF versions and of the control, which do not count',
      A,
      {
        header: 'BUID,Control,CVID,CSF Version,Inheritability',
        matrix: `${A},01.c,0873.0,11.2,None\n${OLD},01.c,0873.0,9.1,Full\n,01.c,,11.2,Full`,
        assessment: { csfVersion: '11.2' },
      },
      `2 Row of ${A}: Customer, not inheritable, CSF 11.2 <srm.csv:2>`,
      `2 Row of ${OLD}: Azure, fully inheritable, CSF 9.1; not counted: a row of another CSF version <srm.csv:3>`,
      '2 Row of 01.c: Azure, fully inheritable, CSF 11.2; not counted: a row of the whole control, where rows are by requirement <srm.csv:4>',
      `2 ${A} is joined by its CVID with ${OLD} of other CSF versions. <srm.csv:2>`,
    ],
    [
      'names both rows that contradict each other',
      A,
      { matrix: `${A},None\n${A},Full` },
      `2 ${A} stands on line 2 and on line 3 with different content.`,
      '2 Responsibility: unknown, because the matrix contradicts itself <srm.csv:2 srm.csv:3>',
      '8 Open: responsibility unknown: the matrix contradicts itself <srm.csv:2 srm.csv:3>',
    ],
    [
      'was found by the CVID as text',
      A,
      { header: 'BUID,CVID,Inheritability', matrix: `${B},0873.0,None`, list: `${A},0873.0,,` },
      `2 The matrix has it under another id, joined by its CVID 0873.0: ${B} <requirements.csv:2 srm.csv:2>`,
    ],
    [
      'was found by the CVID as a number',
      A,
      { header: 'BUID,CVID,Inheritability', matrix: `${B},0873.0,None`, list: `${A},873,,` },
      `2 The matrix has it under another id, joined by its CVID 873 as a number: ${B} <requirements.csv:2 srm.csv:2>`,
    ],
    [
      'was found by the row of the control',
      A,
      { matrix: '01.c,None', list: `${A},,,` },
      '2 The matrix is by control: the row of 01.c speaks for its requirements <requirements.csv:2 srm.csv:2>',
    ],
    [
      'is unknown where the matrix does not have it',
      '01.a',
      { scope: '01.a' },
      '2 Responsibility: unknown, because not in the matrix <>',
      '6 As long as the responsibility is unknown, nothing of it can be covered <>',
      '8 Open: responsibility unknown: not in the matrix <>',
      '8 Looked at before, and not so: not applicable (it is scored) <>',
    ],
  ],
  'not applicable (rule 7)': [
    [
      'holds with a rationale, and nothing else is looked at',
      A,
      { list: `${A},,n/a,"We run no such sessions, and none are planned."` },
      '7 The rationale given: We run no such sessions, and none are planned. <requirements.csv:2>',
      '7 Marked n/a, and that holds: it is not scored <requirements.csv:2>',
      '8 Status: Not applicable <>',
    ],
    [
      'in error is scored, with what is wrong',
      A,
      { list: `${A},,n/a,` },
      '7 Marked n/a in error: it is scored like everything in scope <requirements.csv:2>',
      '8 Looked at before, and not so: not applicable (it is scored), responsibility unknown (it is known) <>',
    ],
  ],
  'evidence (rules 3 and 4)': [
    [
      'that counts has its row, state and dates, and the document’s row',
      A,
      {
        evidence: `${A},implemented,,,reviewed,,,,D1`,
        documents: 'D1,Export,screenshot,https://x.y/z,2027-01-02',
      },
      '3 At implemented, this is there: Export (reviewed, approved_on 2027-01-02) <evidence.csv:2 documents.csv:2>',
      '8 Status: Nothing recorded as open <>',
    ],
    [
      'that is requested or rejected is named, and leaves it open',
      A,
      { evidence: `${A},implemented,Export,,requested\n${A},implemented,Old,,rejected` },
      '3 At implemented: Export is requested, not yet collected <evidence.csv:2>',
      '3 At implemented: Old was rejected <evidence.csv:3>',
      '3 Open: needs implemented evidence: Export is requested, not yet collected <evidence.csv:2 evidence.csv:3>',
    ],
    [
      'that cannot be found, or is a placeholder, says why it does not count',
      A,
      { evidence: `${A},implemented,Gone,gone.pdf,\n${A},implemented,Later,TBD,` },
      '3 Gone does not count. ',
      '3 Later does not count. ',
      '3 Open: needs implemented evidence <>',
    ],
    [
      'at a level that is not scored is named',
      A,
      { evidence: `${A},policy,ACP,https://x.y/z,` },
      '3 ACP is for a level that is not scored: policy <evidence.csv:2>',
    ],
    [
      'is wanted at every level of the type',
      A,
      { assessment: { type: 'r2' } },
      '3 Evidence is wanted at these levels: policy, procedure, implemented <>',
    ],
    [
      'of what is Azure’s is not wanted, and what is there decides nothing',
      A,
      { matrix: `${A},Full`, evidence: `${A},implemented,Export,https://x.y/z,` },
      '3 No evidence of the customer is wanted <>',
      '3 What is recorded as evidence decides nothing here: Export <evidence.csv:2>',
    ],
    [
      'for the whole control counts without a list, and says so',
      A,
      { evidence: '01.c,implemented,Export,https://x.y/z,' },
      '4 Recorded for the whole of 01.c, it counts for each of its requirements: Export <evidence.csv:2>',
    ],
    [
      'and requests for the whole control count for nothing with a list, and say so',
      A,
      { list: `${A},,,`, evidence: '01.c,implemented,Export,https://x.y/z,', requests: '01.c,approved' },
      '4 Recorded for the whole of 01.c, it counts for none of its requirements: Export <evidence.csv:2>',
      '4 Recorded for the whole of 01.c, it counts for none of its requirements: an inheritance request (approved) <requests.csv:2>',
    ],
  ],
  'clocks (rule 5)': [
    [
      'are not read without a submission date',
      A,
      { evidence: `${A},implemented,Export,https://x.y/z,,screenshot,,2026-01-01` },
      '5 No submission date is given (assessment.submissionDate), so no dates of evidence are checked. <>',
    ],
    [
      'find a document in time, with its dates',
      A,
      { assessment: DATED, evidence: `${A},implemented,Export,https://x.y/z,,screenshot,,2027-03-01` },
      '5 Export is in time at implemented (captured_on 2027-03-01) <evidence.csv:2>',
    ],
    [
      'find a document too late, which is open',
      A,
      { assessment: DATED, evidence: `${A},implemented,Export,https://x.y/z,,screenshot,,2026-03-01` },
      '5 Export was captured on 2026-03-01, before fieldwork starts on 2027-02-15: capture it again <evidence.csv:2>',
      '5 Open: implemented evidence is not in time: Export was captured on 2026-03-01, before fieldwork starts on 2027-02-15: capture it again <evidence.csv:2>',
    ],
    [
      'are content with one of several documents',
      A,
      {
        assessment: DATED,
        evidence: [
          `${A},implemented,Old,https://x.y/a,,screenshot,,2026-03-01`,
          `${A},implemented,New,https://x.y/b,,screenshot,,2027-03-01`,
        ].join('\n'),
      },
      '5 Old was captured on 2026-03-01, before fieldwork starts on 2027-02-15: capture it again <evidence.csv:2>',
      '5 New is in time at implemented (captured_on 2027-03-01) <evidence.csv:3>',
      '5 At implemented, one document that is in time is enough <>',
      '8 Status: Nothing recorded as open <>',
    ],
    [
      'tell from when a policy is testable, and when its review is due',
      A,
      {
        assessment: { ...DATED, type: 'r2', submissionDate: '2027-05-14' },
        evidence: [
          `${A},policy,New,https://x.y/a,,policy,2027-03-01`,
          `${A},procedure,Old,https://x.y/b,,procedure,2026-05-14`,
        ].join('\n'),
      },
      '5 New is testable only from 2027-04-30 <evidence.csv:2>',
      '5 Old is in time at procedure (approved_on 2026-05-14) <evidence.csv:3>',
      '5 On 2027-05-14: the review of Old is due <evidence.csv:3>',
    ],
    [
      'tell of a document whose type has none',
      A,
      { assessment: DATED, evidence: `${A},implemented,Letter,https://x.y/z,,attestation` },
      '5 Letter is of a type without a clock: attestation <evidence.csv:2>',
    ],
    [
      'tell of a gap that it has run for long enough',
      A,
      { assessment: DATED, gaps: `G1,${A},,2026-12-01` },
      '5 The control of gap G1 has run for long enough at implemented (fixed_on 2026-12-01) <gaps.csv:2>',
    ],
    [
      'tell of a gap that it is testable later, or open',
      A,
      { assessment: DATED, gaps: `G1,${A},,2027-02-01\nG2,${A},,` },
      '5 the control of gap G1 is testable only from 2027-05-02 <gaps.csv:2>',
      '5 gap G2 names no day on which it was fixed (fixed_on), so it counts as open <gaps.csv:3>',
    ],
  ],
  'coverage (rule 6)': [
    ['is not needed for what is the customer’s', A, {}, '6 Nothing of it is Azure’s, so there is nothing to cover <>'],
    [
      'is missing without a request',
      A,
      { matrix: `${A},Full` },
      '6 no inheritance request <>',
      '6 Open: coverage needed: no inheritance request <>',
      '8 Status: Coverage needed <>',
    ],
    [
      'waits for a request, with its weight and age',
      A,
      { matrix: `${A},Partial`, requests: `${A},submitted,40,yes,,,2027-03-04` },
      '6 Request to Azure: submitted, weight 40, partial, submitted 20 days ago, it does not take effect <requests.csv:2>',
      '6 Open: awaiting approval of the inheritance request, submitted 20 days ago <requests.csv:2>',
    ],
    [
      'is there once it is approved',
      A,
      { matrix: `${A},Full`, requests: `${A},approved,100,no` },
      '6 Request to Azure: approved, weight 100, it takes effect <requests.csv:2>',
      '8 Looked at before, and not so: not applicable (it is scored), responsibility unknown (it is known), needs evidence (none is missing or too late), coverage needed (nothing is without), awaiting approval (no request is waiting) <>',
      '8 Status: Inherited <>',
    ],
    [
      'leaves the customer a part under a weight of 100, which wants evidence',
      A,
      { matrix: `${A},Full`, requests: `${A},approved,60,no` },
      '6 Request to Azure: approved, weight 60, it takes effect, and leaves the customer a part <requests.csv:2>',
      '3 Open: needs implemented evidence <>',
    ],
    [
      'is not what goes to another provider, and may be internal',
      A,
      { matrix: `${A},Full`, requests: `${A},approved,10,no,external,Contoso\n${A},applied,,no,internal` },
      '6 Request to Contoso: approved, weight 10, it covers nothing of Azure’s part <requests.csv:2>',
      '6 Request for internal inheritance: applied, it takes effect <requests.csv:3>',
    ],
    [
      'holds while the certification does',
      A,
      {
        matrix: `${A},Full`,
        assessment: DATED,
        requests: `${A},approved,100,no`,
        project: { azure: { certification: { expires: '2028-02-29' } } },
      },
      '6 The provider’s certification lasts until 2028-02-29, which covers the submission on 2027-05-14 <>',
    ],
    [
      'ends with the certification',
      A,
      {
        matrix: `${A},Full`,
        assessment: DATED,
        requests: `${A},approved,100,no`,
        project: { azure: { certification: { letter: 'Letter', expires: '2027-05-13' } } },
      },
      '6 Open: coverage needed: Letter expires on 2027-05-13, before the submission on 2027-05-14 <requests.csv:2>',
    ],
    [
      'is missing for a service outside the audit scope, at the row that names it',
      A,
      {
        header: 'BUID,Inheritability,Azure Implementation',
        matrix: `${A},Full,Azure Chat keeps it`,
        requests: `${A},approved,100,no`,
        project: { azure: { services: ['Azure Chat'], servicesInScope: 'services.csv' } },
      },
      '6 Open: coverage needed for Azure Chat, which is outside the provider’s audit scope <srm.csv:2>',
    ],
    [
      'is not missing for such a service where its rows do not name it, and says so',
      A,
      {
        matrix: `${A},Full`,
        requests: `${A},approved,100,no`,
        project: { azure: { services: ['Azure Chat'], servicesInScope: 'services.csv' } },
      },
      '6 In use outside the provider’s audit scope, and not named by its rows: Azure Chat <>',
      '8 Status: Inherited <>',
    ],
    [
      'says what is not recorded of the provider',
      A,
      { matrix: `${A},Full`, list: `${A},,,` },
      '6 The provider’s certification is not recorded (azure.certification.expires): whether it covers the submission is not checked. <>',
    ],
  ],
  'the status of a control (rule 8)': [
    [
      'is that of one of its requirements, which is explained after each was told',
      '01.c',
      {
        matrix: `${A},None\n${B},Full`,
        evidence: `${A},implemented,Export,https://x.y/z,`,
      },
      `8 ${A}: Nothing recorded as open <srm.csv:2>`,
      `8 ${B}: Coverage needed (coverage needed: no inheritance request) <srm.csv:3>`,
      `8 01.c has the status of ${B}: Coverage needed <>`,
      `8 What follows is about ${B} <>`,
      `2 Row of ${B}: Azure, fully inheritable <srm.csv:3>`,
      '8 Status: Coverage needed <>',
    ],
    [
      'names the rows of the list',
      '01.c',
      { list: `${A},,,\n${B},,,` },
      '1 The requirement list has 2 of its requirements <requirements.csv:2 requirements.csv:3>',
    ],
  ],
};

describe('the explanation of a status', () => {
  for (const [topic, cases] of Object.entries(CASES)) {
    describe(topic, () => {
      for (const [what, id, given, ...says] of cases) {
        it(what, async () => {
          const told = await explained(id, given);
          const places = says.map((line) => told.findIndex((each) => each.startsWith(line)));
          says.forEach((line, index) => {
            assert.notEqual(places[index], -1, `${line}\nis none of\n${told.join('\n')}`);
          });
        });
      }
    });
  }

  it('goes from scope to responsibility, applicability, evidence, clocks, coverage and status', async () => {
    const rules = (await explained(A, { assessment: DATED, list: `${A},,n/a,`, gaps: `G1,${A},,` })).map((line) =>
      Number(line[0]),
    );
    assert.deepEqual([...new Set(rules)], [1, 2, 7, 3, 5, 6, 8]);
  });

  it('gives the rule behind each open item, and its source with each clock', async () => {
    const { assessment } = await load(
      contentsOf({ assessment: DATED, evidence: `${A},implemented,Export,https://x.y/z,,screenshot,,2026-03-01` }),
    );
    const { steps } = explainStatus({ control: '01.c', requirement: A }, assessment.facts);
    const open = steps.filter(({ message }) => message.code === 'explain-open');
    assert.deepEqual(
      open.map(({ why }) => why && english(why).slice(0, 60)),
      ['Rule 5: what shows one point in time is captured from 2027-0'],
    );
    assert.match(english(open[0]?.why ?? assert.fail()), /HITRUST’s rules/);
  });

  it('says nothing of Azure Policy, which decides nothing', async () => {
    const { assessment } = await load(contentsOf({}));
    const { steps } = explainStatus({ control: '01.c' }, assessment.facts);
    assert.equal(
      steps.some(({ rule }) => (rule as number) === 9),
      false,
    );
  });

  it('points at evidence where it stands now, after lines were put above it', async () => {
    const given = contentsOf({ evidence: `${A},implemented,Export,https://x.y/z,` });
    const { assessment, files } = await load(given);
    assert.equal(assessment.summary.controls.length, 1);
    files.set('evidence.csv', (given['evidence.csv'] ?? '').replace('\n', `\n${B},implemented,Other,https://x.y/o,\n`));
    await assessment.update(at('evidence.csv'));
    const { steps } = explainStatus({ control: '01.c', requirement: A }, assessment.facts);
    const counts = steps.find(({ message }) => message.code === 'explain-evidence-counts');
    assert.deepEqual(counts?.places, [{ file: at('evidence.csv'), at: { line: 3 } }]);
  });

  describe('whatever the files hold', () => {
    const ids = fc.constantFrom('01.c', A, B, OLD);
    const rows = (...cells: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
      fc
        .array(
          fc.tuple(...cells).map((row) => row.join()),
          { maxLength: 5 },
        )
        .map((all) => all.join('\n'));
    const days = fc.constantFrom('', '2026-03-01', '2027-03-01', '2027-05-20');
    const given: fc.Arbitrary<Given> = fc.record(
      {
        header: fc.constant('ID,Inheritability,CVID,CSF Version'),
        matrix: rows(
          ids,
          fc.constantFrom('Full', 'Partial', 'None', 'Perhaps'),
          fc.constantFrom('', '0873.0'),
          fc.constantFrom('', '9.1', '11.2'),
        ).map((text) => `09.a,None,,\n${text}`),
        scope: fc.constantFrom('01.c', `01.c\n${A}\n${B}`, '02.a'),
        list: rows(
          fc.constantFrom(A, B),
          fc.constantFrom('', '873'),
          fc.constantFrom('', 'n/a', 'carved-out', 'removed'),
          fc.constantFrom('', 'No such system is in use here'),
        ),
        evidence: rows(
          ids,
          fc.constantFrom('policy', 'procedure', 'implemented', ''),
          fc.constantFrom('Export', ''),
          fc.constantFrom('https://x.y/z', 'gone.pdf', 'TBD', ''),
          fc.constantFrom('', 'requested', 'rejected'),
          fc.constantFrom('', 'policy', 'screenshot', 'attestation'),
          days,
          days,
          fc.constantFrom('', 'D1', 'D2'),
        ),
        documents: fc.constantFrom('', 'D1,ACP,policy,https://x.y/d,2027-01-01'),
        requests: rows(
          ids,
          fc.constantFrom('approved', 'submitted', 'planned', 'rejected', 'applied'),
          fc.constantFrom('', '0', '50', '100'),
          fc.constantFrom('yes', 'no'),
          fc.constantFrom('external', 'internal'),
          fc.constantFrom('', 'Contoso'),
          days,
        ),
        gaps: rows(fc.constant('G'), ids, fc.constantFrom('', 'implemented'), days),
        assessment: fc.constantFrom({}, DATED, { ...DATED, type: 'r2', csfVersion: '11.2' }),
        project: fc.constantFrom({}, { azure: { certification: { expires: '2027-01-01' } } }),
      },
      { requiredKeys: ['header', 'matrix', 'scope'] },
    );

    it('ends with the summary’s status, tells every open item, and points at rows that are there', () =>
      fc.assert(
        fc.asyncProperty(given, async (drawn) => {
          const contents = contentsOf(drawn);
          const { assessment, files } = await load(contents);
          const { facts, summary } = assessment;
          const check = (steps: readonly Step[]): void => {
            for (const { file, at: place } of steps.flatMap(({ places }) => places)) {
              const { file: name, line } = placeOf(file, place, assessment, files);
              const row = (contents[name] ?? '').split('\n')[line - 1];
              assert.ok(row !== undefined && row !== '' && (name.endsWith('.md') || line > 1), `${name}:${line}`);
            }
          };
          for (const control of summary.controls) {
            const ofControl = explainStatus({ control: control.id }, facts);
            assert.equal(ofControl.status, control.status);
            assert.equal(lastOf(ofControl.steps), `Status: ${english(statusWord(control.status, summary))}`);
            check(ofControl.steps);
            for (const unit of control.units) {
              const subject = { control: control.id, ...(unit.id !== control.id && { requirement: unit.id }) };
              const { status, steps } = explainStatus(subject, facts);
              assert.equal(status, unit.status);
              assert.equal(lastOf(steps), `Status: ${english(statusWord(unit.status, summary))}`);
              const told = steps.map(({ message }) => english(message));
              for (const item of unit.openItems)
                assert.ok(told.includes(`Open: ${english(tell(item))}`), told.join('\n'));
              assert.equal(told.filter((each) => each.startsWith('Open: ')).length, unit.openItems.length);
              check(steps);
            }
          }
        }),
        { numRuns: 200 },
      )).timeout(20_000);
  });
});

function lastOf(steps: readonly Step[]): string {
  const last = steps.at(-1);
  return last ? english(last.message) : '';
}
