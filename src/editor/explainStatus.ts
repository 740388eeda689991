import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { explainStatus } from '../core/assessment/explain';
import type { StepPlace } from '../core/assessment/explainStep';
import { headline, unitHeadline } from '../core/assessment/headline';
import type { Subject } from '../core/csf/subject';
import { explainMarkdown } from '../core/report/explainMarkdown';
import type { Assessment } from '../workspace/assessment';
import { placeOf } from '../workspace/placeOf';
import { withoutBrackets } from './hover';
import { createLiveMarkdown } from './liveMarkdown';
import { pickAssessment } from './pickAssessment';
import { rangeOfPlace } from './ranges';
import { registerCommand } from './registerCommand';
import { shownUri } from './shownUri';
import { subjectsAt } from './subjectsAt';

/** What a person would pick, for callers that know it already. */
export interface ExplainStatusAnswers extends Partial<Subject> {
  /** An assessment's id. */
  readonly assessment?: string;
}

/** What a document of the scheme is about. */
type Address = Subject & Required<Pick<ExplainStatusAnswers, 'assessment'>>;

const SCHEME = 'inheritance-explanation';

/** *Explain Status…*: a document that follows the assessment, and that VS Code shows as Markdown. */
export const explainStatusCommand: Feature = (app) => {
  const documents = createLiveMarkdown<Address>(app, SCHEME, (address) => textOf(address, app));
  return vscode.Disposable.from(
    documents,
    registerCommand(app, 'explainStatus', async (answers: ExplainStatusAnswers = {}) => {
      const assessment = await pickAssessment(app, answers.assessment);
      const subject = assessment && (await pickSubject(app, assessment, answers));
      if (!subject) return;
      const title = vscode.l10n.t('Why {0} has this status', subject.requirement ?? subject.control);
      await documents.show(title, { assessment: assessment.id, ...subject });
    }),
  );
};

function textOf(address: Address, { index, files, translate }: App): string {
  const assessment = index.get(address.assessment);
  if (!assessment) return vscode.l10n.t('The assessment this was about is no longer there.');
  const { summary, facts } = assessment;
  return explainMarkdown(
    {
      explanation: explainStatus(address, facts),
      summary,
      translate,
      placeOf: ({ file, at }) => placeOf(file, at, assessment, files),
    },
    (place) => addressOf(place, assessment),
  );
}

/**
 * The address of a place as the preview of a document follows it: it takes none with a scheme of its own, and looks for
 * a path from the first folder of the workspace. Undefined for the row of a workbook, which no path leads to.
 */
function addressOf({ file, at }: StepPlace, assessment: Assessment): string | undefined {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  const uri = vscode.Uri.parse(file, true);
  const isShown = shownUri(file, assessment).toString() === uri.toString();
  if (!root || !isShown || uri.scheme !== root.uri.scheme || uri.authority !== root.uri.authority) return undefined;
  const folder = root.uri.path.replace(/\/$/, '');
  const path = uri.path.startsWith(`${folder}/`)
    ? uri.path.slice(folder.length)
    : `${folder.replace(/\/[^/]*/g, '/..')}${uri.path}`;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const { start } = rangeOfPlace(at, assessment.linesOf(file));
  return `${withoutBrackets(encoded)}#L${start.line + 1}`;
}

/** As asked for, the one id under the cursor, or what the person picks. */
async function pickSubject(
  app: App,
  assessment: Assessment,
  { control, requirement }: ExplainStatusAnswers,
): Promise<Subject | undefined> {
  if (control !== undefined) return { control, ...(requirement !== undefined && { requirement }) };
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  const under = document && selection ? subjectsAt(document, selection.active, assessment) : [];
  const [only] = under;
  if (only && under.length === 1) return only;
  const { controls } = assessment.summary;
  if (controls.length === 0) throw new Error(vscode.l10n.t('Nothing is in scope yet whose status could be explained.'));
  const items = controls.flatMap((summary) => [
    {
      label: summary.id,
      description: [summary.title, ...headline(summary).map(app.translate)].join(' · '),
      subject: { control: summary.id },
    },
    ...summary.units
      .filter(({ id }) => id !== summary.id)
      .map((unit) => ({
        label: unit.id,
        description: unitHeadline(unit).map(app.translate).join(' · '),
        subject: { control: summary.id, requirement: unit.id },
      })),
  ]);
  const isUnder = ({ subject }: { readonly subject: Subject }): boolean =>
    subject.requirement === undefined && under.some((found) => found.control === subject.control);
  const sorted = [...items.filter(isUnder), ...items.filter((item) => !isUnder(item))];
  const options = { title: vscode.l10n.t('Explain the Status of What?'), matchOnDescription: true };
  return (await vscode.window.showQuickPick(sorted, options))?.subject;
}
