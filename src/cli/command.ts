import type { CalendarDate } from '../core/calendarDate';
import type { Translate } from '../core/message';
import type { ShareDetails } from '../core/sharing/sharePolicy';
import type { Files } from '../workspace/files';
import type { SealingArguments, StandardInput } from './sealing';

/** What a command of the command line works with; nothing else reaches out of it. */
export interface CommandContext {
  readonly files: Files;
  /** The folder that paths on the command line are relative to. */
  readonly workingFolder: string;
  readonly today: CalendarDate;
  readonly translate: Translate;
  readonly toolVersion: string;
  readonly standardInput: StandardInput;
  /** Tells how far a long reading has got. */
  readonly onProgress: (done: number, total: number) => void;
}

/** The options and arguments of a command, as written. */
export interface CommandArguments extends ShareDetails, SealingArguments {
  readonly files: readonly string[];
  readonly matrix?: string;
  readonly project?: string;
  /** What `--format` names: text or JSON, SARIF for `check`, or for `export` the format of the file. */
  readonly format?: string;
  readonly out?: string;
  /** Whether `export` may write over a file. */
  readonly force?: boolean;
  /** What a copy's reader gets: the id of a profile. */
  readonly profile?: string;
  /** The part that is exported: ids of controls, categories and requirements with commas between them, and an owner. */
  readonly controls?: string;
  readonly owner?: string;
  /** Whether `export` only tells what the profile leaves out. */
  readonly preview?: boolean;
  /** Who records a share. */
  readonly by?: string;
  /** Whether the files are what earlier runs printed, to be added up. */
  readonly merge?: boolean;
}

/** What a command found: the same in JSON and in words. */
export interface Findings {
  readonly json: unknown;
  /** Lines for a person. */
  readonly text: readonly string[];
  /** Whether there is something to report, which is exit status 1. */
  readonly hasFindings: boolean;
}

/** A command that answers with a file: its bytes for standard output, or a line for a person where they were written. */
export type Delivery = ({ readonly bytes: Uint8Array } | { readonly text: readonly string[] }) & {
  /** Whether what stands in the file is a reason to fail, which is exit status 1. */
  readonly hasFindings?: boolean;
};

/** A command whose answer is printed, in words or in JSON. */
export type Command = (args: CommandArguments, context: CommandContext) => Promise<Findings>;

/** A command whose answer is a file. */
export type FileCommand = (args: CommandArguments, context: CommandContext) => Promise<Delivery>;

/** The command line was not understood, or a file it names cannot be read: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
