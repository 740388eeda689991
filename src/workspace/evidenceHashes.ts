import { isLink } from '../core/assessment/evidence';
import { EVIDENCE_COLUMNS } from '../core/assessment/newRows';
import { readRegister } from '../core/assessment/register';
import { type CellEdit, lacksColumn, type Refused, type RegisterFile, setCells } from '../core/csvEdit';
import type { Files } from './files';
import { readIfThere } from './registers';
import { sha256 } from './sha256';

/** A row of a register that names a file which is there. */
export interface NamedFile {
  readonly register: RegisterFile & { readonly bytes: Uint8Array };
  /** The 1-based line on which the row begins. */
  readonly line: number;
  /** The file's path as the row has it, and its location. */
  readonly path: string;
  readonly location: string;
  /** The SHA-256 that the row has, in lower case; empty where it has none. */
  readonly recorded: string;
}

/** The rows of registers that name local files. Links are left alone: nothing is fetched. @throws {FileError} */
export async function findNamedFiles(
  registers: readonly string[],
  folder: string,
  files: Files,
): Promise<readonly NamedFile[]> {
  const found: NamedFile[] = [];
  for (const file of new Set(registers)) {
    const bytes = await readIfThere(file, files);
    if (!bytes) continue;
    const register = { bytes, file, name: files.label(file) };
    for (const row of readRegister(bytes, file, register.name, []).rows) {
      const path = row.get('location');
      if (path === '' || isLink(path)) continue;
      const location = files.resolve(folder, path);
      if ((await files.kindOf(location)) !== 'file') continue;
      found.push({
        register,
        line: row.line,
        path,
        location,
        recorded: row.get('sha256', ...EVIDENCE_COLUMNS.sha256).toLowerCase(),
      });
    }
  }
  return found;
}

/** What became of the rows, by the paths of their files. */
export interface Recorded {
  /** Those that were written to. */
  readonly recorded: readonly NamedFile[];
  /** Those whose file is as it was recorded. */
  readonly same: readonly NamedFile[];
  /** Those whose file is another than was recorded, and that were left. */
  readonly differing: readonly NamedFile[];
}

/**
 * Writes the SHA-256 of files into the rows that name them.
 *
 * @param overwrite whether to write over another one: a file that is not what was recorded is worth a look first
 * @returns undefined where the host cannot tell a SHA-256
 * @throws {FileError} where a register was changed since its rows were found
 */
export async function recordHashes(
  named: readonly NamedFile[],
  overwrite: boolean,
  files: Files,
): Promise<Recorded | Refused | undefined> {
  const hashes = new Map<string, string>();
  for (const { location } of named) {
    const hash = hashes.get(location) ?? (await sha256(await files.read(location)));
    if (hash === undefined) return undefined;
    hashes.set(location, hash);
  }
  const isSame = ({ location, recorded }: NamedFile): boolean => recorded === hashes.get(location);
  const isToWrite = (each: NamedFile): boolean => !isSame(each) && (overwrite || each.recorded === '');
  const result = {
    recorded: named.filter(isToWrite),
    same: named.filter(isSame),
    differing: named.filter((each) => !isSame(each) && !isToWrite(each)),
  };
  const changes: { readonly register: NamedFile['register']; readonly bytes: Uint8Array }[] = [];
  for (const register of new Set(result.recorded.map((each) => each.register))) {
    const edits = result.recorded
      .filter((each) => each.register === register)
      .map(({ line, location }): CellEdit<'sha256'> => ({ line, column: 'sha256', value: hashes.get(location) ?? '' }));
    const edited = setCells(register, { sha256: EVIDENCE_COLUMNS.sha256 }, edits);
    if ('failure' in edited) return edited;
    if (edited.left.length > 0) return { failure: lacksColumn(register, 'sha256') };
    changes.push({ register, bytes: edited.bytes });
  }
  for (const { register, bytes } of changes) await files.write(register.file, bytes, { content: register.bytes });
  return result;
}
