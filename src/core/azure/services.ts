import { readRegister, type RegisterRow } from '../assessment/register';
import { shortened, tidy } from '../csv';
import { problem, type Problem } from '../problems';
import { isSameName, plainName } from './serviceNames';

/** The clouds that Microsoft has audited apart. */
export const CLOUDS = ['Azure', 'AzureGovernment'] as const;
export type Cloud = (typeof CLOUDS)[number];

/** A service and where it is in the provider's audit scope: a row of the services in scope. */
export interface AuditedService {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly service: string;
  readonly family?: string;
  /** The clouds that it is in the audit scope of. */
  readonly clouds: readonly Cloud[];
}

export interface ServicesReading {
  readonly services: readonly AuditedService[];
  /** The clouds that the list has a column for. It says nothing of any other one: there no service is out of scope. */
  readonly clouds: readonly Cloud[];
  readonly problems: readonly Problem[];
}

const SERVICE = ['service', 'service_name', 'name', 'offering'] as const;
const COLUMNS: Readonly<Record<Cloud, readonly [string, ...string[]]>> = {
  Azure: ['azure', 'azure_commercial', 'azure_public', 'in_scope'],
  AzureGovernment: ['azuregovernment', 'azure_government', 'azure_us_government', 'azure_gov', 'government'],
};

const MARKS: ReadonlyMap<string, boolean> = new Map([
  ...['x', 'yes', 'y', '✓', '✔', '✔️', 'true', 'in scope', 'in-scope'].map((mark) => [mark, true] as const),
  ...['', 'no', 'n', '-', '–', '—', 'false', 'n/a', 'out of scope', 'not in scope'].map(
    (mark) => [mark, false] as const,
  ),
]);

/**
 * Reads the list of services in the provider's audit scope: `service,family,azure,azureGovernment`. A mark that says
 * neither yes nor no becomes a problem and counts as not in scope: coverage is never taken on a guess.
 *
 * @param name how the file is called in messages
 */
export function readServices(bytes: Uint8Array, file: string, name: string): ServicesReading {
  const columns = [...COLUMNS.Azure, ...COLUMNS.AzureGovernment];
  const register = readRegister(bytes, file, name, [SERVICE, columns]);
  const problems = [...register.problems];
  const clouds = CLOUDS.filter((cloud) => COLUMNS[cloud].some((column) => register.columns.includes(column)));
  const read = register.rows.flatMap((row): AuditedService[] => {
    const service = row.get(...SERVICE);
    const family = row.get('family');
    if (service === '') {
      problems.push(problem('missing-service', file, { line: row.line }));
      return [];
    }
    const inScope = clouds.filter((cloud) => isMarked(row, service, cloud, file, problems));
    return [{ file, line: row.line, service, ...(family && { family }), clouds: inScope }];
  });
  return { services: withoutRepetitions(read, problems), clouds, problems };
}

function isMarked(row: RegisterRow, service: string, cloud: Cloud, file: string, problems: Problem[]): boolean {
  const mark = row.get(...COLUMNS[cloud]);
  const marked = MARKS.get(mark.toLowerCase());
  if (marked === undefined) {
    problems.push(problem('unknown-scope-mark', file, { line: row.line }, shortened(mark), service, cloud));
  }
  return marked ?? false;
}

/** Of rows with one name, what all of them say counts. A list of a letter can name a service in several families. */
function withoutRepetitions(services: readonly AuditedService[], problems: Problem[]): readonly AuditedService[] {
  const byName = new Map<string, AuditedService>();
  for (const service of services) {
    const key = plainName(service.service);
    const first = byName.get(key);
    if (!first) {
      byName.set(key, service);
      continue;
    }
    const clouds = first.clouds.filter((cloud) => service.clouds.includes(cloud));
    const agree = clouds.length === first.clouds.length && clouds.length === service.clouds.length;
    const code = agree ? 'repeated-service' : 'disputed-service';
    problems.push(problem(code, service.file, { line: service.line }, service.service, first.line));
    byName.set(key, { ...first, clouds });
  }
  return [...byName.values()];
}

/** A service in use that is not covered: the list names it without the cloud, or does not name it at all. */
export interface OutsideService {
  readonly service: string;
  readonly reason: 'not-audited' | 'not-listed';
}

/**
 * The services in use that are outside the provider's audit scope of a cloud (README, rule 6), in the order and the
 * words in which they are given. Where the list has several rows that could be the service, all have to be in scope.
 *
 * @param audited of a list that has a column for the cloud (`ServicesReading.clouds`)
 */
export function outsideScope(
  servicesInUse: readonly string[],
  cloud: Cloud,
  audited: readonly AuditedService[],
): readonly OutsideService[] {
  const names = new Map(servicesInUse.map((service) => [plainName(service), tidy(service)] as const).toReversed());
  return [...names.values()].toReversed().flatMap((service): OutsideService[] => {
    const listed = listedAs(service, audited);
    if (service === '') return [];
    if (listed.length === 0) return [{ service, reason: 'not-listed' }];
    return listed.every(({ clouds }) => clouds.includes(cloud)) ? [] : [{ service, reason: 'not-audited' }];
  });
}

/** The rows for a service: those that have its very name, else those whose names mean the same. */
function listedAs(service: string, audited: readonly AuditedService[]): readonly AuditedService[] {
  const name = plainName(service);
  const exact = audited.filter((row) => plainName(row.service) === name);
  return exact.length > 0 ? exact : audited.filter((row) => isSameName(row.service, service));
}
