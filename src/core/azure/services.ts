/** The clouds that Microsoft has audited apart. */
export const CLOUDS = ['Azure', 'AzureGovernment'] as const;
export type Cloud = (typeof CLOUDS)[number];

/** A service and where it is in the provider's audit scope: a row of the services in scope. */
export interface AuditedService {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly service: string;
  readonly family?: string;
  /** The clouds that it is in the audit scope of. */
  readonly clouds: readonly Cloud[];
}
