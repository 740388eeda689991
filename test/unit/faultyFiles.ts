import { FileError } from '../../src/workspace/files';
import { InMemoryFiles } from './inMemoryFiles';

/**
 * Files in memory whose n-th reading, writing or removing fails: alone, with others, or, as after a crash, with all that
 * follow.
 */
export class FaultyFiles extends InMemoryFiles {
  #steps = 0;
  #isFaulty: (step: number) => boolean = () => false;
  #reason: FileError['reason'] = 'other';
  #isTooLate = false;

  /** Counts anew; none fails where it is infinite. */
  failAt(step: number, isCrash = false): void {
    this.failWhere((each) => each === step || (isCrash && each > step));
  }

  /** @param isTooLate whether a write that fails is done all the same, as where its answer is lost */
  failWhere(isFaulty: (step: number) => boolean, reason: FileError['reason'] = 'other', isTooLate = false): void {
    this.#steps = 0;
    this.#isFaulty = isFaulty;
    this.#reason = reason;
    this.#isTooLate = isTooLate;
  }

  /** How many steps there were since it was told when to fail. */
  get steps(): number {
    return this.#steps;
  }

  override async read(location: string): Promise<Uint8Array> {
    await this.#step(location, 'read');
    return super.read(location);
  }

  override async write(...args: Parameters<InMemoryFiles['write']>): Promise<void> {
    await this.#step(args[0], 'write', () => super.write(...args));
    return super.write(...args);
  }

  override async remove(...args: Parameters<InMemoryFiles['remove']>): Promise<void> {
    await this.#step(args[0], 'write', () => super.remove(...args));
    return super.remove(...args);
  }

  async #step(location: string, operation: 'read' | 'write', act?: () => Promise<void>): Promise<void> {
    this.#steps++;
    if (!this.#isFaulty(this.#steps)) return;
    if (this.#isTooLate) await act?.();
    throw new FileError(this.#reason, location, { operation });
  }
}
