import type { Profile } from '../core/sharing/profile';
import { checkDetails, SHARE_DETAILS, type ShareDetails } from '../core/sharing/sharePolicy';
import { prepareShare } from '../workspace/sharing';
import { type CommandArguments, type CommandContext, UsageError } from './command';

/** The flags that say what is shared with whom. */
export const SHARE_FLAGS = [...SHARE_DETAILS, 'by'] as const;

/** The flags of `export` that take a text. */
export const EXPORT_FLAGS = [...SHARE_FLAGS, 'profile', 'controls', 'owner'] as const;

/** A share on the command line, with all that has to be given. */
export interface ShareArguments extends CommandArguments {
  readonly project: string;
  readonly out: string;
  readonly recipient: string;
}

/** @throws {UsageError} where something is told of a recipient although nobody outside gets a copy */
export function refuseShareFlags(args: CommandArguments, { id }: Profile): void {
  const given = SHARE_FLAGS.filter((flag) => args[flag] !== undefined);
  if (given.length > 0)
    throw new UsageError(`${flags(given)}: of no use with the profile ${id}, whose readers are not recorded.`);
}

/**
 * The arguments of a share, once everything that the project asks of one is given.
 *
 * @throws {UsageError} naming all that is missing, expired or no day
 * @throws {FileError}
 */
export async function shareArguments(
  args: CommandArguments,
  { id }: Profile,
  { files, workingFolder, today, translate }: CommandContext,
): Promise<ShareArguments> {
  const { project, out, recipient } = args;
  const ready = project === undefined ? undefined : await prepareShare(files.resolve(workingFolder, project), files);
  if (ready && 'failure' in ready) throw new UsageError(translate(ready.failure));
  const { missing, faults } = checkDetails(detailsOf(args), ready?.policy ?? {}, today);
  const isWritten = out !== undefined && out !== '-';
  const all = [...(project === undefined ? ['project'] : []), ...(isWritten ? [] : ['out']), ...missing];
  const told = [
    ...(all.length > 0 ? [`The profile ${id} is for readers outside, and a copy for them needs ${flags(all)}.`] : []),
    ...faults.map(translate),
  ];
  if (project === undefined || !isWritten || recipient === undefined || told.length > 0)
    throw new UsageError([...told, 'Nothing was written.'].join(' '));
  return { ...args, project, out, recipient };
}

export function detailsOf(args: CommandArguments): ShareDetails {
  return Object.fromEntries(SHARE_DETAILS.map((detail) => [detail, args[detail] ?? '']));
}

function flags(names: readonly string[]): string {
  return names.map((name) => `--${name}`).join(', ');
}
