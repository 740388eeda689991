import { tell, type OpenItem } from '../assessment/openItems';
import type { ProjectItem } from '../assessment/projectItems';
import type { Status } from '../assessment/status';
import type { ControlSummary, UnitSummary } from '../assessment/summary';
import { isFindingSeverity, severityOf } from '../problems';
import { problemJson } from './problemJson';
import { listedOf, openItemsOf, type Report, type ReportedPlace, type ReportedProblem } from './report';

/** An open item, what it stands on, and where that is named first. */
export interface CheckedItem {
  readonly control: string;
  /** Where it stands on one requirement. */
  readonly requirement?: string;
  /** Of the requirement, or of the control. */
  readonly status: Status;
  readonly item: OpenItem;
  /** The first reference to it, or else its row in the requirement list. */
  readonly place?: ReportedPlace;
}

/** What there is to report of an assessment. */
export interface Checked {
  readonly problems: readonly ReportedProblem[];
  readonly openItems: readonly CheckedItem[];
  /** Open items of the whole assessment. */
  readonly project: readonly ProjectItem[];
}

/** @param problems all of them, in the order in which they are to be told */
export function checkReport(report: Report, problems: readonly ReportedProblem[]): Checked {
  const { controls, project } = report.summary;
  return { problems, openItems: controls.flatMap((control) => itemsOf(control, report)), project };
}

/** Whether there is anything that is more than information. */
export function hasFindings({ problems, openItems, project }: Checked): boolean {
  return (
    openItems.length + project.length > 0 || problems.some(({ problem }) => isFindingSeverity(severityOf(problem)))
  );
}

/** In the shape that the command line promises. */
export function checkedJson(
  { problems, openItems, project }: Checked,
  { translate }: Pick<Report, 'translate'>,
): unknown {
  return {
    problems: problems.map(({ problem, place }) => problemJson(problem, place, translate)),
    openItems: openItems.map(({ control, requirement, status, item }) => ({
      control,
      ...(requirement !== undefined && { requirement }),
      status,
      kind: item.kind,
      ...(item.maturity && { maturity: item.maturity }),
      message: translate(tell(item)),
    })),
    project: project.map(({ kind, message }) => ({ kind, message: translate(message) })),
  };
}

/** With a requirement list those of each requirement; else those of the control, as the summary tells them. */
function itemsOf(control: ControlSummary, report: Report): readonly CheckedItem[] {
  const listed = listedOf(control);
  if (listed.length > 0) {
    return listed.flatMap((unit) =>
      unit.openItems.map((item) => ({
        control: control.id,
        requirement: unit.id,
        status: unit.status,
        item,
        ...placeOf(control, report, unit),
      })),
    );
  }
  return openItemsOf(control).map(({ item, requirements: [requirement, ...others] }) => {
    return {
      control: control.id,
      ...(requirement !== undefined && others.length === 0 && { requirement }),
      status: control.status,
      item,
      ...placeOf(control, report),
    };
  });
}

function placeOf(
  { references }: ControlSummary,
  report: Report,
  unit?: UnitSummary,
): { readonly place?: ReportedPlace } {
  const ids = unit ? [unit.id, ...unit.otherIds] : [];
  const own = references.find((reference) => reference.ids.some((id) => ids.includes(id)));
  const reference = own ?? references[0];
  if (reference) return { place: report.placeOf(reference.file, reference) };
  if (!unit?.listed) return {};
  return { place: { file: report.labelOf(unit.listed.file), line: unit.listed.line, column: 1, endColumn: 1 } };
}
