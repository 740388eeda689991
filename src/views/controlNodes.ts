import {
  type ControlFilter,
  type ControlGroup,
  groupControls,
  type Grouping,
  isOpen,
} from '../core/assessment/controlGroups';
import { openLines } from '../core/assessment/combine';
import { headline, unitHeadline } from '../core/assessment/headline';
import { inFewWords } from '../core/assessment/mark';
import { referencesTo } from '../core/assessment/matrixRow';
import { type OpenItem, statusOfItem, tell } from '../core/assessment/openItems';
import { type Status, statusWord } from '../core/assessment/status';
import type { ControlSummary, Summary, UnitSummary } from '../core/assessment/summary';
import { compareRequirements } from '../core/csf/requirementId';
import type { Catalog } from '../core/csf/catalog';
import { type Message, message, type Translate } from '../core/message';
import { statusIcon } from './icons';
import type { TreeNode } from './treeNode';

/** What the Controls view shows of an assessment. */
export interface ControlsOf {
  /** An assessment's id. */
  readonly id: string;
  readonly summary: Summary;
  readonly catalog: Catalog;
}

/** How it is shown. */
export interface ControlsShown extends ControlFilter {
  readonly grouping: Grouping;
  readonly translate: Translate;
  /** How a file is called. */
  readonly labelOf: (file: string) => string;
}

/** What every node of one assessment is made with. */
type Context = ControlsOf & ControlsShown;

/** The rows of the Controls view: groups, under each its controls, their requirements, and what is open on them. */
export function controlNodes(assessments: readonly ControlsOf[], shown: ControlsShown): readonly TreeNode[] {
  // Not a spread: what an assessment tells, it tells by getters.
  const contexts = assessments.map(({ id, summary, catalog }): Context => ({ id, summary, catalog, ...shown }));
  const [only, ...others] = contexts;
  return only && others.length === 0 ? groupNodes(only) : contexts.map(assessmentNode);
}

/** How many controls are shown, each once, and how many there are. */
export function countShown(
  assessments: readonly Pick<ControlsOf, 'summary'>[],
  { onlyOpen = false, matches = () => true }: ControlFilter,
): { readonly shown: number; readonly all: number } {
  const controls = assessments.flatMap(({ summary }) => summary.controls);
  const shown = controls.filter((control) => matches(control) && (!onlyOpen || isOpen(control)));
  return { shown: shown.length, all: controls.length };
}

function assessmentNode(context: Context): TreeNode {
  const { id, summary, translate } = context;
  const { shown } = countShown([context], context);
  const open = summary.controls.filter(isOpen).length;
  const counts = summary.controls.length === 0 ? message('tree-nothing-in-scope') : countWords(shown, open);
  return {
    element: { id: `${id} `, assessment: id },
    label: summary.name,
    description: translate(counts),
    spoken: [summary.name, ...spokenCounts(shown, open).map(translate)].join(', '),
    context: ['assessment'],
    opens: false,
    isExpanded: true,
    tooltip: () => summary.name,
    children: () => groupNodes(context),
  };
}

function groupNodes(context: Context): readonly TreeNode[] {
  const { id, summary, catalog, grouping, translate } = context;
  return groupControls(summary, grouping, catalog, context).map((group) => {
    const label = translate(groupName(group, context));
    const all = group.controls.length;
    const open = group.controls.filter(isOpen).length;
    const key = `${id} ${grouping} ${group.key}`;
    return {
      element: { id: key, assessment: id },
      label,
      description: translate(countWords(all, open)),
      spoken: [label, ...spokenCounts(all, open).map(translate)].join(', '),
      ...(grouping === 'status' && { icon: statusIcon(group.key as Status, summary) }),
      ...(grouping === 'document' && group.key !== '' && { icon: { name: 'file' } }),
      context: ['group'],
      opens: false,
      tooltip: () => label,
      children: () => group.controls.map((control) => controlNode(control, group, key, context)),
    };
  });
}

function groupName({ key }: ControlGroup, { grouping, summary, catalog, labelOf }: Context): Message {
  const titled = (title: string | undefined): Message => message('text', [key, title ?? ''].join(' ').trimEnd());
  switch (grouping) {
    case 'category':
      return titled(catalog.categories.get(key)?.title);
    case 'domain':
      return key === '' ? message('tree-no-domain') : titled(catalog.domains.get(key)?.title);
    case 'status':
      return statusWord(key as Status, summary);
    case 'document':
      return key === '' ? message('tree-no-document') : message('text', labelOf(key));
  }
}

function controlNode(control: ControlSummary, { key }: ControlGroup, parent: string, context: Context): TreeNode {
  const { id: assessment, summary, grouping, onlyOpen = false, translate } = context;
  const { id, title, status, units } = control;
  const subject = { assessment, control: id, ...(grouping === 'document' && key !== '' && { document: key }) };
  const own = `${parent} ${id}`;
  const requirements = units
    .filter((unit) => unit.id !== id && (!onlyOpen || isOpen(unit)))
    .toSorted((a, b) => compareRequirements(a.id, b.id));
  const standIns = units.filter((unit) => unit.id === id);
  const words = headline(control).map(translate);
  const label = `${id} ${title}`.trimEnd();
  const hasBelow = requirements.length > 0 || standIns.some(isOpen);
  const count = units.length - standIns.length;
  return {
    element: { id: own, ...subject },
    label,
    description: inFewWords(control.responsibility, status, summary).map(translate).join(' · '),
    spoken: [
      label,
      translate(statusWord(status, summary)),
      ...words,
      ...(count > 0
        ? [translate(count === 1 ? message('tree-requirement') : message('tree-requirements', count))]
        : []),
    ].join(', '),
    icon: statusIcon(status, summary),
    context: ['control', ...wordsOf(control, summary.referencesOf(id).length > 0)],
    opens: true,
    tooltip: () => [label, words.join(' · '), ...tooltipLines(control, translate)].join('\n'),
    ...(hasBelow && {
      children: () => [
        ...requirements.map((unit) => requirementNode(unit, subject, own, context)),
        ...standIns.flatMap((unit) => itemNodes(unit, subject, own, context)),
      ],
    }),
  };
}

/** What a row is about, without the row's own id. */
type Subject = Omit<TreeNode['element'], 'id'>;

function requirementNode(unit: UnitSummary, above: Subject, parent: string, context: Context): TreeNode {
  const { summary, translate } = context;
  const { id, status } = unit;
  const subject = { ...above, requirement: id };
  const own = `${parent} ${id}`;
  const words = unitHeadline(unit).map(translate);
  const isReferenced = referencesTo([{ control: above.control ?? '', requirement: id }], summary).length > 0;
  return {
    element: { id: own, ...subject },
    label: id,
    description: inFewWords(unit.verdict.responsibility, status, summary).map(translate).join(' · '),
    spoken: [id, translate(statusWord(status, summary)), ...words].join(', '),
    icon: statusIcon(status, summary),
    context: ['requirement', ...wordsOf(unit, isReferenced)],
    opens: true,
    tooltip: () => [id, words.join(' · '), ...tooltipLines(unit, translate)].join('\n'),
    ...(isOpen(unit) && { children: () => itemNodes(unit, subject, own, context) }),
  };
}

function itemNodes(
  { openItems }: UnitSummary,
  subject: Subject,
  parent: string,
  { summary, translate }: Context,
): readonly TreeNode[] {
  return openItems.map((item, index): TreeNode => {
    const { kind, maturity, why } = item;
    const label = capitalized(translate(tell(item)));
    const same = openItems.slice(0, index).filter((other) => other.kind === kind && other.maturity === maturity).length;
    return {
      element: { id: `${parent} ${kind} ${maturity ?? ''} ${same}`, ...subject, kind, ...(maturity && { maturity }) },
      label,
      description: '',
      spoken: [label, translate(why)].join(', '),
      icon: statusIcon(statusOfItem(kind), summary),
      context: ['item', ...wordsOf({ openItems: [item] }, false)],
      opens: true,
      tooltip: () => [label, translate(why)].join('\n'),
    };
  });
}

/** What can be done about what is open: a menu that does nothing is not offered. */
function wordsOf({ openItems }: Pick<UnitSummary, 'openItems'>, isReferenced: boolean): readonly string[] {
  const has = (...kinds: readonly OpenItem['kind'][]): boolean => openItems.some(({ kind }) => kinds.includes(kind));
  return [
    ...(openItems.length > 0 ? ['open'] : []),
    ...(has('needs-evidence', 'late-evidence') ? ['evidence'] : []),
    ...(has('coverage-needed') ? ['coverage'] : []),
    ...(isReferenced ? ['referenced'] : []),
  ];
}

function tooltipLines({ openItems }: Pick<UnitSummary, 'openItems'>, translate: Translate): readonly string[] {
  return openLines(openItems).flatMap((line) => ['', capitalized(translate(line.message)), translate(line.why)]);
}

function countWords(all: number, open: number): Message {
  return open > 0 ? message('tree-counts', all, open) : message('text', all);
}

function spokenCounts(all: number, open: number): readonly Message[] {
  return [
    all === 1 ? message('tree-control') : message('headline-controls', all),
    ...(open > 0 ? [message('headline-open-of', open, all)] : []),
  ];
}

/** A sentence of its own, where it otherwise stands behind others. */
function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
