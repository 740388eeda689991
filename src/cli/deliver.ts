import type { Assessment } from '../workspace/assessment';
import { fileProblem } from '../workspace/fileProblem';
import { FileError } from '../workspace/files';
import { isInput } from '../workspace/isInput';
import { type CommandArguments, type CommandContext, type Delivery, UsageError } from './command';

/**
 * Writes a file that was made from an assessment, never over one that it is made from, and over another only when told to.
 *
 * @param out undefined or `-`: standard output
 */
export async function deliver(
  bytes: Uint8Array,
  { out, force }: Pick<CommandArguments, 'out' | 'force'>,
  assessment: Assessment,
  { files, workingFolder, translate }: CommandContext,
): Promise<Delivery> {
  if (out === undefined || out === '-') return { bytes };
  try {
    const location = files.resolve(workingFolder, out);
    if (await isInput(location, assessment, files)) {
      throw new UsageError(`${out} is a file that the summary is made from; name another one with --out.`);
    }
    const isFree = (await files.kindOf(location)) !== 'file';
    if (!isFree && !force) throw new UsageError(`${out} is there already: --force writes over it.`);
    await files.write(location, bytes, isFree ? { content: undefined } : undefined);
    return { text: [`${files.label(location)} is written.`] };
  } catch (error) {
    throw error instanceof FileError ? new UsageError(translate(fileProblem(error, files))) : error;
  }
}
