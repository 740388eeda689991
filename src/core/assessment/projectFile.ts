import { CLOUDS, type Cloud } from '../azure/services';
import { addDays, type CalendarDate, parseCalendarDate } from '../calendarDate';
import type { Catalog } from '../csf/catalog';
import { idOf, readSubject } from '../csf/subject';
import type { MatrixSource } from '../matrix/matrix';
import { message } from '../message';
import { problem, type Problem, PROBLEM_CODES } from '../problems';
import { SEVERITY_SETTINGS, type SeveritySettings } from '../severities';
import type { Profile } from '../sharing/profile';
import { readProfiles } from '../sharing/projectProfiles';
import { readSharing, type Sharing } from '../sharing/projectSharing';
import type { Span } from '../span';
import { type AssessmentCalendar, type ClockSettings, DEFAULT_CLOCKS } from './calendar';
import {
  type JsonReading,
  type Kind,
  listOf,
  OBJECT,
  oneOf,
  optional,
  readJson,
  readList,
  readOneOrMore,
  TEXT,
  wholeNumber,
} from './jsonReading';
import { readMatrixSources } from './matrixSources';
import { ASSESSMENT_TYPES, type AssessmentType, MATURITY_LEVELS, type MaturityLevel, scoredLevels } from './maturity';
import { CLOCK_LIMITS, PROJECT_KEYS, type ProjectObject } from './projectKeys';

/** The name of a project file; its folder is where its paths begin. */
export const PROJECT_FILE = 'inheritance-scope.json';

/** What a project file says. Paths are as written. */
export interface Project {
  readonly name?: string;
  readonly type?: AssessmentType;
  readonly kind?: AssessmentKind;
  readonly csfVersion?: string;
  readonly fieldworkStart?: CalendarDate;
  readonly submissionDate?: CalendarDate;
  /** Levels that an r2 scores beside policy, procedure and implemented. */
  readonly maturity: readonly MaturityLevel[];
  readonly matrices: readonly MatrixSource[];
  /** Globs. */
  readonly documents?: readonly string[];
  readonly requirements?: readonly string[];
  readonly evidence?: readonly string[];
  readonly evidenceDocuments?: readonly string[];
  readonly requests?: readonly string[];
  readonly gaps?: readonly string[];
  readonly azure?: AzureUse;
  readonly carveOuts?: readonly CarveOut[];
  readonly clocks?: Partial<ClockSettings>;
  readonly problems?: SeveritySettings;
  readonly sharing?: Sharing;
  /** Its own: `profilesOf` has the built-in ones too. */
  readonly profiles?: readonly Profile[];
}

/** What is used of Azure, and what the provider is certified for: `azure` of a project file. */
export interface AzureUse {
  readonly cloud?: Cloud;
  /** The services in use, as the provider's letter calls them. */
  readonly services?: readonly string[];
  /** The list of services in the provider's audit scope: a path. */
  readonly servicesInScope?: string;
  /** Files of Azure Policy results: paths. */
  readonly policyStates?: readonly string[];
  readonly certification?: Certification;
}

/** The provider's letter. */
export interface Certification {
  readonly letter?: string;
  readonly issued?: CalendarDate;
  readonly expires?: CalendarDate;
}

/** A party that an e1 or i1 leaves out as a whole. */
export interface CarveOut {
  readonly party: string;
  /** Where the organisation overview describes it. */
  readonly describedIn?: string;
  readonly rationale?: string;
  /** The statements that are left out with it, as written: `requirementsOf` gives their canonical ids. */
  readonly requirements: readonly string[];
}

export const ASSESSMENT_KINDS = ['readiness', 'validated', 'interim'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

export interface ProjectReading {
  readonly project: Project;
  /** Where each text of the file stands, such as a path that leads nowhere. The first of equal ones. */
  readonly places: ReadonlyMap<string, Span>;
  readonly problems: readonly Problem[];
}

const PATH: Kind<string> = { ...TEXT, expected: message('expected-path') };
const PATHS = message('expected-paths');

const DATE: Kind<CalendarDate> = {
  shape: (value) => (typeof value === 'string' ? parseCalendarDate(value) : undefined),
  expected: message('expected-date'),
};

const { days, months } = CLOCK_LIMITS;
const DAYS = wholeNumber(days.least, days.most, message('expected-days', days.least, days.most));
const MONTHS = wholeNumber(months.least, months.most, message('expected-months', months.least, months.most));

/**
 * Reads a project file, comments and trailing commas allowed. What is wrong in it is a problem at its place, and the
 * rest is read all the same. Unknown keys are left alone.
 */
export function readProject(text: string, file: string): ProjectReading {
  const reading = readJson(text, file, PROJECT_FILE);
  const { read, checkKeys, places, problems } = reading;
  read([], OBJECT);
  checkKeys([], PROJECT_KEYS['']);
  const project: Project = {
    ...optional('name', read(['name'], TEXT)),
    ...readAssessment(reading, file),
    matrices: readMatrixSources(reading),
    ...readPaths(reading, 'documents'),
    ...readPaths(reading, 'requirements'),
    ...readPaths(reading, 'evidence'),
    ...readPaths(reading, 'evidenceDocuments'),
    ...readPaths(reading, 'requests'),
    ...readPaths(reading, 'gaps'),
    ...optional('azure', readAzure(reading, file)),
    ...optional('carveOuts', readCarveOuts(reading)),
    ...optional('clocks', readClocks(reading)),
    ...optional('problems', readSeverities(reading)),
    ...optional('sharing', readSharing(reading)),
    ...optional('profiles', readProfiles(reading, file)),
  };
  return { project, places, problems };
}

/** The days that an assessment's clocks are read against; undefined without a submission date. */
export function calendarOf(
  { submissionDate, fieldworkStart, clocks: settings }: Pick<Project, 'submissionDate' | 'fieldworkStart' | 'clocks'>,
  today: CalendarDate,
): AssessmentCalendar | undefined {
  if (submissionDate === undefined) return undefined;
  const clocks = { ...DEFAULT_CLOCKS, ...settings };
  return {
    today,
    fieldworkStart: fieldworkStart ?? addDays(submissionDate, -clocks.fieldworkDays),
    submissionDate,
    clocks,
  };
}

/** The canonical ids of what a carve-out leaves out, in their order. What is no id of one thing stays as written. */
export function requirementsOf({ requirements }: Pick<CarveOut, 'requirements'>, catalog: Catalog): readonly string[] {
  return requirements.map((written) => {
    const subject = readSubject(written, catalog);
    return typeof subject === 'string' ? written : idOf(subject);
  });
}

type AssessmentPart = Pick<Project, 'type' | 'kind' | 'csfVersion' | 'fieldworkStart' | 'submissionDate' | 'maturity'>;

function readAssessment(reading: JsonReading, file: string): AssessmentPart {
  const at = 'assessment';
  const { read } = reading;
  readObject(reading, at);
  const type = read([at, 'type'], oneOf(ASSESSMENT_TYPES));
  const [fieldworkStart, submissionDate] = readPeriod(reading, file, [at], 'fieldworkStart', 'submissionDate');
  return {
    ...optional('type', type),
    ...optional('kind', read([at, 'kind'], oneOf(ASSESSMENT_KINDS))),
    ...optional('csfVersion', read([at, 'csfVersion'], TEXT)),
    ...optional('fieldworkStart', fieldworkStart),
    ...optional('submissionDate', submissionDate),
    maturity: readLevels(reading, file, type),
  };
}

/** The levels, those included that the type does not score: it is said of each, and `scoredLevels` passes over them. */
function readLevels(
  { read, problems, placeOf }: JsonReading,
  file: string,
  type: AssessmentType | undefined,
): readonly MaturityLevel[] {
  const at = ['assessment', 'maturity'];
  const level = oneOf(MATURITY_LEVELS);
  const scored = scoredLevels(type ?? 'r2', MATURITY_LEVELS);
  const written = read(at, listOf(message('expected-list-of', MATURITY_LEVELS))) ?? [];
  return written.flatMap((_, index) => {
    const found = read([...at, index], level);
    if (found === undefined) return [];
    if (!scored.includes(found))
      problems.push(problem('level-not-scored', file, placeOf([...at, index]), type ?? '', message(found)));
    return found;
  });
}

/** Two days, the second no earlier than the first: of a first one that is later nothing is made. */
function readPeriod(
  { read, problems, placeOf }: JsonReading,
  file: string,
  at: readonly string[],
  first: string,
  last: string,
): readonly [CalendarDate | undefined, CalendarDate | undefined] {
  const [from, to] = [read([...at, first], DATE), read([...at, last], DATE)];
  if (from === undefined || to === undefined || from <= to) return [from, to];
  const name = (key: string): string => [...at, key].join('.');
  problems.push(problem('contradicting-dates', file, placeOf([...at, first]), name(first), from, name(last), to));
  return [undefined, to];
}

function readAzure(reading: JsonReading, file: string): AzureUse | undefined {
  const at = 'azure';
  const { read } = reading;
  if (!readObject(reading, at)) return undefined;
  return {
    ...optional('cloud', read([at, 'cloud'], oneOf(CLOUDS))),
    ...optional('services', readList(reading, [at, 'services'], message('expected-services'), TEXT)),
    ...optional('servicesInScope', read([at, 'servicesInScope'], PATH)),
    ...optional('policyStates', readOneOrMore(reading, [at, 'policyStates'], PATHS, PATH)),
    ...optional('certification', readCertification(reading, file)),
  };
}

function readCertification(reading: JsonReading, file: string): Certification | undefined {
  const at = ['azure', 'certification'];
  if (!readObject(reading, 'azure.certification')) return undefined;
  const [issued, expires] = readPeriod(reading, file, at, 'issued', 'expires');
  return {
    ...optional('letter', reading.read([...at, 'letter'], TEXT)),
    ...optional('issued', issued),
    ...optional('expires', expires),
  };
}

function readCarveOuts(reading: JsonReading): readonly CarveOut[] | undefined {
  const { read, checkKeys } = reading;
  const expected = message('expected-carve-outs');
  return read(['carveOuts'], listOf(expected))?.flatMap((_, index): CarveOut[] => {
    const at = ['carveOuts', index];
    const value = read(at, { ...OBJECT, expected: message('expected-carve-out') });
    if (!value) return [];
    checkKeys(at, PROJECT_KEYS.carveOuts);
    const party = read([...at, 'party'], TEXT);
    if (!('party' in value)) read(at, { shape: () => undefined, expected: message('expected-carve-out') });
    const requirements = readOneOrMore(reading, [...at, 'requirements'], message('expected-requirements'), TEXT) ?? [];
    const carveOut = {
      ...optional('describedIn', read([...at, 'describedIn'], TEXT)),
      ...optional('rationale', read([...at, 'rationale'], TEXT)),
      requirements,
    };
    return party === undefined ? [] : [{ party, ...carveOut }];
  });
}

function readClocks(reading: JsonReading): Partial<ClockSettings> | undefined {
  const { read } = reading;
  if (!readObject(reading, 'clocks')) return undefined;
  return {
    ...optional('inPlaceDays', read(['clocks', 'inPlaceDays'], DAYS)),
    ...optional('reviewMonths', read(['clocks', 'reviewMonths'], MONTHS)),
    ...optional('fieldworkDays', read(['clocks', 'fieldworkDays'], DAYS)),
    ...optional('operationDays', read(['clocks', 'operationDays'], DAYS)),
  };
}

function readSeverities(reading: JsonReading): SeveritySettings | undefined {
  if (!readObject(reading, 'problems')) return undefined;
  const severity = oneOf(SEVERITY_SETTINGS);
  const settings = PROBLEM_CODES.map((code) => optional(code, reading.read(['problems', code], severity)));
  return Object.assign({}, ...settings) as SeveritySettings;
}

function readPaths<K extends string>(reading: JsonReading, key: K): Partial<Record<K, readonly string[]>> {
  return optional(key, readOneOrMore(reading, [key], PATHS, PATH));
}

/** Whether there is an object where one belongs, whose keys are then checked. */
function readObject({ read, checkKeys }: JsonReading, name: ProjectObject): boolean {
  const at = name.split('.');
  checkKeys(at, PROJECT_KEYS[name]);
  return read(at, OBJECT) !== undefined;
}
