import type { Fixer } from './fix';
import { writeInstead, writtenAt } from './replace';

/** The id in canonical form: it is the same id, so nothing but its spelling changes. */
export const fixSpelling: Fixer = (problem, context) => {
  const [written, canonical] = problem.args;
  const found = writtenAt(problem, context);
  // What was typed since may be another id.
  return found && found.text === written && typeof canonical === 'string' ? [writeInstead(found, canonical, true)] : [];
};
