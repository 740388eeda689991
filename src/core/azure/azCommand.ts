import { BUILT_IN_INITIATIVE } from './policyRecords';
import type { PolicySource } from './policyResults';
import type { Cloud } from './services';

/** The files that commands are given for, the one that tells most first. */
export const AZ_FILES = ['states', 'summary', 'initiative', 'metadata'] as const satisfies readonly PolicySource[];
export type AzFile = (typeof AZ_FILES)[number];

/** What a command writes, in the folder that it is run in: that of the project file. */
export const AZ_FILE_NAMES: Readonly<Record<AzFile, string>> = {
  states: 'azure-policy-states.json',
  summary: 'azure-policy-summary.json',
  initiative: 'azure-policy-initiative.json',
  metadata: 'azure-policy-metadata.json',
};

const CLOUD_NAMES: Readonly<Record<Cloud, string>> = { Azure: 'AzureCloud', AzureGovernment: 'AzureUSGovernment' };

/** What is read of a state. The rest of it is most of the file. */
const STATE_KEYS = [
  'timestamp',
  'resourceId',
  'complianceState',
  'policyAssignmentId',
  'policySetDefinitionName',
  'policyDefinitionId',
  'policyDefinitionReferenceId',
  'policyDefinitionAction',
  'policyDefinitionGroupNames',
];

/**
 * The lines to run in a terminal, in bash and in PowerShell alike: they hold double quotation marks around single ones,
 * and nothing that either shell would read as its own. `--top` is there because without it `az` fails at the second
 * thousand of states (Azure/azure-cli#20370).
 */
export function azCommand(file: AzFile, cloud: Cloud): string {
  const filter = `--filter "policySetDefinitionName eq '${BUILT_IN_INITIATIVE}'"`;
  const keys = STATE_KEYS.map((key) => `${key}:${key}`).join(', ');
  const commands: Readonly<Record<AzFile, string>> = {
    states: `az policy state list ${filter} --top 3000 --query "[].{${keys}}"`,
    summary: `az policy state summarize ${filter}`,
    initiative: `az policy set-definition show --name "${BUILT_IN_INITIATIVE}"`,
    metadata: `az policy metadata list --query "[?starts_with(name, 'hipaa-')].{name:name, owner:owner}"`,
  };
  return [
    `az cloud set --name ${CLOUD_NAMES[cloud]}`,
    `${commands[file]} --output json > ${AZ_FILE_NAMES[file]}`,
    '',
  ].join('\n');
}
