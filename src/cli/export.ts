import { findExporter, type OfferedExporter, offeredExporters } from '../core/report/exporters';
import { writeSteps } from '../core/report/exporter';
import type { CopyMark } from '../core/report/report';
import { cannotWrite } from '../core/report/missingFor';
import { type Profile, wantsPseudonyms } from '../core/sharing/profile';
import { INTERNAL } from '../core/sharing/builtInProfiles';
import { findProfile } from '../core/sharing/projectProfiles';
import type { Sealing } from '../core/sharing/seal';
import { isSealedName, sealedName, sealedNotice, unsealedName } from '../core/sharing/sealedNotice';
import { finish } from '../core/steps';
import type { Assessment } from '../workspace/assessment';
import { type Copied, createCopy, type LeftOut } from '../workspace/createCopy';
import { exporterOf } from '../workspace/exporterOf';
import { isInput } from '../workspace/isInput';
import { ensurePseudonymKey } from '../workspace/pseudonymKey';
import { shareCopy } from '../workspace/shareCopy';
import { hashOfStatuses } from '../workspace/sharing';
import { type CommandArguments, type CommandContext, type Delivery, type FileCommand, UsageError } from './command';
import { deliver, targetOf } from './deliver';
import { exportPart } from './exportPart';
import { loadPart } from './loadPart';
import { openAssessment } from './openAssessment';
import { readSealing } from './sealing';
import { detailsOf, refuseShareFlags, shareArguments } from './shareFlags';

/** `export`: the summary as a file, with what a profile allows; over one that is there only when told to. */
export const exportSummary: FileCommand = async (args, context) => {
  const { project, matrix } = args;
  if (project === undefined && (matrix === undefined || args.files.length === 0)) {
    throw new UsageError('export needs --project FILE, or --matrix FILE and at least one document.');
  }
  const offered = args.preview ? undefined : offeredFor(args);
  const assessment = await openAssessment(args, context);
  const profile = profileOf(args, assessment);
  if (!profile.isOutside) refuseShareFlags(args, profile);
  const refused = offered && cannotWrite(offered, profile);
  if (refused) throw new UsageError(context.translate(refused));
  const part = exportPart(args, assessment, profile);
  const copy = (pseudonymKey?: string, mark?: CopyMark): Promise<Copied> => {
    const marks = { ...(pseudonymKey !== undefined && { pseudonymKey }), ...(mark && { copy: mark }) };
    return createCopy(assessment, context.files, context, profile, { ...(part && { part }), ...marks });
  };
  // A preview shows no pseudonym, and writes no key for any.
  if (!offered) return { text: previewLines(profile, (await copy('preview')).leftOut) };
  const sealing = await readSealing(args, context.standardInput, context.translate);
  const make = async (mark?: CopyMark): Promise<Uint8Array> => {
    const { report } = await copy(await keyOf(profile, assessment, context), mark);
    const plain = finish(writeSteps(await exporterOf(offered, loadPart), report));
    return sealing ? (await loadPart('seal')).seal(plain, sealing) : plain;
  };
  const named = sealing ? { ...args, ...sealedOut(args) } : args;
  const delivery = profile.isOutside
    ? await share(named, profile, make, assessment, context)
    : await deliver(await make(), named, assessment, context);
  return 'text' in delivery && sealing
    ? { ...delivery, text: [...delivery.text, ...noticeLines(sealing, named.out ?? '', context)] }
    : delivery;
};

function offeredFor({ format, out = '-' }: CommandArguments): OfferedExporter {
  const offered = findExporter(format, out === '-' ? undefined : unsealedName(out));
  if (offered) return offered;
  const known = offeredExporters.map((known) => known.format).join(', ');
  throw new UsageError(
    format === undefined
      ? `Name the export's format with --format: one of ${known}.`
      : `There is no export format ${format}: take one of ${known}.`,
  );
}

function profileOf({ profile: id = INTERNAL }: CommandArguments, { profiles }: Assessment): Profile {
  const profile = findProfile(profiles, id);
  if (profile) return profile;
  throw new UsageError(`There is no profile ${id}: take one of ${profiles.map((each) => each.id).join(', ')}.`);
}

/** The key of pseudonyms, where the profile wants any: the project file keeps it. */
async function keyOf(
  profile: Profile,
  { source: { projectFile } }: Assessment,
  { files }: CommandContext,
): Promise<string | undefined> {
  return wantsPseudonyms(profile) && projectFile !== undefined ? ensurePseudonymKey(projectFile, files) : undefined;
}

/** A sealed file is called so. */
function sealedOut({ out }: CommandArguments): Pick<CommandArguments, 'out'> {
  if (out === undefined || out === '-') return {};
  return { out: isSealedName(out) ? out : sealedName(out) };
}

/** What whoever gets the file needs to know, to be pasted into a mail. */
function noticeLines(sealing: Sealing, out: string, { files, translate }: CommandContext): readonly string[] {
  const by = 'passphrase' in sealing ? 'passphrase' : 'recipients';
  return ['', 'For its reader:', ...sealedNotice(by, files.name(out)).flatMap((line) => ['', translate(line)])];
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
}
