import { host } from '#host';
import * as vscode from 'vscode';
import type { LoadPart, Parts } from './parts';

/** Loads the bundles that the build makes of the parts. */
export function createPartLoader(extension: vscode.Uri): LoadPart {
  const loaded = new Map<keyof Parts, Promise<unknown>>();
  return <N extends keyof Parts>(name: N) => {
    const uri = vscode.Uri.joinPath(extension, 'dist', 'parts', `${name}.mjs`);
    const part = loaded.get(name) ?? host.importModule(uri, (file) => vscode.workspace.fs.readFile(file));
    loaded.set(name, part);
    // A hiccup shall not last: the next time it is loaded anew.
    part.catch(() => loaded.delete(name));
    // The build makes the module from the very file that the type is taken from.
    return part as Promise<Parts[N]>;
  };
}
