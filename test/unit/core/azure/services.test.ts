import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { serviceFinder } from '../../../../src/core/azure/serviceNames';
import { outsideScope, readServices, type ServicesReading } from '../../../../src/core/azure/services';
import { english } from '../../../../src/core/message';
import { csv } from '../../given';
import { assertGrowsLinearly } from '../../growth';

const read = (rows: string, header = 'service,family,azure,azureGovernment'): ServicesReading =>
  readServices(csv(`${header}\n${rows}`), 's.csv', 's.csv');

const codes = ({ problems }: ServicesReading): readonly string[] => problems.map(({ code }) => code);

const namesService = (text: string, service: string): boolean => serviceFinder(service)(text);

describe('the list of services in scope', () => {
  it('is read with its lines, families and clouds', () => {
    assert.deepEqual(read('Azure Key Vault,Azure,x,-\nPower BI,Power Platform,,Yes'), {
      services: [
        { file: 's.csv', line: 2, service: 'Azure Key Vault', family: 'Azure', clouds: ['Azure'] },
        { file: 's.csv', line: 3, service: 'Power BI', family: 'Power Platform', clouds: ['AzureGovernment'] },
      ],
      clouds: ['Azure', 'AzureGovernment'],
      problems: [],
    });
  });

  for (const mark of ['x', 'X', 'yes', 'YES', '✓', 'true', 'In Scope', ' in  scope ']) {
    it(`takes "${mark}" for in scope`, () =>
      assert.deepEqual(read(`Key Vault,,${mark},`).services[0]?.clouds, ['Azure']));
  }

  for (const mark of ['', '-', 'no', 'False', '—']) {
    it(`takes "${mark}" for not in scope, without a word`, () => {
      const result = read(`Key Vault,,${mark},`);
      assert.deepEqual([result.services[0]?.clouds, result.problems], [[], []]);
    });
  }

  for (const mark of ['partially', 'preview', '1', '?', 'see note 3']) {
    it(`says that "${mark}" is no mark, and does not take it for in scope`, () => {
      const result = read(`Key Vault,,${mark},x`);
      assert.deepEqual([result.services[0]?.clouds, codes(result)], [['AzureGovernment'], ['unknown-scope-mark']]);
      assert.ok(english(result.problems[0]!).startsWith(`"${mark}" does not say`));
    });
  }

  it('passes a row without a name over, with a word', () => {
    const result = read(',Azure,x,x\nKey Vault,,x,');
    assert.deepEqual([result.services.length, codes(result)], [1, ['missing-service']]);
  });

  it('counts a service that stands twice with the same marks once', () => {
    const result = read('Key Vault,Azure,x,\nKEY  VAULT,Azure,x,');
    assert.deepEqual([result.services.map(({ line }) => line), codes(result)], [[2], ['repeated-service']]);
  });

  it('counts a service that stands twice with different marks as in scope only where both say so', () => {
    const result = read('Key Vault,Azure,x,x\nKey Vault,Azure,x,');
    assert.deepEqual([result.services.map(({ clouds }) => clouds), codes(result)], [[['Azure']], ['disputed-service']]);
  });

  it('says for which clouds it has a column', () => {
    assert.deepEqual(read('Key Vault,x', 'Service,Azure Government').clouds, ['AzureGovernment']);
    assert.deepEqual(read('Key Vault,x', 'Service,Azure').clouds, ['Azure']);
  });

  it('is not read without a column of names, or of a cloud', () => {
    assert.deepEqual(codes(read('x', 'azure')), ['missing-register-column']);
    assert.deepEqual(codes(read('Key Vault', 'service')), ['missing-register-column']);
  });

  it('is not read where it is no text or empty', () => {
    assert.deepEqual(codes(readServices(new Uint8Array([1, 0, 2, 0, 0]), 's', 's')), ['file-not-text']);
    assert.deepEqual(codes(readServices(new Uint8Array(), 's', 's')), ['file-empty']);
  });
});

describe('a service in use', () => {
  const audited = read(
    [
      'Azure Kubernetes Service (AKS),Azure,x,x',
      'Azure SQL Managed Instance,Azure,x,',
      'Logic Apps,Azure,x,',
      'Azure Purview,Azure,x,',
      'Microsoft Purview,Azure,,',
      'Power BI Embedded,Azure,x,x',
      'Azure DNS,Azure,x,x',
      'Microsoft Sentinel,Azure,x,x',
    ].join('\n'),
  ).services;
  const outside = (service: string, cloud: 'Azure' | 'AzureGovernment' = 'Azure') =>
    outsideScope([service], cloud, audited).map(({ reason }) => reason);

  for (const name of [
    'Azure Kubernetes Service',
    'kubernetes service',
    'Microsoft Azure Kubernetes  Services',
    'AZURE KUBERNETES SERVICE (AKS)',
    'Azure\u00a0Kubernetes\u00a0Service®',
    'Azure Logic App',
    'DNS',
  ]) {
    it(`is found as "${name}"`, () => assert.deepEqual(outside(name), []));
  }

  for (const name of [
    'Azure SQL',
    'Azure SQL Database',
    'Azure Sentinel',
    'Power BI',
    'AKS',
    'SQL',
    'Kubernetes',
    'D',
    'Azure',
    '(AKS)',
  ]) {
    it(`is not found as "${name}", which is another name`, () => assert.deepEqual(outside(name), ['not-listed']));
  }

  it('is outside a cloud that the list does not mark', () => {
    assert.deepEqual(outside('SQL Managed Instance', 'AzureGovernment'), ['not-audited']);
    assert.deepEqual(outside('SQL Managed Instance', 'Azure'), []);
  });

  it('that could be two of the list is in scope only where both are', () => {
    assert.deepEqual(
      [outside('Purview'), outside('Azure Purview'), outside('Microsoft Purview')],
      [['not-audited'], [], ['not-audited']],
    );
  });

  it('is told once, in the words in which it was given first, and never for a blank', () => {
    assert.deepEqual(outsideScope(['Foo', ' foo ', '', ' '], 'Azure', audited), [
      { service: 'Foo', reason: 'not-listed' },
    ]);
  });

  it('of any name is either outside or found, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const listed = [{ file: 's', line: 2, service: name, clouds: ['Azure' as const] }];
        assert.deepEqual(outsideScope([name], 'Azure', listed), []);
        assert.equal(typeof namesService(name, name), 'boolean');
      }),
    );
  });
});

describe('the words of a matrix entry', () => {
  for (const [text, service] of [
    ['Customers configure Azure SQL Database auditing.', 'Azure SQL Database'],
    ['Customers configure SQL database auditing.', 'Azure SQL Database'],
    ['AZURE KEY VAULT stores the keys', 'Key Vault'],
    ['keys (Key Vaults) are rotated', 'Azure Key Vault'],
    ['Azure\u00a0Key\nVault', 'Key Vault'],
    ['virtual machines', 'Azure Virtual Machines'],
    ['one virtual machine', 'Virtual Machines'],
    ['uses Azure Monitor.', 'Azure Monitor'],
    ['uses Azure Monitor.', 'Monitor'],
    ['with ExpressRoute circuits', 'Azure ExpressRoute'],
    ['Microsoft Defender for Cloud', 'Defender for Cloud'],
    ['Azure Kubernetes Service', 'Azure Kubernetes Service (AKS)'],
    ['built with C++ Tools', 'C++ Tools'],
    ['built with C# Tools', 'C# Tools'],
  ] as const) {
    it(`"${text.replace(/\s/g, ' ')}" name ${service}`, () => assert.equal(namesService(text, service), true));
  }

  for (const [text, service] of [
    ['Customers monitor their systems by policy.', 'Azure Monitor'],
    ['Customers write a policy.', 'Azure Policy'],
    ['A backup is taken.', 'Backup'],
    ['SQL databases', 'Azure SQL'],
    ['MonkeyVault and Key Vaulting', 'Key Vault'],
    ['Schlüssel-Key Vaultä', 'Key Vault'],
    ['the key. Vault it', 'Key Vault'],
    ['anything on Azure', 'Azure'],
    ['anything', ''],
    ['a.c*', '.*'],
  ] as const) {
    it(`"${text}" do not name ${service === '' ? 'nothing' : service}`, () =>
      assert.equal(namesService(text, service), false));
  }

  it('name no shorter service where they name a longer one that is known', () => {
    const isNamed = serviceFinder('Azure SQL', ['Azure SQL Managed Instance', 'Azure SQL', 'Key Vault']);
    assert.equal(isNamed('Azure SQL Managed Instance is encrypted'), false);
    assert.equal(isNamed('Azure SQL Managed Instance and Azure SQL are encrypted'), true);
  });

  it('are searched in a time that grows with them', () => {
    assertGrowsLinearly('microsoft azure ', 320_000, (text) =>
      assert.equal(namesService(text, 'Azure Key Vault'), false),
    );
  });
});
