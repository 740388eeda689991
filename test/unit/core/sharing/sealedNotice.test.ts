import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { english } from '../../../../src/core/message';
import { type SealedBy, sealedName, sealedNotice } from '../../../../src/core/sharing/sealedNotice';

const lines = (by: SealedBy, file: string): readonly string[] => sealedNotice(by, file).map(english);
const command = (by: SealedBy, file: string): string => lines(by, file).find((line) => line.startsWith('age ')) ?? '';

describe('the note for the reader of a sealed file', () => {
  it('names the file, the program and the command, and by which way the passphrase comes', () => {
    const text = lines('passphrase', 'summary.html.age').join('\n');
    for (const part of [
      'The file summary.html.age is sealed',
      'https://age-encryption.org',
      'by another way than the file',
      '\nage --decrypt --output summary.html summary.html.age\n',
      'You find summary.html in the same folder',
    ])
      assert.ok(text.includes(part), part);
  });

  it('tells who has a key that nobody else needs the secret one', () => {
    const text = lines('recipients', 'summary.html.age').join('\n');
    assert.match(text, /your secret key.*do not send it to anyone/);
    assert.match(text, /\nage --decrypt --identity key\.txt --output summary\.html summary\.html\.age\n/);
    assert.doesNotMatch(text, /passphrase/);
  });

  it('is the same by the name before sealing, and quotes a name with blanks', () => {
    assert.deepEqual(lines('passphrase', 'summary.html'), lines('passphrase', sealedName('summary.html')));
    assert.equal(
      command('passphrase', 'Übersicht (May).xlsx.age'),
      'age --decrypt --output "Übersicht (May).xlsx" "Übersicht (May).xlsx.age"',
    );
  });

  it('never makes a command of a name that a shell would read as its own: it has the file renamed', () => {
    for (const name of ['$(rm x).html', 'a`b.html', '-o.html', 'a"; b.html', "it's.html", 'a%PATH%.html', '“a”.html']) {
      assert.equal(command('passphrase', name), 'age --decrypt --output copy copy.age');
      assert.ok(lines('passphrase', name).some((line) => line.startsWith('First rename the file to copy.age')));
    }
    fc.assert(
      fc.property(fc.string(), (name) => {
        assert.match(
          command('passphrase', name),
          /^age --decrypt --output ("?)[^"$`%!'&|;<>\\]+\1 ("?)[^"$`%!'&|;<>\\]+\2$/,
        );
      }),
    );
  });
});
