import { CopyError } from '../workspace/createCopy';
import { fileProblem } from '../workspace/fileProblem';
import { FileError } from '../workspace/files';
import { type CommandContext, UsageError } from './command';

/** An error as the command line tells it, whatever the command: what a file or a copy is refused for, in words; any other as it is. */
export function usageError(error: unknown, { files, translate }: Pick<CommandContext, 'files' | 'translate'>): unknown {
  if (error instanceof FileError) return new UsageError(translate(fileProblem(error, files)));
  return error instanceof CopyError ? new UsageError(translate(error.told)) : error;
}
