import type { SentenceCode } from '../sentences';
import type { ProfileField } from '../sharing/profile';
import type { Steps } from '../steps';
import type { Report } from './report';

/** A format as it is offered. */
export interface ExportFormat {
  /** Its name on the command line. */
  readonly format: string;
  /** What it is called everywhere. */
  readonly name: string;
  /** What it is for. */
  readonly purpose: SentenceCode;
  /** What follows the point in the file's name. */
  readonly extension: string;
  /** What stands before the point, where it is offered beside another of the same extension. */
  readonly suffix?: string;
  /** Whether no editor shows it as text. */
  readonly isBinary?: true;
  /** What a profile has to allow for it to be made at all (`missingFor`). */
  readonly needs?: readonly ProfileField[];
}

/**
 * One format of the exported summary, or of another report. A new one is a file beside this one and a line in
 * `exporters.ts`.
 */
export interface Exporter<R = Report> extends ExportFormat {
  /** The whole file. The same report gives the same bytes. It begins so that `isExport` knows it. */
  write(report: R): Uint8Array;
  /**
   * The same in steps, where a large report takes long.
   *
   * @param tell told how far it is
   */
  steps?(report: R, tell?: TellProgress): Steps<Uint8Array>;
}

export type TellProgress = (done: number, total: number) => void;

/** Writes a file in as many steps as its format has. */
export function* writeSteps<R>(exporter: Exporter<R>, report: R, tell?: TellProgress): Steps<Uint8Array> {
  return exporter.steps ? yield* exporter.steps(report, tell) : exporter.write(report);
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
