import type { Host } from './host';
import { writeAtomically } from './writeAtomically';

export const host: Host = {
  kind: 'node',
  importModule: (module) => import(module.toString(true)) as Promise<unknown>,
  writeAtomically,
};
