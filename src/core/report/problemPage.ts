import { IGNORE } from '../csf/hiddenSpans';
import { isOfComment } from '../document/ignores';
import { message, type Translate } from '../message';
import { type ProblemCode, severityOf } from '../problems';

/** What stands for the words that a problem is about. */
const ANYTHING: readonly string[] = Array.from({ length: 9 }, () => '…');

/** What a problem's code means, in words. */
export function problemWords(code: ProblemCode, translate: Translate): string {
  return translate({ code, args: ANYTHING });
}

/** What there is to know of a problem's code, as a Markdown document that reads well as plain text. */
export function problemPage(code: ProblemCode, translate: Translate): string {
  const severity = severityOf({ code });
  const set = (key: string): string => `  "${key}": { "${code}": "off" }`;
  return [
    `# ${code}`,
    problemWords(code, translate),
    translate(message('problem-severity', severity)),
    translate(message('problem-set-project')),
    block('jsonc', set('problems')),
    translate(message('problem-set-settings')),
    block('jsonc', set('inheritanceScope.problems.severity')),
    ...(isOfComment(code)
      ? []
      : [
          translate(message('problem-ignore')),
          block('md', `<!-- ${IGNORE} ${code}: ${translate(message('problem-reason'))} -->`),
        ]),
    '',
  ].join('\n\n');
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
