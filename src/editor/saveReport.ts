import * as vscode from 'vscode';
import type { App } from '../app';
import { message } from '../core/message';
import type { Exporter } from '../core/report/report';

/** What a person would pick, for callers that know it already. */
export interface SaveAnswers {
  /** An exporter's format. */
  readonly format?: string;
  readonly target?: vscode.Uri;
}

/** A report that can be saved in several formats. */
export interface SavedReport<R> {
  /** The title of what is asked. */
  readonly title: string;
  readonly exporters: readonly Exporter<R>[];
  readonly findExporter: (format: string | undefined, file: string | undefined) => Exporter<R> | undefined;
  /** The folder that is offered, and the file's name without its extension. */
  readonly folder: string;
  readonly fileName: string;
  /** @throws where the file must not be written over */
  readonly allow: (target: vscode.Uri) => Promise<void>;
  readonly create: (target: vscode.Uri) => R;
}

/** Writes a report to a file that the person names, and opens it. Resolves to the file, if one was written. */
export async function saveReport<R>(
  app: App,
  saved: SavedReport<R>,
  answers: SaveAnswers,
): Promise<vscode.Uri | undefined> {
  const exporter = await pickExporter(app, saved, answers);
  if (!exporter) return undefined;
  const target =
    answers.target ??
    (await vscode.window.showSaveDialog({
      title: saved.title,
      defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(saved.folder), `${saved.fileName}.${exporter.extension}`),
      filters: { [exporter.name]: [exporter.extension] },
    }));
  if (!target) return undefined;
  app.files.grant(target.toString());
  await saved.allow(target);
  await app.files.write(target.toString(), exporter.write(saved.create(target)));
  await vscode.window.showTextDocument(target);
  return target;
}

/** The format that is asked for, that the file's name tells, or that the person picks. Undefined where none was picked. */
async function pickExporter<R>(
  app: App,
  { exporters, findExporter, title }: SavedReport<R>,
  { format, target }: SaveAnswers,
): Promise<Exporter<R> | undefined> {
  const known = findExporter(format, target?.path);
  if (known) return known;
  if (format !== undefined) throw new Error(vscode.l10n.t('There is no export format {0}.', format));
  const items = exporters.map((exporter) => ({
    label: exporter.name,
    description: app.translate(message(exporter.purpose)),
    exporter,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('In which format?'),
  });
  return picked?.exporter;
}
