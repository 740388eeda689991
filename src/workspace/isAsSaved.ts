import { decodeText } from '../core/text';
import { FileError, type Files } from './files';

/**
 * Whether an editor shows a file's text as it was saved. Where it reads another encoding, or evens out line ends, saving it
 * from there would change more than was edited.
 *
 * @throws {FileError} where the file cannot be read, other than for not being there
 */
export async function isAsSaved(location: string, shown: string, files: Files): Promise<boolean> {
  try {
    return decodeText(await files.read(location))?.text === shown;
  } catch (error) {
    if (error instanceof FileError && error.reason === 'not-found') return false;
    throw error;
  }
}
