import type { Impact, OpenChange } from '../../assessment/impact';
import { CHANGE_KINDS } from '../../matrix/compare';
import type { ControlVerdict } from '../../matrix/rollUp';
import { problemJson } from '../problemJson';
import { TOOL } from '../exportMark';
import { encode, type Exporter } from '../exporter';
import type { ReportedMatrix } from '../report';
import { openItemJson } from '../summaryJson';
import { type ComparisonReport, regrainedRequirements } from './comparisonReport';

/** The comparison for programs: what `diff --format json` gives (README, "The JSON of the command line"). */
export const comparisonJson: Exporter<ComparisonReport> = {
  format: 'json',
  name: 'JSON',
  purpose: 'format-json',
  extension: 'json',
  write: (report) => encode(`${JSON.stringify(toJson(report), undefined, 2)}\n`),
};

export function toJson(report: ComparisonReport): unknown {
  const { impacts, problems, translate, notCompared } = report;
  return {
    // `tool` comes first: `isExport` knows the file by it.
    head: {
      tool: `${TOOL} ${report.toolVersion}`,
      name: report.name,
      date: report.today,
      old: matrixJson(report.older),
      new: matrixJson(report.newer),
      notCompared,
    },
    counts: Object.fromEntries(
      CHANGE_KINDS.map((kind) => [kind, impacts.filter(({ change }) => change.kind === kind).length]),
    ),
    changes: impacts.map((impact) => changeJson(impact, report)),
    problems: problems.map(({ problem, place }) => problemJson(problem, place, translate)),
  };
}

function matrixJson({ name, sha256, entries, preamble }: ReportedMatrix): unknown {
  return { file: name, sha256: sha256 ?? null, entries, ...(preamble !== undefined && { preamble }) };
}

function changeJson({ change, touches, newlyOpen, noLongerOpen }: Impact, report: ComparisonReport): unknown {
  const { id, kind, control, oldId, joinedBy, old, new: now, words } = change;
  const requirements = regrainedRequirements(change);
  const open = (changes: readonly OpenChange[]): readonly unknown[] =>
    changes.flatMap((each) => openJson(each, report));
  return {
    id,
    kind,
    control,
    ...(oldId !== undefined && { oldId, joinedBy }),
    ...(old && { old: old.responsibility ?? 'unknown', ...detailsOf(old, 'old') }),
    ...(now && { new: now.responsibility ?? 'unknown', ...detailsOf(now, 'new') }),
    ...(requirements.length > 0 && { requirements }),
    ...(words.length > 0 && { words }),
    touches: touches.map(({ what, file, at, text }) => {
      const place = report.placeOf(file, at);
      return { file: place.file, line: place.line, column: place.column, what, text };
    }),
    newlyOpen: open(newlyOpen),
    noLongerOpen: open(noLongerOpen),
  };
}

/** What a single row or requirement says beside who is responsible, and on which line. */
function detailsOf({ units }: ControlVerdict, side: 'old' | 'new'): object {
  const [only, ...others] = units;
  if (!only || others.length > 0) return {};
  const { inheritability, elements, entries } = only.verdict;
  const [first] = entries;
  return {
    [`${side}Inheritability`]: inheritability,
    ...(elements && { [`${side}Elements`]: elements }),
    ...(first && { [`${side}Line`]: first.line }),
  };
}

function openJson({ control, unit, items }: OpenChange, report: ComparisonReport): readonly unknown[] {
  return items.map((item) => ({
    control,
    ...(unit !== control && { requirement: unit }),
    ...openItemJson(item, report),
  }));
}
