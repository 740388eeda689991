import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { delimiterOf } from '../core/assessment/register';
import { type CellOffer, isCompleted, registerOffers, type RegisterScope } from '../core/completion/registerOffers';
import { DELIMITERS } from '../core/csv';
import { cellAt, cellText, type CsvCell } from '../core/csvCell';
import type { Assessment } from '../workspace/assessment';
import { rangeIn } from './ranges';
import { whoseIs, listOf, SubjectItem, withDocumentation } from './subjectItem';

/** Completes the cells of the registers: ids, states, levels, types, documents. */
export const registerCompletion: Feature = (app) =>
  vscode.languages.registerCompletionItemProvider(
    { pattern: '**/*' },
    {
      provideCompletionItems(document, position, _token, { triggerKind }) {
        const location = document.uri.toString();
        const assessment = app.index.assessmentsWith(location).find((each) => isCompleted(each.roleOf(location)));
        const role = assessment?.roleOf(location);
        if (!assessment || !isCompleted(role)) return undefined;
        const text = document.getText();
        const delimiter = delimiterOf(text);
        const offset = document.offsetAt(position);
        const cell = cellAt(text, offset, delimiter);
        const range = cell && rangeOfCell(document, cell, position);
        if (!cell || !range) return undefined;
        const typed = text.slice(cell.start, offset);
        // At the end of a row the next key is likely Enter, which would take the first of a list that nobody asked for.
        // Between tabs it is another tab.
        const isUnasked = triggerKind === vscode.CompletionTriggerKind.TriggerCharacter;
        if (isUnasked && (cell.isLast || delimiter === '\t') && typed === '') return undefined;
        const offers = registerOffers(role, cell, typed, scopeOf(assessment, location));
        // A list that offers what stands there would take the next Enter for itself.
        if (offers.some(({ value }) => value === typed)) return undefined;
        return listOf(
          offers.map((offer) => {
            const item = itemOf(offer, typed, assessment, app);
            item.insertText = cellText(offer.value, cell, delimiter);
            item.range = range;
            return item;
          }),
        );
      },
      resolveCompletionItem: (item) => withDocumentation(item, app),
    },
    ...DELIMITERS,
    '"',
    // Of an id: as long as it is a number VS Code suggests nothing.
    '.',
  );

/** The whole cell: what is chosen takes its place. Undefined where the cell goes over several lines. */
function rangeOfCell(
  document: vscode.TextDocument,
  cell: CsvCell,
  position: vscode.Position,
): vscode.Range | undefined {
  const range = rangeIn(document, cell);
  return range.isSingleLine && range.contains(position) ? range : undefined;
}

function scopeOf(assessment: Assessment, location: string): RegisterScope {
  const { facts, catalog, levels, registers } = assessment;
  const { summary, documents, profile } = facts;
  const { provider = profile.provider } = assessment.matrixSourceOf(location);
  return {
    catalog,
    summary,
    levels,
    documents: [...(documents?.values() ?? [])],
    requests: registers.requests,
    ...(provider !== undefined && { provider }),
    ...(profile.matrixVersion !== undefined && { matrixVersion: profile.matrixVersion }),
  };
}

/** An item of a value, which can be found by its title too. */
export function itemOf(
  { value, title, subject }: CellOffer,
  typed: string,
  assessment: Assessment,
  app: App,
): vscode.CompletionItem {
  const label = { label: value, ...(title !== undefined && { detail: ` ${title}` }) };
  const words = title === undefined ? value : `${value} ${title}`;
  if (!subject) {
    const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.EnumMember);
    item.filterText = words;
    return item;
  }
  const described = { description: whoseIs(subject, assessment, app), ...label };
  const item = new SubjectItem(described, vscode.CompletionItemKind.Reference, subject, assessment.id);
  // What was found by its title does not begin as it was typed, and VS Code would leave it out.
  item.filterText = typed === '' ? words : `${typed} ${words}`;
  return item;
}
