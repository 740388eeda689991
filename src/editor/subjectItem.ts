import * as vscode from 'vscode';
import type { App } from '../app';
import { subjectHeadline } from '../core/assessment/referenceSummary';
import type { Subject } from '../core/csf/subject';
import type { Assessment } from '../workspace/assessment';
import { subjectText } from './hover';

/** A completion that stands for a control or a requirement. */
export class SubjectItem extends vscode.CompletionItem {
  /** @param assessment the assessment's id */
  constructor(
    label: vscode.CompletionItemLabel,
    kind: vscode.CompletionItemKind,
    readonly subject: Subject,
    readonly assessment: string,
  ) {
    super(label, kind);
  }
}

/** Whose it is. There is no room for more beside a title: what is open stands in the documentation. */
export function whoseIs(subject: Subject, { summary }: Assessment, { translate }: Pick<App, 'translate'>): string {
  return subjectHeadline(subject, summary).slice(0, 1).map(translate).join();
}

/** What is known of it, as a hover has it: made when an item is looked at. */
export function withDocumentation(item: vscode.CompletionItem, app: App): vscode.CompletionItem {
  const assessment = item instanceof SubjectItem ? app.index.get(item.assessment) : undefined;
  if (item instanceof SubjectItem && assessment) item.documentation = subjectText(item.subject, assessment, app);
  return item;
}

/** The items as a list in their order, which VS Code asks for again at each key: it sorts by text what fits alike. */
export function listOf(items: readonly vscode.CompletionItem[]): vscode.CompletionList {
  for (const [index, item] of items.entries()) item.sortText = String(index).padStart(4, '0');
  return new vscode.CompletionList([...items], true);
}
