import { catalog } from '../../../../src/core/csf/catalog';
import type { CombinedPolicy } from '../../../../src/core/azure/combinePolicy';
import { combinePolicy } from '../../../../src/core/azure/combinePolicy';
import { type PolicyReading, readPolicyFile } from '../../../../src/core/azure/readPolicyFile';
import type { PolicyCounts } from '../../../../src/core/azure/builtInPolicies';

export const GROUP = 'hipaa-1149.01c2System.9 - 01.c';
export const REQUIREMENT = '1149.01c2System.9';

/** A file of Azure Policy results: what stands in it as JSON, or a text as it is. */
export function policyFile(content: unknown, file = 'states.json'): PolicyReading {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readPolicyFile(new TextEncoder().encode(text), file, file, catalog);
}

/** One state of `az policy state list`. */
export function state(resource: string, complianceState: string, more: object = {}): object {
  return {
    timestamp: '2027-03-01T08:00:00Z',
    resourceId: `/subscriptions/s/${resource}`,
    policyAssignmentId: '/a',
    policyDefinitionId: '/definitions/p1',
    policyDefinitionReferenceId: 'r1',
    complianceState,
    policyDefinitionGroupNames: [GROUP],
    ...more,
  };
}

/** One summary, with the counts of one group by state. */
export function summary(counts: Readonly<Record<string, number>>, to?: string, group = GROUP): object {
  const resourceDetails = Object.entries(counts).map(([complianceState, count]) => ({ complianceState, count }));
  const queryResultsUri = to === undefined ? undefined : `https://x/queryResults?api-version=1&$from=x&$to=${to}`;
  return {
    results: { queryResultsUri },
    policyAssignments: [{ policyGroups: [{ policyGroupName: group, results: { resourceDetails } }] }],
  };
}

/** What several files together say of `REQUIREMENT`; it fails where they say nothing of it. */
export function combined(
  files: readonly PolicyReading[],
  builtIn?: ReadonlyMap<string, PolicyCounts>,
  requirement = REQUIREMENT,
): CombinedPolicy {
  const found = combinePolicy(
    files.flatMap(({ results }) => results),
    builtIn,
  ).get(requirement);
  if (!found) throw new Error(`no result for ${requirement}`);
  return found;
}
