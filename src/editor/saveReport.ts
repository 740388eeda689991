import * as vscode from 'vscode';
import type { App } from '../app';
import { message } from '../core/message';
import { type Exporter, type ExportFormat, writeSteps } from '../core/report/exporter';
import { unhurried } from '../workspace/unhurried';
import { runSlowly } from './slowProgress';

/** What a person would pick, for callers that know it already. */
export interface SaveAnswers {
  /** An exporter's format. */
  readonly format?: string;
  readonly target?: vscode.Uri;
}

/** A report that can be saved in several formats. */
export interface SavedReport<R, F extends ExportFormat = Exporter<R>> {
  /** The title of what is asked. */
  readonly title: string;
  readonly formats: readonly F[];
  readonly findFormat: (format: string | undefined, file: string | undefined) => F | undefined;
  readonly exporterOf: (format: F) => Exporter<R> | Promise<Exporter<R>>;
  /** The folder that is offered, and the file's name without its extension. */
  readonly folder: string;
  readonly fileName: string;
  /** @throws where the file must not be written over */
  readonly allow: (target: vscode.Uri) => Promise<void>;
  readonly create: (target: vscode.Uri) => R;
}

/**
 * Writes a report to a file that the person names, and opens it. The dialog asks before it takes a file that is there.
 * Resolves to the file, if one was written: none where the person thought better of it.
 */
export async function saveReport<R, F extends ExportFormat>(
  app: App,
  saved: SavedReport<R, F>,
  answers: SaveAnswers,
): Promise<vscode.Uri | undefined> {
  const format = await pickFormat(app, saved, answers);
  if (!format) return undefined;
  const target =
    answers.target ??
    (await vscode.window.showSaveDialog({
      title: saved.title,
      defaultUri: vscode.Uri.joinPath(
        vscode.Uri.parse(saved.folder),
        `${saved.fileName}${format.suffix ?? ''}.${format.extension}`,
      ),
      filters: { [format.name]: [format.extension] },
    }));
  if (!target) return undefined;
  app.files.grant(target.toString());
  await saved.allow(target);
  const exporter = await saved.exporterOf(format);
  const bytes = await runSlowly(
    () => saved.title,
    (tell, signal) => unhurried(writeSteps(exporter, saved.create(target), tell), signal),
  );
  if (!bytes) return undefined;
  await app.files.write(target.toString(), bytes);
  await openWritten(target, format);
  return target;
}

/** Opens a file that was written just now. */
export async function openWritten(target: vscode.Uri, { isBinary }: ExportFormat): Promise<void> {
  if (isBinary) await vscode.commands.executeCommand('vscode.open', target);
  else await vscode.window.showTextDocument(target);
}

/** The format that is asked for, that the file's name tells, or that the person picks. Undefined where none was picked. */
async function pickFormat<R, F extends ExportFormat>(
  app: App,
  { formats, findFormat, title }: SavedReport<R, F>,
  { format, target }: SaveAnswers,
): Promise<F | undefined> {
  const known = findFormat(format, target?.path);
  if (known) return known;
  if (format !== undefined) throw new Error(vscode.l10n.t('There is no export format {0}.', format));
  const items = formats.map((offered) => ({
    label: offered.name,
    description: app.translate(message(offered.purpose)),
    offered,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('In which format?'),
  });
  return picked?.offered;
}
