import { categoryOf } from '../core/csf/controlId';
import { type Message, message } from '../core/message';
import type { CopyMark, Report } from '../core/report/report';
import { INTERNAL } from '../core/sharing/builtInProfiles';
import type { Profile } from '../core/sharing/profile';
import { controlsLeftOut, fieldsLeftOut, type LeftOut, LeftOutTexts } from '../core/sharing/redact/leftOut';
import { redact } from '../core/sharing/redact/redact';
import type { Assessment } from './assessment';
import { createReport, type ReportPart } from './createReport';
import type { Files } from './files';
import { sha256 } from './sha256';
import { unhurried } from './unhurried';

export type { LeftOut } from '../core/sharing/redact/leftOut';

export interface Copied {
  readonly report: Report;
  readonly leftOut: readonly LeftOut[];
}

/** A copy that cannot be made as its profile wants it. */
export class CopyError extends Error {
  override readonly name = 'CopyError';

  /** @param told what a person is told */
  constructor(readonly told: Message) {
    super(told.code);
  }
}

/**
 * What an exporter needs to know for a reader, and what that reader does not get.
 *
 * @param part what to take of the assessment; all that the profile allows where there is none
 * @param pseudonymKey the project's, where the profile wants pseudonyms (`ensurePseudonymKey`)
 * @throws {CopyError} where pseudonyms are wanted and cannot be made
 */
export async function createCopy(
  assessment: Assessment,
  files: Files,
  context: Pick<Report, 'today' | 'toolVersion' | 'translate'>,
  profile: Profile,
  options: { readonly part?: ReportPart; readonly copy?: CopyMark; readonly pseudonymKey?: string },
): Promise<Copied> {
  const { copy, pseudonymKey: key } = options;
  const report = createReport(assessment, files, context, partFor(assessment, profile, options.part));
  const texts = new LeftOutTexts();
  const redacted = await redact(report, profile, {
    maker: key === undefined ? undefined : { key, digest: sha256 },
    tell: (kind, treatment, text) => texts.add(kind, treatment, text),
    run: unhurried,
  });
  if (!redacted) throw new CopyError(message('no-pseudonyms'));
  return {
    report: copy ? { ...redacted, copy } : redacted,
    leftOut:
      profile.id === INTERNAL
        ? []
        : [...controlsLeftOut(assessment.summary, report), ...fieldsLeftOut(report, profile), ...texts.lines(report)],
  };
}

/** What is asked for, of the controls that the profile is restricted to. */
function partFor({ summary }: Assessment, { controls: allowed }: Profile, part?: ReportPart): ReportPart | undefined {
  if (!allowed) return part;
  const wanted = new Set(allowed);
  const controls = summary.controls.filter(({ id }) => wanted.has(id) || wanted.has(categoryOf(id)));
  if (!part) return { rows: controls.map(({ id }) => id), filter: '' };
  const rows = new Set(controls.flatMap(({ id, units }) => [id, ...units.map((unit) => unit.id)]));
  return { rows: part.rows.filter((row) => rows.has(row)), filter: part.filter };
}
