import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Mocha runs in the project's root, wherever the bundles lie.
const root = process.cwd();

/** The text of a file of `test/fixtures`. */
export function fixture(name: string): string {
  return readFileSync(join(root, 'test/fixtures', name), 'utf8');
}

/** The text of a file beside the project that not every machine has; undefined where it is missing. */
export function sharedFile(path: string): string | undefined {
  const file = join(root, '../shared', path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
