import type { ControlRow, EvidenceDocument, Labels, Place } from '../content';
import type { TargetKind } from '../protocol';
import { element } from './element';
import { fill } from '../../core/fill';

/** Opens a thing of a control. */
export type Open = (kind: TargetKind, control: string, index: number) => void;

export interface RowParts {
  readonly labels: Labels;
  readonly open: Open;
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
    renderCell(
      '',
      element('span', { class: `responsibility tone-${responsibility.value}` }, responsibility.label),
      ...renderMatrix(row, parts),
    ),
    renderCell('', renderList(row.open.map((item, index) => renderOpenItem(id, item, index, parts)))),
    renderCell(labels.evidence, renderList(row.evidence.map((item) => renderEvidence(id, item, parts)))),
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

function renderList(items: readonly HTMLElement[]): Node {
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
  return [renderFold(`matrix-${id}`, fill(labels.matrixRows, matrix.length), parts, ...content)];
}

function renderOpenItem(
  control: string,
  { text, why }: ControlRow['open'][number],
  index: number,
  parts: RowParts,
): HTMLElement {
  return element('li', {}, renderFold(`open-${control}-${index}`, text, parts, element('p', {}, why)));
}

function renderEvidence(control: string, document: EvidenceDocument, parts: RowParts): HTMLElement {
  const { index, isLink, rows } = document;
  const link = renderLink('evidence', 'evidence', control, document, parts);
  if (isLink) link.classList.add('external');
  const levels = rows.map((row) => element('li', {}, renderLink('evidence-row', 'evidenceRow', control, row, parts)));
  return element('li', { id: `evidence-of-${control}-${index}` }, link, element('ul', { class: 'levels' }, ...levels));
}

function renderFold(
  id: string,
  text: string,
  { isUnfolded }: RowParts,
  ...content: readonly HTMLElement[]
): HTMLElement {
  const fold = element('details', { id }, element('summary', { id: `${id}-summary` }, text), ...content);
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
