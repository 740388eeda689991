import type { MaturityLevel } from '../assessment/maturity';

/** What a section on a control is written from. */
export interface SectionContent {
  /** The marks of its heading; empty where they are there already. */
  readonly hashes: string;
  /** The id as its neighbours write it, title included. */
  readonly heading: string;
  /** Whose the control is, in words; undefined where nobody knows. */
  readonly responsibility: string | undefined;
  /** Those at which evidence is wanted. */
  readonly levels: readonly MaturityLevel[];
  /** What to write below, in words. */
  readonly prompt: string;
}

/** Stands where evidence belongs, and is read as none yet. */
const NO_EVIDENCE_YET = 'TBD';

/**
 * A section on a control as a snippet in VS Code's syntax: its heading, whose it is, a place for how it is done, and a line
 * for each level that evidence is wanted at, as `readInlineEvidence` reads them.
 */
export function sectionSnippet({ hashes, heading, responsibility, levels, prompt }: SectionContent): string {
  const head = `${hashes === '' ? '' : `${hashes} `}${escaped(heading)}`;
  const whose = responsibility === undefined ? [] : [`Responsibility: ${escaped(responsibility)}`];
  const evidence = levels.map((level, index) => `- Evidence (${level}): \${${index + 2}:${NO_EVIDENCE_YET}}`);
  return (
    [head, ...whose, `\${1:${escaped(prompt)}}`, evidence.join('\n')].filter((part) => part !== '').join('\n\n') + '$0'
  );
}

/** In a snippet these mean something. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
