import { host } from '#host';
import * as vscode from 'vscode';
import type * as search from '../core/csf/searchControls';
import type * as report from '../core/report/exporters';
import type * as workbook from '../core/workbook/readWorkbook';

/** The parts that are loaded on demand, by the name of their bundle in `dist/parts`. */
interface Parts {
  readonly report: typeof report;
  readonly search: typeof search;
  readonly workbook: typeof workbook;
}

/** Loads a part of the extension when it is first needed. */
export type LoadPart = <N extends keyof Parts>(name: N) => Promise<Parts[N]>;

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
