import type { Log, ReportingDescriptor, Result, ReportingConfiguration } from 'sarif';
import { OPEN_ITEM_KINDS, tell } from '../assessment/openItems';
import type { ProjectItem } from '../assessment/projectItems';
import { type Argument, message, type Reasoned, type Translate } from '../message';
import { type Problem, problemTable, PROBLEM_CODES, type Severity, severityOf } from '../problems';
import type { Checked, CheckedItem } from './checked';
import { contentId } from './contentId';
import { problemPage, problemWords } from './problemPage';
import { TOOL } from './exportMark';
import { encode } from './exporter';
import type { Report, ReportedPlace, ReportedProblem } from './report';

type Level = NonNullable<ReportingConfiguration['level']>;

const LEVELS: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The folder that paths are relative to, by the name that readers of SARIF know the root of the sources by. */
const BASE = '%SRCROOT%';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export type SarifReport = Pick<Report, 'summary' | 'toolVersion' | 'translate'> & {
  /** The project file, as a person sees it: what is open for the whole assessment stands there. */
  readonly projectFile?: string;
};

/**
 * What was found as SARIF 2.1.0, for code scanning: a result for each problem and each open item. `runs` begins with the
 * tool's name, so that `isExport` knows the file by its beginning.
 */
export function sarif(checked: Checked, report: SarifReport): Uint8Array {
  return encode(`${JSON.stringify(sarifLog(checked, report), undefined, 2)}\n`);
}

/** A result before it is known which rules there are. */
interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly text: string;
  readonly place: ReportedPlace | undefined;
  /** What stays the same when lines move. */
  readonly identity: readonly string[];
}

function sarifLog({ problems, openItems, project }: Checked, report: SarifReport): Log {
  const { summary, toolVersion, translate, projectFile } = report;
  const findings = [
    ...problems.map((problem) => problemFinding(problem, translate)),
    ...openItems.map((item) => openFinding(item, translate)),
    ...project.map((item) => projectFinding(item, projectFile, translate)),
  ];
  const rules = rulesOf(findings, translate);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const numberOf = createCounter();
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: TOOL, version: toolVersion, rules } },
        automationDetails: { id: `inheritance-scope/${encodeURIComponent(wellFormed(summary.name))}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { description: { text: translate(message('sarif-base')) } } },
        results: findings.map((finding): Result => {
          const id = contentId(finding.rule, ...finding.identity);
          return {
            ruleId: finding.rule,
            ruleIndex: indexes.get(finding.rule) ?? -1,
            level: finding.level,
            message: { text: escaped(finding.text) },
            ...(finding.place && { locations: [{ physicalLocation: physicalLocation(finding.place) }] }),
            partialFingerprints: { 'inheritanceScope/v1': `${id}:${numberOf(id)}` },
          };
        }),
      },
    ],
  };
}

function problemFinding({ problem, place }: ReportedProblem, translate: Translate): Finding {
  return {
    rule: problem.code,
    level: LEVELS[severityOf(problem)],
    text: translate(problem),
    place,
    identity: [place.file, ...stableWords(problem)],
  };
}

/** An open item is work to do: a warning, or a note where others have to do it. */
function openFinding({ control, requirement, item, place }: CheckedItem, translate: Translate): Finding {
  const { kind, maturity = '', reason } = item;
  return {
    rule: ruleOf(kind),
    level: kind === 'awaiting-approval' ? 'note' : 'warning',
    text: because(`${requirement ?? control}: ${translate(tell(item))}.`, item.why, translate),
    place,
    identity: [
      control,
      requirement ?? '',
      maturity,
      kind === 'service-out-of-scope' && reason ? translate(reason) : '',
    ],
  };
}

function projectFinding(item: ProjectItem, projectFile: string | undefined, translate: Translate): Finding {
  return {
    rule: ruleOf(item.kind),
    level: 'warning',
    text: because(`${translate(item.message)}.`, item.why, translate),
    place: projectFile === undefined ? undefined : { file: projectFile, line: 1, column: 1, endColumn: 1 },
    identity: ['project', ...stableWords(item.message)],
  };
}

function because(text: string, why: Reasoned['why'], translate: Translate): string {
  return `${text} ${translate(why)}`;
}

const KINDS = [...OPEN_ITEM_KINDS, 'certification-lapsed'] as const;
type Kind = (typeof KINDS)[number];

function ruleOf(kind: Kind): string {
  return `open-${kind}`;
}

/** The rules that something was found by, in a fixed order. */
function rulesOf(findings: readonly Finding[], translate: Translate): ReportingDescriptor[] {
  const used = new Set(findings.map(({ rule }) => rule));
  return [
    ...PROBLEM_CODES.filter((code) => used.has(code)).map((code) => {
      const text = escaped(problemWords(code, translate));
      const page = problemPage(code, translate);
      return {
        id: code,
        shortDescription: { text },
        fullDescription: { text },
        help: { text: escaped(page), markdown: escaped(page) },
        defaultConfiguration: { level: LEVELS[problemTable[code].severity] },
      };
    }),
    ...KINDS.filter((kind) => used.has(ruleOf(kind))).map((kind): ReportingDescriptor => {
      const text = translate(message(`open-${kind}`));
      return {
        id: ruleOf(kind),
        shortDescription: { text },
        fullDescription: { text },
        help: { text: translate(message('open-help')) },
        defaultConfiguration: { level: kind === 'awaiting-approval' ? 'note' : 'warning' },
      };
    }),
  ];
}

function physicalLocation({ file, line, column, endColumn }: ReportedPlace): object {
  return {
    artifactLocation: artifactLocation(file),
    region: {
      startLine: line,
      // What has no width at the beginning of a line is the line: of a table, or the first one of a file.
      ...((column > 1 || endColumn > column) && { startColumn: column }),
      ...(endColumn > column && { endColumn }),
    },
  };
}

/** A path as a URI: relative to the base, unless it leads out of it or is no relative path. */
function artifactLocation(file: string): object {
  const uri = wellFormed(file).split('/').map(encodeURIComponent).join('/');
  if (/^[a-z]:\//i.test(file)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  if (file.startsWith('/')) return { uri: `file://${uri}` };
  return file.startsWith('../') ? { uri } : { uri, uriBaseId: BASE };
}

/** Halves of characters, which no URI can hold, are what decoders make of them. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** What reads like a place for an argument, which SARIF's messages may have and these have not. */
function escaped(text: string): string {
  return text.replace(/\{(\d+)\}/g, '{{$1}}');
}

/** What a message is made of, without figures and lines, which change when others come before it. */
function stableWords({ code, args }: Pick<Problem, 'code' | 'args'> | Reasoned['message']): readonly string[] {
  const words = (argument: Argument): readonly string[] => {
    if (typeof argument === 'number') return [];
    if (typeof argument === 'string') return [argument];
    if (!('code' in argument)) return argument.flatMap(words);
    return argument.code === 'place-line' || argument.code === 'place-file-line' ? [] : stableWords(argument);
  };
  return [code, ...args.flatMap(words)];
}

/** Counts how often it was asked for the same. */
function createCounter(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}
