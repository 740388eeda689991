import { findExporter, type OfferedExporter, offeredExporters } from '../core/report/exporters';
import { type CopyMark, writeSteps } from '../core/report/report';
import { builtInProfiles } from '../core/sharing/builtInProfiles';
import type { Profile } from '../core/sharing/profile';
import { finish } from '../core/steps';
import type { Assessment } from '../workspace/assessment';
import { type Copied, createCopy, type LeftOut } from '../workspace/createCopy';
import { exporterOf } from '../workspace/exporterOf';
import { fileProblem } from '../workspace/fileProblem';
import { FileError } from '../workspace/files';
import { isInput } from '../workspace/isInput';
import { shareCopy } from '../workspace/shareCopy';
import { hashOfStatuses } from '../workspace/sharing';
import { type CommandArguments, type CommandContext, type Delivery, type FileCommand, UsageError } from './command';
import { deliver, targetOf } from './deliver';
import { exportPart } from './exportPart';
import { loadPart } from './loadPart';
import { openAssessment } from './openAssessment';
import { detailsOf, refuseShareFlags, shareArguments } from './shareFlags';

/** `export`: the summary as a file, with what a profile allows; over one that is there only when told to. */
export const exportSummary: FileCommand = async (args, context) => {
  const { project, matrix } = args;
  if (project === undefined && (matrix === undefined || args.files.length === 0)) {
    throw new UsageError('export needs --project FILE, or --matrix FILE and at least one document.');
  }
  const offered = args.preview ? undefined : offeredFor(args);
  const assessment = await openAssessment(args, context);
  const profile = profileOf(args);
  if (!profile.isOutside) refuseShareFlags(args, profile);
  const part = exportPart(args, assessment, profile);
  const copy = (mark?: CopyMark): Promise<Copied> =>
    createCopy(assessment, context.files, context, profile, { ...(part && { part }), ...(mark && { copy: mark }) });
  if (!offered) return { text: previewLines(profile, (await copy()).leftOut) };
  const make = async (mark?: CopyMark): Promise<Uint8Array> => {
    const { report } = await copy(mark);
    return finish(writeSteps(await exporterOf(offered, loadPart), report));
  };
  if (!profile.isOutside) return deliver(await make(), args, assessment, context);
  return share(args, profile, make, assessment, context);
};

function offeredFor({ format, out }: CommandArguments): OfferedExporter {
  const offered = findExporter(format, out === '-' ? undefined : out);
  if (offered) return offered;
  const known = offeredExporters.map((known) => known.format).join(', ');
  throw new UsageError(
    format === undefined
      ? `Name the export's format with --format: one of ${known}.`
      : `There is no export format ${format}: take one of ${known}.`,
  );
}

function profileOf({ profile: id = 'internal' }: CommandArguments): Profile {
  const profile = builtInProfiles.find((each) => each.id === id);
  if (profile) return profile;
  throw new UsageError(`There is no profile ${id}: take one of ${builtInProfiles.map((each) => each.id).join(', ')}.`);
}

/** What a profile leaves out, for a person who looks before anything is written. */
function previewLines({ id }: Profile, leftOut: readonly LeftOut[]): readonly string[] {
  if (leftOut.length === 0) return [`The profile ${id} leaves nothing out.`];
  return [
    `The profile ${id} leaves out or changes:`,
    ...leftOut.map(({ what, treatment, count, examples }) => {
      const how = treatment === 'remove' ? 'removed' : 'replaced by pseudonyms';
      const such = examples.length > 0 ? `, such as ${examples.join(', ')}` : '';
      return `${what}: ${count} ${how}${such}`;
    }),
  ];
}

/** Writes a copy for a reader outside and records it: both, or nothing. */
async function share(
  args: CommandArguments,
  profile: Profile,
  make: (mark: CopyMark) => Promise<Uint8Array>,
  assessment: Assessment,
  context: CommandContext,
): Promise<Delivery> {
  const { files, workingFolder, today, translate } = context;
  try {
    const given = await shareArguments(args, profile, context);
    const { location, isFree } = await targetOf({ ...given, force: args.force ?? false }, assessment, context);
    const statuses = await hashOfStatuses(assessment.summary);
    const shared = await shareCopy(
      {
        ...detailsOf(given),
        projectFile: files.resolve(workingFolder, given.project),
        target: location,
        overwrite: !isFree,
        isInput: (file) => isInput(file, assessment, files),
        today,
        profile: profile.id,
        recipient: given.recipient,
        ...(given.by !== undefined && { by: given.by }),
        ...(statuses !== undefined && { statuses }),
        make,
      },
      files,
    );
    if ('failure' in shared) throw new UsageError(translate(shared.failure));
    return { text: [`${files.label(location)} is written, and recorded as ${shared.number}.`] };
  } catch (error) {
    throw error instanceof FileError ? new UsageError(translate(fileProblem(error, files))) : error;
  }
}
