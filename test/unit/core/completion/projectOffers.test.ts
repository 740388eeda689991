import assert from 'node:assert/strict';
import {
  jsonText,
  projectOffers,
  type ProjectPlace,
  projectPlaceAt,
} from '../../../../src/core/completion/projectOffers';
import { catalog } from '../../../../src/core/csf/catalog';
import { summary } from '../../given';

describe('what a text of the project file can hold', () => {
  /** `^` stands for the cursor. */
  const at = (marked: string): ProjectPlace | undefined => projectPlaceAt(marked.replace('^', ''), marked.indexOf('^'));

  for (const [marked, wants] of [
    ['{ "matrix": "^" }', 'matrix'],
    ['{ "matrix": ^ }', 'matrix'],
    ['{ "matrix": { "path": "m/^" } }', 'matrix'],
    ['{ "matrix": [{ "path": "^" }] }', 'matrix'],
    ['{ "matrix": ["^"] }', 'matrix'],
    ['{ "evidence": "^" }', 'table'],
    ['{ "requirements": ["a.csv", "^"] }', 'table'],
    ['{ "azure": { "servicesInScope": "^" } }', 'table'],
    ['{ "azure": { "policyStates": "^" } }', 'json'],
    ['{ "azure": { "services": ["^"] } }', 'service'],
    ['{ /* a */ "azure": { "services": ["a", ^] } }', 'service'],
    ['{ "carveOuts": [{ "requirements": ["^"] }] }', 'requirement'],
    ['{ "matrix": "^', 'matrix'],
  ] as const) {
    it(`is a ${wants} in ${marked}`, () => assert.equal(at(marked)?.wants, wants));
  }

  for (const marked of [
    '{ "^": 1 }',
    '{ "name": "^" }',
    '{ "assessment": { "type": "^" } }',
    '{ "matrix": { "columns": { "id": "^" } } }',
    '{ "azure": { "certification": { "letter": "^" } } }',
    '{ "matrix": "a"^ }',
    '{ "carveOuts": [{ "party": "^" }] }',
    '^',
  ]) {
    it(`is left to the schema in ${marked}`, () => assert.equal(at(marked), undefined));
  }

  it('stands between its quotation marks, or up to its line’s end where they are not closed', () => {
    const span = (marked: string): string => {
      const place = at(marked);
      return place ? `${place.typed}|${marked.replace('^', '').slice(place.start, place.end)}` : 'none';
    };
    assert.equal(span('{ "matrix": "sr^m.csv" }'), 'sr|srm.csv');
    assert.equal(span('{ "matrix": "sr^\n }'), 'sr|sr');
    assert.equal(span('{ "matrix": ^ }'), '|');
  });

  it('is a requirement by id or title, or a service, that the list does not have yet', () => {
    const ids = '1149.01c2System.9,Partial\n1150.01c2System.10,Full';
    const scope = { catalog, summary: summary({ matrix: ids, documents: '01.c' }) };
    const offered = (marked: string, services: readonly string[] = []): readonly string[] => {
      const place = at(marked);
      return place ? projectOffers(place, scope, services).map(({ value }) => value) : [];
    };
    const list = (inner: string): string => `{ "carveOuts": [{ "requirements": [${inner}] }] }`;
    assert.deepEqual(offered(list('"1150.01c2System.10", "^"')), ['1149.01c2System.9']);
    assert.deepEqual(offered(list('"priv^"')), ['1149.01c2System.9', '1150.01c2System.10']);
    assert.deepEqual(
      offered('{ "azure": { "services": ["Azure Key Vault", "^"] } }', ['Key Vault', 'App Service', 'App Service']),
      ['App Service'],
    );
  });

  it('is written as JSON, with quotation marks where there are none', () => {
    assert.equal(jsonText('a "b"', { isQuoted: true }), String.raw`a \"b\"`);
    assert.equal(jsonText('a "b"', { isQuoted: false }), String.raw`"a \"b\""`);
  });
});
