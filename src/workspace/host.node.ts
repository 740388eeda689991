import { exclusively } from './exclusively';
import type { Host } from './host';
import { realPath } from './realPath';
import { writeAtomically } from './writeAtomically';

export const host: Host = {
  kind: 'node',
  importModule: (module) => import(module.toString(true)) as Promise<unknown>,
  realPath,
  writeAtomically,
  exclusively,
};
