import assert from 'node:assert/strict';
import { english, message, translator } from '../../../src/core/message';

describe('a message', () => {
  it('becomes a sentence with its arguments, inner messages and lists translated first', () => {
    const levels = [message('policy'), message('implemented')];
    assert.equal(
      english(message('needs-evidence-for', levels, '1', '2')),
      'needs policy, implemented evidence for 1 of 2 requirements',
    );
  });

  it('takes placeholders in an argument for text', () => {
    assert.equal(english(message('report-matrix-entries', '{1}{0}.csv', 3)), '{1}{0}.csv (3 entries)');
  });

  it('is looked up by its English sentence, for any language', () => {
    const german = new Map([
      ['Customer', 'Kunde'],
      ['Matrix: {0}', 'Matrix {0}!'],
    ]);
    const translate = translator((sentence, ...args) =>
      (german.get(sentence) ?? sentence).replace('{0}', String(args[0])),
    );
    assert.equal(translate(message('report-matrix', message('customer'))), 'Matrix Kunde!');
  });
});
