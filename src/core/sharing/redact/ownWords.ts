import { DATE_COLUMNS } from '../../assessment/documentCells';
import { EVIDENCE_STATES } from '../../assessment/evidence';
import { EVIDENCE_TYPES } from '../../assessment/evidenceType';
import { ASSESSMENT_TYPES, MATURITY_LEVELS } from '../../assessment/maturity';
import { ASSESSMENT_KINDS } from '../../assessment/projectFile';
import { PROJECT_KEYS } from '../../assessment/projectKeys';
import { REQUEST_STATES, REQUEST_TYPES } from '../../assessment/requests';
import { APPLICABILITIES, LIST_COLUMNS } from '../../assessment/requirementList';
import { RESPONSIBILITY_ORDER, STATUSES } from '../../assessment/status';
import { CLOUDS } from '../../azure/services';
import { catalog } from '../../csf/catalog';
import { parseRequirementId } from '../../csf/requirementId';
import { COLUMN_MEANINGS } from '../../matrix/columns';
import { SEVERITY_SETTINGS } from '../../severities';

/** What this product says itself, and every reader knows: it tells nothing of anybody. */
const OWN_WORDS: ReadonlySet<string> = new Set<string>([
  ...[STATUSES, RESPONSIBILITY_ORDER, MATURITY_LEVELS, EVIDENCE_STATES, EVIDENCE_TYPES].flat(),
  ...[REQUEST_STATES, REQUEST_TYPES, APPLICABILITIES, ASSESSMENT_TYPES, ASSESSMENT_KINDS].flat(),
  ...[CLOUDS, DATE_COLUMNS, COLUMN_MEANINGS, SEVERITY_SETTINGS].flat(),
  ...Object.keys(LIST_COLUMNS),
  ...Object.entries(PROJECT_KEYS).flatMap(([name, keys]) => keys.map((key) => (name === '' ? key : `${name}.${key}`))),
  ...[catalog.categories, catalog.objectives, catalog.controls, catalog.domains].flatMap((named) =>
    [...named.values()].map(({ title }) => title),
  ),
  ...[catalog.categories, catalog.objectives, catalog.domains].flatMap((named) => [...named.keys()]),
  ...['Customer', 'Microsoft', 'Shared', 'Azure', 'none', 'partial', 'full'],
]);

const CONTROL_ID = /^\d{2}\.[a-z]{1,2}$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Of HITRUST CSF or a matrix, and CVIDs. */
const VERSION = /^v?\d{1,6}(?:\.\d{1,6}){0,3}$/i;

export function isOwnWord(text: string): boolean {
  return OWN_WORDS.has(text);
}

/** Whether a text is the canonical id of a control or a requirement, be it in scope or not. */
export function kindOfId(text: string): 'control' | 'requirement' | undefined {
  if (CONTROL_ID.test(text)) return 'control';
  return parseRequirementId(text, catalog) ? 'requirement' : undefined;
}

export function isIsoDate(text: string): boolean {
  return ISO_DATE.test(text);
}

export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** Whether a name is one of a file, or a path: it tells where something lies. */
export function isLikeLocation(text: string): boolean {
  return /[\\/]|\.[a-z0-9]{1,5}$/i.test(text);
}
