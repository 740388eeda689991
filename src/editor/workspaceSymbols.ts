import * as vscode from 'vscode';
import { subjectHeadline } from '../core/assessment/referenceSummary';
import { createWhereIs, findSymbols } from '../core/navigation/controlSymbols';
import type { App, Feature } from '../app';
import type { Assessment } from '../workspace/assessment';
import { locationAt } from './locations';

/** *Go to Symbol in Workspace*: `#01.c`, `#privilege` or `#1149.01c` lead to where a control or requirement is documented. */
export const workspaceSymbols: Feature = (app) =>
  vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query) {
      await app.index.whenLoaded;
      return app.index.assessments.flatMap((assessment) => symbolsOf(assessment, query, app));
    },
  });

function symbolsOf(assessment: Assessment, query: string, { index, translate }: App): vscode.SymbolInformation[] {
  const { summary, catalog } = assessment;
  const sections = assessment.documents.flatMap((file) =>
    (assessment.document(file)?.findings.sections ?? []).map((section) => ({ file, ...section })),
  );
  const whereIs = createWhereIs(summary, sections);
  return findSymbols(query, summary, catalog).flatMap((symbol) => {
    const place = whereIs(symbol);
    if (!place) return [];
    const [whose] = subjectHeadline(symbol, summary).map(translate);
    const control = symbol.requirement === undefined ? undefined : symbol.control;
    const container = [index.assessments.length > 1 ? summary.name : undefined, control, whose];
    return new vscode.SymbolInformation(
      symbol.name,
      control === undefined ? vscode.SymbolKind.Class : vscode.SymbolKind.Property,
      container.filter((part) => part !== undefined).join(' · '),
      locationAt(place.file, place.at, assessment),
    );
  });
}
