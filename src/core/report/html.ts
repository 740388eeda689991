import { message } from '../message';
import { bars } from './html/htmlBars';
import { controls } from './html/htmlControls';
import { head, matrixTable } from './html/htmlHead';
import { html as element, htmlText, htmlTextSteps } from './html/htmlNode';
import type { HtmlSection } from './html/htmlSection';
import {
  calendar,
  evidence,
  notices,
  notMapped,
  policy,
  problems,
  project,
  readiness,
  references,
  requests,
  unresolved,
} from './html/htmlSections';
import { HTML_STYLE } from './html/htmlStyle';
import { finish, type Steps } from '../steps';
import type { ProfileField } from '../sharing/profile';
import { copyLine } from './copyLines';
import { plainlyShown } from './hiddenCharacters';
import { EXPORT_MARK } from './exportMark';
import { encode, type Exporter, type TellProgress } from './exporter';
import { type Report, shows, titleOf } from './report';

/** Nothing is loaded and nothing runs, whatever might have slipped into the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The scoping summary as a page of its own, to read on a screen and to print on A4 or Letter: no script, nothing from a network,
 * and every text from a file is text. What cannot be seen, or would turn the direction of writing, is written as `\u{202e}`.
 * Only where evidence lies under http or https is there a link.
 */
export const html: Exporter = {
  format: 'html',
  name: 'HTML',
  purpose: 'format-html',
  extension: 'html',
  write: (report) => finish(htmlSteps(report)),
  steps: htmlSteps,
};

/** The page's sections, and what has to be shown for each; where there is nothing, the section looks itself. */
const SECTIONS: readonly (readonly [ProfileField | undefined, HtmlSection])[] = [
  [undefined, head],
  [undefined, bars],
  ['readiness', readiness],
  ['calendar', calendar],
  ['project', project],
  ['controls', controls],
  ['evidence', evidence],
  ['evidence', notMapped],
  ['requests', requests],
  ['references', references],
  ['notices', notices],
  ['policy', policy],
  ['unresolved', unresolved],
  ['problems', problems],
  ['matrices', matrixTable],
];

/** Stands for the sections until they are written: no text of a file can be it, for that would be escaped. */
const SECTIONS_PLACE = '<main></main>';

function* htmlSteps(report: Report, tell?: TellProgress): Steps<Uint8Array> {
  const pieces: string[] = [];
  for (const [done, [needs, section]] of SECTIONS.entries()) {
    const nodes = needs === undefined || shows(report, needs) ? section(report) : [];
    yield;
    for (const node of isSteps(nodes) ? yield* nodes : nodes) pieces.push(yield* htmlTextSteps(node));
    tell?.(done + 1, SECTIONS.length);
  }
  const [before = '', after = ''] = htmlText(page(report)).split(SECTIONS_PLACE);
  return encode(`<!doctype html>\n${EXPORT_MARK}\n${before}<main>${pieces.join('')}</main>${after}\n`);
}

function isSteps<T>(of: readonly T[] | Steps<readonly T[]>): of is Steps<readonly T[]> {
  return 'next' in of;
}

/** The page without its sections. */
function page(report: Report): ReturnType<typeof element> {
  return element(
    'html',
    { lang: languageOf(report) },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('title', {}, report.translate(titleOf(report))),
      element('style', {}, HTML_STYLE, pageFooter(report)),
    ),
    element('body', {}, element('main', {})),
  );
}

/** Whose copy it is, at the foot of each page that is printed; nothing where it is none. */
function pageFooter({ copy, translate }: Report): string {
  if (!copy) return '';
  // Each character by its number: nothing can end the text, or the style.
  const text = plainlyShown(translate(copyLine({ copy })))
    .replaceAll('\n', ' ')
    .replace(/./gsu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `);
  return `@page { @bottom-left { content: "${text}"; color: #4d4d4d; font: 7.5pt system-ui, sans-serif; } }\n`;
}

/** The language that the sentences are in, as they say themselves. */
export function languageOf({ translate }: Pick<Report, 'translate'>): string {
  const language = translate(message('language-code'));
  return /^[a-z]{2,3}(-[\dA-Za-z]{2,8})*$/.test(language) ? language : 'en';
}
