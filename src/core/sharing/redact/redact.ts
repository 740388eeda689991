import type { Report } from '../../report/report';
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

/**
 * A report as the readers of a profile get it. What they do not get is not in it: it is built anew from what is allowed, and
 * texts by an allow-list. Undefined where the profile wants pseudonyms and none can be made.
 *
 * @param tell told of each text that is removed or replaced
 */
export async function redact(
  report: Report,
  profile: Profile,
  maker: PseudonymMaker | undefined,
  tell: TellText = () => undefined,
): Promise<Report | undefined> {
  if (profile.id === INTERNAL) return report;
  const redactWith = createRedaction(report, profile);
  if (!wantsPseudonyms(profile)) return redactWith((kind) => kind, tell);
  const wanted = new WantedPseudonyms();
  redactWith(
    (kind, text) => {
      wanted.add(kind, text);
      return kind;
    },
    () => undefined,
  );
  const pseudonymOf = maker && (await wanted.make(maker.key, maker.digest));
  return pseudonymOf && redactWith(pseudonymOf, tell);
}

/** Makes the function that redacts a report, once with what its pseudonyms are not yet known by. */
function createRedaction(report: Report, profile: Profile): (pseudonymOf: PseudonymOf, tell: TellText) => Report {
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
