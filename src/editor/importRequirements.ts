import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { COMMANDS } from '../commandIds';
import { setPath } from '../core/assessment/editProject';
import { compareLists, mergeList } from '../core/assessment/importList';
import {
  type ListExport,
  type ListExportReading,
  type ListMeaning,
  readListExport,
} from '../core/assessment/listExport';
import { readProject } from '../core/assessment/projectFile';
import { readRequirementList } from '../core/assessment/requirementList';
import type { ColumnPreview } from '../core/matrix/preview';
import type { TableSource } from '../core/matrix/table';
import type { Message } from '../core/message';
import { type ProblemCode, severityOf } from '../core/problems';
import { explainImport, importCounts } from '../core/report/listImport';
import type { Assessment } from '../workspace/assessment';
import { openMatrixFile } from '../workspace/content';
import { sameBytes } from '../workspace/sameBytes';
import { unhurried } from '../workspace/unhurried';
import { refuseUnsaved } from './changeRegister';
import { editProjectFile } from './editProjectFile';
import { inform } from './inform';
import { pickAssessment } from './pickAssessment';
import { MATRIX_FILES } from './pickMatrix';
import { plainText, withoutIcons } from './plainText';
import { registerCommand } from './registerCommand';

/** What a person would pick. */
export interface ImportRequirementsAnswers {
  /** The assessment's id. */
  readonly assessment?: string;
  /** The export. */
  readonly file?: vscode.Uri;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  /** The column of the ids, by its heading or as `#3`. */
  readonly id?: string;
  /** The requirement list, where the project names several: its path as the project writes it. */
  readonly list?: string;
  /** Whether to write, without asking. */
  readonly write?: boolean;
}

const SCHEME = 'inheritance-import';

/** What the requirement list is called where the project file does not say. */
const USUAL_LIST = 'requirements.csv';

/** Shows a Markdown document to be read. */
type ShowDocument = (title: string, text: string) => Promise<void>;

/** *Import Requirement List…*: takes over an export, and shows what that would do before it does it. */
export const importRequirementsCommand: Feature = (app) => {
  const texts = new Map<string, string>();
  const show: ShowDocument = async (title, text) => {
    const path = `/${title.replaceAll('/', '_')}.md`;
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: String(texts.size) });
    texts.set(uri.toString(), text);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()),
    }),
    registerCommand(app, 'importRequirements', (answers?: ImportRequirementsAnswers) =>
      importRequirements(app, show, answers),
    ),
  );
};

async function importRequirements(
  app: App,
  show: ShowDocument,
  answers: ImportRequirementsAnswers = {},
): Promise<void> {
  const assessment = await pickAssessment(app, answers.assessment);
  if (!assessment) return;
  const { catalog } = assessment;
  const { projectFile, folder } = assessment.source;
  if (projectFile === undefined) {
    void app.attempt(offerProjectFile);
    return;
  }
  const listed = await listedPaths(projectFile);
  const path = answers.list ?? (await pickList(listed));
  const list = path === undefined ? undefined : await pickExport(app, assessment, answers);
  if (path === undefined || !list) return;

  const location = app.files.resolve(folder, path);
  const name = app.files.label(location);
  refuseUnsaved(app, location);
  const bytes = (await app.files.kindOf(location)) === undefined ? undefined : await app.files.read(location);
  const current = bytes && readRequirementList(bytes, location, name, catalog);
  // Of a list that is not read to its end, rows would be added that are there already.
  const failure = current?.problems.find((found) => severityOf(found) === 'error' && found.code !== 'file-empty');
  if (failure) {
    showError(app, failure);
    return;
  }
  const { evidence, requests } = assessment.registers;
  const comparison = compareLists(current?.requirements ?? [], list.requirements, evidence, requests);
  const merged = mergeList({ bytes, file: location, name }, comparison, catalog);
  if ('failure' in merged) {
    showError(app, merged.failure);
    return;
  }

  const { left } = merged;
  const { translate } = app;
  const labelOf = (file: string): string => app.files.label(file);
  await show(
    vscode.l10n.t('Import of {0}', app.files.name(list.file)),
    explainImport({ list, target: name, comparison, left, labelOf, translate }),
  );
  const counts = translate(importCounts(comparison));
  if (!(answers.write ?? (await confirm(name, counts)))) return;
  if (!bytes || !sameBytes(bytes, merged.bytes)) await app.files.write(location, merged.bytes, { content: bytes });
  if (!listed.includes(path)) {
    const step = vscode.l10n.t('Set its key "requirements" to {0}.', path);
    await editProjectFile(vscode.Uri.parse(projectFile), (text) => setPath(text, 'requirements', path), step);
  }
  await app.index.reload();
  // Not awaited: the command is done, whatever becomes of the message.
  void app.attempt(() => report(location, counts));
}

function showError({ translate }: App, failure: Message): void {
  void vscode.window.showErrorMessage(plainText(translate(failure)));
}

async function offerProjectFile(): Promise<void> {
  const create = vscode.l10n.t('Create Project File…');
  const text = vscode.l10n.t('A requirement list belongs to an assessment with a project file. Create that first.');
  if ((await vscode.window.showInformationMessage(text, create)) === create) {
    await vscode.commands.executeCommand(COMMANDS.createProject);
  }
}

/** The requirement lists that the project file names, as it stands in the editor. */
async function listedPaths(projectFile: string): Promise<readonly string[]> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(projectFile));
  return readProject(document.getText(), projectFile).project.requirements ?? [];
}

async function pickList([first = USUAL_LIST, ...others]: readonly string[]): Promise<string | undefined> {
  if (others.length === 0) return first;
  return vscode.window.showQuickPick([first, ...others], {
    title: vscode.l10n.t('Import Requirement List: into which list?'),
  });
}

/** Reads the export that a person chooses, and asks for what it does not say. Undefined where there is none to take over. */
async function pickExport(
  app: App,
  { source, catalog }: Assessment,
  answers: ImportRequirementsAnswers,
): Promise<ListExport | undefined> {
  const [file] = answers.file
    ? [answers.file]
    : ((await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Import Requirement List'),
        defaultUri: vscode.Uri.parse(source.folder),
        filters: { [vscode.l10n.t('Exported requirement list')]: MATRIX_FILES },
      })) ?? []);
  if (!file) return undefined;
  const location = file.toString();
  app.files.grant(location);
  const name = app.files.label(location);
  const input = await openMatrixFile(await app.files.read(location), { location, name, loadPart: app.loadPart });
  if ('failure' in input) {
    showError(app, input.failure);
    return undefined;
  }
  const { sheet, id } = answers;
  const list = await readExport(app, (asked) => unhurried(readListExport(input, location, name, asked, catalog)), {
    ...(sheet !== undefined && { sheet }),
    ...(id !== undefined && { columns: { id } }),
  });
  const failure = list?.problems.find(({ code }) => REFUSED.has(code));
  if (failure) showError(app, failure);
  return failure ? undefined : list;
}

/** With these, what an export does not list could be in it all the same. */
const REFUSED: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['list-without-rows', 'unclosed-quote']);

type Source = TableSource<ListMeaning>;

/** Reads an export, and asks which sheet or column is meant where that is not certain. */
async function readExport(
  app: App,
  read: (source: Source) => Promise<ListExportReading>,
  source: Source,
): Promise<ListExport | undefined> {
  const reading = await read(source);
  if ('list' in reading) {
    const { sheet, rivals } = reading.list;
    if (sheet === undefined || rivals.length === 0) return reading.list;
    const picked = await vscode.window.showQuickPick([sheet, ...rivals], {
      title: vscode.l10n.t('Import Requirement List: which sheet is the list?'),
    });
    return picked === undefined ? undefined : readExport(app, read, { ...source, sheet: picked });
  }
  if (reading.columns.length === 0 || source.columns !== undefined) {
    showError(app, reading.failure);
    return undefined;
  }
  const column = await pickIdColumn(reading.columns);
  return column && readExport(app, read, { ...source, columns: { id: column.name } });
}

async function pickIdColumn(columns: readonly ColumnPreview[]): Promise<ColumnPreview | undefined> {
  const items = columns.map((column) => ({
    label: withoutIcons(column.heading),
    detail: column.samples.length > 0 ? withoutIcons(column.samples.join('  ·  ')) : vscode.l10n.t('empty'),
    column,
  }));
  const item = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Import Requirement List: which column holds the requirement ids?'),
    matchOnDetail: true,
  });
  return item?.column;
}

async function confirm(name: string, counts: string): Promise<boolean> {
  const go = vscode.l10n.t('Import');
  const text = vscode.l10n.t('Import into {0}? {1}.', name, counts);
  return (await vscode.window.showInformationMessage(plainText(text), go, vscode.l10n.t('Cancel'))) === go;
}

async function report(location: string, counts: string): Promise<void> {
  const open = {
    label: vscode.l10n.t('Open List'),
    run: () => vscode.window.showTextDocument(vscode.Uri.parse(location)),
  };
  await inform('information', vscode.l10n.t('The requirement list was imported: {0}.', counts), [open]);
}
