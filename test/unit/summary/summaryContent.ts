import { catalog } from '../../../src/core/csf/catalog';
import { loadPart } from '../../../src/cli/loadPart';
import { english } from '../../../src/core/message';
import type { SummaryContent } from '../../../src/summary/content';
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

/** A whole summary, small and made by hand. */
export function summaryContent(): SummaryContent {
  const place = { index: 0, text: '1', label: '1, a.md' };
  return {
    title: 'Portal',
    ahead: [{ title: 'Calendar', rows: [{ name: '2027-05-14', text: 'submission' }] }],
    notes: ['Matrix: srm.csv'],
    hasMatrix: true,
    totals: [{ facet: 'status', label: 'Status', figures: [{ value: 'unknown', label: 'Unknown', count: 1 }] }],
    sections: [
      {
        status: 'unknown',
        title: 'Responsibility unknown',
        rows: [
          {
            id: '01.c',
            title: 'Privilege Management',
            responsibility: { value: 'unknown', label: 'Unknown' },
            open: [{ text: 'open', why: 'because' }],
            requirements: [
              {
                id: '1149.01c2System.9',
                responsibility: { value: 'unknown', label: 'Unknown' },
                status: { value: 'needs-evidence', label: 'Needs evidence' },
                open: [{ text: 'open', why: 'because' }],
                notices: [{ text: 'to be known', why: 'because' }],
                facts: ['Inheritance request: planned'],
              },
            ],
            matrix: [place],
            rollUp: [],
            evidence: [{ ...place, isLink: false, rows: [place] }],
            notYetMapped: [{ ...place, isLink: true, rows: [place] }],
            documents: [{ name: 'a.md', path: 'docs/a.md', places: [place] }],
          },
        ],
      },
    ],
    project: { title: 'Project', items: [{ text: 'lapsed', why: 'because' }] },
    problems: { title: 'Problems', texts: ['one'] },
    actions: [{ action: 'addEvidence', label: 'Add' }],
    labels: {
      control: '',
      responsibility: '',
      open: '',
      evidence: '',
      references: '',
      matrixRow: '',
      matrixRows: '',
      requirements: '',
      notYetMapped: '',
      export: '',
      loadMatrix: '',
      none: '',
      filter: '',
      filterText: '',
      filterClear: '',
      filterNothing: '',
      count: '',
      countOf: '',
      sectionCount: '',
      sectionCountOf: '',
    },
  };
}
