/** The ids of all commands; `package.json` gives their titles. */
export const COMMANDS = {
  loadMatrix: 'inheritanceScope.loadMatrix',
  mapMatrix: 'inheritanceScope.mapMatrix',
  showMatrixReading: 'inheritanceScope.showMatrixReading',
  goToControl: 'inheritanceScope.goToControl',
  openSummary: 'inheritanceScope.openSummary',
  exportSummary: 'inheritanceScope.exportSummary',
  openSample: 'inheritanceScope.openSample',
} as const;

export type CommandName = keyof typeof COMMANDS;
