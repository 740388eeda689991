import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { COMMANDS } from '../commandIds';
import type { Matrix } from '../core/matrix/matrix';
import { pickAssessment } from '../editor/pickAssessment';
import { MATRIX_FILES, offerToLoad } from '../editor/pickMatrix';
import { withoutIcons } from '../editor/plainText';
import { registerCommand } from '../editor/registerCommand';
import { type SaveAnswers, saveReport } from '../editor/saveReport';
import type { Assessment } from '../workspace/assessment';
import { type ComparedMatrix, type ComparedPair, readCompared } from '../workspace/comparison';
import { isInput } from '../workspace/isInput';
import { ComparisonPage } from './comparisonPage';

/** What a person would pick, for callers that know it already. */
export interface CompareAnswers {
  /** An assessment's id. */
  readonly assessment?: string;
  /** The other matrix. */
  readonly matrix?: vscode.Uri;
  /** Which of the assessment's own it is compared with, where there are several. */
  readonly own?: vscode.Uri;
  /** Which of the two is the newer one; the other one unless said otherwise. */
  readonly newer?: 'own' | 'other';
}

/** Compares the assessment's matrix with another one, and shows what changed and what that touches. */
export const compareMatrix: Feature = (app) => {
  const comparison = new OpenComparison(app);
  return vscode.Disposable.from(
    comparison,
    registerCommand(app, 'compareMatrix', (answers?: CompareAnswers) => comparison.compare(answers)),
    registerCommand(app, 'saveComparison', (answers?: SaveAnswers) => comparison.save(answers)),
  );
};

/** The one comparison that is open, if any: a further one takes its place. */
class OpenComparison implements vscode.Disposable {
  #page: ComparisonPage | undefined;

  constructor(private readonly app: App) {}

  dispose(): void {
    this.#page?.dispose();
  }

  async compare(answers: CompareAnswers = {}): Promise<void> {
    const assessment = await pickAssessment(this.app, answers.assessment);
    if (!assessment) return;
    if (assessment.matrices.length === 0) {
      void this.app.attempt(offerToLoad);
      return;
    }
    const own = await pickOwn(this.app, assessment, answers.own?.toString());
    const other = own && (await this.#readOther(assessment, own, answers.matrix));
    if (!own || !other) return;
    const sha256 = assessment.sha256Of(own.file);
    const mine: ComparedMatrix = { matrix: own, ...(sha256 !== undefined && { sha256 }) };
    this.#show(assessment, answers.newer === 'own' ? { older: other, newer: mine } : { older: mine, newer: other });
  }

  /** Writes the comparison that is open to a file that the person names. Resolves to the file, if one was written. */
  async save(answers: SaveAnswers = {}): Promise<vscode.Uri | undefined> {
    const page = this.#page;
    const assessment = page?.assessment;
    if (!page || !assessment) {
      void this.app.attempt(offerToCompare);
      return undefined;
    }
    const { files } = this.app;
    const { comparisonExporters: formats, findComparisonExporter: findFormat } = await this.app.loadPart('comparison');
    return saveReport(
      this.app,
      {
        title: vscode.l10n.t('Save Comparison'),
        formats,
        findFormat,
        exporterOf: (format) => format,
        folder: assessment.source.folder,
        fileName: 'matrix-comparison',
        create: (target) => page.createReport(assessment, { linkOf: linksFrom(target, this.app), isLive: false }),
        allow: async (target) => {
          const location = target.toString();
          if (!page.isCompared(location) && !(await isInput(location, assessment, files))) return;
          throw new Error(
            vscode.l10n.t(
              '{0} is a file that the comparison is made from. Save to another one.',
              files.label(location),
            ),
          );
        },
      },
      answers,
    );
  }

  #show(assessment: Assessment, pair: ComparedPair): void {
    const page = this.#page ?? new ComparisonPage(this.app);
    if (!this.#page) {
      this.#page = page;
      page.onDidDispose(() => {
        this.#page = undefined;
      });
    }
    page.show(assessment, pair);
  }

  async #readOther(
    assessment: Assessment,
    own: Matrix,
    answer: vscode.Uri | undefined,
  ): Promise<ComparedMatrix | undefined> {
    const { files, translate } = this.app;
    const [file] = answer
      ? [answer]
      : ((await vscode.window.showOpenDialog({
          title: vscode.l10n.t('Which Matrix to Compare {0} With?', files.name(own.file)),
          openLabel: vscode.l10n.t('Compare'),
          defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(own.file), '..'),
          filters: { [vscode.l10n.t('Shared-responsibility matrix')]: MATRIX_FILES },
        })) ?? []);
    if (!file) return undefined;
    if (file.toString() === own.file) {
      throw new Error(
        vscode.l10n.t('{0} is the matrix that the assessment uses. Choose another one.', files.label(own.file)),
      );
    }
    files.grant(file.toString());
    const reading = await readCompared(file.toString(), assessment, own.file);
    if ('matrix' in reading) return reading;
    throw new Error(reading.failure ? translate(reading.failure) : files.label(file.toString()));
  }
}

/** Which of the assessment's matrices is meant. Undefined where nothing was picked. */
async function pickOwn(
  { files }: App,
  { matrices }: Assessment,
  answer: string | undefined,
): Promise<Matrix | undefined> {
  if (answer !== undefined || matrices.length === 1) {
    return matrices.find(({ file }) => answer === undefined || file === answer);
  }
  const items = matrices.map((matrix) => ({ label: withoutIcons(files.label(matrix.file)), matrix }));
  return (
    await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which matrix is there another version of?') })
  )?.matrix;
}

/** Links to lines of files below the folder of the saved document, which go with it to wherever the folder goes. */
function linksFrom(target: vscode.Uri, { files }: App): (file: string, line: number) => string | undefined {
  const folder = files.resolve(target.toString(), '..');
  return (file, line) => {
    const path = files.relative(folder, file);
    return (
      path &&
      `${path
        .split('/')
        .map(encodeURIComponent)
        .join('/')
        .replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}#L${line}`
    );
  };
}

async function offerToCompare(): Promise<void> {
  const compare = vscode.l10n.t('Compare with Another Matrix…');
  const text = vscode.l10n.t('No comparison is open that could be saved. Compare two matrices first.');
  if ((await vscode.window.showInformationMessage(text, compare)) === compare) {
    await vscode.commands.executeCommand(COMMANDS.compareMatrix);
  }
}
