import { openLines } from '../core/assessment/combine';
import { isLink, pathKey, type UsableEvidence } from '../core/assessment/evidence';
import { explainStatus } from '../core/assessment/explain';
import { explainRollUp } from '../core/assessment/explainRollUp';
import { dateWords, rateUsable } from '../core/assessment/freshness';
import { type RowFacts, rowFactsOf } from '../core/assessment/rowFacts';
import type { Summary } from '../core/assessment/summary';
import { noticesOf, policyFacts, requestLine } from '../core/assessment/unitFacts';
import { idOf } from '../core/csf/subject';
import { groupBy } from '../core/groupBy';
import { type Message, message, type Translate } from '../core/message';
import type { MatrixEntry } from '../core/matrix/matrix';
import type { Assessment } from '../workspace/assessment';
import type { Files } from '../workspace/files';
import type { EvidenceDocument, MatrixRow, Place, RowDetails } from './details';
import { explained } from './summaryContent';

/** What is needed of the port for files: nothing that reads. */
type Naming = Pick<Files, 'label' | 'name'>;

interface Context {
  readonly assessment: Assessment;
  readonly summary: Summary;
  readonly files: Naming;
  readonly translate: Translate;
}

/**
 * What unfolds below a row, whole; undefined where the summary has no such row.
 *
 * @param facts the assessment's, which whoever asks for many rows makes once
 */
export function createRowDetails(
  id: string,
  assessment: Assessment,
  files: Naming,
  translate: Translate,
  facts = assessment.facts,
): RowDetails | undefined {
  const { summary } = facts;
  const row = rowFactsOf(id, summary);
  if (!row) return undefined;
  const context: Context = { assessment, summary, files, translate };
  const { control, units, isRequirement } = row;
  const [unit] = units;
  const { openItems } = isRequirement && unit ? unit : control;
  const subject = isRequirement ? { control: control.id, requirement: id } : { control: id };
  return {
    id,
    open: openLines(openItems).map((item) => explained(item, translate)),
    notices: noticesOf(units).map((notice) => explained(notice, translate)),
    matrix: row.entries.map((entry, index) => matrixRow(entry, index, context)),
    rollUp: explainRollUp(units).map(translate),
    evidence: documentsOf(row.evidence, context),
    notYetMapped: documentsOf(row.notYetMapped, context),
    requests: requestsOf(row, context),
    policy: policyOf(row, context).map(translate),
    documents: referencesOf(row, context),
    steps: explainStatus(subject, facts).steps.map(({ message: told, why }) => ({
      text: translate(told),
      why: why ? translate(why) : '',
    })),
  };
}

function matrixRow(entry: MatrixEntry, index: number, context: Context): MatrixRow {
  const { translate } = context;
  const { element, responsibility, customerText = '', providerText = '' } = entry;
  const subject = element === undefined ? idOf(entry) : `${idOf(entry)} ${element}`;
  const text = `${subject} · ${translate(message(responsibility ?? 'unknown'))}`;
  return { ...placeAt(index, text, entry, context), customer: customerText, provider: providerText };
}

/** One document can be evidence at several levels, each in a row of its own. */
function documentsOf(evidence: readonly UsableEvidence[], context: Context): readonly EvidenceDocument[] {
  const { summary, translate } = context;
  const byDocument = groupBy(evidence.entries(), ([, item]) => JSON.stringify([pathKey(item), item.title]));
  return [...byDocument.values()].map((items) => {
    const [[index, { title, location = '' }]] = items;
    const text = title === '' ? location : title;
    const dates = items.flatMap(([, item]) => datesOf(item, summary)).map(translate);
    return {
      index,
      text,
      label: title === location || text === location ? text : `${text}, ${location}`,
      isLink: isLink(location),
      dated: [...new Set(dates)].join(', '),
      rows: items.map(([row, item]) => {
        const level = translate(message(item.maturity));
        const shown = item.requirement === undefined ? level : `${level} (${item.requirement})`;
        return placeAt(row, shown, item, context);
      }),
    };
  });
}

function datesOf(item: UsableEvidence, { calendar }: Summary): readonly Message[] {
  if (Object.keys(item.dates ?? {}).length === 0) return [];
  return dateWords(rateUsable(item, calendar), calendar);
}

/** Below a control each says which of its requirements it is for. */
function requestsOf({ requests, isRequirement }: RowFacts, context: Context): readonly Place[] {
  const { summary, translate } = context;
  return requests.map((request, index) => {
    const line = requestLine(request, summary.today);
    const told = isRequirement ? line : message('words-part', idOf(request), line);
    return placeAt(index, translate(told), request, context);
  });
}

/** Below a control that has rows of requirements it stands with each of those. */
function policyOf({ units, isRequirement }: RowFacts, { assessment, files }: Context): readonly Message[] {
  const shown = isRequirement ? units : units.filter(({ listed }) => !listed);
  return shown.flatMap((unit) => {
    const facts = policyFacts(unit, assessment.policy, (file) => files.name(file));
    return units.length > 1 ? facts.map((fact) => message('words-part', unit.id, fact)) : facts;
  });
}

/** A line that names a control twice is one place to go to. */
function referencesOf({ references }: RowFacts, { assessment, files }: Context): RowDetails['documents'] {
  return [...groupBy(references.entries(), ([, { file }]) => file)].map(([file, inFile]) => {
    const path = files.label(file);
    const lineOf = (start: number): number => assessment.linesOf(file)?.positionAt(start).line ?? 0;
    return {
      name: files.name(file),
      path,
      places: [...groupBy(inFile, ([, { start }]) => lineOf(start))].map(([line, [[index]]]) => {
        const text = String(line + 1);
        return { index, text, label: `${text}, ${path}` };
      }),
    };
  });
}

function placeAt(
  index: number,
  text: string,
  { file, line }: { readonly file: string; readonly line: number },
  { files, translate }: Context,
): Place {
  return { index, text, label: `${text}, ${translate(message('place-file-line', files.name(file), line))}` };
}
