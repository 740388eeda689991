import * as vscode from 'vscode';
import { setMatrixPath } from '../core/assessment/editProject';
import { readMatrixFile } from '../workspace/content';
import { type ProblemCode, severityOf } from '../core/problems';
import { SECTION } from '../workspace/settings';
import type { App, Feature } from '../app';
import { COMMANDS } from '../commandIds';
import type { Assessment } from '../workspace/assessment';
import { plainText } from './plainText';
import { editProjectFile } from './editProjectFile';
import { pickAssessment } from './pickAssessment';
import { inform, problemsStep, type Step } from './inform';
import { MATRIX_FILES } from './pickMatrix';
import { registerCommand } from './registerCommand';

/** What a person would pick, for callers that know it already. */
export interface LoadMatrixAnswers {
  readonly matrix?: vscode.Uri;
  readonly folder?: vscode.WorkspaceFolder;
  /** An assessment's id, where the folder holds several. */
  readonly assessment?: string;
}

export const loadMatrixCommand: Feature = (app) =>
  registerCommand(app, 'loadMatrix', (answers?: LoadMatrixAnswers) => loadMatrix(app, answers));

/** Names a CSV file as the matrix, in the project file where there is one and in the folder's settings otherwise. */
async function loadMatrix(app: App, answers: LoadMatrixAnswers = {}): Promise<void> {
  await app.index.whenLoaded;
  const folder = answers.folder ?? (await pickFolder(app));
  if (!folder) return;
  const inFolder = app.index.assessments.filter(({ source }) => isIn(folder, source.folder));
  const assessment =
    inFolder.length > 0 ? await pickAssessment(app, answers.assessment ?? onlyId(inFolder)) : undefined;
  if (inFolder.length > 0 && !assessment) return;
  const [matrix] = answers.matrix
    ? [answers.matrix]
    : ((await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Load Matrix'),
        defaultUri: folder.uri,
        filters: { [vscode.l10n.t('Shared-responsibility matrix')]: MATRIX_FILES },
      })) ?? []);
  if (!matrix) return;

  // A file that is no matrix is not named as one.
  const location = matrix.toString();
  app.files.grant(location);
  const bytes = await app.files.read(location);
  const reading = await readMatrixFile(bytes, {
    location,
    name: app.files.label(location),
    catalog: app.catalog,
    matrixSource: { path: '' },
    loadPart: app.loadPart,
  });
  if ('failure' in reading && !MAPPED.has(reading.failure.code)) {
    void vscode.window.showErrorMessage(plainText(app.translate(reading.failure)));
    return;
  }

  const { projectFile } = assessment?.source ?? {};
  const home = assessment?.source.folder ?? folder.uri.toString();
  // Relative inside the folder, so that a colleague's copy finds it too; absolute elsewhere.
  const absolute = matrix.scheme === 'file' ? matrix.fsPath : matrix.path;
  const path = app.files.relative(home, matrix.toString()) ?? absolute;
  if (projectFile === undefined) {
    const settings = vscode.workspace.getConfiguration(SECTION, folder);
    await settings.update('matrix', path, vscode.ConfigurationTarget.WorkspaceFolder);
  } else {
    const step = vscode.l10n.t('Set its key "matrix" to {0}.', path);
    await editProjectFile(vscode.Uri.parse(projectFile), (text) => setMatrixPath(text, path), step);
  }
  await app.index.reload();
  // The report says how the matrix is now, so that nobody need be told of a change besides.
  app.matrixNews.accept(matrix.toString(), app.index.assessments);
  // Not awaited: the command is done, whatever becomes of the message.
  void app.attempt(() => report(app, matrix));
}

function isIn({ uri }: vscode.WorkspaceFolder, location: string): boolean {
  return vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(location))?.uri.toString() === uri.toString();
}

function onlyId(assessments: readonly Assessment[]): string | undefined {
  return assessments.length === 1 ? assessments[0]?.id : undefined;
}

async function pickFolder({ attempt }: App): Promise<vscode.WorkspaceFolder | undefined> {
  const { workspaceFolders: folders = [] } = vscode.workspace;
  const active = vscode.window.activeTextEditor?.document.uri;
  const ofActive = active && vscode.workspace.getWorkspaceFolder(active);
  if (ofActive) return ofActive;
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  if (folders.length === 0) void attempt(offerToOpenFolder);
  return folders[0];
}

async function offerToOpenFolder(): Promise<void> {
  const open = vscode.l10n.t('Open Folder…');
  const text = vscode.l10n.t('A matrix belongs to a folder with scoping documents. Open that folder first.');
  if ((await vscode.window.showWarningMessage(text, open)) === open) {
    await vscode.commands.executeCommand('workbench.action.files.openFolder');
  }
}

/** Says how it went: what was read, what kept the matrix from being read, and what a person has to say of it. */
async function report({ index, translate }: App, file: vscode.Uri): Promise<void> {
  const location = file.toString();
  const assessment = index.assessments.find(({ matrixFiles }) => matrixFiles.includes(location));
  const problems = assessment?.allProblems.filter((problem) => problem.file === location) ?? [];
  const failure = problems.find((problem) => severityOf(problem) === 'error');
  const entries = assessment?.matrices.find((matrix) => matrix.file === location)?.entries.length ?? 0;
  const answers = { assessment: assessment?.id, matrix: location };
  const step = (label: string, command: string): Step => ({
    label,
    run: () => vscode.commands.executeCommand(command, answers),
  });
  const isQuestion = problems.some(({ code }) => MAPPED.has(code));
  const text = failure
    ? translate(failure)
    : problems.length > 0
      ? vscode.l10n.t('The matrix was read. Entries: {0}, problems: {1}.', entries, problems.length)
      : vscode.l10n.t('The matrix was read. Entries: {0}.', entries);
  await inform(failure ? 'error' : 'information', text, [
    ...(isQuestion ? [step(vscode.l10n.t('Map Matrix Columns…'), COMMANDS.mapMatrix)] : []),
    ...(entries > 0 ? [step(vscode.l10n.t('Show How It Was Read'), COMMANDS.showMatrixReading)] : []),
    ...problemsStep(!failure && problems.length > 0),
  ]);
}

/** Problems that end when a person says how the matrix is to be read. */
const MAPPED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'missing-id-column',
  'missing-responsibility-column',
  'missing-column',
  'missing-sheet',
  'ambiguous-column',
  'unsure-column',
  'several-sheets',
  'unmapped-value',
]);
