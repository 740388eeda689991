import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog } from '../../../../src/core/csf/catalog';
import {
  compareRequirements,
  domainOf,
  parseRequirementId,
  printRequirementId,
  type RequirementId,
} from '../../../../src/core/csf/requirementId';
import { sharedFile } from '../../fixture';
import { controlIds, requirementIds } from './arbitraries';

const parse = (text: string): RequirementId | undefined => parseRequirementId(text, catalog);
const partsOf = (text: string): readonly unknown[] => Object.values(parse(text) ?? {});

describe('a requirement id', () => {
  it('is printed as it was parsed', () => {
    fc.assert(fc.property(requirementIds, (id) => assert.deepEqual(parse(printRequirementId(id)), id)));
  });

  it('is parsed as it was printed, with an overlay that nobody knows yet too', () => {
    const overlays = fc.stringMatching(/^[A-Z]{2,10}$/).filter((overlay) => overlay !== 'AISEC');
    fc.assert(
      fc.property(controlIds, overlays, (control, level) => {
        const id: RequirementId = { prefix: '0101', control, level, scope: 'System', items: '1' };
        assert.deepEqual(parse(printRequirementId(id)), id);
      }),
    );
  });

  it('is the same in upper case, in lower case, and with underscores', () => {
    fc.assert(
      fc.property(requirementIds, (id) => {
        const canonical = printRequirementId(id);
        for (const text of [canonical.toUpperCase(), canonical.toLowerCase(), canonical.replaceAll('.', '_')]) {
          assert.deepEqual(parse(text), id);
        }
      }),
    );
  });

  for (const [text, ...parts] of [
    ['1149.01c2System.9', '1149', '01.c', '2', 'System', '9'],
    ['19.13jAISecOrganizational.1', '19', '13.j', 'AISec', 'Organizational', '1'],
    ['19.13JAISECORGANIZATIONAL.1', '19', '13.j', 'AISec', 'Organizational', '1'],
    ['0662.09sCSPOrganizational.2', '0662', '09.s', 'CSP', 'Organizational', '2'],
    ['0836.09.n2Organizational.1', '0836', '09.n', '2', 'Organizational', '1'],
    ['1271.09ad2System.1', '1271', '09.ad', '2', 'System', '1'],
    ['19.09AAISECSYSTEM.1', '19', '09.a', 'AISec', 'System', '1'],
    ['19.09AAAISECSYSTEM.1', '19', '09.aa', 'AISec', 'System', '1'],
  ] as const) {
    it(`${text} is taken apart as ${parts.join(' · ')}`, () => assert.deepEqual(partsOf(text), parts));
  }

  for (const text of [
    '1149.14c2System.9',
    '1149.01zz2System.9',
    '1149.01c4System.9',
    '1.01c2System.9',
    '1149.01cSystem.9',
    '01.c',
    '',
  ]) {
    it(`"${text}" is none`, () => assert.equal(parse(text), undefined));
  }

  it('begins with its assessment domain, which is not its category', () => {
    assert.equal(domainOf('1149.01c2System.9'), '11');
  });

  it('comes before another by numbers, not by characters', () => {
    const sorted = [
      '068.06g2Organizational.34',
      '1149.01c2System.9',
      '1149.01c2System.12',
      '19134.05j1Organizational.5',
    ];
    assert.deepEqual(sorted.toReversed().toSorted(compareRequirements), sorted);
  });

  it('is taken apart as the table of Azure’s initiative has it', function () {
    const table = sharedFile('domain/azure-initiative-requirements.csv');
    if (table === undefined) this.skip();
    const differing = table
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .filter((line) => {
        const [group = '', , , control, level, scope, items] = line.split(',');
        const { [0]: id = '' } = group.replace('hipaa-', '').split('-');
        return JSON.stringify(partsOf(id).slice(1)) !== JSON.stringify([control, level, scope, items]);
      });
    assert.deepEqual(differing, []);
  });
});
