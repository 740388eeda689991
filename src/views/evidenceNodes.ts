import type { AssessmentCalendar } from '../core/assessment/calendar';
import {
  dateWords,
  FRESHNESS,
  type RatedDocument,
  type RatedEvidence,
  rateEvidence,
} from '../core/assessment/freshness';
import type { Records } from '../core/assessment/records';
import { message, type Translate } from '../core/message';
import type { Files } from '../workspace/files';
import { evidenceTarget } from '../summary/target';
import { assessmentNodes } from './assessmentNodes';
import { FRESHNESS_ICONS } from './icons';
import type { TreeElement, TreeNode } from './treeNode';

/** What the Evidence view shows of an assessment. */
export interface EvidenceOf {
  /** An assessment's id. */
  readonly id: string;
  readonly name: string;
  /** The folder that paths of evidence begin in. */
  readonly folder: string;
  readonly records: Pick<Records, 'evidence' | 'pending' | 'unusable'>;
  readonly calendar?: AssessmentCalendar;
}

/** How it is shown. */
export interface EvidenceShown {
  readonly translate: Translate;
  readonly files: Pick<Files, 'resolve'>;
}

type Context = EvidenceOf & EvidenceShown;

/** The rows of the Evidence view: how good it still is, under that each document once, and what it is evidence for. */
export function evidenceNodes(assessments: readonly EvidenceOf[], shown: EvidenceShown): readonly TreeNode[] {
  return assessmentNodes(assessments, (assessment) => freshnessNodes({ ...assessment, ...shown }));
}

function freshnessNodes(context: Context): readonly TreeNode[] {
  const { id, records, calendar, translate } = context;
  const documents = rateEvidence(records, calendar);
  return FRESHNESS.flatMap((freshness): readonly TreeNode[] => {
    const own = documents.filter((document) => document.freshness === freshness).toSorted(byTitle);
    if (own.length === 0) return [];
    const label = translate(message(`freshness-${freshness}`));
    const count = own.length === 1 ? message('tree-document') : message('tree-documents', own.length);
    const key = `${id} ${freshness}`;
    return [
      {
        element: { id: key, assessment: id },
        label,
        description: String(own.length),
        spoken: `${label}, ${translate(count)}`,
        icon: FRESHNESS_ICONS[freshness],
        context: ['group'],
        opens: false,
        tooltip: () => label,
        children: () => own.map((document) => documentNode(document, key, context)),
      },
    ];
  });
}

function documentNode(document: RatedDocument, parent: string, context: Context): TreeNode {
  const { id: assessment, folder, files, calendar, translate } = context;
  const { worst, freshness, evidence } = document;
  const { item } = worst;
  // In quotation marks: no document's id or path shall be another's with what is below it.
  const key = `${parent} ${JSON.stringify(document.key)}`;
  const target = evidenceTarget(item, folder, files);
  const isThere = freshness !== 'missing' && target !== undefined;
  const element: TreeElement = {
    id: key,
    assessment,
    row: { file: item.file, line: item.line },
    ...(isThere && ('link' in target ? { link: target.link } : { evidence: target.file })),
  };
  const label = titleOf(item);
  const words = dateWords(worst, calendar).map(translate);
  return {
    element,
    label,
    description: words.join(', '),
    spoken: [label, translate(message(`freshness-${freshness}`)), ...words].join(', '),
    icon: FRESHNESS_ICONS[freshness],
    context: ['document', ...(element.evidence ? ['file'] : []), ...(element.link ? ['link'] : [])],
    opens: true,
    tooltip: () => [...new Set([label, item.location ?? '']), ...reasonLines(worst, translate)].join('\n'),
    children: () => evidence.map((each, index) => evidenceNode(each, index, key, context)),
  };
}

function evidenceNode(rated: RatedEvidence, index: number, parent: string, context: Context): TreeNode {
  const { id: assessment, translate } = context;
  const { item, freshness } = rated;
  const { control, requirement, maturity, file, line } = item;
  const label = [requirement ?? control, ...(maturity ? [translate(message(maturity))] : [])].join(' · ');
  const spoken = [label, item.state, translate(message(`freshness-${freshness}`))].join(', ');
  return {
    element: {
      id: `${parent} ${index} ${label}`,
      assessment,
      control,
      ...(requirement && { requirement }),
      row: { file, line },
    },
    label,
    description: item.state,
    spoken,
    icon: FRESHNESS_ICONS[freshness],
    context: ['evidence'],
    opens: true,
    tooltip: () => [label, ...reasonLines(rated, translate)].join('\n'),
  };
}

function titleOf({ title, location = '', documentId = '' }: RatedEvidence['item']): string {
  return title || location || documentId;
}

function reasonLines({ freshness, reason }: RatedEvidence, translate: Translate): readonly string[] {
  return [
    translate(message(`freshness-${freshness}`)),
    ...(reason ? [translate(reason.message)] : []),
    ...(reason?.why ? [translate(reason.why)] : []),
  ];
}

// The locale is fixed: the same files give the same order on every machine.
const order = new Intl.Collator('en', { numeric: true });

function byTitle(a: RatedDocument, b: RatedDocument): number {
  return order.compare(titleOf(a.worst.item), titleOf(b.worst.item));
}
