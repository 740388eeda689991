import { type Problem, PROBLEM_CODES, type ProblemCode, SEVERITIES } from './problems';

/** What the problems of a code can be set to: `off` leaves them out. */
export const SEVERITY_SETTINGS = [...SEVERITIES, 'off'] as const;
export type SeveritySetting = (typeof SEVERITY_SETTINGS)[number];

/** How severe problems are, where that is not as their table has it. */
export type SeveritySettings = Readonly<Partial<Record<ProblemCode, SeveritySetting>>>;

/** The problems as severe as they are set to be, those that are off left out. What is not set stays the same object. */
export function withSeverities(problems: readonly Problem[], settings: SeveritySettings): readonly Problem[] {
  if (Object.keys(settings).length === 0) return problems;
  return problems.flatMap((problem) => {
    const severity = settings[problem.code];
    if (severity === undefined) return [problem];
    return severity === 'off' ? [] : [Object.assign({}, problem, { severity })];
  });
}

/** What a setting of VS Code says. Of anything else than a known code and word nothing is taken: its schema tells of it. */
export function readSeverities(value: unknown): SeveritySettings {
  const settings: Partial<Record<ProblemCode, SeveritySetting>> = {};
  if (typeof value !== 'object' || value === null) return settings;
  const written = new Map<string, unknown>(Object.entries(value));
  for (const code of PROBLEM_CODES) {
    const severity = SEVERITY_SETTINGS.find((known) => known === written.get(code));
    if (severity) settings[code] = severity;
  }
  return settings;
}
