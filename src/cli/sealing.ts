import type { Translate } from '../core/message';
import type { Sealing } from '../core/sharing/seal';
import { UsageError } from './command';
import { loadPart } from './loadPart';

/** What the command line says of sealing. */
export interface SealingArguments {
  /** Public keys. */
  readonly sealTo?: readonly string[];
  /** Whether the passphrase comes on standard input: on a command line or in the environment others could see it. */
  readonly sealPassphrase?: boolean;
}

/** `process.stdin`, or what stands in for it. */
export interface StandardInput extends AsyncIterable<Uint8Array | string> {
  /** Whether it is a terminal. */
  readonly isTTY?: boolean | undefined;
}

const LINE_END = 0x0a;
const LONGEST_LINE = 4096;

/**
 * How the file is to be sealed; undefined where it is not.
 *
 * @throws {UsageError} that repeats neither passphrase nor key
 */
export async function readSealing(
  { sealTo = [], sealPassphrase = false }: SealingArguments,
  input: StandardInput,
  translate: Translate,
): Promise<Sealing | undefined> {
  if (!sealPassphrase && sealTo.length === 0) return undefined;
  if (sealPassphrase && sealTo.length > 0) {
    throw new UsageError('A file is sealed with --seal-to KEY or with --seal-passphrase, and never with both.');
  }
  const sealing = sealPassphrase ? { passphrase: await readPassphrase(input) } : { recipients: sealTo };
  const { sealingProblem } = await loadPart('seal');
  const problem = sealingProblem(sealing);
  if (problem) throw new UsageError(`${sealPassphrase ? '--seal-passphrase' : '--seal-to'}: ${translate(problem)}`);
  return sealing;
}

/** The first line. */
async function readPassphrase(input: StandardInput): Promise<string> {
  if (input.isTTY) {
    throw new UsageError(
      '--seal-passphrase reads the passphrase from standard input, where it is not shown and not kept: pipe it in, from a password manager for instance.',
    );
  }
  const bytes = await firstLine(input);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r$/, '');
  } catch {
    throw new UsageError('--seal-passphrase: what comes on standard input is no UTF-8.');
  }
}

async function firstLine(input: StandardInput): Promise<Uint8Array> {
  const line: number[] = [];
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    const end = bytes.indexOf(LINE_END);
    line.push(...bytes.subarray(0, Math.min(end < 0 ? bytes.length : end, LONGEST_LINE + 1)));
    if (line.length > LONGEST_LINE) {
      throw new UsageError('--seal-passphrase: the first line of standard input is too long for a passphrase.');
    }
    if (end >= 0) break;
  }
  return Uint8Array.from(line);
}
