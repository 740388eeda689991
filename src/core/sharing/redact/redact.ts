import type { Report } from '../../report/report';
import { finish, type Steps } from '../../steps';
import { INTERNAL } from '../builtInProfiles';
import { effectiveFields, type Profile, wantsPseudonyms } from '../profile';
import type { Digest } from '../rowHash';
import { findKnownTexts } from './knownTexts';
import { WantedPseudonyms } from './pseudonyms';
import { redactReport } from './redactReport';
import { createTexts, type PseudonymOf, type TellText } from './texts';

/** What pseudonyms are made with. */
export interface PseudonymMaker {
  readonly key: string;
  readonly digest: Digest;
}

/** How a copy is made, beside its profile. */
export interface RedactOptions {
  /** Undefined where no pseudonyms can be made. */
  readonly maker?: PseudonymMaker | undefined;
  /** Told of each text that is removed or replaced. */
  readonly tell?: TellText;
  /** Does the work in turns, where a large report takes long. */
  readonly run?: <T>(steps: Steps<T>) => Promise<T>;
}

/**
 * A report as the readers of a profile get it. What they do not get is not in it: it is built anew from what is allowed, and
 * texts by an allow-list. Undefined where the profile wants pseudonyms and none can be made.
 */
export async function redact(
  report: Report,
  profile: Profile,
  { maker, tell = tellNobody, run = async (steps) => Promise.resolve(finish(steps)) }: RedactOptions,
): Promise<Report | undefined> {
  if (profile.id === INTERNAL) return report;
  const redactWith = createRedaction(report, profile);
  if (!wantsPseudonyms(profile)) return run(redactWith((kind) => kind, tell));
  if (!maker) return undefined;
  const wanted = new WantedPseudonyms();
  const want: PseudonymOf = (kind, text) => {
    wanted.add(kind, text);
    return kind;
  };
  await run(redactWith(want, tellNobody));
  const pseudonymOf = await wanted.make(maker.key, maker.digest);
  return pseudonymOf && run(redactWith(pseudonymOf, tell));
}

const tellNobody: TellText = () => undefined;

/** Makes the function that redacts a report: once to find out which pseudonyms are wanted, and once with them. */
function createRedaction(
  report: Report,
  profile: Profile,
): (pseudonymOf: PseudonymOf, tell: TellText) => Steps<Report> {
  const { controls } = report.summary;
  const context = {
    profile,
    fields: effectiveFields(profile.fields),
    known: findKnownTexts(report),
    ids: new Set(controls.flatMap(({ id, units }) => [id, ...units.flatMap((unit) => [unit.id, ...unit.otherIds])])),
    isPart: report.filter !== undefined,
    translate: report.translate,
  };
  return (pseudonymOf, tell) => redactReport(report, profile, createTexts({ ...context, pseudonymOf, tell }));
}
