import { type Evidence, readEvidence } from '../../src/core/assessment/evidence';
import { readEvidenceDocuments } from '../../src/core/assessment/evidenceDocuments';
import { createProfile } from '../../src/core/assessment/profile';
import { scoredLevels } from '../../src/core/assessment/maturity';
import { Records } from '../../src/core/assessment/records';
import { readRequirementList } from '../../src/core/assessment/requirementList';
import { createSummarizer, type Summary } from '../../src/core/assessment/summary';
import { catalog } from '../../src/core/csf/catalog';
import { readMatrix } from '../../src/core/matrix/readMatrix';
import { rollUp } from '../../src/core/matrix/rollUp';
import { finish } from '../../src/core/steps';
import { type PlacedRows, RegisterRows } from '../../src/workspace/registerRows';
import { today } from '../unit/inMemoryFiles';
import { report, RUNS } from './measure';

const LEVELS = ['policy', 'procedure', 'implemented'] as const;

/** The files of a full assessment: so many requirements, three rows of evidence for each, and six documents for ten. */
function createFiles(requirements: number) {
  const controls = [...catalog.controls.keys()];
  const many = (count: number, row: (index: number) => string): readonly string[] =>
    Array.from({ length: count }, (_, index) => row(index));
  const ids = many(requirements, (index) => {
    const control = (controls[index % controls.length] ?? '').replace('.', '');
    return `${1_000 + index}.${control}1System.${index}`;
  });
  const documents = Math.ceil(requirements * 0.6);
  const evidence = many(requirements * 3, (index) => {
    const [id, level] = [ids[Math.floor(index / 3)] ?? '', LEVELS[index % 3] ?? ''];
    return `${id},${level},D${index % documents},accepted`;
  });
  return {
    matrix: table(
      'ID,Inheritability',
      many(requirements, (index) => `${ids[index] ?? ''},${VALUES[index % 3] ?? ''}`),
    ),
    list: table(
      'requirement,cvid',
      many(requirements, (index) => `${ids[index] ?? ''},${index}.0`),
    ),
    documents: table(
      'document_id,title,type,location,approved_on,captured_on',
      many(
        documents,
        (index) => `D${index},Document,${LEVELS[index % 2] ?? ''},https://a.b/${index},2026-09-14,2027-03-02`,
      ),
    ),
    evidence: evidenceTable(evidence),
    /** One row says something else. */
    changed: evidenceTable(evidence.with(2, `${ids[0] ?? ''},implemented,D1,rejected`)),
  };
}

const VALUES = ['None', 'Partial', 'Full'];

function table(header: string, rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode([header, ...rows].join('\n'));
}

function evidenceTable(rows: readonly string[]): Uint8Array {
  return table('requirement,maturity,document_id,state', rows);
}

/** How long it takes, in milliseconds, to read the files, to tell from them what is open, and to tell it again. */
function measure(requirements: number): {
  readonly reading: number;
  readonly telling: number;
  readonly changing: number;
} {
  const files = createFiles(requirements);
  const profile = createProfile(
    { type: 'r2', submissionDate: '2027-05-14', maturity: [], matrices: [] },
    { name: 'Bench', today: today(), hasList: true, services: [], clouds: [], catalog },
  );
  let [reading, telling, changing] = [Infinity, Infinity, Infinity];
  for (let run = 0; run < RUNS * 3; run++) {
    const start = performance.now();
    const matrix = finish(readMatrix(files.matrix, 'srm.csv', 'srm.csv', { path: '' }, catalog));
    const list = readRequirementList(files.list, 'list.csv', 'list.csv', catalog).requirements;
    const { documents } = readEvidenceDocuments(files.documents, 'documents.csv', 'documents.csv');
    const { evidence } = readEvidence(files.evidence, 'evidence.csv', 'evidence.csv', catalog);
    const read = performance.now();
    if (!('matrix' in matrix)) throw new Error('The matrix was not read.');
    const { matrix: loaded } = matrix;
    const rows = new RegisterRows(
      () => ({ documents, list, matrices: [loaded] }),
      (file) => file,
    );
    const joined = (evidence: readonly Evidence[]): PlacedRows => rows.of('evidence.csv', { evidence, problems: [] });
    const records: Records = new Records(
      scoredLevels('r2'),
      () => true,
      (file) => file,
      () => rows.documents,
    );
    records.set('list.csv', { requirements: list });
    records.set('evidence.csv', joined(evidence));
    const summarize = createSummarizer(profile, rollUp([loaded]), records, catalog);
    const open = (): number => needsEvidence(summarize());
    if (open() !== 0) throw new Error('Something is open.');
    const told = performance.now();
    const changed = readEvidence(files.changed, 'evidence.csv', 'evidence.csv', catalog).evidence;
    const before = performance.now();
    records.set('evidence.csv', joined(changed));
    if (open() !== 1) throw new Error('The change is missing.');
    const after = performance.now();
    reading = Math.min(reading, read - start);
    telling = Math.min(telling, told - read);
    changing = Math.min(changing, after - before);
  }
  return { reading, telling, changing };
}

function needsEvidence({ totals }: Summary): number {
  return totals.byStatus['needs-evidence'];
}

export function reportFullGrain(): void {
  const small = measure(334);
  const large = measure(3_342);
  report('3,342 requirements, 10,026 evidence rows, told', large.telling, 'reading them', large.reading);
  report('the same, a tenth of it', small.telling, 'reading them', small.reading);
  report('one changed row of that evidence', large.changing, 'telling all', large.telling);
  report('the same, a tenth of it', small.changing, 'telling all', small.telling);
}
