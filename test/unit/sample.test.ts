import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadPart } from '../../src/cli/loadPart';
import { EVIDENCE_STATES } from '../../src/core/assessment/evidence';
import { OPEN_ITEM_KINDS } from '../../src/core/assessment/openItems';
import { STATUSES } from '../../src/core/assessment/status';
import type { UnitSummary } from '../../src/core/assessment/summary';
import { catalog } from '../../src/core/csf/catalog';
import { readSubject } from '../../src/core/csf/subject';
import { english, type Message } from '../../src/core/message';
import { severityOf } from '../../src/core/problems';
import { Assessment } from '../../src/workspace/assessment';
import { createNodeFiles } from '../../src/workspace/nodeFiles';
import { fixture } from './fixture';

const FOLDER = join(process.cwd(), 'data/sample');

/** The day of the sample's story. */
const DAY = '2027-03-24';

async function loadSample(today = DAY): Promise<Assessment> {
  const source = { folder: FOLDER, projectFile: join(FOLDER, 'inheritance-scope.json'), defaults: { documents: [] } };
  const assessment = new Assessment(source, createNodeFiles(FOLDER), catalog, loadPart, () => today);
  await assessment.load();
  return assessment;
}

describe('the sample assessment', () => {
  let sample: Assessment;
  let units: readonly UnitSummary[];

  before(async () => {
    sample = await loadSample();
    units = sample.summary.controls.flatMap((control) => control.units);
  });

  const unit = (id: string): UnitSummary => {
    const found = units.find((each) => each.id === id);
    assert.ok(found, id);
    return found;
  };
  const codesOf = (messages: readonly Message[]): readonly string[] => messages.map(({ code }) => code);
  const notices = (): readonly string[] => codesOf(units.flatMap((each) => each.notices.map((said) => said.message)));
  const reasons = (): readonly string[] =>
    codesOf(units.flatMap(({ openItems }) => openItems.flatMap(({ reason }) => reason ?? [])));
  const includesAll = (actual: readonly string[], expected: readonly string[]): void => {
    assert.deepEqual(
      expected.filter((each) => !actual.includes(each)),
      [],
    );
  };
  /** Of problems, where they stand: `file:line code`. */
  const placesOf = (code: string): readonly string[] =>
    sample.problems
      .filter((problem) => problem.code === code)
      .map(({ file, at }) => `${relative(FOLDER, file)}:${at && 'line' in at ? at.line : ''}`);

  it('has some seventy requirement statements of some forty controls', () => {
    const { basis, totals } = sample.summary;
    assert.deepEqual([basis, totals.requirements, totals.controls], ['requirements', 74, 44]);
  });

  it('has none but ids of Azure’s public initiative', () => {
    const published = new Set(
      fixture('azureInitiativeIds.txt')
        .split('\n')
        .map((id) => readSubject(id, catalog))
        .flatMap((subject) => (typeof subject === 'string' ? [] : (subject.requirement ?? []))),
    );
    assert.deepEqual(
      units.flatMap(({ listed }) => listed?.requirement ?? []).filter((id) => !published.has(id)),
      [],
    );
  });

  it('has as many requirements open as the README says', () => {
    const open = units.filter(({ openItems }) => openItems.length > 0).length;
    assert.ok(readFileSync('README.md', 'utf8').includes(`the item _${open} of ${units.length} open_`));
  });

  it('shows each status, of requirements and of controls', () => {
    const ofRequirements = units.map(({ status }) => status);
    const ofControls = sample.summary.controls.map(({ status }) => status);
    includesAll(ofRequirements, STATUSES);
    includesAll(ofControls, STATUSES);
  });

  it('shows each kind of open item, and one of the whole assessment', () => {
    includesAll(
      units.flatMap(({ openItems }) => openItems.map(({ kind }) => kind)),
      OPEN_ITEM_KINDS,
    );
    assert.deepEqual(
      sample.summary.project.map(({ message }) => english(message)),
      ['Azure Managed Grafana is in use, and the list of services in scope does not name it'],
    );
  });

  it('shows why coverage is needed: no request, and each state that does not cover', () => {
    includesAll(reasons(), [
      'request-none',
      'request-planned',
      'request-created',
      'request-rejected',
      'request-withdrawn',
    ]);
  });

  it('shows why a responsibility is unknown', () => {
    const unknown = units.flatMap(({ verdict }) => verdict.unknown ?? []);
    assert.equal(new Set(unknown.map((each) => JSON.stringify(each))).size, 3);
  });

  it('shows each answer of the clocks', () => {
    includesAll(reasons(), ['clock-testable-late', 'clock-review-overdue', 'clock-captured-early']);
    includesAll(notices(), [
      'clock-testable-from',
      'clock-in-place-undated',
      'clock-review-undated',
      'clock-capture-undated',
      'clock-gap-open',
    ]);
    assert.deepEqual(unit('1106.01b1System.1').notices, []);
  });

  it('shows a control that was mended in time, and one that was not', () => {
    assert.equal(unit('1129.01v1System.12').status, 'complete');
    assert.deepEqual(
      unit('1122.01q1System.1').openItems.map(({ kind, maturity }) => [kind, maturity]),
      [['late-evidence', 'implemented']],
    );
  });

  it('has evidence in each state but uploaded, and a document of each type that has a clock', () => {
    const { evidence } = sample.registers;
    includesAll(
      evidence.map(({ state }) => state),
      EVIDENCE_STATES.filter((state) => state !== 'uploaded'),
    );
    includesAll(
      evidence.flatMap(({ type }) => type ?? []),
      ['policy', 'procedure', 'configuration', 'screenshot', 'population', 'sample', 'report', 'attestation'],
    );
  });

  it('has no errors but those that are to be found in it', () => {
    const errors = sample.problems.filter((problem) => severityOf(problem) === 'error').map(({ code }) => code);
    assert.deepEqual(errors.toSorted(), ['na-because-provider', 'over-claim-partial']);
  });

  it('has no warnings but those that are to be found in it', () => {
    const warnings = sample.problems.filter((problem) => severityOf(problem) === 'warning').map(({ code }) => code);
    assert.deepEqual(warnings.toSorted(), [
      'disputed-row',
      'duplicate-section',
      'inherited-without-request',
      'missing-evidence-file',
      'request-older-matrix',
      'responsibility-claim',
      ...Array.from({ length: 8 }, () => 'stale-evidence'),
      'title-mismatch',
      'unknown-control',
      'unknown-control',
      'unknown-control',
      'unmapped-value',
    ]);
  });

  it('names no file that is not there, but one', () => {
    const named = new Set(sample.registers.evidence.flatMap(({ location }) => location ?? []));
    const missing = [...named].filter((path) => !/^https:/.test(path) && !existsSync(join(FOLDER, path)));
    const inDocuments = missing.filter((path) => !existsSync(join(FOLDER, 'scoping', path)));
    assert.deepEqual(inDocuments, ['evidence/restore-test-2027-03.md']);
    assert.equal(placesOf('missing-evidence-file').length, 1);
  });

  it('lists one control that no document mentions, and mentions three that are not listed', () => {
    const unmentioned = sample.summary.controls.filter(({ references }) => references.length === 0);
    assert.deepEqual(
      unmentioned.map(({ id }) => id),
      ['03.c'],
    );
    assert.equal(placesOf('listed-not-mentioned').length, 1);
    assert.equal(placesOf('mentioned-not-listed').length, 3);
  });

  it('has evidence that is not in time on the rows that the open items are about', () => {
    const late = units.flatMap(({ id, openItems }) =>
      openItems.flatMap(({ kind, maturity }) => (kind === 'late-evidence' ? [`${id} ${String(maturity)}`] : [])),
    );
    const told = sample.problems
      .filter(({ code }) => code === 'stale-evidence')
      .map((problem) => /^The (\w+) evidence for (\S+) is/.exec(english(problem)) ?? [])
      .map(([, level = '', id = '']) => `${id} ${level}`);
    assert.deepEqual(told.toSorted(), late.toSorted());
  });

  it('has an id in capitals, claims that the matrix and the requests do not bear out, and a control described twice', () => {
    const wordsOf = (code: string): string =>
      sample.problems
        .filter((problem) => problem.code === code)
        .map(english)
        .join();
    assert.match(wordsOf('case'), /^1143\.01C1SYSTEM\.123 is 1143\.01c1System\.123 [^[]*$/);
    assert.match(
      wordsOf('responsibility-claim'),
      /^The document says "inherited from Azure" of 01\.t, but the matrix says Customer /,
    );
    assert.match(
      wordsOf('inherited-without-request'),
      /^The document says "inherited from Azure" of 1820\.08j2Organizational\.1, /,
    );
    assert.match(wordsOf('duplicate-section'), /^01\.o has a section of its own on line 52 already\. /);
  });

  it('has evidence and a request that are recorded for a whole control, and not yet mapped', () => {
    const files = placesOf('not-yet-mapped').map((place) => place.split(':')[0]);
    includesAll(
      files.map((file) => file ?? ''),
      ['evidence.csv', 'inheritance-requests.csv'],
    );
  });

  it('has results of Azure Policy for requirements that it lists', () => {
    const listed = new Set(units.map(({ id }) => id));
    assert.ok(sample.policy.size > 10);
    assert.deepEqual(
      [...sample.policy.keys()].filter((id) => !listed.has(id)),
      [],
    );
  });

  it('has the same statuses whatever the day, before the story and at its end', async () => {
    for (const day of ['2026-11-22', '2027-05-14']) {
      const { controls } = (await loadSample(day)).summary;
      assert.deepEqual(
        controls.flatMap((control) => control.units.map(({ id, status }) => [id, status])),
        units.map(({ id, status }) => [id, status]),
      );
    }
  });
});
