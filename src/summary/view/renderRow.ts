import type { Action, ControlRow, EvidenceDocument, Explained, Labels, Place, Valued } from '../content';
import type { TargetKind } from '../protocol';
import { element } from './element';
import { fill } from '../../core/fill';

/** Opens a thing of a control. */
export type Open = (kind: TargetKind, control: string, index: number) => void;

/** Runs a command for a control, or for one of its requirements. */
export type Act = (action: Action['action'], control: string, requirement?: string) => void;

export interface RowParts {
  readonly labels: Labels;
  readonly actions: readonly Action[];
  readonly open: Open;
  readonly act: Act;
  /** Whether a person has unfolded what has this id. */
  readonly isUnfolded: (id: string) => boolean;
}

/**
 * A control's row. What a person can focus or unfold has an id, so that focus and unfolding find it again in a row
 * that is made anew.
 */
export function renderRow(row: ControlRow, parts: RowParts): HTMLTableRowElement {
  const { id, title, responsibility } = row;
  const { labels } = parts;
  return element(
    'tr',
    { id: `control-${id}`, tabindex: '-1' },
    element('th', { scope: 'row' }, element('span', { class: 'id' }, id), ` ${title}`),
    renderCell('', renderValue(responsibility), ...renderMatrix(row, parts)),
    renderCell('', renderExplained(`open-${id}`, row.open, parts), renderActions(id, undefined, parts)),
    renderCell(
      labels.evidence,
      renderList(row.evidence.map((item) => renderEvidence(id, item, 'evidence', parts))),
      ...renderNotYetMapped(row, parts),
    ),
    renderCell(
      labels.references,
      renderList(
        row.documents.map(({ name, path, places }) =>
          element(
            'li',
            { title: path },
            `${name} `,
            ...places.flatMap((place) => [renderLink(`reference-${path}`, 'reference', id, place, parts), ' ']),
          ),
        ),
      ),
    ),
  );
}

/** @param label the column's, which a narrow page shows in the cell; empty where the cell explains itself */
function renderCell(label: string, ...children: readonly Node[]): HTMLElement {
  const isEmpty = !children.some((child) => child.hasChildNodes());
  return element('td', isEmpty ? { class: 'empty' } : label === '' ? {} : { 'data-label': label }, ...children);
}

export function renderList(items: readonly HTMLElement[]): Node {
  return items.length === 0 ? document.createDocumentFragment() : element('ul', {}, ...items);
}

function renderMatrix({ id, matrix, rollUp }: ControlRow, parts: RowParts): readonly Node[] {
  const { labels } = parts;
  const [first, ...others] = matrix;
  if (!first) return [];
  if (others.length === 0 && rollUp.length === 0) {
    const text = labels.matrixRow;
    const place = { index: first.index, text, label: `${text}: ${first.label}` };
    return [element('div', {}, renderLink('matrix', 'matrixRow', id, place, parts))];
  }
  const links = matrix.map((place) => element('li', {}, renderLink('matrix', 'matrixRow', id, place, parts)));
  const content = [element('ul', {}, ...links), ...rollUp.map((text) => element('p', {}, text))];
  return [renderFold(`matrix-${id}`, fill(labels.matrixRows, matrix.length), parts, () => content)];
}

/** What is told unfolds to the rule behind it. */
export function renderExplained(name: string, items: readonly Explained[], parts: RowParts): Node {
  return renderList(
    items.map(({ text, why }, index) =>
      element(
        'li',
        {},
        renderFold(`${name}-${index}`, text, parts, () => [element('p', {}, why)]),
      ),
    ),
  );
}

/** What a thing is, told by its colour too. */
export function renderValue({ value, label }: Valued): HTMLElement {
  return element('span', { class: `value tone-${value}` }, label);
}

/** What can be done about a control, or one of its requirements. */
export function renderActions(control: string, requirement: string | undefined, parts: RowParts): HTMLElement {
  const id = requirement ?? control;
  const buttons = parts.actions.map(({ action, label }) => {
    const attributes = { class: 'link', type: 'button', id: `${action}-${id}`, 'aria-label': `${label} ${id}` };
    const button = element('button', attributes, label);
    button.addEventListener('click', () => parts.act(action, control, requirement));
    return button;
  });
  return element('div', { class: 'row-actions' }, ...buttons);
}

function renderNotYetMapped({ id, notYetMapped }: ControlRow, parts: RowParts): readonly Node[] {
  if (notYetMapped.length === 0) return [];
  return [
    element('p', {}, parts.labels.notYetMapped),
    renderList(notYetMapped.map((item) => renderEvidence(id, item, 'notYetMapped', parts))),
  ];
}

function renderEvidence(
  control: string,
  document: EvidenceDocument,
  kind: 'evidence' | 'notYetMapped',
  parts: RowParts,
): HTMLElement {
  const { index, isLink, rows } = document;
  const link = renderLink(kind, kind, control, document, parts);
  if (isLink) link.classList.add('external');
  const levels = rows.map((row) => element('li', {}, renderLink(`${kind}-row`, `${kind}Row`, control, row, parts)));
  return element('li', { id: `${kind}-of-${control}-${index}` }, link, element('ul', { class: 'levels' }, ...levels));
}

/** @param content made when it is unfolded for the first time: an assessment can have thousands of requirements */
export function renderFold(
  id: string,
  text: string,
  { isUnfolded }: RowParts,
  content: () => readonly Node[],
): HTMLElement {
  const fold = element('details', { id }, element('summary', { id: `${id}-summary` }, text));
  let isMade = false;
  const make = (): void => {
    if (!isMade) fold.append(...content());
    isMade = true;
  };
  if (isUnfolded(id)) make();
  fold.addEventListener('toggle', make);
  fold.open = isUnfolded(id);
  return fold;
}

function renderLink(
  name: string,
  kind: TargetKind,
  control: string,
  { index, text, label }: Place,
  { open }: RowParts,
): HTMLElement {
  const attributes = { class: 'link', type: 'button', id: `${name}-${control}-${index}`, 'aria-label': label };
  const link = element('button', attributes, text);
  link.addEventListener('click', () => open(kind, control, index));
  return link;
}
