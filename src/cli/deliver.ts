import type { Assessment } from '../workspace/assessment';
import { fileProblem } from '../workspace/fileProblem';
import { FileError } from '../workspace/files';
import { isInput } from '../workspace/isInput';
import { type CommandContext, type Delivery, UsageError } from './command';

/**
 * Writes a file that was made from an assessment, never over one that it is made from.
 *
 * @param out where to, as on the command line; undefined or `-` for standard output
 */
export async function deliver(
  bytes: Uint8Array,
  out: string | undefined,
  assessment: Assessment,
  { files, workingFolder, translate }: CommandContext,
): Promise<Delivery> {
  if (out === undefined || out === '-') return { bytes };
  try {
    const location = files.resolve(workingFolder, out);
    if (await isInput(location, assessment, files)) {
      throw new UsageError(`${out} is a file that the summary is made from; name another one with --out.`);
    }
    await files.write(location, bytes);
    return { text: [`${files.label(location)} is written.`] };
  } catch (error) {
    throw error instanceof FileError ? new UsageError(translate(fileProblem(error, files))) : error;
  }
}
