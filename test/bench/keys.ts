import { loadPart } from '../../src/cli/loadPart';
import { createLenses } from '../../src/core/assessment/lenses';
import { catalog } from '../../src/core/csf/catalog';
import { scan } from '../../src/core/csf/scanner';
import { english } from '../../src/core/message';
import { Assessment } from '../../src/workspace/assessment';
import { at, FOLDER, InMemoryFiles, today } from '../unit/inMemoryFiles';
import { best, report } from './measure';

const CONTROLS = [...catalog.controls.keys()];

/** A scoping document with an id on every so many lines. */
function createDocument(lines: number, every = 8): string {
  return Array.from({ length: lines }, (_, line) =>
    line % every === 0
      ? `### ${CONTROLS[(line / every) % CONTROLS.length] ?? ''} - Title, see [policy](https://example.org/p/01.c) and 10.0.0.1`
      : 'The team reviews each account every quarter, removes what is not needed (section 4.2), and keeps the ticket.',
  ).join('\n');
}

/** Compiled code is as fast as it will be after some twenty. */
const KEYS = 60;

/** A document by what was typed so far: the number of the key. */
type Typing = (key: number) => string;

function typing(text: string, offset: number, typed = 'x'): Typing {
  return (key) => text.slice(0, offset) + typed.repeat(key) + text.slice(offset);
}

interface Conditions {
  /** How many other documents the assessment has. */
  readonly others?: number;
  readonly keys?: number;
  /** What stands there before each key; without it what the key before left. */
  readonly before?: string;
}

/**
 * What one key costs our own code: all that it does before the editor goes on, and the lenses. The document is read again,
 * what is open is told, a lens made of each id.
 */
async function keyTime(textAfter: Typing, { others = 0, keys = KEYS, before }: Conditions = {}): Promise<number> {
  const matrix = CONTROLS.map((id, index) => `${id},${['No', 'Partial', 'Full'][index % 3] ?? ''}`);
  const files: Record<string, string> = { 'srm.csv': `ID,Inheritability\n${matrix.join('\n')}`, 'acp.pdf': '' };
  files['long.md'] = textAfter(0);
  for (let index = 0; index < others; index++) files[`${index}.md`] = createDocument(80);
  const source = { folder: FOLDER, defaults: { matrix: 'srm.csv', documents: ['*.md'] } };
  const assessment = new Assessment(source, new InMemoryFiles(files), catalog, loadPart, today);
  await assessment.load();
  const lensesOf = createLenses(catalog, english);
  const type = (text: string): number => {
    assessment.setText(at('long.md'), text);
    const document = assessment.document(at('long.md'));
    return document ? lensesOf(document, assessment.summary, 3).length : 0;
  };
  // An editor's text is in one piece, and a text just put together is not.
  const typed = Array.from({ length: keys }, (_, key) => Buffer.from(textAfter(key + 1)).toString());
  const times = typed.map((text) => {
    if (before !== undefined) type(before);
    const start = performance.now();
    type(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** What keys cost in documents of different sizes, beside what it costs to scan them whole. */
export async function reportKeys(): Promise<void> {
  const [short, long] = [createDocument(400), createDocument(4_000)];
  const longTime = best(() => scan(long, catalog), 20);
  report(
    'document of 4,000 lines, 500 ids, scanned',
    longTime,
    'a tenth of it',
    best(() => scan(short, catalog), 20),
  );
  const alone = await keyTime(typing(long, long.length));
  report('a key in it', alone, 'scanning it', longTime);
  report(
    'a key in it, with 100 other documents',
    await keyTime(typing(long, long.length), { others: 100 }),
    'it alone',
    alone,
  );
  report(
    'a key in it, with 1,000 other documents',
    await keyTime(typing(long, long.length), { others: 1_000 }),
    'it alone',
    alone,
  );
  await reportKeysIn('10,000 lines, 2,000 ids', createDocument(10_000, 5));
  const evidence = createDocument(10_000, 5).replaceAll(/^(#.*)\n.*$/gm, '$1\nEvidence (policy): [ACP](acp.pdf)');
  await reportKeysIn('the same, evidence under each id', evidence);
  const row = (id: string): string =>
    `\n\n| Control | Owner | Evidence (policy) |\n|---|---|---|\n| ${id} | IT | [ACP](acp.pdf) |`;
  const tables = Array.from({ length: 2_000 }, (_, index) => row(CONTROLS[index % CONTROLS.length] ?? '')).join('');
  await reportKeysIn('the same, evidence in tables', tables);
}

/** The goal is a quarter of a scan, or 2 ms, wherever the key is; what changes most of a document costs reading that. */
async function reportKeysIn(what: string, text: string): Promise<void> {
  const whole = best(() => scan(text, catalog), 20);
  console.log(`document of ${what}, scanned: ${whole.toFixed(1)} ms`);
  const middle = text.indexOf('\n', text.length / 2) + 1;
  const lines = 'A line that was written elsewhere.\n'.repeat(100);
  const fenced = `\`\`\`\n${text}`;
  const cases: readonly (readonly [string, Typing, Conditions?])[] = [
    ['a key at its end', typing(text, text.length)],
    ['a key in its middle', typing(text, middle)],
    ['a key at its start', typing(text, 0)],
    ['a new line in its middle', typing(text, middle, '\n')],
    ['a new line at its start', typing(text, 0, '\n')],
    ['an id typed in its middle', typing(text, middle, '01.a ')],
    ['100 lines pasted at its start', typing(text, 0, lines), { keys: 20 }],
    ['a fence opened at its start', () => fenced, { keys: 20, before: text }],
    ['that fence taken away', () => text, { keys: 20, before: fenced }],
  ];
  for (const [place, textAfter, conditions] of cases)
    report(`  ${place}`, await keyTime(textAfter, conditions), 'scanning it', whole);
}
