import { message, type Message } from '../core/message';
import { problem, type Problem } from '../core/problems';
import { type FileError, type Files, MAX_FILE_BYTES } from './files';

const MEGABYTE = 1024 * 1024;

/** What to tell a person about a file that could not be read. */
export function fileProblem({ reason, location, bytes = 0 }: FileError, files: Files): Problem {
  const name = files.label(location);
  switch (reason) {
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
      return problem('file-not-readable', location, undefined, name, reasonOf(reason));
  }
}

/** The same for a folder that documents were looked for in. */
export function folderProblem({ reason, location }: FileError, files: Files): Problem {
  return problem('folder-not-readable', location, undefined, files.label(location), reasonOf(reason));
}

function reasonOf(reason: FileError['reason']): Message {
  return message(reason === 'no-permission' || reason === 'is-folder' ? `reason-${reason}` : 'reason-other');
}
