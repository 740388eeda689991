import type * as vscode from 'vscode';
import type { CalendarDate } from './core/calendarDate';
import type { Catalog } from './core/csf/catalog';
import type { Translate } from './core/message';
import type { AssessmentIndex } from './workspace/assessmentIndex';
import type { ContainedFiles } from './workspace/containedFiles';
import type { MatrixNews } from './workspace/matrixNews';
import type { LoadPart } from './workspace/parts';

/** The parts of the extension, built once in `activate` and handed to every feature. */
export interface App {
  readonly extensionUri: vscode.Uri;
  /** What is remembered of how a person works in this workspace. */
  readonly workspaceState: vscode.Memento;
  readonly version: string;
  readonly catalog: Catalog;
  readonly files: ContainedFiles;
  readonly index: AssessmentIndex;
  readonly matrixNews: MatrixNews;
  readonly loadPart: LoadPart;
  readonly translate: Translate;
  /**
   * Runs what a person asked for. Where it fails they are told, the log has the rest, and the result is undefined: every
   * command and every message of a page goes through here.
   */
  readonly attempt: <T>(action: () => T | Thenable<T>) => Promise<T | undefined>;
  /** For what a person need not be told, and whoever looks into it wants to know. */
  readonly log: Pick<vscode.LogOutputChannel, 'error' | 'warn'>;
  /** The day it is where the person works. */
  readonly today: () => CalendarDate;
}

/** A feature registers itself with the editor; what it returns takes it out again. */
export type Feature = (app: App) => vscode.Disposable;
