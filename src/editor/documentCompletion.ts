import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import type { CompletionScope } from '../core/completion/completions';
import {
  completeDocument,
  type SectionProposal,
  type TextProposal,
  type Typing,
} from '../core/completion/documentCompletion';
import { isHiddenAt } from '../core/completion/place';
import { sectionSnippet } from '../core/completion/section';
import { message } from '../core/message';
import type { Assessment } from '../workspace/assessment';
import { whoseIs, listOf, SubjectItem, withDocumentation } from './subjectItem';

/** Completes ids in scoping documents, by id and by title, and sections on controls. */
export const documentCompletion: Feature = (app) =>
  vscode.languages.registerCompletionItemProvider(
    { pattern: '**/*' },
    {
      provideCompletionItems(document, position, _token, context) {
        const assessment = app.index.assessmentOf(document.uri);
        const scopingDocument = assessment?.document(document.uri.toString());
        if (!assessment || !scopingDocument) return undefined;
        const before = document.lineAt(position).text.slice(0, position.character);
        const { scan, lines } = scopingDocument;
        const offset = lines.startOf(position.line) + position.character;
        if (isHiddenAt(offset, before, scan.hidden, lines)) return undefined;
        const typing: Typing = {
          lines: document.getText().split(/\r\n|\r|\n/),
          line: position.line,
          column: position.character,
          how: howOf(document, context),
        };
        const scope: CompletionScope = { catalog: assessment.catalog, summary: assessment.summary };
        const { ids, sections } = completeDocument(typing, scope);
        const isMarkdown = document.languageId === 'markdown';
        const items = [
          ...ids.map((proposal) => idItem(proposal, position, assessment, app)),
          ...(isMarkdown ? sections : []).map((proposal) => sectionItem(proposal, position, assessment, app)),
        ];
        return listOf(items);
      },
      resolveCompletionItem: (item) => withDocumentation(item, app),
    },
    '.',
    '_',
  );

/**
 * In languages in which VS Code suggests at every key (in Markdown it does not) it cannot be told whether a person asked.
 */
function howOf(document: vscode.TextDocument, { triggerKind }: vscode.CompletionContext): Typing['how'] {
  if (triggerKind === vscode.CompletionTriggerKind.TriggerCharacter) return 'typed';
  const { other } = vscode.workspace
    .getConfiguration('editor', document)
    .get<{ readonly other?: unknown }>('quickSuggestions', {});
  if (other === 'on' || other === true) return 'typed';
  return triggerKind === vscode.CompletionTriggerKind.Invoke ? 'asked' : 'continued';
}

function idItem(proposal: TextProposal, position: vscode.Position, assessment: Assessment, app: App): SubjectItem {
  return itemOf(
    proposal,
    proposal.label,
    vscode.CompletionItemKind.Reference,
    proposal.text,
    position,
    assessment,
    app,
  );
}

function sectionItem(
  proposal: SectionProposal,
  position: vscode.Position,
  assessment: Assessment,
  app: App,
): SubjectItem {
  const { subject, label, text, hashes } = proposal;
  const { translate } = app;
  const { summary, levels } = assessment;
  const { responsibility } = summary.controlById.get(subject.control) ?? summary.matrix.control(subject.control);
  const snippet = sectionSnippet({
    hashes,
    heading: text,
    responsibility: responsibility === null ? undefined : translate(message(responsibility)),
    // Of what is Azure's none is wanted.
    levels: responsibility === 'azure' ? [] : levels,
    prompt: translate(message('section-prompt')),
  });
  const words = translate(message('section-label', label));
  const inserted = new vscode.SnippetString(snippet);
  return itemOf(proposal, words, vscode.CompletionItemKind.Snippet, inserted, position, assessment, app);
}

function itemOf(
  { subject, start, end, filterText }: TextProposal,
  label: string,
  kind: vscode.CompletionItemKind,
  inserted: string | vscode.SnippetString,
  position: vscode.Position,
  assessment: Assessment,
  app: App,
): SubjectItem {
  const description = whoseIs(subject, assessment, app);
  const item = new SubjectItem({ label, description }, kind, subject, assessment.id);
  const inserting = new vscode.Range(position.line, start, position.line, position.character);
  item.range = { inserting, replacing: inserting.with(undefined, position.with(undefined, end)) };
  item.insertText = inserted;
  item.filterText = filterText;
  return item;
}
