import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { referencesTo } from '../core/assessment/matrixRow';
import { subjectHeadline, unitFor } from '../core/assessment/referenceSummary';
import { subjectOf, type Subject } from '../core/csf/subject';
import { groupBy } from '../core/groupBy';
import { message } from '../core/message';
import type { Assessment } from '../workspace/assessment';
import { appendLink, linksTo, nameOf, part, subjectOfUnit } from './hover';
import { noticesText, stateText } from './hoverText';
import { fileShownIn } from './shownUri';
import { idAt } from './subjectsAt';

/** What is known of an id in the matrix or a register: names, whose it is, what is open, and the documents that name it. */
export const tableHover: Feature = (app) =>
  vscode.languages.registerHoverProvider(
    { pattern: '**/*' },
    {
      provideHover(document, position) {
        const { index, catalog } = app;
        if (index.assessmentOf(document.uri)) return undefined;
        const found = index.assessmentsWith(fileShownIn(document.uri)).flatMap((assessment) => {
          const id = idAt(document, position, assessment);
          return id ? [{ assessment, id }] : [];
        });
        const [first] = found;
        const contents = found.flatMap(({ assessment, id }) => [
          // Several assessments can share a matrix.
          ...(found.length > 1 ? [new vscode.MarkdownString().appendText(assessment.summary.name)] : []),
          ...subjectOf(id.reference, catalog).flatMap((subject) => contentOf(subject, assessment, app)),
        ]);
        return first && new vscode.Hover(contents, first.id.range);
      },
    },
  );

function contentOf(subject: Subject, assessment: Assessment, app: App): vscode.MarkdownString[] {
  const { summary } = assessment;
  const { control: id, requirement } = subject;
  const control = summary.controlById.get(id);
  const unit = requirement === undefined ? undefined : unitFor(requirement, control, summary);
  // Without a requirement list what holds for the control holds for what is known of no more.
  const found = unit ?? (requirement === undefined || summary.basis === 'documents' ? control : undefined);
  const known = unit || !found ? subject : { control: id };
  const name = nameOf(id, requirement, app);
  const text = new vscode.MarkdownString(stateText(subjectHeadline(known, summary), found?.openItems ?? [], app));
  const documents = documentsOf(subject, assessment, app);
  if (!control || !found) return [name, text, documents];
  return [
    name,
    text,
    linksTo(subjectOfUnit(control, unit), assessment, app),
    ...part(noticesText(unit ? [unit] : control.units, app)),
    documents,
  ];
}

/** Each document with a link to the first place in it, and how many there are. */
function documentsOf(subject: Subject, assessment: Assessment, { files, translate }: App): vscode.MarkdownString {
  const byFile = groupBy(referencesTo([subject], assessment.summary), ({ file }) => file);
  if (byFile.size === 0) return new vscode.MarkdownString(translate(message('row-not-referenced')));
  const content = new vscode.MarkdownString(`${translate(message('column-references'))}\n\n`);
  for (const [file, places] of byFile) {
    const line = (assessment.linesOf(file)?.positionAt(places[0].start).line ?? 0) + 1;
    content.appendMarkdown('- ');
    appendLink(content, files.name(file), vscode.Uri.parse(file), line);
    if (places.length > 1) content.appendMarkdown(` (${translate(message('places', places.length))})`);
    content.appendMarkdown('\n');
  }
  return content;
}
