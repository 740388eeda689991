import { type Argument, message } from '../core/message';
import { problem, type Problem } from '../core/problems';
import { type FileError, type Files, MAX_FILE_BYTES } from './files';

const MEGABYTE = 1024 * 1024;

/** What to tell a person about a file that could not be read or written. */
export function fileProblem(error: FileError, files: Files): Problem {
  const { reason, location, bytes = 0 } = error;
  const name = files.label(location);
  if (reason === 'outside') return problem('path-outside-workspace', location, undefined, name);
  if (error.operation === 'write' && reason !== 'changed') {
    return problem('file-not-written', location, undefined, name, reasonOf(error));
  }
  switch (reason) {
    case 'changed':
      return problem('file-changed', location, undefined, name);
    case 'not-found':
      return problem('file-not-found', location, undefined, name);
    case 'not-text':
      return problem('file-not-text', location, undefined, name);
    case 'too-large':
      return problem(
        'file-too-large',
        location,
        undefined,
        name,
        Math.ceil(bytes / MEGABYTE),
        MAX_FILE_BYTES / MEGABYTE,
      );
    default:
      return problem('file-not-readable', location, undefined, name, reasonOf(error));
  }
}

/** The same for a folder that documents were looked for in. */
export function folderProblem(error: FileError, files: Files): Problem {
  if (error.reason === 'outside') return fileProblem(error, files);
  return problem('folder-not-readable', error.location, undefined, files.label(error.location), reasonOf(error));
}

function reasonOf({ reason, cause }: FileError): Argument {
  if (reason === 'no-permission' || reason === 'is-folder') return message(`reason-${reason}`);
  return cause instanceof Error ? cause.message : message('reason-other');
}
