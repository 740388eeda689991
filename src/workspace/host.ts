import type { Uri } from 'vscode';

/**
 * What the two extension hosts do differently. `#host` is host.node.ts in the Node host and host.web.ts in the web worker
 * host (package.json, `imports`).
 */
export interface Host {
  readonly kind: 'node' | 'web';

  /**
   * Imports an ES module without imports of its own, from the extension's folder.
   *
   * @param readFile reads a file of the extension, for a host that cannot import from a file
   */
  importModule(module: Uri, readFile: (uri: Uri) => Thenable<Uint8Array>): Promise<unknown>;

  /** The path of a file or folder of the local disk, links followed as far as it exists. Undefined where the host has no disk. */
  readonly realPath: ((path: string) => Promise<string>) | undefined;

  /** Writes a file of the local disk so that nobody sees a half of it. Undefined where the host has no disk. */
  readonly writeAtomically: ((path: string, content: Uint8Array) => Promise<void>) | undefined;

  /** Does something with a file of the local disk while no other program does. Undefined where the host has no disk. */
  readonly exclusively: (<T>(path: string, action: () => Promise<T>) => Promise<T>) | undefined;
}
