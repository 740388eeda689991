import * as fc from 'fast-check';
import { catalog } from '../../../../src/core/csf/catalog';
import type { RequirementId } from '../../../../src/core/csf/requirementId';

const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9]{${minLength},${maxLength}}$`));

/** Canonical ids of the catalog's controls. */
export const controlIds = fc.constantFrom(...catalog.controls.keys());

/** Implementation levels and the overlays that are known. */
export const levels = fc.constantFrom('1', '2', '3', 'CSP', 'AISec');

/** Requirement ids, taken apart, of controls that exist. */
export const requirementIds: fc.Arbitrary<RequirementId> = fc.record(
  {
    prefix: digits(2, 6),
    control: controlIds,
    level: levels,
    scope: fc.constantFrom('System', 'Organizational'),
    items: digits(1, 12),
  },
  { noNullPrototype: true },
);

/** Text in which ids, halves of ids and Markdown's own marks meet in every order. */
export const idLikeText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...['01', '0', '.', '_', 'a', 'aa', 'c2', 'System', '1149.01c2System.9', '01.c', '09.aa', '04.a–04.f', '14.a'],
      ...['-', '–', ' - ', ' through ', ' ', '\n', '\r\n', '\u00a0', '\u{1F512}', '\ufeff', '\ud83d', 'é'],
      ...['`', '```', '~~~', '<!--', '-->', '> ', '- ', '1. ', '[', ']', '](', ']: ', ')', '<a ', '>', '|', '\\'],
      ...['https://', 'www.', 'mailto:', '@', '/', '.pdf', '§ ', '(a)(4)', 'v11.3', 'csf_v11.3_', '#', '=', '+'],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** Prose without anything that could be taken for an id or hide one. */
export const prose = fc
  .array(
    fc.constantFrom('Access', 'policy,', 'is', 'reviewed', 'by', 'the', 'team;', '3 times', '§ 164', '\n\n', '\r\n* '),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((words) => ` ${words.join(' ')} `);
