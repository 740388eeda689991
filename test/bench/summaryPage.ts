import { loadPart } from '../../src/cli/loadPart';
import { catalog } from '../../src/core/csf/catalog';
import { english } from '../../src/core/message';
import { parseToPage } from '../../src/summary/protocol';
import { createRowDetails } from '../../src/summary/rowDetails';
import { createSummaryContent } from '../../src/summary/summaryContent';
import { Assessment } from '../../src/workspace/assessment';
import { at, FOLDER, InMemoryFiles, today } from '../unit/inMemoryFiles';
import { best, report } from './measure';

const LEVELS = ['policy', 'procedure', 'implemented'] as const;
const VALUES = ['None', 'Partial', 'Full'] as const;

/** An assessment with so many requirements, documents that name them, and for most of them evidence and requests. */
export async function createAssessment(
  requirements: number,
): Promise<{ assessment: Assessment; files: InMemoryFiles }> {
  const controls = [...catalog.controls.keys()];
  const ids = Array.from({ length: requirements }, (_, index) => {
    const control = (controls[index % controls.length] ?? '').replace('.', '');
    return `${1_000 + (index % 900)}.${control}1System.${index}`;
  });
  const table = (header: string, rows: readonly string[]): string => [header, ...rows].join('\n');
  const evidence = ids.flatMap((id, index) =>
    LEVELS.slice(index % 3).map(
      (level) => `${id},${level},Document ${index % 90},https://a.b/${index % 90},2026-09-14`,
    ),
  );
  const files = new InMemoryFiles({
    'inheritance-scope.json': JSON.stringify({
      assessment: { type: 'r2', submissionDate: '2027-05-14' },
      matrix: 'srm.csv',
      requirements: 'requirements.csv',
      documents: ['*.md'],
    }),
    'srm.csv': table(
      'ID,Inheritability',
      ids.map((id, index) => `${id},${VALUES[index % 3] ?? ''}`),
    ),
    'requirements.csv': table(
      'requirement,owner,due',
      ids.map((id, index) => `${id},Owner ${index % 12},2027-04-${10 + (index % 9)}`),
    ),
    'evidence.csv': table('requirement,maturity,title,location,reviewed_on', evidence),
    'inheritance-requests.csv': table(
      'requirement,state,weight,submitted',
      ids.filter((_, index) => index % 3 > 0).map((id) => `${id},submitted,60,2027-03-14`),
    ),
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, file) => [
        `${file}.md`,
        ids.filter((_id, index) => index % 20 === file).join('\n'),
      ]),
    ),
  });
  const projectFile = at('inheritance-scope.json');
  const source = { folder: FOLDER, projectFile, defaults: { documents: [] } };
  const assessment = new Assessment(source, files, catalog, loadPart, today);
  await assessment.load();
  return { assessment, files };
}

/** What a change costs the page's host beside the summary itself, and what the page does before it shows anything. */
export async function reportSummaryPage(): Promise<void> {
  for (const rows of [2_724, 27_240]) {
    const { assessment, files } = await createAssessment(rows - catalog.controls.size);
    const content = createSummaryContent(assessment, files, english);
    if (content.rows.length !== rows) throw new Error(`${content.rows.length} rows, not ${rows}`);
    const message = {
      type: 'summary',
      assessment: '',
      assessments: [],
      summary: content,
      savedFilters: [],
      revision: 1,
    };
    const writing = best(() => JSON.stringify(message), 20);
    report(
      `the summary page's content, ${rows} rows`,
      best(() => createSummaryContent(assessment, files, english), 20),
      'JSON.stringify of it',
      writing,
    );
    report(
      '  checked by the page',
      best(() => {
        if (!parseToPage(message)) throw new Error('The page does not take it.');
      }, 20),
      'JSON.stringify of it',
      writing,
    );
    const ids = content.rows.slice(0, 50).map(({ id }) => id);
    const { facts } = assessment;
    const details = (): unknown => ids.map((id) => createRowDetails(id, assessment, files, english, facts));
    report(
      '  the details of 50 rows',
      best(details),
      'JSON.stringify of them',
      best(() => JSON.stringify(details())),
    );
  }
}
