import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { ASSESSMENT_TYPES, type AssessmentType } from '../core/assessment/maturity';
import { newProjectText } from '../core/assessment/newProject';
import { PROJECT_FILE } from '../core/assessment/projectFile';
import { type CalendarDate, parseCalendarDate } from '../core/calendarDate';
import { findFiles } from '../workspace/findFiles';
import { readDefaults } from '../workspace/settings';
import { withoutIcons } from './plainText';
import { MATRIX_FILES } from './pickMatrix';
import { registerCommand } from './registerCommand';

/** What a person would answer. Null stands for "not yet". */
export interface CreateProjectAnswers {
  readonly folder?: vscode.Uri;
  readonly name?: string;
  readonly type?: AssessmentType | null;
  readonly submissionDate?: CalendarDate | null;
  /** The matrix's path, relative to the folder. */
  readonly matrix?: string | null;
}

/** What the registers are usually called: they are no matrix. */
const REGISTERS = ['evidence.csv', 'inheritance-requests.csv', 'requirements.csv', 'documents.csv', 'gaps.csv'];

/** Of the endings of a matrix those that are tables by themselves: most text files are documents. */
const TABLES = MATRIX_FILES.filter((ending) => ending !== 'txt');

/** *Create Project File…*: asks what an assessment cannot do without, and writes it. Resolves to the file's location. */
export const createProjectCommand: Feature = (app) =>
  registerCommand(app, 'createProject', (answers?: CreateProjectAnswers) => createProject(app, answers));

async function createProject(app: App, answers: CreateProjectAnswers = {}): Promise<vscode.Uri | undefined> {
  const folder = answers.folder ?? (await pickFolder(app));
  if (!folder) return undefined;
  const file = vscode.Uri.joinPath(folder, PROJECT_FILE);
  if ((await app.files.kindOf(file.toString())) === undefined) {
    const text = await askForText(folder, answers, app);
    if (text === undefined) return undefined;
    await app.files.write(file.toString(), new TextEncoder().encode(text), { content: undefined });
    await app.index.reload();
  } else {
    const said = vscode.l10n.t(
      'There is a project file in {0} already. It was left as it is.',
      app.files.name(folder.toString()),
    );
    void vscode.window.showInformationMessage(said);
  }
  await vscode.window.showTextDocument(file);
  return file;
}

async function pickFolder({ attempt }: App): Promise<vscode.Uri | undefined> {
  const { workspaceFolders: folders = [] } = vscode.workspace;
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  if (folders.length === 0) void attempt(offerToOpenFolder);
  return folders[0]?.uri;
}

async function offerToOpenFolder(): Promise<void> {
  const open = vscode.l10n.t('Open Folder…');
  const text = vscode.l10n.t('A project file belongs to a folder with scoping documents. Open that folder first.');
  if ((await vscode.window.showWarningMessage(text, open)) === open) {
    await vscode.commands.executeCommand('workbench.action.files.openFolder');
  }
}

/** The file's text by what the person answers; undefined where they thought better of it. */
async function askForText(folder: vscode.Uri, answers: CreateProjectAnswers, app: App): Promise<string | undefined> {
  const { documents, matrix: usual, type: usualType } = readDefaults(folder);
  const name = answers.name ?? (await askForName(app.files.name(folder.toString())));
  if (name === undefined) return undefined;
  const type = answers.type === undefined ? await pickType(usualType) : answers.type;
  if (type === undefined) return undefined;
  const submissionDate = answers.submissionDate === undefined ? await askForDate() : answers.submissionDate;
  if (submissionDate === undefined) return undefined;
  const matrix = answers.matrix === undefined ? await pickMatrixFile(folder, usual, app) : answers.matrix;
  if (matrix === undefined) return undefined;
  return newProjectText({
    ...(name.trim() !== '' && { name: name.trim() }),
    ...(type && { type }),
    ...(submissionDate !== null && { submissionDate }),
    ...(matrix !== null && { matrix }),
    documents,
  });
}

async function askForName(value: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Create Project File (1 of 4): what is the assessment called?'),
    prompt: vscode.l10n.t('As it shall stand in the summary and in exports.'),
    value,
  });
}

/** Null where it is not decided, undefined where the person thought better of it. */
async function pickType(current: AssessmentType | undefined): Promise<AssessmentType | null | undefined> {
  const scored: Readonly<Record<AssessmentType, string>> = {
    e1: vscode.l10n.t('Evidence is wanted at implemented.'),
    i1: vscode.l10n.t('Evidence is wanted at implemented.'),
    r2: vscode.l10n.t('Evidence is wanted at policy, procedure and implemented.'),
  };
  const types = [...ASSESSMENT_TYPES].sort((a, b) => Number(b === current) - Number(a === current));
  const items = [
    ...types.map((type) => ({ label: type, detail: scored[type], type })),
    { label: vscode.l10n.t('Not decided yet'), detail: vscode.l10n.t('An r2 is assumed, and it is said.'), type: null },
  ];
  const title = vscode.l10n.t('Create Project File (2 of 4): of which type is it?');
  return (await vscode.window.showQuickPick(items, { title }))?.type;
}

/** Null where it is not known, undefined where the person thought better of it. */
async function askForDate(): Promise<CalendarDate | null | undefined> {
  const isFine = (text: string): boolean => text === '' || parseCalendarDate(text) !== undefined;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Create Project File (3 of 4): when is it submitted?'),
    prompt: vscode.l10n.t('YYYY-MM-DD, or empty where that is not known yet.'),
    placeHolder: vscode.l10n.t('YYYY-MM-DD'),
    validateInput: (input) =>
      isFine(input.trim()) ? undefined : vscode.l10n.t('Write a day that exists as YYYY-MM-DD, such as 2027-05-14.'),
  });
  return text === undefined ? undefined : (parseCalendarDate(text.trim()) ?? null);
}

/** The matrix among the tables of the folder, as a path; null for none yet. */
async function pickMatrixFile(
  folder: vscode.Uri,
  current: string | undefined,
  { files }: App,
): Promise<string | null | undefined> {
  const home = folder.toString();
  const { locations } = await findFiles(files, { folder: home, globs: [`**/*.{${TABLES.join(',')}}`] });
  const found = locations
    .filter((location) => !REGISTERS.includes(files.name(location)))
    .flatMap((location) => files.relative(home, location) ?? []);
  const paths = [...new Set([...(current === undefined ? [] : [current]), ...found])];
  const items: (vscode.QuickPickItem & { readonly path: string | null })[] = [
    ...paths.map((path) => ({ label: withoutIcons(path), path })),
    {
      label: `$(clock) ${vscode.l10n.t('Later')}`,
      detail: vscode.l10n.t('Load Matrix… names it when it is there.'),
      path: null,
    },
  ];
  const title = vscode.l10n.t('Create Project File (4 of 4): which file is the shared-responsibility matrix?');
  return (await vscode.window.showQuickPick(items, { title }))?.path;
}
