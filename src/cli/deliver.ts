import type { Assessment } from '../workspace/assessment';
import type { Files } from '../workspace/files';
import { isInput } from '../workspace/isInput';
import { realPath } from '../workspace/realPath';
import { type CommandArguments, type CommandContext, type Delivery, UsageError } from './command';

/** Where a file is written, and whether there is none yet. */
export interface Target {
  readonly location: string;
  readonly isFree: boolean;
}

/**
 * Writes a file that was made from an assessment, never over one that it is made from, and over another only when told to.
 *
 * @param out undefined or `-`: standard output
 * @throws {FileError}
 */
export async function deliver(
  bytes: Uint8Array,
  { out, force = false }: Pick<CommandArguments, 'out' | 'force'>,
  assessment: Assessment,
  context: CommandContext,
): Promise<Delivery> {
  if (out === undefined || out === '-') return { bytes };
  const { files } = context;
  const { location, isFree } = await targetOf({ out, force }, assessment, context);
  await files.write(location, bytes, isFree ? { content: undefined } : undefined);
  return { text: [`${files.label(location)} is written.`] };
}

/**
 * @throws {UsageError} where the file is one that it is made from, or is there already and may not be written over
 * @throws {FileError}
 */
export async function targetOf(
  { out, force }: { readonly out: string; readonly force: boolean },
  assessment: Assessment,
  { files, workingFolder }: CommandContext,
): Promise<Target> {
  const location = files.resolve(workingFolder, out);
  if ((await isInput(location, assessment, files)) || (await leadsToInput(location, assessment, files))) {
    throw new UsageError(`${out} is a file that the summary is made from; name another one with --out.`);
  }
  const isFree = (await files.kindOf(location)) !== 'file';
  if (!isFree && !force) throw new UsageError(`${out} is there already: --force writes over it.`);
  return { location, isFree };
}

/** Whether what is written there would go, by a link, to a file that the summary is made from. */
async function leadsToInput(location: string, assessment: Assessment, files: Files): Promise<boolean> {
  const target = await realPath(location);
  if (target !== location && (await isInput(target, assessment, files))) return true;
  for (const input of assessment.files) {
    const isSame = input !== location && (await realPath(input)) === target;
    if (isSame && (await isInput(input, assessment, files))) return true;
  }
  return false;
}
