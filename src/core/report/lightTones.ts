import type { Status } from '../assessment/status';

/** Colours on white paper: each at least 3 to 1 against it, and against the white lines of a pattern. */
const TONES: Readonly<Record<Status, string>> = {
  'needs-evidence': '#c2410c',
  unknown: '#b91c1c',
  'coverage-needed': '#a16207',
  'awaiting-approval': '#7e3fb2',
  complete: '#2e7d32',
  inherited: '#1d63b8',
  'not-applicable': '#767676',
};

/** The styles of bars and swatches, and of what is marked with a tone, in files that are not in the editor's theme. */
export const LIGHT_TONES = [
  '.track { fill: #e4e4e4; }',
  '.pattern { stroke: #ffffff; }',
  ...Object.entries(TONES).map(([status, colour]) => `.tone-${status} { fill: ${colour}; background: ${colour}; }`),
].join('\n');
