import data from '../../../data/azure-policy-groups.json';

/** How many policies of a requirement Azure evaluates by itself, and how many wait for a person's attestation. */
export interface PolicyCounts {
  readonly automatic: number;
  readonly manual: number;
}

/**
 * The policies of the built-in initiative HITRUST/HIPAA, by canonical requirement id. An initiative's own definition
 * names its policies without their effects, so this was counted once. Loaded on demand, with its data.
 */
export const builtInPolicies: ReadonlyMap<string, PolicyCounts> = new Map(
  Object.entries(data.requirements).map(([requirement, [automatic = 0, manual = 0]]) => [
    requirement,
    { automatic, manual },
  ]),
);
