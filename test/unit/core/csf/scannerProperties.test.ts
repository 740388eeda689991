import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalog } from '../../../../src/core/csf/catalog';
import { printRequirementId } from '../../../../src/core/csf/requirementId';
import { controlIds, idLikeText, prose, requirementIds } from './arbitraries';
import { idsIn, scan } from './scan';

const TEXTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'any Unicode text': fc.string({ unit: 'binary', maxLength: 300 }),
  'any text of fragments of ids': idLikeText,
};

describe('the scanner, given', () => {
  for (const [what, texts] of Object.entries(TEXTS)) {
    describe(what, () => {
      const holds = (check: (text: string) => void): void => fc.assert(fc.property(texts, check), { numRuns: 1500 });

      it('stays in bounds and says of each place what stands there', () =>
        holds((text) => {
          const { references, unresolved } = scan(text);
          for (const { start, end, text: written } of [...references, ...unresolved]) {
            assert.ok(0 <= start && start < end && end <= text.length);
            assert.equal(written, text.slice(start, end));
          }
        }));

      it('sorts references and never lets them overlap, and sorts problems', () =>
        holds((text) => {
          const { references, unresolved } = scan(text);
          references.slice(1).forEach(({ start }, index) => assert.ok((references[index]?.end ?? 0) <= start));
          unresolved.slice(1).forEach(({ start }, index) => assert.ok((unresolved[index]?.start ?? 0) <= start));
        }));

      it('names in references ids that exist, and in problems ids that do not', () =>
        holds((text) => {
          const { references, unresolved } = scan(text);
          for (const { kind, ids } of references) {
            assert.ok(ids.length > 0);
            if (kind !== 'requirement') assert.ok(ids.every((id) => catalog.controls.has(id)));
          }
          for (const { code, ids } of unresolved) {
            if (code === 'unknown-control') assert.ok(ids.length > 0 && !ids.some((id) => catalog.controls.has(id)));
          }
        }));
    });
  }

  it('a document of ids with prose between them finds exactly these, in their order', () => {
    const ids = fc.oneof(controlIds, requirementIds.map(printRequirementId));
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, prose), { maxLength: 40 }), (parts) => {
        assert.deepEqual(
          idsIn(parts.flat().join('')),
          parts.map(([id]) => id),
        );
      }),
    );
  });

  it('a reference of its own text finds the same ids again', () => {
    fc.assert(
      fc.property(idLikeText, (text) => {
        for (const reference of scan(text).references) assert.deepEqual(idsIn(reference.text), reference.ids);
      }),
      { numRuns: 1500 },
    );
  });
});
