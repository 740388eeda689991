import type { Summary } from '../core/assessment/summary';
import { idOf, readSubject } from '../core/csf/subject';
import type { Profile } from '../core/sharing/profile';
import type { Assessment } from '../workspace/assessment';
import type { ReportPart } from '../workspace/createReport';
import { type CommandArguments, UsageError } from './command';

/**
 * The part of the assessment that `--controls` and `--owner` name, of both what they have in common; undefined without them.
 *
 * @throws {UsageError} where something that is named is not in scope, nothing is left, or a part has to be named
 */
export function exportPart(
  { controls, owner }: Pick<CommandArguments, 'controls' | 'owner'>,
  { summary, catalog }: Assessment,
  { id, isOutside, wantsPart }: Profile,
): ReportPart | undefined {
  if (controls === undefined && owner === undefined) {
    if (wantsPart)
      throw new UsageError(`The profile ${id} is for a part: say for which with --controls 01.c,09 or --owner NAME.`);
    return undefined;
  }
  const named = controls === undefined ? undefined : namedRows(controls, summary, catalog);
  const owned = owner === undefined ? undefined : ownedRows(owner, summary);
  const rows = named && owned ? intersection(named, owned, summary) : (named ?? owned ?? []);
  if (rows.length === 0) throw new UsageError(`Nothing of ${controls ?? ''} is ${owner ?? ''}’s.`);
  // Who owns what is not for readers outside.
  const words = [...(named ?? []), ...(owner === undefined || isOutside ? [] : [`owner ${owner.trim()}`])];
  return { rows, filter: words.join(', ') };
}

/** Ids of controls, categories and requirements, as rows. */
function namedRows(controls: string, summary: Summary, catalog: Assessment['catalog']): readonly string[] {
  const inScope = new Set(summary.controls.flatMap(({ id, units }) => [id, ...units.map((unit) => unit.id)]));
  const written = controls
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (written.length === 0) throw new UsageError('--controls takes ids of controls, categories or requirements.');
  return [
    ...new Set(
      written.flatMap((item) => {
        const ofCategory = summary.controls.filter(({ category }) => category === item).map(({ id }) => id);
        if (ofCategory.length > 0) return ofCategory;
        const subject = readSubject(item, catalog);
        const id = typeof subject === 'string' ? item : idOf(subject);
        if (!inScope.has(id)) throw new UsageError(`--controls: ${item} is nothing that is in scope.`);
        return [id];
      }),
    ),
  ];
}

/** The requirements that the requirement list gives to somebody. */
function ownedRows(owner: string, { controls }: Summary): readonly string[] {
  const key = (name = ''): string => name.trim().toLowerCase();
  const listed = controls.flatMap(({ units }) => units).filter((unit) => unit.listed?.owner !== undefined);
  const owned = listed.filter((unit) => key(unit.listed?.owner) === key(owner)).map(({ id }) => id);
  if (owned.length > 0) return owned;
  const known = [...new Set(listed.map((unit) => unit.listed?.owner ?? ''))].toSorted().join(', ');
  throw new UsageError(
    known === ''
      ? '--owner goes by the column "owner" of the requirement list, and nothing in scope has one.'
      : `--owner: the requirement list gives nothing to ${owner}, but to ${known}.`,
  );
}

/** Those that are owned, of the controls and requirements that are named. */
function intersection(named: readonly string[], owned: readonly string[], { controls }: Summary): readonly string[] {
  const wanted = new Set(named);
  const within = controls.flatMap(({ id: control, units }) =>
    units.filter(({ id }) => wanted.has(control) || wanted.has(id)).map(({ id }) => id),
  );
  return owned.filter((id) => within.includes(id));
}
