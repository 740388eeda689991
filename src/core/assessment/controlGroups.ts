import type { Catalog } from '../csf/catalog';
import { compareControls } from '../csf/controlId';
import { domainOf, parseRequirementId } from '../csf/requirementId';
import { groupBy } from '../groupBy';
import { together } from './evaluateControl';
import { STATUSES } from './status';
import type { ControlSummary, Summary, UnitSummary } from './summary';

/** What the controls of an assessment can be grouped by. */
export const GROUPINGS = ['category', 'domain', 'status', 'document'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface ControlGroup {
  /** A category or domain, `01`, a status, or a document's location; empty for the controls that have none. */
  readonly key: string;
  /** In the framework's order. By domain each with those of its requirements only that are in it. */
  readonly controls: readonly ControlSummary[];
}

/** Which controls are wanted; all where it says nothing. */
export interface ControlFilter {
  readonly onlyOpen?: boolean;
  readonly matches?: (control: ControlSummary) => boolean;
}

/**
 * The controls in scope by what they have in common. A control is in the group of its category and of its status, of each
 * domain that one of its requirements is in, and of each document that names it or one of its requirements.
 */
export function groupControls(
  { controls }: Pick<Summary, 'controls'>,
  grouping: Grouping,
  catalog: Catalog,
  { onlyOpen = false, matches = () => true }: ControlFilter = {},
): readonly ControlGroup[] {
  const parts = controls.filter(matches).flatMap((control) => partsOf(control, grouping, catalog));
  const wanted = onlyOpen ? parts.filter(({ control }) => isOpen(control)) : parts;
  return [...groupBy(wanted, ({ key }) => key)]
    .map(([key, inGroup]) => ({
      key,
      controls: inGroup.map(({ control }) => control).toSorted((a, b) => compareControls(a.id, b.id)),
    }))
    .toSorted((a, b) => compareKeys(a.key, b.key, grouping));
}

/** Whether there is something to do on a control or a requirement. */
export function isOpen({ openItems }: Pick<ControlSummary | UnitSummary, 'openItems'>): boolean {
  return openItems.length > 0;
}

/** The domain of a requirement, by the list or else by its id; empty where neither tells one of the 19. */
function domainOfUnit({ id, listed }: Pick<UnitSummary, 'id' | 'listed'>, catalog: Catalog): string {
  if (listed) return listed.domain;
  const domain = parseRequirementId(id, catalog) ? domainOf(id) : '';
  return catalog.domains.has(domain) ? domain : '';
}

interface Part {
  readonly key: string;
  readonly control: ControlSummary;
}

function partsOf(control: ControlSummary, grouping: Grouping, catalog: Catalog): readonly Part[] {
  switch (grouping) {
    case 'category':
      return [{ key: control.category, control }];
    case 'status':
      return [{ key: control.status, control }];
    case 'domain':
      return [...groupBy(control.units, (unit) => domainOfUnit(unit, catalog))].map(([key, units]) => ({
        key,
        control: withUnits(control, units),
      }));
    case 'document': {
      const files = new Set(control.references.map(({ file }) => file));
      return (files.size > 0 ? [...files] : ['']).map((key) => ({ key, control }));
    }
  }
}

/** A control as it would be with some of its requirements only. */
export function withUnits(control: ControlSummary, units: readonly UnitSummary[]): ControlSummary {
  return units.length === control.units.length ? control : Object.assign({}, control, together(units));
}

/** What has no place of its own comes last. */
function compareKeys(a: string, b: string, grouping: Grouping): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  if (grouping === 'status') return placeOf(a) - placeOf(b);
  return a < b ? -1 : 1;
}

function placeOf(status: string): number {
  return STATUSES.findIndex((known) => known === status);
}
