import { idOf } from '../csf/subject';
import { REQUIREMENT_SHAPE } from '../csf/requirementId';
import type { IdChange } from './idChange';

const REQUIREMENT = new RegExp(`^${REQUIREMENT_SHAPE}`, 'i');
/** The control that Microsoft repeats behind a requirement id, with what stands before it. */
const SUFFIX = /^(?<joint>.*?)(?:\d{2}|0)[._][a-z]{1,2}$/isu;

/** What takes the place of a reference's text: the new id in its canonical form, and where its control was repeated behind it the new one. */
export function withId(written: string, { to }: IdChange): string {
  const id = idOf(to);
  const own = REQUIREMENT.exec(written)?.[0];
  if (to.requirement === undefined || own === undefined) return id;
  const joint = SUFFIX.exec(written.slice(own.length))?.groups?.['joint'];
  return joint === undefined ? id : `${id}${joint}${to.control}`;
}
