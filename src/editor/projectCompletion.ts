import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { jsonText, projectOffers, type ProjectPlace, projectPlaceAt } from '../core/completion/projectOffers';
import type { Assessment } from '../workspace/assessment';
import { pathEntries } from '../workspace/pathEntries';
import { rangeIn } from './ranges';
import { itemOf } from './registerCompletion';
import { listOf, withDocumentation } from './subjectItem';

/** The files that a path of the project file can lead to. */
const ENDINGS = {
  matrix: /\.(?:csv|tsv|txt|xlsx)$/i,
  table: /\.(?:csv|tsv|txt)$/i,
  json: /\.json$/i,
} as const;

/** Completes in a project file what its JSON schema cannot know: files, requirement ids, names of services. */
export const projectCompletion: Feature = (app) =>
  vscode.languages.registerCompletionItemProvider(
    { pattern: '**/inheritance-scope.json' },
    {
      async provideCompletionItems(document, position) {
        const assessment = app.index.get(document.uri.toString());
        const place = projectPlaceAt(document.getText(), document.offsetAt(position));
        if (!assessment || !place) return undefined;
        const range = rangeIn(document, place);
        if (!range.isSingleLine) return undefined;
        const items = await itemsFor(place, assessment, app);
        for (const item of items) item.range = range;
        return listOf(items);
      },
      resolveCompletionItem: (item) => withDocumentation(item, app),
    },
    '"',
    '/',
  );

async function itemsFor(
  place: ProjectPlace,
  assessment: Assessment,
  app: App,
): Promise<readonly vscode.CompletionItem[]> {
  const { wants, typed } = place;
  if (wants === 'requirement' || wants === 'service') {
    const { catalog, facts } = assessment;
    const { summary, profile } = facts;
    return projectOffers(place, { catalog, summary }, profile.services ?? []).map((offer) => {
      const item = itemOf(offer, typed, assessment, app);
      item.insertText = jsonText(offer.value, place);
      return item;
    });
  }
  const entries = await pathEntries(app.files, assessment.source.folder, typed, ENDINGS[wants]);
  return entries.map(({ path, isFolder }) => {
    const { Folder, File } = vscode.CompletionItemKind;
    const item = new vscode.CompletionItem(path, isFolder ? Folder : File);
    item.insertText = jsonText(path, place);
    return item;
  });
}
