import { type ProjectReading, readProject } from '../core/assessment/projectFile';
import type { RegisterFile } from '../core/csvEdit';
import type { Sharing } from '../core/sharing/projectSharing';
import type { Files } from './files';
import { readIfThere } from './registers';
import { readTextFile, type TextFile } from './textFile';
import { USUAL_REGISTERS } from './usualRegisters';

/** A project file and the sharing register that goes with it, as they were read. */
export interface SharingFiles extends Pick<ProjectReading, 'places' | 'problems'> {
  readonly project: TextFile;
  /** What the project file says of sharing. */
  readonly sharing: Sharing;
  readonly register: RegisterFile;
}

/** @throws {FileError} */
export async function readSharingFiles(projectFile: string, files: Files): Promise<SharingFiles> {
  const project = await readTextFile(projectFile, files);
  const { project: known, places, problems } = readProject(project.text, projectFile);
  const { sharing = {} } = known;
  const file = registerOf(projectFile, sharing.register, files);
  const register = { bytes: await readIfThere(file, files), file, name: files.label(file) };
  return { project, sharing, places, problems, register };
}

/** The location of a project's sharing register: the one it names, or the usual one beside it. */
export function registerOf(projectFile: string, path: string | undefined, files: Files): string {
  return files.resolve(files.resolve(projectFile, '..'), path ?? USUAL_REGISTERS.sharing);
}
