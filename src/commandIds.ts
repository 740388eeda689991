/** The ids of all commands. `package.json` gives titles to those that a person can run by name. */
export const COMMANDS = {
  createProject: 'inheritanceScope.createProject',
  loadMatrix: 'inheritanceScope.loadMatrix',
  mapMatrix: 'inheritanceScope.mapMatrix',
  showMatrixReading: 'inheritanceScope.showMatrixReading',
  importRequirements: 'inheritanceScope.importRequirements',
  goToControl: 'inheritanceScope.goToControl',
  openSummary: 'inheritanceScope.openSummary',
  exportSummary: 'inheritanceScope.exportSummary',
  compareMatrix: 'inheritanceScope.compareMatrix',
  saveComparison: 'inheritanceScope.saveComparison',
  explainStatus: 'inheritanceScope.explainStatus',
  addEvidence: 'inheritanceScope.addEvidence',
  createEvidenceList: 'inheritanceScope.createEvidenceList',
  prepareRequests: 'inheritanceScope.prepareRequests',
  recordHash: 'inheritanceScope.recordHash',
  nextOpenItem: 'inheritanceScope.nextOpenItem',
  previousOpenItem: 'inheritanceScope.previousOpenItem',
  replaceControl: 'inheritanceScope.replaceControl',
  copyAzCommand: 'inheritanceScope.copyAzCommand',
  openSample: 'inheritanceScope.openSample',
  /** Behind a lens of the matrix. */
  showReferences: 'inheritanceScope.showReferences',
} as const;

export type CommandName = keyof typeof COMMANDS;
