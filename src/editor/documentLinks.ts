import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { isLink } from '../core/assessment/evidence';
import { barePathsIn, type NamedFile } from '../core/assessment/inlineEvidence';
import { locationsInRegister, pathsInPlainLine, pathsInProject, type ProjectPath } from '../core/navigation/links';
import type { Assessment } from '../workspace/assessment';
import { syntaxOf } from '../workspace/content';
import { rangeIn } from './ranges';
import { shownUri } from './shownUri';

/** So many paths of a document that is no Markdown are looked for. */
const MOST_PATHS = 300;

/**
 * Links to evidence, where VS Code has none itself, and to the files that a project file names. A path is one where it leads
 * to a file; of addresses only those of the web are: nothing that could run a command.
 */
export const documentLinks: Feature = (app) =>
  vscode.languages.registerDocumentLinkProvider(
    { pattern: '**/*' },
    {
      async provideDocumentLinks(document) {
        const location = document.uri.toString();
        const [assessment] = app.index.assessmentsOf(location);
        switch (assessment?.roleOf(location)) {
          case 'evidence':
          case 'evidenceDocuments':
            return linksOf(locationsInRegister(document.getText()), undefined, document, assessment);
          case 'document':
            return linksOf(pathsInDocument(document, assessment), location, document, assessment);
          case 'project':
            return projectLinks(document, assessment, app);
          default:
            return undefined;
        }
      },
    },
  );

/** @param relativeTo the document whose folder paths begin in; undefined where they begin in the project's */
async function linksOf(
  named: readonly NamedFile[],
  relativeTo: string | undefined,
  document: vscode.TextDocument,
  assessment: Assessment,
): Promise<vscode.DocumentLink[]> {
  const links = named.map(async ({ location, ...span }) => {
    // Before it is looked for: the text may change meanwhile.
    const range = rangeIn(document, span);
    const address = isLink(location)
      ? location
      : await assessment.locateEvidence({ location, ...(relativeTo !== undefined && { relativeTo }) });
    return address === undefined
      ? []
      : [linkTo(vscode.Uri.parse(address, true), range, vscode.l10n.t('Open the evidence'))];
  });
  return (await Promise.all(links)).flat();
}

/** In Markdown the paths that were read as evidence; elsewhere whatever may be a path. */
function pathsInDocument(document: vscode.TextDocument, assessment: Assessment): readonly NamedFile[] {
  const location = document.uri.toString();
  const moved = (line: number, found: readonly NamedFile[]): readonly NamedFile[] => {
    const start = document.offsetAt(new vscode.Position(line, 0));
    return found.map((path) => ({ ...path, start: path.start + start, end: path.end + start }));
  };
  if (syntaxOf(location) === 'plain') {
    const lines = Array.from({ length: document.lineCount }, (_, line) => line);
    return lines.flatMap((line) => moved(line, pathsInPlainLine(document.lineAt(line).text))).slice(0, MOST_PATHS);
  }
  const evidence = assessment.evidenceIn(location).filter(({ line }) => line <= document.lineCount);
  return [...new Set(evidence.map(({ line }) => line - 1))].flatMap((line) => {
    const read = new Set(evidence.filter((item) => item.line === line + 1).map((item) => item.location));
    const paths = barePathsIn(document.lineAt(line).text);
    return moved(
      line,
      paths.filter((path) => read.has(path.location)),
    );
  });
}

async function projectLinks(
  document: vscode.TextDocument,
  assessment: Assessment,
  { files }: App,
): Promise<vscode.DocumentLink[]> {
  const links = pathsInProject(document.getText()).map(async ({ key, location, ...span }) => {
    const range = rangeIn(document, span);
    const file = files.resolve(assessment.source.folder, location);
    const isThere = (await files.kindOf(file)) === 'file';
    return isThere ? [linkTo(shownUri(file, assessment), range, TOOLTIPS[key]())] : [];
  });
  return (await Promise.all(links)).flat();
}

const TOOLTIPS: Readonly<Record<ProjectPath['key'], () => string>> = {
  matrix: () => vscode.l10n.t('Open the matrix'),
  requirements: () => vscode.l10n.t('Open the requirement list'),
  evidence: () => vscode.l10n.t('Open the evidence list'),
  evidenceDocuments: () => vscode.l10n.t('Open the list of evidence documents'),
  requests: () => vscode.l10n.t('Open the inheritance requests'),
  gaps: () => vscode.l10n.t('Open the gaps'),
  'azure.servicesInScope': () => vscode.l10n.t('Open the services in the audit scope'),
  'azure.policyStates': () => vscode.l10n.t('Open the results of Azure Policy'),
  'sharing.register': () => vscode.l10n.t('Open the sharing register'),
};

function linkTo(target: vscode.Uri, range: vscode.Range, tooltip: string): vscode.DocumentLink {
  const link = new vscode.DocumentLink(range, target);
  link.tooltip = tooltip;
  return link;
}
