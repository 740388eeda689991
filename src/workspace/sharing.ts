import { setSharingEnd } from '../core/assessment/editProject';
import { readProject } from '../core/assessment/projectFile';
import type { Summary } from '../core/assessment/summary';
import type { Refused } from '../core/csvEdit';
import { createLineIndex, type LineIndex } from '../core/lineIndex';
import { problem, type Problem } from '../core/problems';
import {
  type AppendedShare,
  appendShare,
  type NewShareRow,
  type ReadyRegister,
  readyRegister,
} from '../core/sharing/appendShare';
import { type ChainEnd, completedEnd, verifyChain } from '../core/sharing/chain';
import { sharingSlips } from '../core/sharing/projectSharing';
import { statusText } from '../core/sharing/shares';
import { readSharingRegister, type SharingReading, type SharingRow } from '../core/sharing/sharingRegister';
import { decodeText, encodeText } from '../core/text';
import { FileError, type Files } from './files';
import { readIfThere } from './registers';
import { sha256 } from './sha256';
import { USUAL_REGISTERS } from './usualRegisters';

/** The sharing register as it was verified. */
export interface Verified {
  readonly register: string;
  readonly projectFile: string;
  /** The lines of the project file, at whose offsets problems can stand. */
  readonly lines: LineIndex;
  readonly rows: readonly SharingRow[];
  /** What is amiss: in single rows, and with the register as a whole. */
  readonly problems: readonly Problem[];
  /** What the project file should say of the end, where it only lags behind. */
  readonly completed?: Required<ChainEnd>;
}

/** Reads a project's sharing register, and verifies it. Undefined where there is none. @throws {FileError} */
export async function verifySharing(projectFile: string, files: Files): Promise<Verified | undefined> {
  const { text } = await readText(projectFile, files);
  const { project, problems } = readProject(text, projectFile);
  const { sharing = {} } = project;
  const lines = createLineIndex(text);
  const slips = sharingSlips(problems);
  const register = registerOf(projectFile, sharing.register, files);
  const bytes = await readIfThere(register, files);
  if (!bytes) {
    if ((sharing.rows ?? 0) === 0) return undefined;
    return {
      register,
      projectFile,
      lines,
      rows: [],
      problems: [registerGone(register, projectFile, sharing.rows ?? 0, files)],
    };
  }
  const reading = await readSharingRegister(bytes, register, files.label(register), sha256);
  const broken = verifyReading(reading, sharing, register);
  const completed = completedEnd(reading.rows, [...slips, ...broken]);
  return {
    register,
    projectFile,
    lines,
    rows: reading.rows,
    problems: [...slips, ...reading.problems, ...broken],
    ...(completed && { completed }),
  };
}

/** What became of the rows since they were written. Of a file that cannot be read as a register nothing is told beside that. */
export function verifyReading(
  { columns, rows }: Pick<SharingReading, 'columns' | 'rows'>,
  end: ChainEnd,
  file: string,
): readonly Problem[] {
  return columns.length === 0 ? [] : verifyChain(rows, end, file);
}

/** What to tell of a register that is not there, at the project file, which knows of its rows. */
export function registerGone(register: string, projectFile: string, rows: number, files: Files): Problem {
  return problem('sharing-register-gone', projectFile, undefined, files.label(register), rows);
}

/**
 * Records that a copy was shared, returned or destroyed: a row of the register and, in the project file, the register's
 * new end. The register is written first. Where the project file then cannot be written, the register is put back as it
 * was; where not even that works, or the program ends in between, verifying tells that the project file lags behind, and
 * completes it.
 *
 * @throws {FileError} where a file cannot be read or written, or was changed by someone else meanwhile
 */
export async function recordShare(
  projectFile: string,
  row: NewShareRow,
  files: Files,
): Promise<(AppendedShare & { readonly register: string }) | Refused> {
  const project = await readText(projectFile, files);
  const register = registerOf(projectFile, readProject(project.text, projectFile).project.sharing?.register, files);
  const bytes = await readIfThere(register, files);
  const appended = await appendShare(
    { bytes, file: register, name: files.label(register) },
    { file: projectFile, text: project.text },
    row,
    sha256,
  );
  if ('failure' in appended) return appended;
  await files.write(register, appended.bytes, { content: bytes });
  try {
    await writeText(projectFile, project, appended.text, files);
  } catch (error) {
    // Of a register that is new its header stays: files are written here, and never deleted.
    const before = bytes ?? headerOf(appended.bytes);
    await files.write(register, before, { content: appended.bytes }).catch(() => undefined);
    throw error;
  }
  return { ...appended, register };
}

/**
 * What a share can be recorded in, before anything is made that has to be: with the id that its copy would have, what the
 * project asks of it, and who was given something before.
 *
 * @throws {FileError}
 */
export async function prepareShare(projectFile: string, files: Files): Promise<ReadyRegister | Refused> {
  const { text } = await readText(projectFile, files);
  const register = registerOf(projectFile, readProject(text, projectFile).project.sharing?.register, files);
  const bytes = await readIfThere(register, files);
  return readyRegister({ bytes, file: register, name: files.label(register) }, { file: projectFile, text }, sha256);
}

/** What stands under `statuses` in the row of a share; undefined where the host can tell no SHA-256. */
export function hashOfStatuses(summary: Summary): Promise<string | undefined> {
  return sha256(new TextEncoder().encode(statusText(summary)));
}

/** Lets the project file know the end of the register, where it only lags behind. @throws {FileError} */
export async function completeEnd({ projectFile, completed }: Verified, files: Files): Promise<void> {
  const project = await readText(projectFile, files);
  if (completed) await writeText(projectFile, project, setSharingEnd(project.text, completed), files);
}

/** The location of a project's sharing register: the one it names, or the usual one beside it. */
export function registerOf(projectFile: string, path: string | undefined, files: Files): string {
  return files.resolve(files.resolve(projectFile, '..'), path ?? USUAL_REGISTERS.sharing);
}

interface TextFile {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: NonNullable<ReturnType<typeof decodeText>>['encoding'];
}

async function readText(file: string, files: Files): Promise<TextFile> {
  const bytes = await files.read(file);
  const decoded = decodeText(bytes);
  if (!decoded) throw new FileError('not-text', file);
  return { bytes, ...decoded };
}

/** Writes a text in the encoding of the file, its byte order mark included. */
async function writeText(
  file: string,
  { bytes, text, encoding }: TextFile,
  edited: string,
  files: Files,
): Promise<void> {
  const [before, after] = [encodeText(text, encoding), encodeText(edited, encoding)];
  // What is added is ASCII, which every encoding holds.
  if ('unencodable' in before || 'unencodable' in after) throw new FileError('not-text', file, { operation: 'write' });
  const mark = bytes.subarray(0, bytes.length - before.length);
  const content = new Uint8Array(mark.length + after.length);
  content.set(mark);
  content.set(after, mark.length);
  await files.write(file, content, { content: bytes });
}

/** The first line of a register that was made just now. */
function headerOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.indexOf('\n'.charCodeAt(0)) + 1);
}
