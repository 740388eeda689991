import assert from 'node:assert/strict';
import { AZ_FILE_NAMES, AZ_FILES, azCommand } from '../../../../src/core/azure/azCommand';
import { CLOUDS } from '../../../../src/core/azure/services';

describe('an az command', () => {
  for (const file of AZ_FILES) {
    const command = azCommand(file, 'Azure');

    it(`for ${file} writes JSON to its file, as the last line`, () => {
      assert.ok(command.endsWith(` --output json > ${AZ_FILE_NAMES[file]}\n`));
    });

    it(`for ${file} means the same in bash and in PowerShell`, () => {
      // Neither shell reads anything but the quotation marks themselves in what they enclose.
      for (const [, quoted = ''] of command.matchAll(/"([^"]*)"/g)) assert.doesNotMatch(quoted, /[$`\\!"%^]/);
      const bare = command.replaceAll(/"[^"]*"/g, '');
      assert.match(bare, /^[\w\s.>-]+$/);
      assert.equal(command.split('"').length % 2, 1, 'quotation marks in pairs');
    });

    it(`for ${file} differs between the clouds only in the cloud`, () => {
      const [azure, government] = CLOUDS.map((cloud) => azCommand(file, cloud).split('\n'));
      assert.deepEqual(
        [azure?.[0], government?.[0]],
        ['az cloud set --name AzureCloud', 'az cloud set --name AzureUSGovernment'],
      );
      assert.deepEqual(azure?.slice(1), government?.slice(1));
    });
  }

  it('for states asks for the built-in initiative, by name, for Azure writes its path in any case', () => {
    assert.equal(
      azCommand('states', 'Azure').split('\n')[1],
      `az policy state list --filter "policySetDefinitionName eq 'a169a624-5599-4385-a696-c8d643089fab'" --top 3000 --query "[].{timestamp:timestamp, resourceId:resourceId, complianceState:complianceState, policyAssignmentId:policyAssignmentId, policySetDefinitionName:policySetDefinitionName, policyDefinitionId:policyDefinitionId, policyDefinitionReferenceId:policyDefinitionReferenceId, policyDefinitionAction:policyDefinitionAction, policyDefinitionGroupNames:policyDefinitionGroupNames}" --output json > azure-policy-states.json`,
    );
  });
});
