import * as vscode from 'vscode';
import { PROBLEM_CODES, type ProblemCode } from '../core/problems';
import { problemPage } from '../core/report/problemPage';
import type { Feature } from '../app';

const SCHEME = 'inheritance-problem';

/** Where the code of a problem leads to in the Problems panel and in hovers: a document, in every host and without a network. */
export function helpOf(code: ProblemCode): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${code}.md` });
}

/** What each code means, how to set its severity, and how to ignore it. */
export const problemHelp: Feature = ({ translate }) =>
  vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent(uri) {
      const code = PROBLEM_CODES.find((known) => helpOf(known).path === uri.path);
      return code && problemPage(code, translate);
    },
  });
