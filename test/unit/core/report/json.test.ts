import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tell } from '../../../../src/core/assessment/openItems';
import { calendarOfSummary, readinessOf } from '../../../../src/core/assessment/readiness';
import { english } from '../../../../src/core/message';
import { json } from '../../../../src/core/report/json';
import { isExport } from '../../../../src/core/report/exportMark';
import { listedOf, noticesOf, type Report, openItemsOf } from '../../../../src/core/report/report';
import { summaryJson } from '../../../../src/core/report/summaryJson';
import { anyReport, report } from './given';

interface Exported {
  readonly head: Readonly<Record<string, unknown>> & { readonly matrices: readonly unknown[] };
  readonly controls: readonly (Readonly<Record<string, unknown>> & {
    readonly places: readonly unknown[];
    readonly evidenceRows: readonly unknown[];
    readonly notYetMappedRows: readonly Readonly<Record<string, unknown>>[];
    readonly noticeRows: readonly Readonly<Record<string, unknown>>[];
    readonly units: readonly Readonly<Record<string, unknown>>[];
    readonly requirements: readonly Readonly<Record<string, unknown>>[];
  })[];
  readonly readiness: unknown;
  readonly calendar: readonly Readonly<Record<string, unknown>>[];
  readonly project: readonly Readonly<Record<string, unknown>>[];
  readonly unresolved: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly Readonly<Record<string, unknown>>[];
}

const textOf = (of: Report): string => new TextDecoder().decode(json.write(of));
const readBack = (of: Report): Exported => JSON.parse(textOf(of)) as Exported;

describe('the JSON summary', () => {
  it('has a head that says of what, when, from which matrix, on which scope, and with what', () => {
    const matrices = [
      { name: 'srm.csv', entries: 3, sha256: 'a1b2', preamble: 'Illustrative' },
      { name: 'b.csv', entries: 1 },
    ];
    assert.deepEqual(readBack(report({}, { matrices })).head, {
      tool: 'Azure Inheritance Scope 0.1.0',
      name: 'Portal',
      date: '2027-03-02',
      basis: 'documents',
      assumptions: ['No assessment type is given: an r2 is assumed.'],
      matrices: [
        { file: 'srm.csv', sha256: 'a1b2', entries: 3, preamble: 'Illustrative' },
        { file: 'b.csv', sha256: null, entries: 1 },
      ],
      counts: {
        controls: 0,
        requirements: 0,
        byStatus: {
          ...{ 'needs-evidence': 0, unknown: 0, 'coverage-needed': 0, 'awaiting-approval': 0 },
          ...{ complete: 0, inherited: 0, 'not-applicable': 0 },
        },
      },
      unresolved: 0,
    });
  });

  it('holds what the command line’s summary gives, unchanged', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const added = new Set([
          ...['head', 'problems', 'gaps', 'places', 'evidenceRows', 'notYetMappedRows', 'noticeRows', 'requestRows'],
          ...['policyRows', 'openItemRows', 'units'],
        ]);
        const kept: unknown = JSON.parse(textOf(of), (key, value: unknown) => (added.has(key) ? undefined : value));
        assert.deepEqual(kept, JSON.parse(JSON.stringify(summaryJson(of))));
      }),
    );
  });

  it('loses nothing: what is read back is what was in the report', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const { head, controls, unresolved, problems } = readBack(of);
        const { summary } = of;
        assert.equal(head['name'], summary.name);
        assert.deepEqual(
          controls.map(({ id, title, responsibility, status, openItems, places, evidenceRows, units }) => ({
            id,
            title,
            responsibility,
            status,
            openItems,
            places,
            evidenceRows,
            units: units.map((unit) => [unit['id'], unit['status'], unit['responsibility']]),
          })),
          summary.controls.map((control) => ({
            id: control.id,
            title: control.title,
            responsibility: control.responsibility,
            status: control.status,
            openItems: openItemsOf(control).map(({ item, requirements }) => ({
              kind: item.kind,
              ...(item.maturity && { maturity: item.maturity }),
              ...onlyRequirement(requirements),
              message: english(tell(item)),
              why: english(item.why),
            })),
            places: control.references.map((reference) => ({
              ...of.placeOf(reference.file, reference),
              text: reference.text,
              ids: reference.ids,
            })),
            evidenceRows: control.evidence.map(({ requirement, maturity, title, location, state, file, line }) => ({
              ...(requirement !== undefined && { requirement }),
              maturity,
              title,
              location,
              state,
              file: of.labelOf(file),
              line,
            })),
            units: control.units
              .filter((unit) => unit.id !== control.id)
              .map((unit) => [unit.id, unit.status, unit.verdict.responsibility]),
          })),
        );
        assert.deepEqual(
          unresolved.map(({ file, line, text }) => [file, line, text]),
          summary.unresolved.map((at) => [at.file, of.placeOf(at.file, at).line, at.text]),
        );
        assert.deepEqual(
          problems.map(({ file, code, message }) => [file, code, message]),
          of.problems.map(({ problem, place }) => [place.file, problem.code, english(problem)]),
        );
      }),
    );
  });

  it('loses nothing of the requirement list either', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        const { controls, readiness, calendar, project } = readBack(of);
        const { summary } = of;
        assert.deepEqual(
          controls.map(({ requirements, notYetMappedRows, noticeRows }) => ({
            requirements: requirements.map(({ id, cvid, domain, status, notices, policy }) => ({
              ...{ id, cvid, domain, status, notices },
              hasPolicy: policy !== undefined,
            })),
            notYetMapped: notYetMappedRows.map(({ location, maturity, line }) => [location, maturity, line]),
            notices: noticeRows.map(({ requirements: ids, message, why }) => [ids, message, why]),
          })),
          summary.controls.map((control) => ({
            requirements: listedOf(control).map(({ id, listed, status, notices }) => ({
              ...{ id, cvid: listed.cvid, domain: listed.domain, status },
              notices: [...new Set(notices.map(({ message }) => english(message)))],
              hasPolicy: of.policy.has(id),
            })),
            notYetMapped: control.notYetMapped.map(({ location, maturity, line }) => [location, maturity, line]),
            notices: noticesOf(control).map(({ requirements, message, why }) => [
              requirements,
              english(message),
              english(why),
            ]),
          })),
        );
        assert.deepEqual(readiness, readinessOf(summary, of.catalog));
        assert.deepEqual(
          calendar.map(({ date, message, requirements }) => [date, message, requirements]),
          calendarOfSummary(summary).map(({ date, message, requirements }) => [date, english(message), requirements]),
        );
        assert.deepEqual(
          project.map(({ message, why }) => [message, why]),
          summary.project.map(({ message, why }) => [english(message), english(why)]),
        );
      }),
    );
  });

  it('is the same bytes for the same report, and known as an export, also as a formatter leaves it', () => {
    fc.assert(
      fc.property(anyReport, (of) => {
        assert.equal(textOf(of), textOf(of));
        assert.ok(isExport(textOf(of)));
        assert.ok(isExport(JSON.stringify(JSON.parse(textOf(of)))));
      }),
    );
  });

  it('is told from another JSON file', () => {
    assert.ok(!isExport('{ "head": { "name": "Azure Inheritance Scope" } }'));
  });
});

/** An open item names the requirement that it stands on, where it is one. */
function onlyRequirement([requirement, ...others]: readonly string[]): { readonly requirement?: string } {
  return requirement !== undefined && others.length === 0 ? { requirement } : {};
}
