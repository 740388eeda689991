import type { Explained } from '../../content';
import type { EvidenceDocument, MatrixRow, Place, RowDetails } from '../../details';
import type { Labels } from '../../labels';
import { type Action, ACTIONS, type TargetKind } from '../../protocol';
import { element } from '../element';
import { createSections, type Section } from './sections';
import { longText } from './longText';

export interface DetailsParts {
  readonly labels: Labels;
  readonly open: (kind: TargetKind, row: string, index: number) => void;
  readonly act: (action: Action, row: string) => void;
}

/** So many links stand in one block. */
const LINKS = 5;

/**
 * What unfolds below a row: one block below the other, none with more elements than `MAX_BLOCK`, for the table to have
 * those in the DOM that are in view.
 *
 * @param previous what was shown for the row before: what is unfolded in it is unfolded in this too
 */
export function renderDetails(details: RowDetails, parts: DetailsParts, previous?: HTMLElement): HTMLElement {
  const { labels } = parts;
  const rowLink = (kind: TargetKind, place: Place): HTMLElement => {
    const link = element(
      'button',
      { type: 'button', class: 'link', 'data-stop': `${kind}-${place.index}`, 'aria-label': place.label },
      place.text,
    );
    link.addEventListener('click', () => parts.open(kind, details.id, place.index));
    return link;
  };
  const evidence = (documents: readonly EvidenceDocument[], kind: 'evidence' | 'notYetMapped'): Section['blocks'] =>
    documents.flatMap((document) => {
      const link = rowLink(kind, document);
      if (document.isLink) link.classList.add('external');
      const date = document.dated === '' ? [] : [' ', element('span', { class: 'aside' }, document.dated)];
      return linkBlocks(
        [link, ...date],
        document.rows.map((row) => () => rowLink(`${kind}Row`, row)),
      );
    });
  const sections: readonly Section[] = [
    { key: 'open', label: labels.open, blocks: details.open.map((item) => () => explained(item, labels)) },
    { key: 'notices', label: labels.notices, blocks: details.notices.map((item) => () => explained(item, labels)) },
    {
      key: 'matrix',
      label: labels.responsibility,
      blocks: details.matrix.map((row) => () => matrixBlock(row, rowLink('matrixRow', row), labels)),
    },
    { key: 'rollUp', label: labels.rollUp, blocks: details.rollUp.map((text) => () => textBlock(text, labels)) },
    { key: 'evidence', label: labels.evidence, blocks: evidence(details.evidence, 'evidence') },
    {
      key: 'notYetMapped',
      label: labels.notYetMappedShort,
      // Why it counts for nothing, before what it is.
      blocks:
        details.notYetMapped.length === 0
          ? []
          : [() => aside(labels.notYetMapped), ...evidence(details.notYetMapped, 'notYetMapped')],
    },
    {
      key: 'requests',
      label: labels.requests,
      blocks: details.requests.map((request) => () => block(rowLink('request', request))),
    },
    { key: 'policy', label: labels.policy, blocks: details.policy.map((text) => () => textBlock(text, labels)) },
    {
      key: 'documents',
      label: labels.references,
      blocks: details.documents.flatMap(({ name, path, places }) =>
        linkBlocks(
          [element('span', { title: path }, name)],
          places.map((place) => () => rowLink('reference', place)),
        ),
      ),
    },
    {
      key: 'steps',
      label: labels.steps,
      isFolded: true,
      blocks: details.steps.map((step) => () => explained(step, labels)),
    },
  ];
  return createSections(actions(details.id, parts), sections, labels, previous);
}

const actionLabels = {
  addEvidence: 'rowAddEvidence',
  prepareRequests: 'rowPrepareRequests',
  explainStatus: 'rowExplainStatus',
  goToReferences: 'rowGoToReferences',
  copyId: 'rowCopyId',
} as const satisfies Readonly<Record<Action, keyof Labels>>;

function actions(row: string, { act, labels }: DetailsParts): HTMLElement {
  const links = ACTIONS.flatMap((action) => {
    const text = labels[actionLabels[action]];
    const attributes = { type: 'button', class: 'link', 'data-stop': action, 'aria-label': `${text}, ${row}` };
    const link = element('button', attributes, text);
    link.addEventListener('click', () => act(action, row));
    return [link, ' '];
  });
  return element('div', { class: 'block actions' }, ...links);
}

function block(...children: readonly (Node | string)[]): HTMLElement {
  return element('div', { class: 'block' }, ...children);
}

function aside(text: string): HTMLElement {
  return element('div', { class: 'block aside' }, text);
}

function textBlock(text: string, labels: Labels): HTMLElement {
  return longText('div', 'block', text, labels);
}

function explained({ text, why }: Explained, labels: Labels): HTMLElement {
  return block(longText('span', '', text, labels), ' ', longText('span', 'aside', why, labels));
}

/** Both texts side by side, as they stand in the file. */
function matrixBlock({ customer, provider }: MatrixRow, link: HTMLElement, labels: Labels): HTMLElement {
  const said = [
    ['said customer', labels.customerText, customer],
    ['said provider', labels.providerText, provider],
  ] as const;
  const texts = said.flatMap(([name, who, text]) =>
    text.trim() === '' ? [] : [longText('p', name, text, labels, element('strong', {}, who))],
  );
  return element('div', { class: 'block matrix' }, link, ...texts);
}

/** What links belong to, and the links; where there are many, the others in blocks of their own. */
function linkBlocks(
  head: readonly (Node | string)[],
  links: readonly (() => HTMLElement)[],
): readonly (() => HTMLElement)[] {
  const first = (): HTMLElement => block(...head, ...spaced(links.slice(0, LINKS - head.length)));
  const rest = links.slice(LINKS - head.length);
  const others = Array.from(
    { length: Math.ceil(rest.length / LINKS) },
    (_, index) => (): HTMLElement => block(...spaced(rest.slice(index * LINKS, (index + 1) * LINKS))),
  );
  return [first, ...others];
}

function spaced(links: readonly (() => HTMLElement)[]): readonly (Node | string)[] {
  return links.flatMap((link) => [' ', link()]);
}
