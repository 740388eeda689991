import { bech32 } from '@scure/base';
import { Encrypter } from 'age-encryption';
import { type Message, message } from '../message';

/** What opens a sealed file: a passphrase, or the secret key of any one recipient. A passphrase is always alone in age. */
export type Sealing = { readonly passphrase: string } | { readonly recipients: readonly string[] };

const FEWEST_CHARACTERS = 12;
const FEWEST_DIFFERENT = 6;

/**
 * Neither control characters nor any white space but the blank, nor what is not seen. (`\p{C}` is all that is no
 * character to be seen.)
 */
const UNTYPABLE = /\p{C}|[^\S ]/u;

const SECRET_KEY = /AGE-SECRET-KEY|AGE-PLUGIN-|PRIVATEKEY/i;
const SSH_KEY = /^(?:ssh-|ecdsa-|sk-)/;

/** What a public key's text can begin with, before the `1`: of the first every age knows how to seal for it. */
const PLAIN_PREFIXES: readonly string[] = ['age', 'age1tag'];
const POST_QUANTUM_PREFIXES: readonly string[] = ['age1pq', 'age1tagpq'];
const PREFIXES: readonly string[] = [...PLAIN_PREFIXES, ...POST_QUANTUM_PREFIXES];

/**
 * Seals bytes in the format age (age-encryption.org/v1). No two sealings give the same bytes. A passphrase takes a second or
 * so: its work factor is the library's.
 *
 * @param sealing one that `sealingProblem` finds nothing wrong with; otherwise an error is thrown that does not repeat it
 */
export async function seal(bytes: Uint8Array, sealing: Sealing): Promise<Uint8Array> {
  const problem = sealingProblem(sealing);
  if (problem) throw new Error(`Nothing is sealed like this: ${problem.code}.`);
  const encrypter = new Encrypter();
  if ('passphrase' in sealing) encrypter.setPassphrase(sealing.passphrase);
  else for (const key of new Set(sealing.recipients.map(withoutWhiteSpace))) encrypter.addRecipient(key);
  return encrypter.encrypt(bytes);
}

/** Why something cannot be sealed like this. Like all messages here, it repeats neither passphrase nor key. */
export function sealingProblem(sealing: Sealing): Message | undefined {
  if ('passphrase' in sealing) return passphraseProblem(sealing.passphrase);
  const { recipients } = sealing;
  if (recipients.length === 0) return message('seal-key-missing');
  for (const [index, key] of recipients.entries()) {
    const problem = recipientProblem(key);
    if (problem) return recipients.length === 1 ? problem : message('seal-key-nth', index + 1, problem);
  }
  const postQuantum = recipients.filter((key) => POST_QUANTUM_PREFIXES.includes(prefixOf(key) ?? ''));
  return postQuantum.length > 0 && postQuantum.length < recipients.length ? message('seal-keys-mixed') : undefined;
}

/** What is wrong with a public key as typed or pasted: long ones come with line breaks, which do not matter. */
export function recipientProblem(key: string): Message | undefined {
  const written = withoutWhiteSpace(key);
  if (written === '') return message('seal-key-missing');
  if (SECRET_KEY.test(written)) return message('seal-key-secret');
  if (SSH_KEY.test(written)) return message('seal-key-ssh');
  if (!written.startsWith('age1')) return message('seal-key-unknown');
  const prefix = prefixOf(written);
  // Only where the checksum fits is the prefix what it was meant to be.
  if (prefix !== undefined && !PREFIXES.includes(prefix))
    return message('seal-key-plugin', prefix.slice('age1'.length));
  return isTaken(written) ? undefined : message('seal-key-slip');
}

/**
 * What is wrong with a passphrase, which its reader has to type as it is meant: nothing is trimmed or changed in silence. A
 * letter that is put together from two signs is refused, for a keyboard writes it as one.
 */
export function passphraseProblem(passphrase: string): Message | undefined {
  if (passphrase === '') return message('passphrase-missing');
  if (passphrase !== passphrase.trim()) return message('passphrase-blanks');
  if (UNTYPABLE.test(passphrase) || passphrase !== passphrase.normalize('NFC')) return message('passphrase-untypable');
  const characters = Array.from(passphrase);
  return characters.length < FEWEST_CHARACTERS || new Set(characters).size < FEWEST_DIFFERENT
    ? message('passphrase-weak', FEWEST_CHARACTERS, FEWEST_DIFFERENT)
    : undefined;
}

/** Undefined where the checksum does not fit. */
function prefixOf(key: string): string | undefined {
  return bech32.decodeUnsafe(withoutWhiteSpace(key), false)?.prefix;
}

function isTaken(key: string): boolean {
  try {
    new Encrypter().addRecipient(key);
    return true;
  } catch {
    return false;
  }
}

function withoutWhiteSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
