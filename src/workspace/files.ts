/**
 * The one port for all reading and writing of files. A *location* is an opaque text that names a file or folder: a path
 * for Node, a URI in the editor. Only `resolve` makes one out of another.
 */
export interface Files {
  /** @throws {FileError} */
  read(location: string): Promise<Uint8Array>;

  /**
   * Writes a file whole, so that a reader sees the old content or the new one; missing folders are made. With `expected`, the content the writer
   * last saw (undefined: there was no file), a file that changed meanwhile is left alone.
   *
   * @throws {FileError} with the reason `changed` for such a file
   */
  write(location: string, content: Uint8Array, expected?: { readonly content: Uint8Array | undefined }): Promise<void>;

  /**
   * Removes a file that still has this content, such as one that was written in vain.
   *
   * @throws {FileError} with the reason `changed` where it is another by now, or gone
   */
  remove(location: string, expected: { readonly content: Uint8Array }): Promise<void>;

  /** The entries of a folder; none where there is no such folder. @throws {FileError} */
  list(folder: string): Promise<readonly FolderEntry[]>;

  /** What is there; undefined where nothing is, or nothing that may be looked at. */
  kindOf(location: string): Promise<'file' | 'folder' | undefined>;

  /** What tells one state of a file from the next: another text after each writing. Undefined where there is no file. */
  stampOf(location: string): Promise<string | undefined>;

  /** Whether a location may be looked at. Where not, reading and writing it fail, and nothing seems to be there. */
  allows(location: string): Promise<boolean>;

  /** The location of a path as a user writes it: relative to a folder, with `/` or `..`, or absolute. */
  resolve(folder: string, path: string): string;

  /** The path, with `/`, of a location below a folder; undefined where it is not below it. */
  relative(folder: string, location: string): string | undefined;

  /** The last part of a location, for a person: the name of a file or folder. */
  name(location: string): string;

  /** How a location is shown to a person: relative to where they work, with `/`. */
  label(location: string): string;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The most that is read of one file; beyond it a matrix or a document is something else. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** What can go wrong with a file. */
export type FileErrorReason =
  | 'not-found'
  | 'no-permission'
  | 'is-folder'
  | 'not-text'
  | 'too-large'
  /** Written to by someone else since it was read. */
  | 'changed'
  /** Not in the workspace, and that is not trusted. */
  | 'outside'
  | 'other';

/** A file or folder that could not be read or written, so that a caller can say what to do about it. */
export class FileError extends Error {
  override readonly name = 'FileError';
  /** The size of a file that is too large. */
  readonly bytes: number | undefined;
  readonly operation: 'read' | 'write';

  constructor(
    readonly reason: FileErrorReason,
    readonly location: string,
    options: { readonly cause?: unknown; readonly bytes?: number; readonly operation?: 'read' | 'write' } = {},
  ) {
    super(`${reason}: ${location}`, { cause: options.cause });
    this.bytes = options.bytes;
    this.operation = options.operation ?? 'read';
  }
}
