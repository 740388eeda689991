import * as vscode from 'vscode';
import type { App, Feature } from '../app';
import { headline, unitHeadline, whose } from '../core/assessment/headline';
import { referencesTo } from '../core/assessment/matrixRow';
import { subjectOf, type Subject } from '../core/csf/subject';
import { groupBy } from '../core/groupBy';
import { message } from '../core/message';
import type { Assessment } from '../workspace/assessment';
import { appendLink, linkTo, nameOf, openOf } from './hover';
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
  const name = nameOf(id, requirement, app);
  const unitId = requirement === undefined ? id : summary.matrix.idOf(requirement, id);
  const control = summary.controlById.get(id);
  if (!control) {
    // Nothing is open on what is not in scope.
    const { responsibility, units } = summary.matrix.control(id);
    const unit = units.find((each) => requirement !== undefined && each.id === unitId);
    const words = unit ? whose(unit.verdict) : message(responsibility ?? 'unknown');
    return [name, new vscode.MarkdownString(openOf([words, message('not-in-scope')], { openItems: [] }, app))];
  }
  const unit = control.units.find((each) => requirement !== undefined && each.id === unitId);
  return [
    name,
    new vscode.MarkdownString(openOf(unit ? unitHeadline(unit) : headline(control), unit ?? control, app)),
    linkTo(control, assessment, app),
    documentsOf(subject, assessment, app),
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
