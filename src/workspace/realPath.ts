import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A path with all links followed. Of one that does not exist, those that lead to where it would be. */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realPath(parent), basename(path));
  }
}
