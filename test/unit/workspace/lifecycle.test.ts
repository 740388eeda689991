import assert from 'node:assert/strict';
import { loadPart } from '../../../src/cli/loadPart';
import { catalog } from '../../../src/core/csf/catalog';
import { Assessment } from '../../../src/workspace/assessment';
import { at, FOLDER, InMemoryFiles, today } from '../inMemoryFiles';
import { sizesOf } from './sizes';

const PARTS = ['AssessmentContents', 'EvidenceFiles', 'Records', 'ByControl', 'RegisterRows'];
const COUNT = 500;
/** The matrix, the two registers that are looked for, and a document that stays. */
const OTHERS = 4;

const names = Array.from({ length: COUNT }, (_, index) => `scope${index}.md`);
const textOf = (index: number): string => {
  const control = [...catalog.controls.keys()][index % catalog.controls.size] ?? '';
  return `# ${control}\n\nEvidence (policy): [A](files/${index}.pdf)\n\n1149.01c2System.9, 14.a and 01.b–01.c\n`;
};

async function load(): Promise<{ readonly files: InMemoryFiles; readonly assessment: Assessment }> {
  const files = new InMemoryFiles({ 'srm.csv': 'ID,Inheritability\n01.a,Full\n01.b,None\n', 'always.md': '01.a' });
  const source = { folder: FOLDER, defaults: { matrix: 'srm.csv', documents: ['*.md'] } };
  const assessment = new Assessment(source, files, catalog, loadPart, today);
  for (const [index, name] of names.entries()) files.set(name, textOf(index));
  await assessment.load();
  return { files, assessment };
}

function sizes(assessment: Assessment): Readonly<Record<string, number>> {
  const { controls, problems } = assessment.summary;
  return { ...sizesOf(assessment, PARTS), controls: controls.length, problems: problems.length };
}

describe('what an assessment holds', () => {
  it('is counted in all its parts', async () => {
    const { assessment } = await load();
    const {
      '.#contents.#contents': contents,
      '.#records.references.#gathered': controls,
      '.#evidenceFiles.#known': evidence,
    } = sizes(assessment);
    assert.deepEqual([contents, controls, evidence], [COUNT + OTHERS, catalog.controls.size, COUNT]);
  });

  it(`is what it was after ${COUNT} documents were opened, typed in and closed unsaved`, async () => {
    const { assessment } = await load();
    const round = async (): Promise<Readonly<Record<string, number>>> => {
      for (const [index, name] of names.entries()) {
        for (const typed of [`01.${index % 9}`, '\n01.d ', '\nEvidence (policy): typed', `/${index}.pdf`]) {
          assessment.setText(at(name), `${textOf(index)}${typed}`);
          await assessment.settle();
        }
        // As the index does when an editor's document is closed.
        await assessment.update(at(name));
      }
      return sizes(assessment);
    };
    const before = sizes(assessment);
    assert.deepEqual(await round(), before);
    assert.deepEqual(await round(), before);
  });

  it(`is what it was after ${COUNT} documents came and went`, async () => {
    const { files, assessment } = await load();
    const all = async (change: (name: string, index: number) => void): Promise<Readonly<Record<string, number>>> => {
      for (const [index, name] of names.entries()) {
        change(name, index);
        await assessment.update(at(name));
      }
      return sizes(assessment);
    };
    const full = sizes(assessment);
    const empty = await all((name) => files.delete(name));
    assert.deepEqual([empty['.#contents.#contents'], empty['.#records.references.#gathered']], [OTHERS, 1]);
    assert.deepEqual(await all((name, index) => files.set(name, textOf(index))), full);
    for (const name of names) assessment.setText(at(name), '01.z');
    assert.deepEqual(await all((name) => files.delete(name)), empty);
  });
});
