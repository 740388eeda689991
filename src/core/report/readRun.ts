import { STATUSES } from '../assessment/status';
import { decodeText } from '../text';
import { type Message, message, type Translate } from '../message';
import { exportFailure, readExport } from './exported/readExport';
import { runOfExport } from './exported/runOfExport';
import type { RunJson } from './mergeSummaries';

/**
 * Reads what a run of `summary` or `export` left: its JSON, or the export as CSV or Excel. One that was changed since so
 * that not all of it can be read is refused: its figures would be wrong.
 *
 * @param name how the file is called in messages, and its assessment where the file does not say
 */
export async function readRun(bytes: Uint8Array, name: string, translate: Translate): Promise<RunJson | Message> {
  const text = decodeText(bytes)?.text ?? '';
  const json = parse(text);
  if (json !== undefined) {
    const run = readRunJson(json, name);
    return 'code' in run ? message('merge-of', name, run) : run;
  }
  const reading = await readExport(bytes, translate);
  if ('failure' in reading) return exportFailure(reading.failure, name);
  const [problem] = reading.problems;
  if (problem) return message('merge-of', name, message('merge-changed', problem));
  return runOfExport(reading.summary, name) ?? message('merge-of', name, message('merge-left-out'));
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/**
 * Reads what `summary --format json` or `export --format json` printed, or says why it is not that.
 *
 * @param name what the assessment is called where the JSON does not say: that of a summary does not
 */
export function readRunJson(json: unknown, name: string): RunJson | Message {
  if (!isObject(json)) return message('merge-not-ours');
  if ('assessments' in json && 'totals' in json) return message('merge-merged');
  const { basis, totals, controls, project, head } = json;
  if (
    (basis !== 'requirements' && basis !== 'documents') ||
    !isTotals(totals) ||
    !Array.isArray(controls) ||
    !controls.every(isControl) ||
    !Array.isArray(project) ||
    !project.every(isObject)
  ) {
    const isCopy = isObject(head) && isObject(head['profile']);
    return message(isCopy ? 'merge-left-out' : 'merge-not-ours');
  }
  // What was checked is what is added up; the rest is passed on as it is.
  const run = { basis, totals, controls, project } as unknown as RunJson;
  return { ...run, name, ...(isObject(head) && readHead(head, name)) };
}

function readHead({ name, date, filter }: JsonObject, fallback: string): Pick<RunJson, 'name' | 'date' | 'filter'> {
  const part = isObject(filter) ? filter['message'] : undefined;
  return {
    name: typeof name === 'string' && name.trim() !== '' ? name : fallback,
    ...(typeof date === 'string' && { date }),
    ...(typeof part === 'string' && { filter: part }),
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTotals(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { controls, requirements, byResponsibility, byStatus } = value;
  return isCount(controls) && isCount(requirements) && areCounts(byResponsibility) && areCounts(byStatus);
}

function areCounts(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isCount);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isControl(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { id, title, category, status, openItems } = value;
  return (
    [id, title, category].every((text) => typeof text === 'string') &&
    STATUSES.some((known) => known === status) &&
    Array.isArray(openItems)
  );
}
