import type { Project } from '../core/assessment/projectFile';

/**
 * What registers are called where the project names none: they are read if they are there. Documents, gaps and shares only
 * beside a project file, because elsewhere files of these names may be anything.
 */
export const USUAL_REGISTERS = {
  evidence: 'evidence.csv',
  evidenceDocuments: 'documents.csv',
  requests: 'inheritance-requests.csv',
  gaps: 'gaps.csv',
  sharing: 'sharing.csv',
} as const;

/** Whether a path is that of a register that the project does not name, and that need not be there. */
export function isUsualRegister(path: string, project: Project): boolean {
  const roles = Object.keys(USUAL_REGISTERS) as (keyof typeof USUAL_REGISTERS)[];
  const named = { ...project, sharing: project.sharing?.register };
  return roles.some((role) => path === USUAL_REGISTERS[role] && !named[role]);
}
