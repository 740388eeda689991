/** What one file of Azure Policy results says of one requirement. A partial view, and never a responsibility (README, rule 9). */
export interface PolicyResult {
  readonly file: string;
  /** Canonical. */
  readonly requirement: string;
  readonly control: string;
  /** Resources by their state. */
  readonly compliant: number;
  readonly nonCompliant: number;
  readonly exempt: number;
  /** Unknown, conflicting and failed to evaluate. */
  readonly unknown: number;
  /** The newest state's time, as the file gives it: ISO 8601, UTC. */
  readonly newest?: string;
  /** Policies of the group, where an initiative's definition tells them apart. */
  readonly automatic?: number;
  readonly manual?: number;
  /** Who the metadata calls the owner: Customer, Microsoft or Shared. This is not inheritability. */
  readonly owner?: string;
}
