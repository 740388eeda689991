import { type Message, message, type Reasoned } from '../message';
import type { Certification } from './projectFile';
import type { AssessmentProfile, ControlSummary } from './summary';

/** An open item of the whole assessment, without effect on any status (README, rule 6). */
export interface ProjectItem extends Reasoned {
  readonly kind: 'service-out-of-scope' | 'certification-lapsed';
}

/** Services outside the audit scope that the matrix names for no requirement in scope, and a letter that ends too early. */
export function findProjectItems(
  controls: readonly ControlSummary[],
  { outside = [], lapsed }: Pick<AssessmentProfile, 'outside' | 'lapsed'>,
): readonly ProjectItem[] {
  const onRequirements = new Set(
    controls.flatMap(({ units }) =>
      units.flatMap(({ openItems }) =>
        openItems.flatMap(({ kind, reason }) => (kind === 'service-out-of-scope' ? (reason?.args ?? []) : [])),
      ),
    ),
  );
  return [
    ...outside
      .filter(({ service }) => !onRequirements.has(service))
      .map(({ service, reason }) => ({
        kind: 'service-out-of-scope' as const,
        message: message(`service-${reason}`, service),
        why: message('why-service'),
      })),
    ...(lapsed
      ? [{ kind: 'certification-lapsed' as const, message: message('text', lapsed), why: message('why-certification') }]
      : []),
  ];
}

/** Why the provider's certification cannot be relied on at submission; undefined where it can, or where that is not recorded. */
export function lapsedCertification(
  { letter, issued, expires }: Certification,
  submissionDate: string | undefined,
): Message | undefined {
  if (submissionDate === undefined) return undefined;
  const name = letter ?? message('certification-letter');
  if (expires !== undefined && expires < submissionDate)
    return message('certification-expires', name, expires, submissionDate);
  if (issued !== undefined && issued > submissionDate)
    return message('certification-issued', name, issued, submissionDate);
  return undefined;
}
