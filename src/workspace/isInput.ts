import { isExport, isExportedWorkbook } from '../core/report/exportMark';
import { decodeText } from '../core/text';
import type { Assessment } from './assessment';
import { FileError, type Files } from './files';

/**
 * Whether a file is one that the assessment is made from, or that its evidence names, which an export must not take the place of. An earlier export
 * in the folder is none, although the globs of the documents may find it.
 *
 * @throws {FileError} where a file that is there cannot be looked into
 */
export async function isInput(location: string, assessment: Assessment, files: Files): Promise<boolean> {
  if (!assessment.files.includes(location) && !assessment.isNamedByEvidence(location)) return false;
  try {
    const bytes = await files.read(location);
    return !isExportedWorkbook(bytes) && !isExport(decodeText(bytes)?.text ?? '');
  } catch (error) {
    if (error instanceof FileError && error.reason === 'not-found') return false;
    throw error;
  }
}
