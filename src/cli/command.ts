import type { CalendarDate } from '../core/calendarDate';
import type { Translate } from '../core/message';
import type { Files } from '../workspace/files';

/** What a command of the command line works with; nothing else reaches out of it. */
export interface CommandContext {
  readonly files: Files;
  /** The folder that paths on the command line are relative to. */
  readonly workingFolder: string;
  readonly today: CalendarDate;
  readonly translate: Translate;
  readonly toolVersion: string;
  /** Tells how far a long reading has got. */
  readonly onProgress: (done: number, total: number) => void;
}

/** The options and arguments of a command, as written. */
export interface CommandArguments {
  readonly files: readonly string[];
  readonly matrix?: string;
  readonly project?: string;
}

/** What a command found: the same in JSON and in words. */
export interface CommandResult {
  readonly json: unknown;
  /** Lines for a person. */
  readonly text: readonly string[];
  /** Whether there is something to report, which is exit status 1. */
  readonly hasFindings: boolean;
}

export type Command = (args: CommandArguments, context: CommandContext) => Promise<CommandResult>;

/** The command line was not understood, or a file it names cannot be read: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
