import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { PROJECT_FILE } from '../core/assessment/projectFile';
import { type MatrixMapping, setMatrixMapping } from '../core/assessment/editProject';
import { type ColumnMapping, MARKS } from '../core/matrix/columns';
import type { Matrix, MatrixSource } from '../core/matrix/matrix';
import { type ColumnPreview, type MatrixPreview, previewMatrix, unknownValues } from '../core/matrix/preview';
import { RESPONSIBILITIES, type Responsibility, type ValueMapping } from '../core/matrix/responsibility';
import { countResponsibilities, rollUp } from '../core/matrix/rollUp';
import { message } from '../core/message';
import type { Assessment } from '../workspace/assessment';
import { openMatrixFile } from '../workspace/content';
import { unhurried } from '../workspace/unhurried';
import { editProjectFile } from './editProjectFile';
import { pickMatrix, type PickMatrixAnswers } from './pickMatrix';
import { plainText, withoutIcons } from './plainText';
import { registerCommand } from './registerCommand';

/** What a person would pick. */
export interface MapMatrixAnswers extends PickMatrixAnswers, MatrixMapping {
  /** Whether to save without asking. */
  readonly save?: boolean;
}

/** More values than these are no list of responsibilities, but prose. */
const MOST_VALUES = 20;

/** How many rows show what the answers come to. */
const ROWS_SHOWN = 8;

/** *Map Matrix Columns…*: asks what the matrix does not say of itself, and keeps the answers in the project file. */
export const mapMatrixCommand: Feature = (app) =>
  registerCommand(app, 'mapMatrix', (answers?: MapMatrixAnswers) => mapMatrix(app, answers));

async function mapMatrix(app: App, answers: MapMatrixAnswers = {}): Promise<void> {
  const asked = await pickMatrix(app, answers);
  if (!asked) return;
  const { assessment, location } = asked;
  const source = assessment.matrixSourceOf(location);
  const name = app.files.label(location);
  const input = await openMatrixFile(await app.files.read(location), { location, name, loadPart: app.loadPart });
  if ('failure' in input) {
    void vscode.window.showErrorMessage(plainText(app.translate(input.failure)));
    return;
  }
  const { catalog } = assessment;
  let base: MatrixSource = source;
  const read = (mapping: MatrixMapping): Promise<MatrixPreview> =>
    unhurried(previewMatrix(input, location, name, { ...base, ...mapping }, catalog));

  const first = await read({});
  const sheet = answers.sheet ?? (await pickSheet(first, source));
  if (sheet === null) return;
  if (sheet !== undefined && sheet !== sheetOf(first, source)) {
    // What was said of another sheet's header and columns says nothing of this one's.
    const { path, provider, idPattern } = source;
    base = { path, ...(provider !== undefined && { provider }), ...(idPattern !== undefined && { idPattern }) };
  }
  const ofSheet = sheet === undefined ? {} : { sheet };
  const picked = answers.columns ?? (await pickColumns(await read(ofSheet), app));
  if (!picked) return;
  const columns = { ...withoutAsked(base.columns), ...picked };
  const { reading } = await read({ columns, ...ofSheet });
  const values = answers.values ?? ('matrix' in reading ? await pickValues(reading.matrix, app) : {});
  if (!values) return;
  const mapping = { columns, values: { ...source.values, ...values }, ...ofSheet };
  const preview = await read(mapping);
  if (!answers.save && !(await confirm(preview, assessment, app))) return;
  await save(mapping, source, assessment, app);
  // Who said how it is to be read need not be told that it is read otherwise now.
  app.matrixNews.accept(location, app.index.assessments);
}

/** The mapping without the columns that the person is asked for. */
function withoutAsked(columns: ColumnMapping = {}): ColumnMapping {
  const asked: readonly string[] = ['id', 'responsibility', 'inheritability', ...MARKS];
  return Object.fromEntries(Object.entries(columns).filter(([meaning]) => !asked.includes(meaning)));
}

function sheetOf({ reading }: Pick<MatrixPreview, 'reading'>, source: MatrixSource): string | undefined {
  return source.sheet ?? ('matrix' in reading ? reading.matrix.sheet : undefined);
}

/** Null where the person thought better of it, undefined where there is nothing to choose. */
async function pickSheet({ sheets, reading }: MatrixPreview, source: MatrixSource): Promise<string | null | undefined> {
  if (sheets.length < 2) return undefined;
  const current = sheetOf({ reading }, source);
  const items = sheets.map((label) => ({
    label,
    ...(label === current && { description: vscode.l10n.t('read now') }),
  }));
  const item = await vscode.window.showQuickPick(inOrder(items, current), {
    title: vscode.l10n.t('Map Matrix Columns: which sheet is the matrix?'),
  });
  return item?.label ?? null;
}

async function pickColumns({ columns, reading }: MatrixPreview, app: App): Promise<ColumnMapping | undefined> {
  const now = 'matrix' in reading ? reading.matrix.columns : [];
  const current = (meanings: readonly string[]): string | undefined => {
    const index = now.find(({ meaning }) => meanings.includes(meaning))?.index;
    return columns.find((column) => column.index === index)?.heading;
  };
  const id = await pickColumn(
    columns,
    vscode.l10n.t('Map Matrix Columns (1 of 3): which column holds the ids?'),
    current(['id']),
  );
  if (!id) return undefined;
  const marked = { label: `$(checklist) ${vscode.l10n.t('Columns to be marked: Customer, Shared, Azure')}` };
  const rest = columns.filter((column) => column !== id);
  const value = await pickColumn(
    rest,
    vscode.l10n.t('Map Matrix Columns (2 of 3): which column says who is responsible, or what can be inherited?'),
    current(['responsibility', 'inheritability']),
    marked,
  );
  if (!value) return undefined;
  if (value === marked) {
    const marks: Partial<Record<(typeof MARKS)[number], string>> = {};
    for (const meaning of MARKS) {
      const title = vscode.l10n.t('Which column is {0}?', app.translate(message(`meaning-${meaning}`)));
      const column = await pickColumn(rest, title, current([meaning]), NO_COLUMN());
      if (!column) return undefined;
      if ('name' in column) marks[meaning] = column.name;
    }
    return { id: id.name, ...marks };
  }
  const kind =
    'name' in value ? await pickKind(value, now.find(({ index }) => index === value.index)?.meaning) : undefined;
  return kind && 'name' in value ? { id: id.name, [kind]: value.name } : undefined;
}

const NO_COLUMN = (): vscode.QuickPickItem => ({
  label: `$(circle-slash) ${vscode.l10n.t('There is no such column')}`,
});

/** A column among those of the matrix, or the other item. */
async function pickColumn<T extends vscode.QuickPickItem = never>(
  columns: readonly ColumnPreview[],
  title: string,
  current: string | undefined,
  other?: T,
): Promise<ColumnPreview | T | undefined> {
  const items = columns.map((column) => ({
    label: withoutIcons(column.heading),
    description: column.heading === current ? vscode.l10n.t('read now') : '',
    detail: column.samples.length > 0 ? withoutIcons(column.samples.join('  ·  ')) : vscode.l10n.t('empty'),
    column,
  }));
  const options = { title, matchOnDetail: true };
  const item = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly column?: ColumnPreview }>(
    [...inOrder(items, current === undefined ? undefined : withoutIcons(current)), ...(other ? [other] : [])],
    options,
  );
  return item && (item.column ?? other);
}

/** A value means something only under its kind of heading, so the person says which kind it is. */
async function pickKind(
  { heading }: ColumnPreview,
  current: string | undefined,
): Promise<'responsibility' | 'inheritability' | undefined> {
  const items = [
    {
      label: vscode.l10n.t('Who is responsible'),
      detail: vscode.l10n.t('Its values name a party: Customer, Shared, Azure. “Yes” and “No” mean nothing.'),
      meaning: 'responsibility' as const,
    },
    {
      label: vscode.l10n.t('What can be inherited'),
      detail: vscode.l10n.t('“Yes” or “Fully” is Azure’s, “No” or “Not” the customer’s, “Partially” shared.'),
      meaning: 'inheritability' as const,
    },
  ];
  const first = items.filter(({ meaning }) => meaning === current);
  const item = await vscode.window.showQuickPick([...first, ...items.filter(({ meaning }) => meaning !== current)], {
    title: vscode.l10n.t('Map Matrix Columns (2 of 3): what does “{0}” say?', heading),
  });
  return item?.meaning;
}

/** What the values mean that are not known. Who is not sure leaves them unknown. */
async function pickValues(matrix: Matrix, { translate }: App): Promise<ValueMapping | undefined> {
  const values: [string, Responsibility][] = [];
  for (const { value, count } of unknownValues(matrix).slice(0, MOST_VALUES)) {
    const items = [
      ...RESPONSIBILITIES.map((means) => ({ label: translate(message(means)), means })),
      { label: vscode.l10n.t('I do not know: leave it unknown'), means: undefined },
    ];
    const item = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Map Matrix Columns (3 of 3): what does “{0}” mean? ({1} rows)', value, count),
    });
    if (!item) return undefined;
    if (item.means) values.push([value, item.means]);
  }
  // A value may read `__proto__`.
  return Object.fromEntries(values);
}

/** Shows what it comes to, before anything is written. */
async function confirm({ reading }: MatrixPreview, { source }: Assessment, { translate }: App): Promise<boolean> {
  if ('failure' in reading) {
    void vscode.window.showErrorMessage(plainText(translate(reading.failure)));
    return false;
  }
  const { entries, rows } = reading.matrix;
  const counts = countResponsibilities(rollUp([reading.matrix]).units);
  const keep: vscode.QuickPickItem = {
    label: `$(save) ${vscode.l10n.t('Keep these answers')}`,
    description:
      source.projectFile === undefined ? vscode.l10n.t('in a new project file') : vscode.l10n.t('in the project file'),
    detail: (['azure', 'shared', 'customer', 'unknown'] as const)
      .map((value) => `${translate(message(value))}: ${counts[value]}`)
      .join('  ·  '),
  };
  const sample = entries.slice(0, ROWS_SHOWN).map(({ requirement, control, element, responsibility }) => ({
    label: [requirement ?? control, element].join(' ').trim(),
    description: translate(message(responsibility ?? 'unknown')),
  }));
  const heading = { label: vscode.l10n.t('The first rows'), kind: vscode.QuickPickItemKind.Separator };
  const title = vscode.l10n.t('Map Matrix Columns: {0} rows, {1} entries', rows, entries.length);
  for (;;) {
    const picked = await vscode.window.showQuickPick([keep, heading, ...sample], { title });
    // The rows are there to be looked at.
    if (!picked || picked === keep) return picked === keep;
  }
}

async function save(mapping: MatrixMapping, { path }: MatrixSource, { source }: Assessment, app: App): Promise<void> {
  const { folder, defaults, projectFile } = source;
  const step = vscode.l10n.t('Write its key "matrix" by hand: {0}', JSON.stringify({ path, ...mapping }));
  if (projectFile === undefined) {
    // A colleague, and the command line, read the project file, and not the settings.
    const { documents, type } = defaults;
    const project = { ...(type && { assessment: { type } }), matrix: path, documents };
    const text = setMatrixMapping(`${JSON.stringify(project, undefined, 2)}\n`, path, mapping);
    const location = app.files.resolve(folder, PROJECT_FILE);
    await app.files.write(location, new TextEncoder().encode(text), { content: undefined });
  } else {
    await editProjectFile(vscode.Uri.parse(projectFile), (text) => setMatrixMapping(text, path, mapping), step);
  }
  await app.index.reload();
}

/** The current item first, where pressing Enter takes it. */
function inOrder<T extends vscode.QuickPickItem>(items: readonly T[], current: string | undefined): readonly T[] {
  return [...items.filter(({ label }) => label === current), ...items.filter(({ label }) => label !== current)];
}
