import assert from 'node:assert/strict';
import { plainText, withoutIcons } from '../../../src/editor/plainText';

const shown = (text: string): string => text.replaceAll('\u200b', '');

describe('a text of somebody’s file', () => {
  it('makes no link in a notification, and reads the same', () => {
    const text = 'see [this](command:workbench.action.quit)';
    assert.ok(!plainText(text).includes(']('));
    assert.equal(shown(plainText(text)), text);
  });

  it('makes no icon in a pick list, and reads the same', () => {
    const text = '$(pass) Cost $(k)';
    assert.ok(!withoutIcons(text).includes('$('));
    assert.equal(shown(withoutIcons(text)), text);
  });
});
