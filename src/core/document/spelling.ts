import { canonicalText } from '../csf/canonicalText';
import { problem } from '../problems';
import type { LineCheck } from './findings';

/** How Azure Policy names its groups: those are names, and written as Azure writes them. */
const GROUP_NAME = /(?:hipaa-|hitrust_|csf_v[\d.]{1,8}_)$/i;

/** Ids that are written otherwise than HITRUST CSF writes them, and are known all the same. */
export const checkSpelling: LineCheck = ({ content, start, references }, file) => {
  if (references.length === 0) return {};
  const problems = references.flatMap((reference) => {
    const { text } = reference;
    const canonical = canonicalText(reference);
    if (text === canonical) return [];
    const before = content.slice(0, reference.start - start);
    // With an underscore, code shows the name of something, such as a tag, where no point is allowed.
    if (GROUP_NAME.test(before) || (text.includes('_') && isInCode(before))) return [];
    const code = text.toLowerCase() === canonical.toLowerCase() ? 'case' : 'spelling-variant';
    return [problem(code, file, { start: reference.start, end: reference.end }, text, canonical)];
  });
  return { problems };
};

function isInCode(before: string): boolean {
  return before.split('`').length % 2 === 0;
}
