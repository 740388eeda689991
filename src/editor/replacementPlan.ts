import { idOf } from '../core/csf/subject';
import * as vscode from 'vscode';
import type { App } from '../app';
import { message } from '../core/message';
import type { IdChange, TextChange } from '../core/replace/idChange';
import { replaceInDocument } from '../core/replace/replaceInDocument';
import { replaceInProject } from '../core/replace/replaceInProject';
import { replaceInRegister } from '../core/replace/replaceInRegister';
import type { Assessment } from '../workspace/assessment';
import { type Role, syntaxOf } from '../workspace/content';
import { isAsSaved } from '../workspace/isAsSaved';
import { rangeIn, rangeOfPlace } from './ranges';

/** A place or a whole file that keeps the old id, and why. */
export interface Left {
  readonly uri: vscode.Uri;
  /** Undefined for a file that is left out as a whole. */
  readonly range?: vscode.Range;
  readonly why: string;
}

/** What replacing an id everywhere comes to. Nothing is changed until the edit is applied. */
export interface ReplacementPlan {
  readonly edit: vscode.WorkspaceEdit;
  readonly places: number;
  readonly files: number;
  readonly left: readonly Left[];
}

/** What a person has to confirm place by place. */
export type Confirmed = 'all' | 'registers' | 'none';

/** The roles of files in which an id can be replaced. The matrix is the provider's, the requirement list MyCSF's. */
const REPLACED_IN: ReadonlySet<Role | undefined> = new Set<Role>([
  'document',
  'evidence',
  'requests',
  'gaps',
  'project',
]);

/** What a decoder puts in the place of what it cannot read. */
const UNREADABLE = '\ufffd';

/** What becomes of one file's text; undefined where its rows cannot be told apart. */
export function changeOf(
  document: vscode.TextDocument,
  change: IdChange,
  assessment: Assessment,
): TextChange | undefined {
  const { catalog } = assessment;
  const location = document.uri.toString();
  const text = document.getText();
  switch (assessment.roleOf(location)) {
    case 'document':
      return replaceInDocument(text, change, catalog, syntaxOf(location));
    case 'project':
      return replaceInProject(text, change, catalog);
    case 'evidence':
    case 'requests':
    case 'gaps':
      return replaceInRegister(text, change, catalog);
    default:
      return { replacements: [], left: [] };
  }
}

/**
 * Plans to replace an id in all documents, registers and the project file of an assessment, by their texts as they stand
 * in editors now.
 *
 * @param confirmed which places VS Code shows first, for the person to tick what they want: it shows them without a tick
 */
export async function planReplacement(
  app: App,
  assessment: Assessment,
  change: IdChange,
  confirmed: Confirmed,
): Promise<ReplacementPlan> {
  for (;;) {
    const read: Read[] = [];
    const plan = await planOnce(app, assessment, change, confirmed, read);
    // Who types on meanwhile moves the places.
    if (read.every(({ document, version }) => document.version === version)) return plan;
  }
}

/** A document, and the version of it that was read. */
interface Read {
  readonly document: vscode.TextDocument;
  readonly version: number;
}

async function planOnce(
  app: App,
  assessment: Assessment,
  change: IdChange,
  confirmed: Confirmed,
  read: Read[],
): Promise<ReplacementPlan> {
  const edit = new vscode.WorkspaceEdit();
  const left: Left[] = [];
  let [places, files] = [0, 0];
  for (const location of filesToChange(assessment, change)) {
    // A register has its usual name whether there is one or not.
    if ((await app.files.kindOf(location)) !== 'file') continue;
    const uri = vscode.Uri.parse(location, true);
    const document = await openAsText(uri);
    if (!document) {
      left.push({ uri, why: vscode.l10n.t('VS Code cannot open it as text') });
      continue;
    }
    read.push({ document, version: document.version });
    const { replacements, left: leftHere } = await changeIn(document, change, assessment, app);
    left.push(...leftHere);
    if (replacements.length === 0) continue;
    const metadata = metadataFor(change, assessment.roleOf(location) === 'document', confirmed);
    for (const { start, end, text } of replacements)
      edit.replace(document.uri, rangeIn(document, { start, end }), text, metadata);
    places += replacements.length;
    files++;
  }
  return { edit, places, files, left: [...left, ...listedRows(assessment, change)] };
}

/** Undefined where VS Code takes a file for none that holds text, or for too large a one. */
async function openAsText(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** The rows of the requirement list, which is MyCSF's. */
function listedRows(assessment: Assessment, { from }: IdChange): readonly Left[] {
  const lists = assessment.files.filter((file) => assessment.roleOf(file) === 'requirements');
  return lists.flatMap((file) =>
    assessment
      .rowsIn(file)
      .filter(({ requirement }) => requirement !== undefined && requirement === from.requirement)
      .map(({ line }) => ({
        uri: vscode.Uri.parse(file, true),
        range: rangeOfPlace({ line }, undefined),
        why: vscode.l10n.t('in the requirement list, which is the scope'),
      })),
  );
}

/** The documents that name it, and the registers: few, and read again in no time. */
function filesToChange(assessment: Assessment, { from }: IdChange): readonly string[] {
  const naming = new Set(assessment.summary.referencesOf(from.control).map(({ file }) => file));
  return assessment.files.filter((file) => {
    const role = assessment.roleOf(file);
    return role === 'document' ? naming.has(file) : REPLACED_IN.has(role);
  });
}

/** What is replaced in a file, and what is left there: all of it where the file could not be saved as it was. */
async function changeIn(
  document: vscode.TextDocument,
  change: IdChange,
  assessment: Assessment,
  app: App,
): Promise<{ readonly replacements: TextChange['replacements']; readonly left: readonly Left[] }> {
  const { uri } = document;
  const whole = (why: string): Awaited<ReturnType<typeof changeIn>> => ({ replacements: [], left: [{ uri, why }] });
  const found = changeOf(document, change, assessment);
  if (!found) return whole(vscode.l10n.t('a quotation mark is not closed, so its rows cannot be told apart'));
  const why = found.replacements.length > 0 ? await whyNotWritten(document, app) : undefined;
  if (why !== undefined) return whole(why);
  const left = found.left.map((place) => ({
    uri,
    range: rangeIn(document, place),
    why: app.translate(message(`replace-left-${place.why}`)),
  }));
  return { replacements: found.replacements, left };
}

async function whyNotWritten(document: vscode.TextDocument, { files }: App): Promise<string | undefined> {
  const { uri } = document;
  if (await isReadOnly(uri)) return vscode.l10n.t('the file is read-only');
  const isWhole = document.isDirty
    ? !document.getText().includes(UNREADABLE)
    : await isAsSaved(uri.toString(), document.getText(), files);
  return isWhole ? undefined : vscode.l10n.t('VS Code would save it in another encoding or with other line ends');
}

/** Whether a file, or all of its file system, cannot be written. */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  const { fs } = vscode.workspace;
  const { permissions = 0 } = await fs.stat(uri);
  return fs.isWritableFileSystem(uri.scheme) === false || (permissions & vscode.FilePermission.Readonly) !== 0;
}

function metadataFor(
  { from, to }: IdChange,
  isDocument: boolean,
  confirmed: Confirmed,
): vscode.WorkspaceEditEntryMetadata {
  const label = isDocument ? vscode.l10n.t('Scoping documents') : vscode.l10n.t('Registers and project file');
  const needsConfirmation = confirmed === 'all' || (confirmed === 'registers' && !isDocument);
  return { needsConfirmation, label, description: `${idOf(from)} → ${idOf(to)}` };
}
