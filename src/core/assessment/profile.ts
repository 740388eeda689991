import { type AuditedService, type Cloud, outsideScope } from '../azure/services';
import type { CalendarDate } from '../calendarDate';
import type { Catalog } from '../csf/catalog';
import { message } from '../message';
import type { AssessmentType } from './maturity';
import { calendarOf, type Project, requirementsOf } from './projectFile';
import { lapsedCertification } from './projectItems';
import type { AssessmentProfile } from './summary';

/** What is known of an assessment beside its project file. */
export interface ProfileContext {
  /** What it is called where the project file does not say. */
  readonly name: string;
  /** The type that the settings give. */
  readonly type?: AssessmentType;
  readonly today: CalendarDate;
  readonly hasList: boolean;
  /** The list of services in scope, and the clouds that it tells of: none where no list was read. */
  readonly services: readonly AuditedService[];
  readonly clouds: readonly Cloud[];
  readonly catalog: Catalog;
}

/** What an assessment's project file says of it, and what that comes to today. */
export function createProfile(project: Project, context: ProfileContext): AssessmentProfile {
  const { today, hasList, services: audited, clouds, catalog } = context;
  const { azure = {}, carveOuts = [], submissionDate, matrices } = project;
  const type = project.type ?? context.type;
  const calendar = calendarOf(project, today);
  const lapsed = lapsedCertification(azure.certification ?? {}, submissionDate);
  const { cloud = 'Azure' } = azure;
  const areServicesKnown = azure.services !== undefined && clouds.includes(cloud);
  const outside = areServicesKnown ? outsideScope(azure.services, cloud, audited) : [];
  const [{ provider, version } = {}] = matrices;
  return {
    name: project.name ?? context.name,
    type: type ?? 'r2',
    typeIsAssumed: type === undefined,
    addedLevels: project.maturity,
    today,
    ...(calendar && { calendar }),
    fieldworkIsAssumed: project.fieldworkStart === undefined,
    hasList,
    carveOuts: carveOuts.map((carveOut) => ({ ...carveOut, requirements: requirementsOf(carveOut, catalog) })),
    ...(provider !== undefined && { provider }),
    ...(version !== undefined && { matrixVersion: version }),
    ...(lapsed && { lapsed }),
    ...(azure.certification && { certification: azure.certification }),
    outside,
    services: [...(azure.services ?? []), ...audited.map(({ service }) => service)],
    // The simple grain says less; there it would only be in the way.
    notRecorded: hasList
      ? [
          ...(areServicesKnown ? [] : [message('no-services')]),
          ...(azure.certification?.expires !== undefined ? [] : [message('no-certification')]),
        ]
      : [],
  };
}
