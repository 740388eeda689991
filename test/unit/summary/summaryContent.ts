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
            matrix: [place],
            rollUp: [],
            evidence: [{ ...place, isLink: false, rows: [place] }],
            documents: [{ name: 'a.md', path: 'docs/a.md', places: [place] }],
          },
        ],
      },
    ],
    problems: { title: 'Problems', texts: ['one'] },
    labels: {
      control: '',
      responsibility: '',
      open: '',
      evidence: '',
      references: '',
      matrixRow: '',
      matrixRows: '',
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
