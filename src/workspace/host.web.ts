import type { Host } from './host';

export const host: Host = {
  kind: 'web',
  async importModule(module, readFile) {
    // A web worker host can import neither files nor the extension's own address, but it can import a blob.
    const source = new Blob([new Uint8Array(await readFile(module))], { type: 'text/javascript' });
    const address = URL.createObjectURL(source);
    try {
      return (await import(address)) as unknown;
    } finally {
      URL.revokeObjectURL(address);
    }
  },
  realPath: undefined,
  writeAtomically: undefined,
  exclusively: undefined,
};
