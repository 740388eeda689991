import assert from 'node:assert/strict';
import { catalog } from '../../../../src/core/csf/catalog';
import { categoryOf, controlsBetween } from '../../../../src/core/csf/controlId';

const { categories, controls, domains, objectives } = catalog;

describe('the catalog', () => {
  it('holds 14 categories, 49 objectives, 156 controls and 19 domains', () => {
    assert.deepEqual([categories.size, objectives.size, controls.size, domains.size], [14, 49, 156, 19]);
  });

  it('has for every control an objective, and for every objective a category and a control', () => {
    for (const { id, objective } of controls.values()) {
      assert.ok(objectives.has(objective), `${id}: ${objective}`);
      assert.equal(categoryOf(objective), categoryOf(id));
    }
    const used = new Set([...controls.values()].map(({ objective }) => objective));
    for (const id of objectives.keys()) assert.ok(categories.has(categoryOf(id)) && used.has(id), id);
  });

  it('numbers categories from 00 and domains from 01', () => {
    const numbers = (from: number, count: number): string[] =>
      Array.from({ length: count }, (_, index) => String(from + index).padStart(2, '0'));
    assert.deepEqual([...categories.keys()], numbers(0, 14));
    assert.deepEqual([...domains.keys()], numbers(1, 19));
  });

  it('leaves no letter out within a category', () => {
    for (const category of categories.keys()) {
      const ids = [...controls.keys()].filter((id) => categoryOf(id) === category);
      assert.deepEqual(controlsBetween(`${category}.a`, ids.at(-1) ?? '', catalog), { existing: ids, missing: [] });
    }
  });

  it('says of each control’s title how sure it is: 141 sourced, 11 secondary, 4 recalled', () => {
    const count = (wanted: string): number =>
      [...controls.values()].filter(({ confidence }) => confidence === wanted).length;
    assert.deepEqual([count('sourced'), count('secondary'), count('recalled')], [141, 11, 4]);
  });

  it('gives everything a title', () => {
    for (const { id, title } of [categories, objectives, controls, domains].flatMap((map) => [...map.values()])) {
      assert.match(title, /\S/, id);
    }
  });
});
