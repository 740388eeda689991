import * as vscode from 'vscode';
import { type CalendarDate, calendarDateOf } from './core/calendarDate';
import { catalog } from './core/csf/catalog';
import { translator } from './core/message';
import type { App, Feature } from './app';
import { compareMatrix } from './comparison/compareMatrix';
import { addEvidenceCommand } from './editor/addEvidence';
import { codeActions } from './editor/codeActions';
import { codeLens } from './editor/codeLens';
import { copySelectionCommand } from './editor/copySelection';
import { createEvidenceListCommand } from './editor/createEvidenceList';
import { createAttempt } from './editor/attempt';
import { createProjectCommand } from './editor/createProject';
import { copyAzCommand } from './editor/copyAzCommand';
import { diagnostics } from './editor/diagnostics';
import { documentCompletion } from './editor/documentCompletion';
import { documentContext } from './editor/documentContext';
import { documentHighlights } from './editor/documentHighlights';
import { documentLinks } from './editor/documentLinks';
import { documentSymbols } from './editor/documentSymbols';
import { explainStatusCommand } from './editor/explainStatus';
import { exportBarsCommand } from './editor/exportBars';
import { exportSummaryCommand } from './editor/exportSummary';
import { findReferences } from './editor/findReferences';
import { goToControlCommand } from './editor/goToControl';
import { goToDefinition } from './editor/goToDefinition';
import { hover } from './editor/hover';
import { importRequirementsCommand } from './editor/importRequirements';
import { inlayHints } from './editor/inlayHints';
import { linkEvidenceCommand } from './editor/linkEvidence';
import { loadMatrixCommand } from './editor/loadMatrix';
import { mapMatrixCommand } from './editor/mapMatrix';
import { marks } from './editor/marks';
import { matrixChanges } from './editor/matrixChanges';
import { matrixLens } from './editor/matrixLens';
import { nextOpenItemCommand, previousOpenItemCommand } from './editor/openItems';
import { openSampleCommand } from './editor/openSample';
import { prepareRequestsCommand } from './editor/prepareRequests';
import { projectCompletion } from './editor/projectCompletion';
import { problemHelp } from './editor/problemHelp';
import { recordHashCommand } from './editor/recordHash';
import { registerCompletion } from './editor/registerCompletion';
import { showMatrixReading } from './editor/showMatrixReading';
import { recordShareEnd } from './editor/recordShareEnd';
import { renameControl } from './editor/renameControl';
import { replaceControlCommand } from './editor/replaceControl';
import { runWithSlowProgress } from './editor/slowProgress';
import { shareSummaryCommand } from './editor/shareSummary';
import { showReferencesCommand } from './editor/showReferences';
import { statusBar } from './editor/statusBar';
import { verifySharingCommand } from './editor/verifySharing';
import { workbookView } from './editor/workbookView';
import { tableHover } from './editor/tableHover';
import { workspaceSymbols } from './editor/workspaceSymbols';
import { summary } from './summary/panel';
import { controlsView } from './views/controlsView';
import { evidenceView } from './views/evidenceView';
import { openControl } from './views/openControl';
import { openEvidence } from './views/openEvidence';
import { sharesReminder } from './views/sharesReminder';
import { sharesView } from './views/sharesView';
import { viewState } from './views/viewState';
import { AssessmentIndex } from './workspace/assessmentIndex';
import { MatrixNews } from './workspace/matrixNews';
import { createPartLoader } from './workspace/partLoader';
import { createContainedFiles } from './workspace/workspaceFiles';

const FEATURES: readonly Feature[] = [
  codeLens,
  inlayHints,
  marks,
  matrixLens,
  hover,
  tableHover,
  findReferences,
  goToDefinition,
  documentCompletion,
  registerCompletion,
  projectCompletion,
  documentHighlights,
  documentLinks,
  documentSymbols,
  workspaceSymbols,
  documentContext,
  nextOpenItemCommand,
  previousOpenItemCommand,
  replaceControlCommand,
  renameControl,
  diagnostics,
  codeActions,
  problemHelp,
  matrixChanges,
  statusBar,
  summary,
  goToControlCommand,
  createProjectCommand,
  loadMatrixCommand,
  mapMatrixCommand,
  showMatrixReading,
  importRequirementsCommand,
  explainStatusCommand,
  exportSummaryCommand,
  shareSummaryCommand,
  exportBarsCommand,
  compareMatrix,
  addEvidenceCommand,
  linkEvidenceCommand,
  copySelectionCommand,
  createEvidenceListCommand,
  prepareRequestsCommand,
  recordHashCommand,
  verifySharingCommand,
  recordShareEnd,
  copyAzCommand,
  openSampleCommand,
  workbookView,
  showReferencesCommand,
  viewState,
  controlsView,
  evidenceView,
  sharesView,
  sharesReminder,
  openControl,
  openEvidence,
];

/** Builds the parts and registers the features, in the Node host and in the web worker host alike. */
export function activate(context: vscode.ExtensionContext): void {
  const { extension, extensionUri, subscriptions, workspaceState } = context;
  const log = vscode.window.createOutputChannel('Inheritance Scope', {
    log: true,
  });
  const files = createContainedFiles();
  files.grant(extensionUri.toString());
  const translate = translator((sentence, ...args) => vscode.l10n.t(sentence, ...args));
  const loadPart = createPartLoader(extensionUri);
  const today = (): CalendarDate => calendarDateOf(new Date());
  const onError = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
  const index = new AssessmentIndex(files, catalog, loadPart, runWithSlowProgress, onError, today);
  const app: App = {
    extensionUri,
    workspaceState,
    version: String((extension.packageJSON as { readonly version: unknown }).version),
    catalog,
    files,
    index,
    matrixNews: new MatrixNews(),
    loadPart,
    translate,
    attempt: createAttempt({ files, translate }, log),
    log,
    today,
  };
  subscriptions.push(log, index, ...FEATURES.map((feature) => feature(app)));
}
