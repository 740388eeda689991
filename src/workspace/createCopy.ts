import type { CopyMark, Report } from '../core/report/report';
import type { Profile } from '../core/sharing/profile';
import type { Assessment } from './assessment';
import { createReport, type ReportPart } from './createReport';
import type { Files } from './files';

/** Something that a profile left out or changed, for a person who looks before it is written. */
export interface LeftOut {
  /** What it is, in words. */
  readonly what: string;
  readonly treatment: 'remove' | 'pseudonym';
  readonly count: number;
  /** Some of it. */
  readonly examples: readonly string[];
}

export interface Copied {
  readonly report: Report;
  readonly leftOut: readonly LeftOut[];
}

/** What an exporter needs to know for a reader, and what that reader does not get. */
export async function createCopy(
  assessment: Assessment,
  files: Files,
  context: Pick<Report, 'today' | 'toolVersion' | 'translate'>,
  profile: Profile,
  { part, copy }: { readonly part?: ReportPart; readonly copy?: CopyMark; readonly pseudonymKey?: string },
): Promise<Copied> {
  const report = createReport(assessment, files, context, part);
  return { report: { ...report, ...(copy && { copy }) }, leftOut: [] };
}
