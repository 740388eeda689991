import { mkdir, open, realpath, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Looking at a file and writing it takes milliseconds: a lock this old was left behind by a crash. */
const ABANDONED_MS = 10_000;
const RETRY_MS = 15;

/**
 * Does something with a file of the local disk while no other program does so through here: what was seen of the file
 * stays true until it is written. A file beside it, whose name ends in `.lock`, says so for the moment.
 */
export async function exclusively<T>(path: string, action: () => Promise<T>): Promise<T> {
  const lock = `${await realpath(path).catch(() => path)}.lock`;
  await acquire(lock);
  try {
    return await action();
  } finally {
    await rm(lock, { force: true });
  }
}

async function acquire(lock: string): Promise<void> {
  let seen: { readonly state: string | undefined; readonly since: number } | undefined;
  while (!(await create(lock))) {
    const state = await stateOf(lock);
    // Its age is told by the own clock: that of a file server can be another.
    if (state === undefined || seen?.state !== state) seen = { state, since: performance.now() };
    else if (performance.now() - seen.since > ABANDONED_MS) await rm(lock, { force: true });
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/**
 * @param hasFolder whether its folder was made already: where it cannot be made even so, it never will
 * @returns false where it is there already
 */
async function create(lock: string, hasFolder = false): Promise<boolean> {
  try {
    await (await open(lock, 'wx')).close();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    if (code !== 'ENOENT' || hasFolder) throw error;
    await mkdir(dirname(lock), { recursive: true });
    return create(lock, true);
  }
}

/** What tells one lock from the next. */
function stateOf(lock: string): Promise<string | undefined> {
  return stat(lock).then(
    ({ ino, mtimeMs }) => `${ino} ${mtimeMs}`,
    () => undefined,
  );
}
