import { catalog } from '../../../src/core/csf/catalog';
import { loadPart } from '../../../src/cli/loadPart';
import { english } from '../../../src/core/message';
import { FACETS, ofEach, type SummaryContent } from '../../../src/summary/content';
import type { RowDetails } from '../../../src/summary/details';
import { type Label, LABELS } from '../../../src/summary/labels';
import { createRowDetails } from '../../../src/summary/rowDetails';
import { createSummaryContent } from '../../../src/summary/summaryContent';
import { Assessment } from '../../../src/workspace/assessment';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';

const PROJECT = { name: 'Portal', assessment: { type: 'r2' }, matrix: 'srm.csv', documents: ['docs/*.md'] };

export const CONTENTS: Readonly<Record<string, string>> = {
  'inheritance-scope.json': JSON.stringify(PROJECT),
  'srm.csv': [
    'BUID,Inheritability',
    '1143.01c1System.123,None',
    '1148.01c2System.78,Full',
    '01.b,None',
    '01.d,Full',
    '',
  ].join('\n'),
  'evidence.csv': [
    'requirement,maturity,title,location',
    '01.b,policy,Access policy,policies/acp.pdf',
    '01.b,procedure,Access policy,policies/acp.pdf',
    '01.b,implemented,,https://x.y/z',
    '',
  ].join('\n'),
  'policies/acp.pdf': '',
  'docs/a.md': '01.b 01.b\n01.c\n',
  'docs/b.md': '\n01.c and 01.d, not 14.b\n',
};

/** The same with a requirement list, and everything that is read beside it. */
export const LISTED: Readonly<Record<string, string>> = {
  ...CONTENTS,
  'inheritance-scope.json': JSON.stringify({
    ...PROJECT,
    assessment: { type: 'i1', submissionDate: '2027-05-14' },
    requirements: 'requirements.csv',
    requests: 'requests.csv',
    azure: {
      services: ['Azure Key Vault'],
      servicesInScope: 'services.csv',
      policyStates: 'policy.json',
      certification: { letter: 'Azure r2', expires: '2027-04-01' },
    },
  }),
  'requirements.csv': [
    'requirement,applicability,rationale',
    '1143.01c1System.123,in-scope,',
    '1148.01c2System.78,in-scope,',
    '1151.01c3System.1,n/a,No such accounts exist in this system at all',
    '1109.01b1System.479,in-scope,',
    '',
  ].join('\n'),
  'srm.csv': [
    'BUID,Inheritability',
    '1143.01c1System.123,Partial',
    '1148.01c2System.78,Full',
    '1151.01c3System.1,None',
    '1109.01b1System.479,None',
    '01.d,Full',
    '',
  ].join('\n'),
  'evidence.csv': [
    'requirement,maturity,title,location',
    '1109.01b1System.479,implemented,Screenshot,https://x.y/screenshot',
    '01.c,implemented,Access policy,policies/acp.pdf',
    '',
  ].join('\n'),
  'requests.csv': [
    'requirement,state,weight,partial,submitted',
    '1143.01c1System.123,submitted,60,yes,2027-03-14',
    '',
  ].join('\n'),
  'services.csv': 'service,family,azure,azureGovernment\nAzure Storage,Azure,yes,yes\n',
  'policy.json': JSON.stringify([
    {
      resourceId: '/subscriptions/s/resourceGroups/g/providers/p/vm1',
      policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/d1',
      policyDefinitionGroupNames: ['hipaa-1143.01c1System.123-01.c'],
      complianceState: 'NonCompliant',
      timestamp: '2027-03-20T08:00:00Z',
    },
  ]),
};

export async function loaded(contents = CONTENTS): Promise<{ assessment: Assessment; files: InMemoryFiles }> {
  const files = new InMemoryFiles(contents);
  const projectFile = at('inheritance-scope.json');
  const assessment = new Assessment(
    { folder: FOLDER, projectFile, defaults: { documents: [] } },
    files,
    catalog,
    loadPart,
    today,
  );
  await assessment.load();
  return { assessment, files };
}

export async function contentOf(contents = CONTENTS): Promise<SummaryContent> {
  const { assessment, files } = await loaded(contents);
  return createSummaryContent(assessment, files, english);
}

/** What unfolds below a row. */
export async function detailsOf(id: string, contents = CONTENTS): Promise<RowDetails> {
  const { assessment, files } = await loaded(contents);
  const details = createRowDetails(id, assessment, files, english);
  if (!details) throw new Error(`${id} is not there`);
  return details;
}

/** A whole summary, small and made by hand. */
export function summaryContent(): SummaryContent {
  const bar = { value: '01', label: '01 Access Control', segments: [{ value: 'unknown', label: 'Unknown', count: 1 }] };
  const row = {
    title: 'Privilege Management',
    responsibility: 'unknown',
    status: 'needs-evidence',
    open: ['policy', 'unknown'],
    category: '01',
    domain: ['11'],
    document: ['docs/a.md'],
    owner: ['Ada'],
    due: '2027-04-01',
    evidence: 2,
    requests: 1,
    references: 3,
  };
  return {
    title: 'Portal',
    counted: 'requirements',
    headline: { text: '1 of 1', parts: ['1 needs coverage'], note: '' },
    facts: [{ label: 'Submission', text: 'tomorrow' }],
    bars: { all: { ...bar, value: '' }, category: [bar], domain: [{ ...bar, value: '11' }] },
    notes: ['Matrix: srm.csv'],
    hasMatrix: true,
    project: { title: 'Project', items: [{ text: 'lapsed', why: 'because' }] },
    ahead: [{ title: 'Calendar', rows: [{ name: '2027-05-14', text: 'submission' }] }],
    rows: [
      { ...row, id: '01.c', control: '' },
      { ...row, id: '1149.01c2System.9', control: '01.c' },
    ],
    values: { ...ofEach(FACETS, []), category: [{ value: '01', label: '01 Access Control' }] },
    problems: { title: 'Problems', texts: ['one'] },
    labels: ofEach(Object.keys(LABELS) as Label[], ''),
  };
}

/** What unfolds below a row, small and made by hand. */
export function rowDetails(): RowDetails {
  const place = { index: 0, text: '1', label: '1, a.md' };
  const document = { ...place, isLink: false, dated: 'reviewed 2027-01-01', rows: [place] };
  return {
    id: '01.c',
    open: [{ text: 'open', why: 'because' }],
    notices: [{ text: 'to be known', why: 'because' }],
    matrix: [{ ...place, customer: 'yours', provider: 'theirs' }],
    rollUp: ['so'],
    evidence: [document],
    notYetMapped: [{ ...document, isLink: true }],
    requests: [place],
    policy: ['a partial view'],
    documents: [{ name: 'a.md', path: 'docs/a.md', places: [place] }],
    steps: [{ text: 'a step', why: '' }],
  };
}
